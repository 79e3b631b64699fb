import * as z from 'zod';
import { Id } from './ids.js';
import { Instant } from './instant.js';

/** Most records that one ticket is linked to. */
export const LINKS_MOST = 20;
/** A noun of the desk, such as `return`: which ones there are is said by the features that are there. */
export const LinkKind = z.string().regex(/^[a-z][a-z-]{1,30}$/);
export const LinkRecord = z.strictObject({ kind: LinkKind, targetId: Id });
export type LinkRecord = z.infer<typeof LinkRecord>;

/** A record by what people call it: `1042`, `#1042`. */
export const LINK_LABEL_MAX = 40;
export const FindLink = z.strictObject({ kind: LinkKind, label: z.string().trim().min(1).max(LINK_LABEL_MAX) });
export type FindLink = z.infer<typeof FindLink>;
export const FoundLink = z.object({ kind: z.string(), targetId: Id, label: z.string() });
export type FoundLink = z.infer<typeof FoundLink>;

export const TicketLink = z.object({
  kind: z.string(),
  targetId: Id,
  /** As people call it: `#1042`, an order's number. */
  label: z.string(),
  linkedAt: Instant.optional(),
  /** It follows from something else, and is not taken away here. */
  fixed: z.boolean(),
});
export type TicketLink = z.infer<typeof TicketLink>;
export const TicketLinks = z.object({ links: z.array(TicketLink), kinds: z.array(z.string()) });
export type TicketLinks = z.infer<typeof TicketLinks>;
