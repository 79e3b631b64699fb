import * as z from 'zod';
import { Id } from './ids.js';
import { Instant } from './instant.js';

export const blockReasons = ['abuse', 'threats', 'spam', 'fraud'] as const;
export const BlockReason = z.enum(blockReasons);
export type BlockReason = z.infer<typeof BlockReason>;

/** Days for which somebody can be kept from beginning chats. */
export const BLOCK_DAYS_MOST = 180;
export const BlockAsk = z.strictObject({ reason: BlockReason, days: z.int().min(1).max(BLOCK_DAYS_MOST) });
export type BlockAsk = z.infer<typeof BlockAsk>;

export const Block = z.object({
  id: Id,
  /** The conversation it was set in. */
  conversationId: Id,
  number: z.int().optional(),
  reason: BlockReason,
  from: Instant,
  until: Instant,
  by: z.string(),
  /** When it was lifted before its time. */
  liftedAt: Instant.optional(),
});
export type Block = z.infer<typeof Block>;
/** How a ticket's customer was met: times they were warned, and what keeps them from beginning a chat. */
export const Manners = z.object({ warnings: z.int(), block: Block.optional() });
export type Manners = z.infer<typeof Manners>;
