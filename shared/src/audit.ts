import * as z from 'zod';
import { Instant } from './instant.js';

/** A signed head of one month of the audit log. */
export const Checkpoint = z.object({
  /** Name of the log, such as `candour-audit-1a2b3c4d/2026-01`. */
  origin: z.string(),
  size: z.int(),
  /** Base64 of the Merkle root (RFC 6962). */
  root: z.string(),
  at: Instant,
  /** The note whole, as C2SP tlog-checkpoint writes it: what anyone may keep and check. */
  note: z.string(),
  /** The public key to check it with, as C2SP signed-note writes it. */
  verifierKey: z.string(),
});
export type Checkpoint = z.infer<typeof Checkpoint>;

/** That a leaf stands in the log that a checkpoint signs. Hashes in base64. */
export const InclusionProof = z.object({
  leaf: z.string(),
  /** The leaf's number in its log, from 0. */
  index: z.int(),
  /** From the leaf's sibling up (RFC 6962, 2.1.1). */
  path: z.array(z.string()),
  checkpoint: Checkpoint,
});
export type InclusionProof = z.infer<typeof InclusionProof>;
