import * as z from 'zod';
import { Id } from './ids.js';
import { Instant } from './instant.js';
import { Decision, Ending, RetentionClass } from './policy.js';

/** One record that the policy would delete or anonymise, and why. */
export const DueRecord = z.object({
  table: z.string(),
  id: Id,
  retentionClass: RetentionClass,
  /** Which of its table's records, for people and without personal data: `#1042`. */
  label: z.string(),
  rows: z.int(),
  decision: Decision,
});
export type DueRecord = z.infer<typeof DueRecord>;

export const RetentionPreviewAsk = z.strictObject({
  /** What would be due at this instant; default: the next nightly sweep. */
  at: z.coerce.number().int().optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type RetentionPreviewAsk = z.infer<typeof RetentionPreviewAsk>;

export const RetentionPreview = z.object({
  at: Instant,
  rows: z.array(DueRecord),
  next: z.string().optional(),
  /** Per retention class, how many records are due in all; counted for the first page, empty on later ones. */
  totals: z.array(z.object({ retentionClass: RetentionClass, then: Ending, count: z.int(), rows: z.int() })),
});
export type RetentionPreview = z.infer<typeof RetentionPreview>;

export const SweepReport = z.object({
  id: Id,
  startedAt: Instant,
  /** Absent while it runs; a sweep that a crash cut off goes on at the next start. */
  finishedAt: Instant.optional(),
  /** What is due at this instant goes; the same `at` in the preview lists exactly that. */
  at: Instant,
  by: z.enum(['schedule', 'staff']),
  deleted: z.int(),
  anonymised: z.int(),
  /** Looked at and kept: the period had not ended, or something holds the record. */
  kept: z.int(),
  /** Rows removed or anonymised, those that hang on a record included. */
  rows: z.int(),
});
export type SweepReport = z.infer<typeof SweepReport>;

export const SweepReports = z.object({ rows: z.array(SweepReport), next: z.string().optional() });
export type SweepReports = z.infer<typeof SweepReports>;
