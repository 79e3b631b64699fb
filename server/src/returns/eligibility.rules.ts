import { HOUR } from '@candour/shared/instant.js';
import type { LineVerdict, ReturnReason, Verdict, VerdictCode } from '@candour/shared/returns.js';
import { afterDays, afterMonths, onWorkingDay, type IsHoliday } from './calendar.rules.js';
import {
  nonconforming,
  ours,
  statutes,
  unknownResidence,
  type ReturnPolicy,
  type StatutoryRule,
} from './knobs.rules.js';

/** Days end later in the west than in UTC: nobody loses their last day by where they live. */
export const GRACE = 12 * HOUR;

export interface LineFacts {
  readonly reason: ReturnReason;
  /** Where the customer lives (ISO 3166-1 alpha-2). */
  readonly residence: string | undefined;
  /** When the last of the goods came; null: it is awaited; undefined: not known. */
  readonly deliveredAt: number | null | undefined;
  /** Delivered, and in no return yet. */
  readonly left: number;
  readonly delivered: number;
  readonly finalSale: boolean;
  readonly madeToOrder: boolean;
  readonly assembled: boolean;
  readonly hygienic: boolean;
  readonly opened: boolean;
}

/**
 * Both verdicts, the law's first: what it grants no rule of the shop takes back (defaults, ground rule 1).
 * Goods of which nothing is left to return are refused whatever else holds.
 */
export function verdictOn(line: LineFacts, policy: ReturnPolicy, now: number, holiday: IsHoliday): LineVerdict {
  const { verdict: statutory, basis } = statutoryOn(line, now, holiday);
  const merchant = merchantOn(line, policy, now, holiday);
  if (line.left < 1) {
    const code: VerdictCode = line.delivered < 1 ? 'not-delivered' : 'nothing-left';
    const refuse = (verdict: Verdict): Verdict => ({
      ...verdict,
      granted: false,
      review: false,
      codes: [code, ...verdict.codes],
    });
    return { outcome: 'refused', basis: 'none', statutory: refuse(statutory), merchant: refuse(merchant) };
  }
  const whole = { statutory, merchant };
  if (statutory.granted) return { outcome: 'by-law', basis, ...whole };
  if (merchant.granted) return { outcome: 'by-shop', basis: 'shop', ...whole };
  if (statutory.review || merchant.review)
    return { outcome: 'review', basis: statutory.review ? basis : 'shop', ...whole };
  return { outcome: 'refused', basis: 'none', ...whole };
}

export const statuteOf = (residence: string | undefined): StatutoryRule =>
  residence === undefined ? unknownResidence : (statutes[residence.toUpperCase()] ?? unknownResidence);

/** Whether goods may be withdrawn from without a reason; nothing but goods made for this customer is excluded. */
export function withdrawalOn(
  { residence, deliveredAt, madeToOrder }: Pick<LineFacts, 'residence' | 'deliveredAt' | 'madeToOrder'>,
  now: number,
  holiday: IsHoliday,
): Verdict {
  const rule = statuteOf(residence);
  const unknown = isKnown(residence) ? [] : (['residence-unknown'] as const);
  const { withdrawalDays, withdrawalLaw, verified } = rule;
  const said = { review: false, verified, ...(withdrawalLaw === undefined ? {} : { law: withdrawalLaw }) };
  if (withdrawalDays === undefined) return { ...said, granted: false, codes: ['withdrawal-elsewhere'] };
  if (madeToOrder) return { ...said, granted: false, codes: ['withdrawal-made-to-order', ...unknown] };
  // The period begins when the last of the goods is in their hands; before, one may withdraw at any time.
  if (deliveredAt === null || deliveredAt === undefined) {
    return {
      ...said,
      granted: true,
      codes: [deliveredAt === null ? 'withdrawal-before-delivery' : 'delivery-unknown', ...unknown],
    };
  }
  const end = afterDays(deliveredAt, withdrawalDays);
  const until = rule.extends ? onWorkingDay(end, holiday) : end;
  const open = now <= until + GRACE;
  return { ...said, granted: open, codes: [open ? 'withdrawal-open' : 'withdrawal-over', ...unknown], until };
}

function statutoryOn(
  line: LineFacts,
  now: number,
  holiday: IsHoliday,
): { verdict: Verdict; basis: LineVerdict['basis'] } {
  const withdrawal = withdrawalOn(line, now, holiday);
  if (withdrawal.granted) return { verdict: withdrawal, basis: 'withdrawal' };
  const { guaranteeMonths, guaranteeLaw, verified } = statuteOf(line.residence);
  if (!nonconforming[line.reason] || guaranteeMonths === undefined) return { verdict: withdrawal, basis: 'none' };
  const said = { verified, ...(guaranteeLaw === undefined ? {} : { law: guaranteeLaw }) };
  if (guaranteeMonths === 0) {
    return { verdict: { ...said, granted: false, review: true, codes: ['guarantee-judged'] }, basis: 'guarantee' };
  }
  const { deliveredAt } = line;
  const until =
    deliveredAt === null || deliveredAt === undefined ? undefined : afterMonths(deliveredAt, guaranteeMonths);
  const open = until === undefined || now <= until + GRACE;
  const ended: VerdictCode[] = [...withdrawal.codes.filter((code) => code === 'residence-unknown')];
  return {
    verdict: {
      ...said,
      granted: open,
      review: false,
      codes: [open ? 'guarantee-open' : 'guarantee-over', ...ended],
      ...(until === undefined ? {} : { until }),
    },
    basis: open ? 'guarantee' : 'none',
  };
}

function merchantOn(line: LineFacts, policy: ReturnPolicy, now: number, holiday: IsHoliday): Verdict {
  const { deliveredAt, reason } = line;
  const fault = ours[reason];
  const { excluded } = policy;
  const codes: VerdictCode[] = [];
  // What is our fault comes back whatever was agreed about the goods.
  if (!fault) {
    if (excluded.finalSale && line.finalSale) codes.push('final-sale');
    if (excluded.madeToOrder && line.madeToOrder) codes.push('made-to-order');
    if (excluded.assembled && line.assembled) codes.push('assembled');
    if (excluded.openedHygiene && line.hygienic && line.opened) codes.push('opened-hygiene');
  }
  if (deliveredAt === null || deliveredAt === undefined) {
    return { granted: codes.length === 0, review: false, codes: [...codes, 'window-unknown'], verified: true };
  }
  const end = afterDays(deliveredAt, policy.windowDays);
  const until = policy.extendToWorkingDay ? onWorkingDay(end, holiday) : end;
  const inTime = now <= until + GRACE;
  const within = policy.reportWithin[reason];
  const late = within !== undefined && now > deliveredAt + within;
  const granted = codes.length === 0 && inTime && !late;
  return {
    granted,
    // A late report is never refused by itself.
    review: !granted && fault && codes.length === 0,
    codes: [...codes, inTime ? 'window-open' : 'window-over', ...(late ? (['late-report'] as const) : [])],
    until,
    verified: true,
  };
}

const isKnown = (residence: string | undefined): boolean =>
  residence !== undefined && residence.toUpperCase() in statutes;
