import type { Evidence, RetentionClass } from '@candour/shared/policy.js';
import type { Facts } from './facts.rules.js';
import { kwoking } from './packs/kwoking/pack.js';
import { decide } from './policy.rules.js';

/** Midnight UTC of a day. */
export const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
/** When the matter of a case was resolved, unless it says otherwise. */
export const resolved = at('2026-01-31');

export interface Case {
  readonly it: string;
  readonly of: RetentionClass;
  readonly anchor?: string | null;
  readonly facts?: Facts;
  readonly on: string;
  readonly action: 'keep' | 'delete' | 'anonymise';
  readonly until?: string;
  readonly by: string;
  readonly restricted?: true;
  readonly conflicts?: readonly string[];
}

/** Evidence of a class as the pack would have it written, counted from `anchorAt`. */
export function evidenceOf(retentionClass: RetentionClass, anchorAt: number | null): Evidence {
  return {
    policyVersion: '1',
    category: kwoking.periods[retentionClass].categories[0] ?? 'C5',
    source: 'provided',
    purpose: 'P5',
    retentionClass,
    anchorAt,
  };
}

/** A spec for each row: what is decided on a day, until when and by which rule. */
export function itDecides(cases: readonly Case[]): void {
  for (const row of cases) {
    it(row.it, () => {
      const anchor = row.anchor === null ? null : row.anchor === undefined ? resolved : at(row.anchor);
      const decision = decide(evidenceOf(row.of, anchor), row.facts ?? {}, kwoking, at(row.on));
      const until = decision.until === undefined ? undefined : new Date(decision.until).toISOString().slice(0, 10);
      expect({
        action: decision.action,
        until,
        by: decision.winning.rule,
        restricted: decision.restricted,
        conflicts: decision.conflicts.map((conflict) => conflict.rule),
      }).toEqual({
        action: row.action,
        until: row.until,
        by: row.by,
        restricted: row.restricted ?? false,
        conflicts: [...(row.conflicts ?? [])],
      });
    });
  }
}
