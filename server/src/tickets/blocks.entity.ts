import type { BlockReason } from '@candour/shared/blocks.js';
import { Entity, Index } from 'typeorm';
import { id, idRef, instant, text } from '../core/database/columns.js';

/** Somebody is kept from beginning chats for a while: their browser, and the customer where it is known whose it is. */
@Entity('blocks')
// Whoever begins a chat is looked for by both.
@Index(['visitorId'])
@Index(['customerId'])
@Index(['until'])
export class BlockRow {
  @id() id: string;
  @idRef() conversationId: string;
  @idRef() customerId: string;
  @idRef() visitorId: string;
  @text() reason: BlockReason;
  @instant() setAt: number;
  @instant() until: number;
  @idRef() staffId: string;
  @instant({ nullable: true }) liftedAt: number | null;
  @idRef({ nullable: true }) liftedBy: string | null;
}
