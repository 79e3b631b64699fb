import type {
  Dismissal,
  Jurisdiction,
  RequestStatus,
  RequestType,
  SuggestionStatus,
} from '@candour/shared/requests.js';
import type { Channel, Language } from '@candour/shared/words.js';
import { Entity, Index } from 'typeorm';
import { id, idRef, instant, integer, json, text } from '../core/database/columns.js';
import { WithEvidence } from '../policy/evidence.js';

/** A matter with a statutory clock. What later work on it needs (identity, plan, answer) gets tables of its own. */
@Entity('privacy_requests')
// The queue, by deadline.
@Index(['dueAt', 'id'])
@Index(['openedBy', 'dueAt', 'id'])
@Index(['customerId'])
@Index(['conversationId'])
@Index(['retentionClass', 'anchorAt', 'id'])
export class PrivacyRequestRow extends WithEvidence {
  @id() id: string;
  @integer({ unique: true }) number: number;
  @text() type: RequestType;
  @text() status: RequestStatus;
  @text() jurisdiction: Jurisdiction;
  /** How it came. */
  @text() channel: Channel;
  @text() language: Language;
  @idRef() customerId: string;
  /** Where it was said; null once that conversation has gone. */
  @idRef({ nullable: true }) conversationId: string | null;
  /** The conversation's number, for people. */
  @integer({ nullable: true }) conversationNumber: number | null;
  /** The message's time: the clock runs from then. */
  @instant() receivedAt: number;
  /** Computed from type, jurisdiction and receipt whenever one of them changes. */
  @instant() dueAt: number;
  @instant({ nullable: true }) confirmBy: number | null;
  @instant() openedAt: number;
  @idRef() openedBy: string;
}

/** A message that reads like a request: which words, and what a person made of it. It holds no text. */
@Entity('request_suggestions')
// Beside the conversation; and no message is offered twice.
@Index(['conversationId', 'seq'], { unique: true })
@Index(['customerId'])
export class RequestSuggestionRow {
  @id() id: string;
  @idRef() conversationId: string;
  @idRef() customerId: string;
  @integer() seq: number;
  /** When the message was stored. */
  @instant() at: number;
  @text() type: RequestType;
  @json() spans: [number, number][];
  /** Which rule spoke, for whoever tunes them. */
  @text() rule: string;
  @text() status: SuggestionStatus;
  @text({ nullable: true }) dismissal: Dismissal | null;
  @idRef({ nullable: true }) requestId: string | null;
  @instant({ nullable: true }) decidedAt: number | null;
  @idRef({ nullable: true }) decidedBy: string | null;
}

/** How far the log was read: one row, moved in the unit that writes what was found. */
@Entity('request_reading')
export class RequestReadingRow {
  @id() id: string;
  @integer() floor: number;
  @integer() txid: number;
  @integer() ordinal: number;
}
