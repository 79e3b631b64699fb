import * as z from 'zod';
import { Id } from './ids.js';
import { Instant } from './instant.js';
import { pageOf } from './paging.js';

export const MailRow = z.object({
  id: Id,
  to: z.string(),
  subject: z.string(),
  status: z.enum(['waiting', 'sent', 'failed', 'kept']),
  attempts: z.int(),
  createdAt: Instant,
  sentAt: Instant.optional(),
  nextAttemptAt: Instant.optional(),
  /** Coded, such as `smtp-550`; never the server's sentence. */
  error: z.string().optional(),
});
export type MailRow = z.infer<typeof MailRow>;
export const Mail = MailRow.extend({ text: z.string() });
export type Mail = z.infer<typeof Mail>;
export const MailPage = pageOf(MailRow);
export type MailPage = z.infer<typeof MailPage>;
