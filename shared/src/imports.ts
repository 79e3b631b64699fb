import * as z from 'zod';
import { Id } from './ids.js';
import { Instant } from './instant.js';

/** `auto` looks at the first record. Generic files declare their money unit, see docs/import.md. */
export const importFormats = ['auto', 'shopify', 'woocommerce', 'medusa', 'generic-json', 'generic-csv'] as const;
export const ImportFormat = z.enum(importFormats);
export type ImportFormat = z.infer<typeof ImportFormat>;

export const StartImport = z.strictObject({
  format: ImportFormat.default('auto'),
  /** File name, for the record only; never used as a path. */
  name: z.string().max(200).default('upload'),
});
export type StartImport = z.infer<typeof StartImport>;

export const ImportFault = z.object({
  /** Line of the file, from 1: where the record begins; in CSV where its first row ends. */
  line: z.int(),
  /** Number of the record, from 1, in JSON that need not have one record a line. */
  record: z.int().optional(),
  /** Coded reason, such as `money-not-decimal` at `line_items.0.price`; never the value. */
  reason: z.string(),
  path: z.string().optional(),
});
export type ImportFault = z.infer<typeof ImportFault>;

export const Import = z.object({
  id: Id,
  name: z.string(),
  format: ImportFormat,
  status: z.enum(['running', 'done', 'failed']),
  startedAt: Instant,
  finishedAt: Instant.optional(),
  read: z.int(),
  created: z.int(),
  updated: z.int(),
  /** Same or older than what is stored. */
  unchanged: z.int(),
  failed: z.int(),
  /** The first 1,000 faults; in a list of imports the first 20. */
  faults: z.array(ImportFault),
  /** Faults there were, listed or not. */
  faultCount: z.int(),
});
export type Import = z.infer<typeof Import>;
