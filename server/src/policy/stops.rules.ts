import type { Reason } from '@candour/shared/policy.js';
import type { Facts, HoldFact } from './facts.rules.js';

/** What stops a deletion for a while: holds, a pending access request, matters that are not finished (policy R36). */
export function stopReasons(facts: Facts, now: number): Reason[] {
  const holds = (facts.holds ?? []).filter((hold) => hold.from <= now);
  const stops = holds.map(holdReason);
  if (facts.accessPendingSince !== undefined) {
    stops.push({
      rule: 'access-pending',
      kind: 'access',
      clause: 'X14',
      law: 'PIPEDA s. 8(8)',
      verified: true,
      start: facts.accessPendingSince,
    });
  }
  for (const matter of facts.matters ?? []) {
    stops.push({ rule: `open-${matter.kind}`, kind: 'matter', clause: 'R36', verified: true, start: matter.since });
  }
  return stops;
}

function holdReason(hold: HoldFact): Reason {
  const { law, verified } = holdLaw[hold.kind];
  return {
    rule: `hold-${hold.kind}`,
    kind: 'hold',
    clause: hold.kind === 'security' ? 'R18' : hold.kind === 'legal' ? 'R31' : 'R36',
    verified,
    start: hold.from,
    ...((hold.law ?? law) ? { law: hold.law ?? law } : {}),
    ...(hold.until === undefined ? {} : { until: hold.until }),
  };
}

const holdLaw: Record<HoldFact['kind'], { law?: string; verified: boolean }> = {
  legal: { law: 'GDPR Art. 17(3)(e)', verified: false },
  dispute: { verified: true },
  restriction: { law: 'GDPR Art. 18', verified: false },
  safety: { verified: true },
  security: { law: '11 CCR 7061(b)', verified: true },
  fraud: { verified: true },
  terms: { verified: true },
  other: { verified: true },
};
