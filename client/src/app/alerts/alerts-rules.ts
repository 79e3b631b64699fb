import type { QueueChange } from '@candour/shared/live.js';
import type { Duty } from '@candour/shared/routing.js';

/** What a person wants to be told by; kept in this browser, for leave to notify is the browser's too. */
export interface AlertSettings {
  readonly sound: boolean;
  readonly desktop: boolean;
  readonly title: boolean;
  /** What is at risk or late. */
  readonly due: boolean;
}
export const alertKinds = ['sound', 'desktop', 'title', 'due'] as const satisfies (keyof AlertSettings)[];
export const asBefore: AlertSettings = { sound: true, desktop: false, title: true, due: true };

/** What was kept, whoever wrote it. */
export function settingsOf(text: string | null): AlertSettings {
  try {
    const kept = JSON.parse(text ?? '{}') as Partial<Record<keyof AlertSettings, unknown>>;
    const of = (kind: keyof AlertSettings): boolean => (typeof kept[kind] === 'boolean' ? kept[kind] : asBefore[kind]);
    return { sound: of('sound'), desktop: of('desktop'), title: of('title'), due: of('due') };
  } catch {
    return asBefore;
  }
}

/** Whoever is away, on a break or wraps up is left in peace. */
export const quiet = (duty: Duty | undefined, now: number): boolean =>
  duty !== undefined && (duty.presence !== 'available' || (duty.wrapUpUntil ?? 0) > now);

/** Whose conversations are this person's, as the deltas tell. */
export function mineAfter(mine: ReadonlySet<string>, { row }: QueueChange, me: string): ReadonlySet<string> {
  if (!('assignee' in row)) return mine;
  const next = new Set(mine);
  if (row.assignee?.id === me) next.add(row.id);
  else next.delete(row.id);
  return next;
}

/** A customer wrote in a conversation of this person's that is not before their eyes. */
export const calls = (
  { row }: QueueChange,
  mine: ReadonlySet<string>,
  seen: { readonly open: string | undefined; readonly visible: boolean },
): boolean =>
  row.lastBy === 'customer' && row.preview !== undefined && mine.has(row.id) && !(seen.visible && seen.open === row.id);
