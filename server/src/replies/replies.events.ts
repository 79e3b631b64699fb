import type { HeldReason } from '@candour/shared/replies.js';

/** A reply that waits was written, sent, taken back or held. */
export class ScheduledChanged {
  constructor(
    readonly conversationId: string,
    /** The ticket's number, as people say it. */
    readonly number: number,
    readonly authorId: string,
    readonly held?: HeldReason,
  ) {}
}
