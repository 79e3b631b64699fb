import { VISIT_SEEN_AFTER, VISIT_SEEN_BEFORE } from '@candour/shared/visits.js';

/** Whether an installer may see whom they visit now: from a day before until a week after (house rules, "Permissions"). */
export const isInItsDays = (at: number, now: number): boolean =>
  now >= at - VISIT_SEEN_BEFORE && now <= at + VISIT_SEEN_AFTER;

/** Where to go: the line that only says who lives there is not needed. */
export const placeOf = (address: string, name: string | undefined): string =>
  address
    .split('\n')
    .filter((line) => line.trim() !== name?.trim())
    .join('\n');

/** The first of the names on the order: what one is greeted with. */
export const firstNameOf = (name: string): string | undefined => name.trim().split(/\s+/)[0] || undefined;
