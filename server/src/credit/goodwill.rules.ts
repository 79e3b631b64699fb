import { DAY } from '@candour/shared/instant.js';
import type { Role } from '@candour/shared/staff.js';

/** Goodwill adds up over so long, in milliseconds (house rules, "Refund limits"). */
export const GOODWILL_SPAN = 90 * DAY;

/** What people may give one customer as goodwill within the span, in minor units of any of the six currencies. */
const limits: Readonly<Partial<Record<Role, number>>> = { agent: 25_00, lead: 75_00, supervisor: 250_00 };

/** What is left to give: all goodwill of the span counts, whoever gave it. Never below zero. */
export const goodwillLeft = (role: Role, given: number): number => Math.max(0, (limits[role] ?? 0) - given);
