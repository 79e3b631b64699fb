import type { Stop } from '@candour/shared/keeping.js';
import type { Decision, ReasonKind } from '@candour/shared/policy.js';

/** Reasons that outlive the customer's own wish; the purpose it was collected for does not (policy R35-R36). */
const stopping: ReadonlySet<ReasonKind> = new Set(['law', 'hold', 'access', 'matter']);

/**
 * What stops the deletion that a customer asks for, by the longest of its reasons; undefined: nothing does. An end
 * that is not known is later than any (house rule 12).
 */
export function stopOf({ reasons }: Pick<Decision, 'reasons'>, now: number): Stop | undefined {
  const live = reasons.filter(({ kind, until }) => stopping.has(kind) && (until === undefined || until > now));
  const last = live.reduce<(typeof live)[number] | undefined>(
    (best, one) => (best === undefined || ends(one) > ends(best) ? one : best),
    undefined,
  );
  if (!last) return undefined;
  const { kind, clause, law, until } = last;
  return { kind, clause, ...(law === undefined ? {} : { law }), ...(until === undefined ? {} : { until }) };
}

const ends = ({ until }: { readonly until?: number | undefined }): number => until ?? Infinity;
