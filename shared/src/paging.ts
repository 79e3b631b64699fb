import * as z from 'zod';

/** What a list is asked with: a keyset cursor from the page before, and how many rows (1 to 100). */
export const PageAsk = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type PageAsk = z.infer<typeof PageAsk>;

/** One page of a list; `next` is absent on the last page. */
export const pageOf = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), next: z.string().optional() });
export interface Page<T> {
  rows: T[];
  next?: string | undefined;
}
