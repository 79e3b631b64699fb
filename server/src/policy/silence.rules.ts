import { DAY } from '@candour/shared/instant.js';
import { endOf, latestStart } from './calendar.rules.js';
import type { PolicyPack } from './pack.rules.js';

/** An open conversation: since when nothing happened in it, and whether its customer awaits an answer. */
export interface Silence {
  readonly lastAt: number;
  readonly awaited: boolean;
}

/** After how many whole days such a conversation is over by itself; undefined: not yet. */
export function overAfter({ lastAt, awaited }: Silence, pack: PolicyPack, now: number): number | undefined {
  const over = endOf(lastAt, awaited ? pack.silence.unanswered : pack.silence.answered);
  return over <= now ? Math.floor((now - lastAt) / DAY) : undefined;
}

/** What happened later than this cannot be over at `now`. */
export function silentBefore(pack: PolicyPack, now: number): number {
  return Math.max(latestStart(now, pack.silence.answered), latestStart(now, pack.silence.unanswered));
}
