import type { Category, MatrixCell, Purpose } from '@candour/shared/policy.js';
import { categories, purposes } from '@candour/shared/policy.js';
import type { PolicyPack } from './pack.rules.js';

/**
 * Whether the published text allows a category to be used for a purpose (policy R8). Specific text beats the broad
 * wording (X11): a cell that only "information you provide to us" would allow is off until it is switched on.
 */
export function mayUse(category: Category, purpose: Purpose, pack: PolicyPack): MatrixCell {
  const cell = pack.matrix[category][purpose];
  const allowed = cell === 'Y' || (cell === '(y)' && pack.broadUses.includes(`${category}:${purpose}`));
  const refusal = pack.matrixClauses[category];
  return {
    category,
    purpose,
    allowed,
    by: cell === 'Y' ? 'specific' : cell === '(y)' ? 'broad' : 'none',
    clause: cell === 'N' && refusal ? refusal : purpose === 'house' ? 'R19c' : purpose,
  };
}

/** The whole matrix, row by row. */
export function usesOf(pack: PolicyPack): MatrixCell[] {
  return (Object.keys(categories) as Category[]).flatMap((category) =>
    purposes.map((purpose) => mayUse(category, purpose, pack)),
  );
}
