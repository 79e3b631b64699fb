import * as z from 'zod';

/** To be read by people, or by programs. */
export const TranscriptFormat = z.enum(['text', 'json']);
export type TranscriptFormat = z.infer<typeof TranscriptFormat>;
export const TranscriptAsk = z.strictObject({ format: TranscriptFormat.default('text') });
export type TranscriptAsk = z.infer<typeof TranscriptAsk>;
