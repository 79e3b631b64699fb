/** How many orders one answer of the shop holds at most. */
export const PAGE = 100;
/**
 * The shop counts in whole seconds: what changed in the second that was read last is read again. In milliseconds.
 */
export const OVERLAP = 1000;

/** What the shop is asked for: what it changed after an instant, oldest first. */
export interface PageAsk {
  /** Milliseconds UTC; undefined: everything it has. */
  readonly after: number | undefined;
  /** From 1. */
  readonly page: number;
}

/** The first ask of a look, behind all that is here already. */
export const firstAsk = (readUntil: number | null): PageAsk => ({
  after: readUntil === null ? undefined : readUntil - OVERLAP,
  page: 1,
});

/**
 * The next ask, undefined at the end. It begins behind the last order that came, for what is changed while it is read
 * moves to the end and would make a numbered page skip one. Only where a whole page changed within the same second its
 * next pages are asked for by number.
 * @param last when the shop changed the last order of the answer
 */
export function nextAsk(ask: PageAsk, count: number, last: number | undefined): PageAsk | undefined {
  if (count < PAGE) return undefined;
  const after = last === undefined ? undefined : last - OVERLAP;
  if (after !== undefined && (ask.after === undefined || after > ask.after)) return { after, page: 1 };
  return { after: ask.after, page: ask.page + 1 };
}
