import type { Decision, Evidence, Reason, ReasonKind } from '@candour/shared/policy.js';
import { endOf } from './calendar.rules.js';
import type { Facts } from './facts.rules.js';
import type { PolicyPack } from './pack.rules.js';
import { later } from './periods.rules.js';

type Conflict = Decision['conflicts'][number];

/** Something that closes keep-reasons before their time. */
interface Closure {
  readonly reason: Reason & { readonly until: number };
  readonly closes: ReadonlySet<ReasonKind>;
}

const everyReason = new Set<ReasonKind>(['purpose', 'law', 'hold', 'access', 'matter']);
const allButHolds = new Set<ReasonKind>(['purpose', 'law', 'access', 'matter']);
const allButLawAndHolds = new Set<ReasonKind>(['purpose', 'access', 'matter']);
const purposes = new Set<ReasonKind>(['purpose']);

/** What closes reasons early, each with the reasons it has power over. */
function closuresOf(record: Evidence, facts: Facts, reasons: readonly Reason[], pack: PolicyPack): Closure[] {
  const closures: Closure[] = [];
  const { minor, erasureRequestedAt } = facts;

  // Not even a hold keeps card numbers, security codes or passwords (policy X3, PCI DSS 3.3.1).
  if (record.retentionClass === 'never-stored') {
    closures.push(closure('never-stored', 'X3', everyReason, record.anchorAt ?? 0, 'PCI SSC FAQ 1210'));
  }
  // Forwarded or too old: the draft goes whatever else is open, short of an explicit hold (policy R22).
  if (record.retentionClass === 'financing-draft') {
    const until = reasons.find((reason) => reason.kind === 'purpose')?.until;
    if (until !== undefined) closures.push(closure('financing-draft', 'R22', allButHolds, until));
  }
  // A minor's ledger fields stay where law demands them, shown as a conflict (policy R27, X1).
  if (minor?.stage === 'confirmed') closures.push(closure('minor', 'R27', allButLawAndHolds, minor.at));
  if (minor?.stage === 'awaiting-parent') {
    closures.push(closure('minor-awaiting-parent', 'R27', allButLawAndHolds, endOf(minor.at, pack.parentWait)));
  }
  if (erasureRequestedAt !== undefined) {
    const effect = endOf(erasureRequestedAt, pack.coolOff);
    closures.push(closure('erasure', 'R37', purposes, effect, 'GDPR Art. 17; 11 CCR 7022'));
  }
  return closures;
}

function closure(rule: string, clause: string, closes: ReadonlySet<ReasonKind>, until: number, law?: string): Closure {
  return { closes, reason: { rule, kind: 'end', clause, verified: true, until, ...(law ? { law } : {}) } };
}

/** The reasons after every closure that has power over them; closures that closed something are told as reasons. */
export function close(record: Evidence, facts: Facts, reasons: readonly Reason[], pack: PolicyPack): Reason[] {
  const used = new Map<string, Reason>();
  const closures = closuresOf(record, facts, reasons, pack);
  const closed = reasons.map((reason) => {
    let result = reason;
    for (const { closes, reason: end } of closures) {
      if (!closes.has(reason.kind) || !later(result.until, end.until)) continue;
      result = { ...result, until: end.until, endedBy: end.rule };
      used.set(end.rule, end);
    }
    return result;
  });
  return [...closed, ...used.values()];
}

/** Where what keeps the record contradicts what closes it, or a fact is missing that a person must supply. */
export function conflictsOf(record: Evidence, facts: Facts, reasons: readonly Reason[], now: number): Conflict[] {
  const live = (kind: ReasonKind): boolean =>
    reasons.some((reason) => reason.kind === kind && later(reason.until, now));
  const conflicts: Conflict[] = [];
  const add = (when: boolean, rule: string, clause: string): void => {
    if (when) conflicts.push({ rule, clause });
  };
  const minor = facts.minor?.stage === 'confirmed';
  const erasure = facts.erasureRequestedAt !== undefined;
  const held = (facts.holds ?? []).some((hold) => hold.from <= now && later(hold.until, now));
  add(minor && live('law'), 'minor-law', 'X1');
  add(minor && live('hold'), 'minor-hold', 'R27');
  add(minor && facts.accessPendingSince !== undefined, 'minor-access', 'X14');
  add(record.retentionClass === 'financing-draft' && live('hold'), 'financing-hold', 'R22');
  add(record.retentionClass === 'never-stored' && held, 'never-stored-hold', 'X3');
  add(erasure && record.retentionClass === 'account', 'erasure-account', 'X9');
  add(erasure && live('access'), 'erasure-access', 'X14');
  add(erasure && live('law'), 'erasure-law', 'R36');
  add(erasure && live('hold'), 'erasure-hold', 'R36');
  add(erasure && live('matter'), 'erasure-matter', 'R36');
  add(
    reasons.some((reason) => reason.rule.endsWith('-country-unset')),
    'seller-unset',
    'R36',
  );
  return conflicts;
}
