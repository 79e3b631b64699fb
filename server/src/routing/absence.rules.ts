import type { Presence } from '@candour/shared/routing.js';

export interface Held {
  readonly takenAt: number | null;
  /** Null: its customer was answered. */
  readonly waitingSince: number | null;
}

export interface Holder {
  readonly presence: Presence;
  readonly since: number;
  /** They let offers pass and were set to away; they may well be busy with the chats that they have. */
  readonly missed: boolean;
}

/** Why a chat goes back to the queue whose holder is not there; undefined: it stays. */
export function goesBack(chat: Held, holder: Holder): 'away' | 'offline' | undefined {
  if (holder.presence === 'offline') return 'offline';
  if (holder.presence === 'available') return undefined;
  // Whoever takes one by hand while they are away means to answer it.
  if ((chat.takenAt ?? 0) > holder.since) return undefined;
  return holder.missed && chat.waitingSince === null ? undefined : 'away';
}
