/** Less of the time left than this share: at risk. */
const AT_RISK = 0.25;

/** How a deadline stands: in time, at risk, or over. */
export function urgency(receivedAt: number, dueAt: number, now: number): 'waiting' | 'held' | 'breached' {
  if (now > dueAt) return 'breached';
  return dueAt - now < (dueAt - receivedAt) * AT_RISK ? 'held' : 'waiting';
}
