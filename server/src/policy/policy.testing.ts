import type { Evidence, RetentionClass } from '@candour/shared/policy.js';
import { kwoking } from './packs/kwoking/pack.js';

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
