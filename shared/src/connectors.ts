import * as z from 'zod';
import { Instant } from './instant.js';
import { OrderSource } from './orders.js';

/** How the desk and one shop are connected, and how that goes. */
export const Connector = z.object({
  source: OrderSource,
  /** The shop can tell its orders by itself. */
  hears: z.boolean(),
  /** The desk reads what no webhook told. */
  reads: z.boolean(),
  /** The desk can ask it to change orders. */
  changes: z.boolean(),
  /** Up to when all that the shop changed is here, and when that was looked for last. */
  readUntil: Instant.optional(),
  polledAt: Instant.optional(),
  /** What was wrong last, in codes, such as `http-500`. */
  fault: z.string().optional(),
  faultAt: Instant.optional(),
  /** Changes that wait to be sent, that the shop refused, that somebody has to make there. */
  waiting: z.int(),
  failed: z.int(),
  byHand: z.int(),
});
export type Connector = z.infer<typeof Connector>;

export const Connectors = z.object({ connectors: z.array(Connector) });
export type Connectors = z.infer<typeof Connectors>;
