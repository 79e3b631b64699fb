import type { ConversationStatus } from '@candour/shared/conversations.js';
import type { Due } from '@candour/shared/sla.js';
import type { Reason } from '@candour/shared/tickets.js';
import type { Channel, Language, Topic } from '@candour/shared/words.js';
import { Injectable } from '@nestjs/common';
import { endStates } from './conversation.rules.js';

/** Of a conversation what its targets are counted from. */
export interface DueEvidence {
  readonly status: ConversationStatus;
  readonly channel: Channel;
  /** How the customer is answered who left the chat. */
  readonly answerBy: string | null;
  readonly topic: Topic;
  readonly reason: Reason | null;
  readonly language: Language;
  readonly createdAt: number;
  readonly waitingSince: number | null;
  readonly firstReplyAt: number | null;
  /** Business time in which no target ran, in milliseconds. */
  readonly pausedMs: number;
  /** Since when it is known that somebody may be hurt, until a supervisor has looked. */
  readonly safetySince: number | null;
}

/** What the desk owes by its targets; asked for every change of state, so it answers at once. */
export interface DueRule {
  /** What is due first; undefined where nothing runs. */
  due(evidence: DueEvidence): Due | undefined;
  /** Milliseconds of `[from, to)` in which the desk is open for these. */
  openMs(language: Language, from: number, to: number): number;
}

/** How a conversation stands against its targets, in the columns that its row keeps of it. */
export interface Standing extends DueEvidence {
  pausedSince: number | null;
  pausedMs: number;
  dueAt: number | null;
  alarmAt: number | null;
}

/** Only waiting for the customer pauses (house rules, 21), and what is over is due to nobody. */
export const isPaused = (status: ConversationStatus): boolean => status === 'pending' || endStates.has(status);

/** Where the feature that knows the targets says what is due; conversations know none. */
@Injectable()
export class Dues {
  private rule: DueRule | undefined;

  use(rule: DueRule): void {
    this.rule = rule;
  }

  of(evidence: DueEvidence): Due | undefined {
    return this.rule?.due(evidence);
  }

  /** Brings the columns up to what has just changed, in place, and says what is due. */
  follow(now: Standing, before: ConversationStatus, at: number): Due | undefined {
    if (isPaused(now.status) && !isPaused(before)) now.pausedSince = at;
    if (!isPaused(now.status) && now.pausedSince !== null) {
      now.pausedMs += this.rule?.openMs(now.language, now.pausedSince, at) ?? 0;
      now.pausedSince = null;
    }
    const due = this.of(now);
    if ((due?.dueAt ?? null) === now.dueAt) return due;
    now.dueAt = due?.dueAt ?? null;
    now.alarmAt = due?.warnAt ?? null;
    return due;
  }
}
