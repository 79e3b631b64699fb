import type { Evidence, Reason, TrainingVerdict } from '@candour/shared/policy.js';
import type { Facts, TrainingFacts } from './facts.rules.js';
import { mayUse } from './matrix.rules.js';
import type { PolicyPack } from './pack.rules.js';
import { later } from './periods.rules.js';

interface Asked {
  readonly record: Evidence;
  readonly facts: Facts;
  readonly training: TrainingFacts;
  readonly reasons: readonly Reason[];
  readonly pack: PolicyPack;
  readonly now: number;
}
interface Refusal {
  readonly rule: string;
  readonly clause: string;
  when(asked: Asked): boolean;
}

/** What is never shown in staff training (policy P6, R9-R12), in the order in which it is said. */
const refusals: readonly Refusal[] = [
  { rule: 'minor', clause: 'R27', when: ({ facts }) => facts.minor !== undefined },
  { rule: 'never-stored', clause: 'X3', when: ({ record }) => record.retentionClass === 'never-stored' },
  {
    rule: 'financing',
    clause: 'R24',
    when: ({ record, training }) =>
      record.category === 'C4' || record.retentionClass.startsWith('financing-') || training.matter === 'financing',
  },
  { rule: 'unmasked-payment', clause: 'X3', when: ({ training }) => training.unmaskedPayment === true },
  { rule: 'sensitive', clause: 'R10', when: ({ training }) => training.sensitive === true },
  { rule: 'privacy-matter', clause: 'R53', when: ({ training }) => training.matter === 'privacy' },
  { rule: 'legal-matter', clause: 'R31', when: ({ training }) => training.matter === 'legal' },
  { rule: 'safety-matter', clause: 'R36', when: ({ training }) => training.matter === 'safety' },
  { rule: 'objection', clause: 'R12', when: ({ training }) => training.objected === true },
  { rule: 'erasure', clause: 'R12', when: ({ facts }) => facts.erasureRequestedAt !== undefined },
  { rule: 'hold', clause: 'R12', when: ({ reasons, now }) => live(reasons, 'hold', now) },
  { rule: 'recording-consent', clause: 'R9', when: ({ record, training }) => lacksConsent(record, training) },
  {
    rule: 'restricted',
    clause: 'R12',
    when: ({ reasons, now }) => !live(reasons, 'purpose', now),
  },
  { rule: 'matrix', clause: 'P6', when: ({ record, pack }) => !mayUse(record.category, 'P6', pack).allowed },
];

/** Whether, and how, staff may be trained with a record. Machines never are (policy R9). */
export function mayTrain(
  record: Evidence,
  facts: Facts,
  reasons: readonly Reason[],
  pack: PolicyPack,
  now: number,
): TrainingVerdict {
  const asked: Asked = { record, facts, training: facts.training ?? {}, reasons, pack, now };
  const refusal = refusals.find((rule) => rule.when(asked));
  if (refusal) return { use: 'no', rule: refusal.rule, clause: refusal.clause };
  return pack.training.ceiling === 'yes'
    ? { use: 'yes', rule: 'training', clause: 'P6' }
    : { use: 'redacted', rule: 'training-redacted', clause: 'R10' };
}

function live(reasons: readonly Reason[], kind: Reason['kind'], now: number): boolean {
  return reasons.some((reason) => reason.kind === kind && later(reason.until, now));
}

/** Explicit consent everywhere but where one party's suffices and it was announced. */
function lacksConsent(record: Evidence, training: TrainingFacts): boolean {
  const consent = training.recordingConsent;
  if (record.retentionClass !== 'recording' && consent === undefined) return false;
  return !(consent === 'given' || (consent === 'announced' && training.oneParty === true));
}
