import type { Category, Purpose, RetentionClass, Source } from '@candour/shared/policy.js';
import type { MailRow } from '@candour/shared/mail.js';
import { Entity, Index } from 'typeorm';
import { blind, id, idRef, instant, integer, json, sealed, text } from '../database/columns.js';

/**
 * A mail that must go out, written with what caused it. `waiting` goes to the mail server, `kept` stays here because
 * none is configured.
 */
@Entity('mails')
@Index(['status', 'nextAttemptAt'])
@Index(['recipientIndex', 'id'])
@Index(['ownerId'])
@Index(['retentionClass', 'anchorAt', 'id'])
export class MailRecord {
  @id() id: string;
  /** The person it is written to, whose key seals it. */
  @idRef() ownerId: string;
  @idRef() keyId: string;
  @sealed() recipient: Buffer;
  @blind() recipientIndex: string;
  @sealed() subject: Buffer;
  @sealed() text: Buffer;
  /** `[start, end)` of the parts of the text that staff do not see. */
  @json() hidden: [number, number][];
  @text() status: MailRow['status'];
  @integer() attempts: number;
  @instant() createdAt: number;
  /** After this instant it is of no use to its reader and is not sent. */
  @instant({ nullable: true }) expiresAt: number | null;
  @instant({ nullable: true }) nextAttemptAt: number | null;
  @instant({ nullable: true }) sentAt: number | null;
  /** Coded, such as `smtp-550`. */
  @text({ nullable: true }) error: string | null;
  /** The worker that sends it now; another takes it when the claim has run out. */
  @idRef({ nullable: true }) claimedBy: string | null;
  @instant({ nullable: true }) claimedUntil: number | null;

  // Evidence of the policy, as on every personal record.
  @text() policyVersion: string;
  @text() category: Category;
  @text() source: Source;
  @text() purpose: Purpose;
  @text() retentionClass: RetentionClass;
  @instant({ nullable: true }) anchorAt: number | null;
}
