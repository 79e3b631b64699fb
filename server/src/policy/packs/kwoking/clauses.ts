import type { ClauseSection } from '@candour/shared/policy.js';

/** The clauses in the order of the published page. Their words stand in `texts/`. */
const bySection: Readonly<Record<ClauseSection, readonly string[]>> = {
  scope: ['R1', 'R2', 'R3', 'R4', 'R5'],
  collect: ['R6', 'R7', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6'],
  use: ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'R8', 'R9', 'R10', 'R11', 'R12'],
  protect: ['R13', 'R14', 'R15', 'R16', 'R17', 'R18', 'R19', 'R19b', 'R19c', 'R19d'],
  financing: ['R20', 'R21', 'R22', 'R23', 'R24'],
  children: ['R25', 'R26', 'R27'],
  share: ['R28', 'R29', 'R30', 'R31', 'R32', 'R33', 'R34'],
  keep: ['R35', 'R36', 'R37', 'R38'],
  changes: ['R39', 'R40', 'R41', 'R42', 'R43'],
  cookies: ['R44', 'R45', 'R45b', 'R46', 'R47', 'R48', 'R49'],
  contact: ['R50', 'R51', 'R52', 'R53', 'R54'],
  conflicts: ['X1', 'X2', 'X3', 'X4', 'X5', 'X6', 'X7', 'X8', 'X9', 'X10', 'X11', 'X12', 'X13', 'X14'],
};

export const clauses: readonly { readonly id: string; readonly section: ClauseSection }[] = (
  Object.entries(bySection) as [ClauseSection, readonly string[]][]
).flatMap(([section, ids]) => ids.map((id) => ({ id, section })));
