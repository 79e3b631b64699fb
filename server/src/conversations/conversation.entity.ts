import type { AnswerBy, ConversationStatus, FactCode, Mask } from '@candour/shared/conversations.js';
import type { Reason } from '@candour/shared/tickets.js';
import type { Channel, Language, Topic } from '@candour/shared/words.js';
import { Entity, Index } from 'typeorm';
import { bytes, id, idRef, instant, integer, json, ordinal, sealed, text } from '../core/database/columns.js';
import { WithEvidence } from '../policy/evidence.js';

/** Those that are over: many, and their `lastAt` stands still. An index of them costs a talk under way nothing. */
const ENDED = 'resolved_at IS NOT NULL';

/** One exchange on one channel; agents call an open one a ticket. */
@Entity('conversations')
@Index(['retentionClass', 'anchorAt', 'id'])
// A message moves `lastAt`: among those under way, which are few, it is sorted; only ended ones are found by it.
@Index(['status', 'waitingSince', 'id'])
@Index(['assigneeId', 'status'])
@Index(['lastAt', 'id'], { where: ENDED })
@Index(['status', 'lastAt', 'id'], { where: ENDED })
@Index(['topic', 'lastAt', 'id'], { where: ENDED })
@Index(['assigneeId', 'lastAt', 'id'], { where: ENDED })
@Index(['priority', 'lastAt', 'id'], { where: ENDED })
@Index(['teamId', 'lastAt', 'id'], { where: ENDED })
@Index(['customerId'])
@Index(['visitorId'])
@Index(['orderId'])
// What was merged into one: of those that were, which are few.
@Index(['mergedInto'], { where: 'merged_into IS NOT NULL' })
@Index(['snoozedUntil'], { where: 'snoozed_until IS NOT NULL' })
export class ConversationRecord extends WithEvidence {
  @id() id: string;
  /** The number that people say to each other. */
  @integer({ unique: true }) number: number;
  /** Digest of the widget's start id: a repeated start finds the conversation it began. */
  @text({ unique: true }) startDigest: string;
  @idRef() customerId: string;
  /** The browser that began it. */
  @idRef() visitorId: string;
  /** Data key of the customer's `conversation` family. */
  @idRef() keyId: string;
  @text() status: ConversationStatus;
  @text() channel: Channel;
  @text() topic: Topic;
  @text({ nullable: true }) reason: Reason | null;
  /** Place in `priorities`. */
  @integer() priority: number;
  @text() language: Language;
  @idRef({ nullable: true }) assigneeId: string | null;
  /** Since when whoever has it has it. */
  @instant({ nullable: true }) takenAt: number | null;
  /** The team whose queue it stands in, or stood in last. */
  @idRef({ nullable: true }) teamId: string | null;
  /** The customer does not wait in the chat any longer. */
  @text({ nullable: true }) answerBy: AnswerBy | null;
  /** When its customer was last reminded. */
  @instant({ nullable: true }) nudgedAt: number | null;
  /** Staff who take part beside the assignee: who was asked in may read, who joined may reply. */
  @json({ nullable: true }) participants: Participant[] | null;
  /** The conversation that this one goes on in, shown and answered there; that one may have been merged itself. */
  @idRef({ nullable: true }) mergedInto: string | null;
  /** Number of the newest entry. */
  @integer() head: number;
  /** Number of the newest entry that is a message; its text is the preview. */
  @integer() lastMessageSeq: number;
  @integer() customerReadSeq: number;
  @integer() staffReadSeq: number;
  @instant() createdAt: number;
  @instant() lastAt: number;
  @text() lastBy: 'customer' | 'staff' | 'system';
  @instant({ nullable: true }) waitingSince: number | null;
  @instant({ nullable: true }) resolvedAt: number | null;
  /** When it wakes; null unless it is snoozed. */
  @instant({ nullable: true }) snoozedUntil: number | null;
  /** When a person first answered: what the desk says by itself is no answer (house rules, 21). */
  @instant({ nullable: true }) firstReplyAt: number | null;
  /** Since when no target runs, because the customer is waited for or it is over. */
  @instant({ nullable: true }) pausedSince: number | null;
  /** Business time in which none ran, up to then, in milliseconds. */
  @integer() pausedMs: number;
  /** What is due first of what the desk owes. Of those under way, which are few, it is sorted; no index knows it. */
  @instant({ nullable: true }) dueAt: number | null;
  /** When somebody is to be told of that next: that it is at risk, then that it is late. */
  @instant({ nullable: true }) alarmAt: number | null;
  /** Since when it is known that somebody may be hurt, until a supervisor has looked (house rules, 17). */
  @instant({ nullable: true }) safetySince: number | null;
  /** The closed one that its customer had before. */
  @idRef({ nullable: true }) followsId: string | null;
  @idRef({ nullable: true }) orderId: string | null;
  /** Verification level reached in this conversation, how, and when. */
  @integer() level: number;
  @text({ nullable: true }) verifiedBy: 'code' | 'shop-token' | null;
  @instant({ nullable: true }) verifiedAt: number | null;
  /** What the customer said of themselves (contract `Contact`), sealed. */
  @sealed({ nullable: true }) claimed: Buffer | null;
}

export interface Participant {
  readonly id: string;
  readonly may: 'read' | 'reply';
}

/** Who takes part, once more as rows, so that one's own lists find what one was asked into. */
@Entity('conversation_participants')
@Index(['conversationId'])
export class ConversationParticipant {
  @id() staffId: string;
  @id() conversationId: string;
}

/** A tag of a conversation. Its end is kept by a trigger (`conversation-tags.*`), so that lists by tag need one index. */
@Entity('conversation_tags')
@Index(['tag', 'endedAt', 'conversationId'])
export class ConversationTag {
  @id() conversationId: string;
  @id() tag: string;
  /** When its conversation was resolved; null while it is under way. */
  @instant({ nullable: true }) endedAt: number | null;
}

/**
 * What a conversation's numbers count: messages, notes, masks, removals, facts. Rows are inserted once; only a
 * mask changes a body, and only the deletion path removes one.
 */
@Entity('entries')
@Index(['conversationId', 'seq'], { unique: true })
// Client ids begin with the time: with them first, the newest of all conversations stand side by side.
@Index(['clientId', 'conversationId'], { unique: true })
@Index('entries_commits', { synchronize: false })
export class EntryRecord extends WithEvidence {
  @ordinal() ordinal: number;
  /** Commit order beside the ordinal, see audit. */
  @integer() txid: number;
  @idRef() id: string;
  @idRef() conversationId: string;
  @integer() seq: number;
  @text() kind: 'message' | 'note' | 'mask' | 'removal' | 'fact';
  @text() role: 'customer' | 'staff' | 'system';
  @idRef({ nullable: true }) authorId: string | null;
  @text({ nullable: true }) clientId: string | null;
  @instant() storedAt: number;
  /** The text, sealed with the conversation's key; null where the entry has none. */
  @sealed({ nullable: true }) body: Buffer | null;
  @idRef() keyId: string;
  /** Where the text is masked, and why. */
  @json({ nullable: true }) masks: Mask[] | null;
  /** When a later entry masked it: then its body is no longer the one that its leaf was made of. */
  @instant({ nullable: true }) maskedAt: number | null;
  /** Of a fact: what happened. Of a mask or removal: which entries. */
  @json({ nullable: true }) detail: EntryDetail | null;
  /** The customer's salted digest in the audit. */
  @bytes() subject: Buffer;
  /** The audit leaf of this entry. */
  @bytes() leaf: Buffer;
}

export interface EntryDetail {
  /** Of a note: the members of staff whom it names. */
  mentions?: readonly string[];
  fact?: { code: FactCode; params?: Record<string, string | number> };
  targets?: { seq: number; masks?: Mask[] }[];
  /** Of a message: its files, each with a digest (base64url) of what is stored, so that the leaf stands for them too. */
  attachments?: { id: string; digest: string }[];
  /** Of a mask, for the audit: digests (base64url) of what its targets held before, and hold since. */
  changed?: { seq: number; before: string; after: string }[];
}

/** Counters that must not skip or repeat, such as the ticket number. */
@Entity('counters')
export class Counter {
  @id() name: string;
  @integer() value: number;
}

/** A browser that was signed out or told to forget: its token is worth nothing any more (policy R19). */
@Entity('forgotten_visitors')
@Index(['forgottenAt'])
export class ForgottenVisitor {
  /** The visitor. */
  @id() id: string;
  @instant() forgottenAt: number;
}
