import type { Tx } from '../core/database/database.js';
import { PrivacyRequestRow } from './requests.entity.js';

/** The first one; people read them to each other beside ticket numbers. */
const FIRST = 501;

/** The next number. The column is unique: of two that take the same, one unit is run again. */
export async function takeRequestNumber(tx: Tx): Promise<number> {
  const highest = await tx.em.maximum(PrivacyRequestRow, 'number');
  return highest === null ? FIRST : Number(highest) + 1;
}
