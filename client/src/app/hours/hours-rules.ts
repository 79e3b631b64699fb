import type { Hours, Office, OpenHours, Weekday } from '@candour/shared/hours.js';
import { SetHours, weekdays } from '@candour/shared/hours.js';
import type { Language } from '@candour/shared/words.js';

/** An office without what the server only tells. */
export const officeOf = ({ zone, languages, week, holidays, closed }: Hours['offices'][number]): Office => ({
  ...{ zone, languages, week, holidays, closed },
});

/** A language that one office takes, no other has. */
export function withLanguages(offices: readonly Office[], index: number, languages: readonly Language[]): Office[] {
  return offices.map((office, i) => ({
    ...office,
    languages: i === index ? [...languages] : office.languages.filter((one) => !languages.includes(one)),
  }));
}

/** What an office that is removed leaves to the first of the others. */
export function without(offices: readonly Office[], index: number): Office[] {
  const left = offices[index]?.languages ?? [];
  return offices
    .filter((_, i) => i !== index)
    .map((office, i) => (i === 0 ? { ...office, languages: [...office.languages, ...left] } : office));
}

/** The next stretch of a day: its first one whole, a later one after the last. */
export function withStretch(week: readonly OpenHours[], day: Weekday): OpenHours[] {
  const last = week.filter((one) => one.day === day).at(-1);
  return inOrder([...week, last ? { day, from: last.to, to: '24:00' } : { day, from: '08:00', to: '20:00' }]);
}

export const inOrder = (week: readonly OpenHours[]): OpenHours[] => [...week].sort((a, b) => a.day - b.day);

/** A field of times has no 24:00: there it is the midnight that ends the day. */
export const shownEnd = (to: string): string => (to === '24:00' ? '00:00' : to);
export const keptEnd = (to: string): string => (to === '00:00' ? '24:00' : to);

export type Wrong = 'languages' | 'zone' | 'week' | 'other';

/** What keeps the hours from being saved, by the contract itself. */
export function wrongWith(offices: readonly Office[]): Wrong | undefined {
  const { success, error } = SetHours.safeParse({ offices });
  if (success) return undefined;
  const paths = error.issues.map(({ path }) => path[2]);
  if (paths.includes('week')) return 'week';
  if (paths.includes('zone')) return 'zone';
  return paths.every((path) => path === undefined || path === 'languages') ? 'languages' : 'other';
}

export { weekdays };
