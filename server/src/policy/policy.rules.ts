import type { Decision, Evidence, Reason, ReasonKind } from '@candour/shared/policy.js';
import { close, conflictsOf } from './closures.rules.js';
import type { Facts } from './facts.rules.js';
import type { PolicyPack } from './pack.rules.js';
import { later, periodReasons } from './periods.rules.js';
import { stopReasons } from './stops.rules.js';
import { mayTrain } from './training.rules.js';

/**
 * The policy's answer about one record at `now` (milliseconds UTC). Pure: erasure, the nightly sweep, "why is this
 * here?" and what-if all ask it. It keeps a record only while a reason lives (policy R35-R37), and keeps it until
 * the last of them ends.
 */
export function decide(record: Evidence, facts: Facts, policy: PolicyPack, now: number): Decision {
  const opened = [...periodReasons(record, facts, policy), ...stopReasons(facts, now)];
  const reasons = close(record, facts, opened, policy);
  const keeping = reasons.filter((reason) => reason.kind !== 'end');
  const last = keeping.reduce((best, reason) => (outlasts(reason, best) ? reason : best));
  const kept = later(last.until, now);
  const then = policy.periods[record.retentionClass].then;
  const ended = last.endedBy === undefined ? undefined : reasons.find((reason) => reason.rule === last.endedBy);

  return {
    action: kept ? 'keep' : then === 'anonymise' && facts.minor?.stage !== 'confirmed' ? 'anonymise' : 'delete',
    category: record.category,
    source: record.source,
    purpose: record.purpose,
    retentionClass: record.retentionClass,
    policyVersion: record.policyVersion,
    ...(last.until === undefined ? {} : { until: last.until }),
    then: then === 'anonymise' && facts.minor?.stage === 'confirmed' ? 'delete' : then,
    restricted: kept && !keeping.some((reason) => reason.kind === 'purpose' && later(reason.until, now)),
    winning: ended ?? last,
    reasons,
    conflicts: conflictsOf(record, facts, reasons, now),
    training: mayTrain(record, facts, reasons, policy, now),
  };
}

/** Of two reasons that end together, the one said to people. */
const rank: Record<ReasonKind, number> = { hold: 5, law: 4, access: 3, matter: 2, purpose: 1, end: 0 };

function outlasts(a: Reason, b: Reason): boolean {
  if (later(a.until, b.until)) return true;
  return a.until === b.until && rank[a.kind] > rank[b.kind];
}
