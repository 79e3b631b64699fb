import type { Role } from '@candour/shared/staff.js';
import { approvers, needsSecond } from './role-grants.rules.js';

describe('A second person', () => {
  const cases: readonly [from: Role | undefined, to: Role, needed: boolean][] = [
    [undefined, 'agent', false],
    [undefined, 'design_expert', false],
    [undefined, 'installer', false],
    [undefined, 'lead', true],
    [undefined, 'supervisor', true],
    [undefined, 'privacy_officer', true],
    [undefined, 'admin', true],
    ['agent', 'lead', true],
    ['agent', 'installer', false],
    ['lead', 'supervisor', true],
    // Who may administer may not read; who may read may not administer.
    ['admin', 'supervisor', true],
    ['supervisor', 'admin', true],
    ['privacy_officer', 'supervisor', true],
    // Less than before needs nobody.
    ['supervisor', 'lead', false],
    ['supervisor', 'agent', false],
    ['admin', 'agent', false],
    ['supervisor', 'supervisor', false],
  ];
  for (const [from, to, needed] of cases) {
    it(`${needed ? 'approves' : 'is not asked for'} ${from ?? 'nothing'} becoming ${to}`, () => {
      expect(needsSecond(from, to)).toBe(needed);
    });
  }

  it('is an administrator or the privacy officer', () => {
    expect(approvers).toEqual(['privacy_officer', 'admin']);
  });
});
