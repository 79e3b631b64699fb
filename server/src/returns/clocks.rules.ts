import type { ClaimKind, FreightClock } from '@candour/shared/claims.js';
import { DAY, HOUR } from '@candour/shared/instant.js';
import { afterDays, afterMonths, afterWorkingDays, endOfDay, type IsHoliday } from './calendar.rules.js';

/** How soon the shop asks for a report of what is wrong, in milliseconds from the delivery; a defect: by the guarantee. */
const reportWithin: Readonly<Record<ClaimKind, number | undefined>> = {
  transit_damage: 48 * HOUR,
  wrong: 7 * DAY,
  missing: 14 * DAY,
  defective: undefined,
};

/** By when a claim of this kind is asked for. A later one is late, and looked at all the same (ground rule 1). */
export function reportBy(kind: ClaimKind, deliveredAt: number | null | undefined): number | undefined {
  const within = reportWithin[kind];
  return within === undefined || deliveredAt === null || deliveredAt === undefined ? undefined : deliveredAt + within;
}

export interface FreightFacts {
  /** Where it was delivered (ISO 3166-1 alpha-2). */
  readonly country: string | undefined;
  /** Nothing was noted on the delivery receipt. */
  readonly concealed: boolean;
  readonly deliveredAt: number;
  readonly deniedAt?: number | null;
}

/**
 * The clocks of the law of carriage (defaults, ground rule 19), soonest first. Where the law is not known, the
 * European one: it is the shorter.
 */
export function freightClocks(facts: FreightFacts, holiday: IsHoliday): FreightClock[] {
  return facts.country === 'US' || facts.country === 'CA' ? american(facts, holiday) : european(facts);
}

function american({ concealed, deliveredAt, deniedAt }: FreightFacts, holiday: IsHoliday): FreightClock[] {
  const report = concealed ? afterWorkingDays(deliveredAt, 5, holiday) : endOfDay(deliveredAt);
  return [
    { clock: 'report', until: report, law: 'NMFC 300135', verified: false },
    { clock: 'file', until: afterMonths(deliveredAt, 9), law: '49 USC 14706(e)', verified: true },
    ...(deniedAt == null
      ? []
      : [{ clock: 'sue', until: afterMonths(deniedAt, 24), law: '49 USC 14706(e)', verified: true } as const]),
  ];
}

/** Apparent damage at the delivery, concealed within seven days of it (CMR Art. 30, HGB 438). */
function european({ concealed, deliveredAt }: FreightFacts): FreightClock[] {
  return [
    {
      clock: 'report',
      until: concealed ? afterDays(deliveredAt, 7) : endOfDay(deliveredAt),
      law: 'CMR Art. 30, HGB 438',
      verified: true,
    },
    { clock: 'sue', until: afterMonths(deliveredAt, 12), law: 'CMR Art. 32, HGB 439', verified: false },
  ];
}
