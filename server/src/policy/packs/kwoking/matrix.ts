import type { Category, Purpose } from '@candour/shared/policy.js';
import type { Cell, PolicyPack } from '../../pack.rules.js';

const row = (...cells: readonly [Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell]): Record<Purpose, Cell> => {
  const [P1, P2, P3, P4, P5, P6, P7, house] = cells;
  return { P1, P2, P3, P4, P5, P6, P7, house };
};

/**
 * Which category the published text allows for which purpose. `house` is what the desk must do to keep its word:
 * answer requests, keep records safe, account for itself (policy R19c, R36).
 */
// prettier-ignore
export const matrix: Readonly<Record<Category, Readonly<Record<Purpose, Cell>>>> = {
  //             P1     P2     P3     P4     P5     P6     P7     house
  C1:        row('Y',   'Y',   'N',   'Y',   '(y)', '(y)', '(y)', 'Y'),
  C2:        row('N',   'N',   'N',   'N',   'Y',   '(y)', '(y)', 'Y'),
  C3:        row('N',   'Y',   'N',   'N',   'N',   'N',   'N',   'Y'),
  C4:        row('N',   'N',   'Y',   'N',   'N',   'N',   'N',   'N'),
  C5:        row('N',   '(y)', 'N',   'N',   'Y',   'Y',   '(y)', 'Y'),
  C6:        row('N',   'N',   'N',   'N',   'Y',   '(y)', '(y)', 'Y'),
  automatic: row('N',   'N',   'N',   'N',   '(y)', '(y)', '(y)', 'Y'),
  staff:     row('N',   'N',   'N',   'N',   'N',   'Y',   'N',   'Y'),
};

/** Where a refusal has a clause of its own. */
export const matrixClauses: PolicyPack['matrixClauses'] = { C3: 'X3', C4: 'R24' };
