import type { FileType } from '@candour/shared/file-types.js';
import { Entity, Index } from 'typeorm';
import { bytes, flag, id, idRef, instant, integer, sealed, text } from '../core/database/columns.js';
import { WithEvidence } from '../policy/evidence.js';

/** A file of a message; until the message is sent, of nobody but whoever uploaded it. */
@Entity('attachments')
// By conversation: what goes with it, and how much it has.
@Index(['conversationId', 'messageId'])
// Those that were never sent.
@Index(['createdAt'], { where: 'message_id IS NULL' })
// The files of the store that have a record.
@Index(['fileId'])
@Index(['previewId'])
export class AttachmentRecord extends WithEvidence {
  @id() id: string;
  @idRef() conversationId: string;
  /** The entry that it came with; null until that is sent. */
  @idRef({ nullable: true }) messageId: string | null;
  /** It came with a private note. */
  @flag() note: boolean;
  @text() role: 'customer' | 'staff';
  /** The browser or the member of staff. */
  @idRef() authorId: string;
  /** Data key of the customer's `conversation` family; it seals name and files. */
  @idRef() keyId: string;
  @sealed() name: Buffer;
  @text() type: FileType;
  @idRef() fileId: string;
  /** Bytes of the file, unsealed. */
  @integer() size: number;
  /** SHA-256 of the file as stored. */
  @bytes() digest: Buffer;
  @idRef({ nullable: true }) previewId: string | null;
  @integer({ nullable: true }) previewSize: number | null;
  @integer({ nullable: true }) width: number | null;
  @integer({ nullable: true }) height: number | null;
  /** Health, bereavement, copies of identity papers: no training, need-to-know (house rule 16). */
  @flag() sensitive: boolean;
  @instant() createdAt: number;
}
