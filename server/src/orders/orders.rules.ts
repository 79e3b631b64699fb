/** One spelling of an order number, for look-ups: `# 1001`, `#1001` and `1001` are the same. */
export const orderNumberKey = (number: string): string => number.normalize('NFKC').replace(/[\s#]/g, '').toUpperCase();

/** What a search is for. A number may be an order's or a phone's. */
export type SearchKind = 'newest' | 'email' | 'number' | 'number-or-phone';

export function searchKind(q: string): SearchKind {
  if (q === '') return 'newest';
  if (q.includes('@')) return 'email';
  const digits = q.replace(/\D/g, '').length;
  return digits >= 6 && /^[+()\d\s./-]+$/.test(q) ? 'number-or-phone' : 'number';
}

/** When the extras' period can begin: at the delivery, else at the last thing that is known to have happened. */
export const extrasAnchor = (order: {
  deliveredAt?: number | undefined;
  endedAt?: number | undefined;
  placedAt: number;
}): number => order.deliveredAt ?? order.endedAt ?? order.placedAt;
