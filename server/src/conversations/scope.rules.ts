import type { ConversationStatus } from '@candour/shared/conversations.js';

interface Reached {
  readonly status: ConversationStatus;
  readonly assigneeId: string | null;
  readonly teamId: string | null;
  readonly visitorId?: string;
  readonly participants: readonly { readonly id: string; readonly may: 'read' | 'reply' }[] | null;
}

/** What access to a conversation depends on; `may` is what is asked for. */
export function scopeOf({ status, assigneeId, teamId, visitorId, participants }: Reached, may: 'read' | 'reply') {
  return {
    assigneeId: assigneeId ?? '',
    queued: status === 'queued',
    teamId,
    visitorId,
    participants: participants?.flatMap((one) => (may === 'read' || one.may === 'reply' ? one.id : [])),
  };
}

/** Who may see a row: it was or is in the queue, who had, has or shares it, of which team it is and was. */
export interface SeenBy {
  readonly queue: boolean;
  readonly assignees: readonly string[];
  readonly teamId: string | null;
  readonly teamWas?: string | null;
  /** Who sees it from now on, where that is not the same. */
  readonly now?: SeenBy;
}

type Standing = Pick<Reached, 'status' | 'assigneeId' | 'teamId' | 'participants'>;

const peopleOf = ({ assigneeId, participants }: Standing): string[] => [
  ...(assigneeId === null ? [] : [assigneeId]),
  ...(participants ?? []).map(({ id }) => id),
];

/** Of a change that moves it neither in nor out of anybody's sight. */
export const seenNow = (now: Standing): SeenBy => ({
  queue: now.status === 'queued',
  assignees: peopleOf(now),
  teamId: now.teamId,
});

/** Whoever saw it before is told as well as whoever sees it now. */
export const seenAcross = (before: Standing, after: Standing): SeenBy => ({
  queue: before.status === 'queued' || after.status === 'queued',
  assignees: [...new Set([...peopleOf(before), ...peopleOf(after)])],
  teamId: after.teamId,
  ...(before.teamId === after.teamId ? {} : { teamWas: before.teamId }),
  now: seenNow(after),
});
