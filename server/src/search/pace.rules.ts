/** Between two looks where nothing waits, in milliseconds. */
const PACE = 500;
/** Longest rest while something waits. */
const LONGEST = 5000;
/** From this share of its time on that the event loop is at work for others, the desk is busy. */
const BUSY = 0.5;
/** Share of its time that indexing takes on a calm desk. */
const CALM_SHARE = 1 / 3;

/**
 * How long the indexer rests after a pass. While people write it takes a small share of the time, and falls behind;
 * on a calm desk it catches up.
 * @param took milliseconds that the pass took
 * @param load share of the time before it in which the event loop was at work for others
 * @param busyShare share of the time that indexing may take on a busy desk
 */
export function restAfter(pass: { took: number; more: boolean; load: number }, busyShare: number): number {
  const { took, more, load } = pass;
  const share = load >= BUSY ? Math.min(busyShare, CALM_SHARE) : CALM_SHARE;
  const rest = Math.min(LONGEST, took * (1 / share - 1));
  // A desk that is busy and has little to index is not looked at more often than it would be otherwise.
  return more ? rest : Math.max(PACE, rest);
}
