import { DAY } from '@candour/shared/instant.js';

/** Whether a day such as `2026-12-25` is a public holiday where the period runs. */
export type IsHoliday = (day: string) => boolean;
export const noHolidays: IsHoliday = () => false;

const startOf = (at: number): number => at - (at % DAY);
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Saturdays, Sundays and public holidays. `at` on the day in UTC. */
export function isWorkingDay(at: number, holiday: IsHoliday): boolean {
  const weekday = new Date(at).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holiday(dayOf(at));
}

/** The last instant of the day in UTC. */
export const endOfDay = (at: number): number => startOf(at) + DAY - 1;

/** The end of the `days`th day after that of `at`: the day of the event does not count (Regulation 1182/71 Art. 3(1)). */
export const afterDays = (at: number, days: number): number => endOfDay(at + days * DAY);

/** The same of calendar months: the same date, or the month's last day. */
export function afterMonths(at: number, months: number): number {
  const date = new Date(at);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate();
  return endOfDay(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, Math.min(date.getUTCDate(), last)));
}

/** A period that ends on a free day ends with the next working day (Regulation 1182/71 Art. 3(4)). */
export function onWorkingDay(until: number, holiday: IsHoliday): number {
  let end = until;
  while (!isWorkingDay(end, holiday)) end += DAY;
  return end;
}

/** The end of the `days`th working day after that of `at`. */
export function afterWorkingDays(at: number, days: number, holiday: IsHoliday): number {
  let end = endOfDay(at);
  for (let left = days; left > 0;) {
    end += DAY;
    if (isWorkingDay(end, holiday)) left--;
  }
  return end;
}
