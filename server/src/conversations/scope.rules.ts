import type { ConversationStatus } from '@candour/shared/conversations.js';

interface Reached {
  readonly status: ConversationStatus;
  readonly assigneeId: string | null;
  readonly visitorId?: string;
  readonly participants: readonly { readonly id: string; readonly may: 'read' | 'reply' }[] | null;
}

/** What access to a conversation depends on; `may` is what is asked for. */
export function scopeOf({ status, assigneeId, visitorId, participants }: Reached, may: 'read' | 'reply') {
  return {
    assigneeId: assigneeId ?? '',
    queued: status === 'queued',
    visitorId,
    participants: participants?.flatMap((one) => (may === 'read' || one.may === 'reply' ? one.id : [])),
  };
}
