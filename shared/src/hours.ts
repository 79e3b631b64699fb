import * as z from 'zod';
import { Instant } from './instant.js';
import { Language, languages } from './words.js';

/** ISO 8601: Monday is 1, Sunday is 7. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export const Weekday = z.union(weekdays.map((day) => z.literal(day)));
export type Weekday = z.infer<typeof Weekday>;

/** Wall time of a zone; `24:00` is the end of the day. */
export const WallTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);

/** Minutes since the day began on the wall clock. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** IANA name of a time zone that this runtime knows. */
export const Zone = z.string().max(64).refine(isZone, 'no time zone');

/** A stretch of a weekday in which the desk is open. */
export const OpenHours = z
  .strictObject({ day: Weekday, from: WallTime, to: WallTime })
  .refine(({ from, to }) => minutesOf(from) < minutesOf(to), { error: 'ends before it begins', path: ['to'] });
export type OpenHours = z.infer<typeof OpenHours>;

/** Public holidays of a country (ISO 3166-1 alpha-2) and, where they differ, of one of its regions. */
export const HolidayPlace = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/),
  region: z
    .string()
    .regex(/^[A-Z0-9]{1,4}$/)
    .optional(),
});
export type HolidayPlace = z.infer<typeof HolidayPlace>;

/** One set of business hours, for the conversations in some of the shop's languages. */
export const Office = z.strictObject({
  zone: Zone,
  languages: z.array(Language).min(1).max(languages.length),
  week: z
    .array(OpenHours)
    .min(1)
    .max(28)
    .refine((week) => !overlapping(week), 'hours overlap'),
  /** Closed on these holidays; none where it is null. */
  holidays: HolidayPlace.nullable(),
  /** Closed on these days besides, `2026-12-24`, in the zone's own calendar. */
  closed: z.array(z.iso.date()).max(366),
});
export type Office = z.infer<typeof Office>;

/** All of them; each language stands in exactly one. */
export const SetHours = z.strictObject({
  offices: z
    .array(Office)
    .min(1)
    .max(languages.length)
    .refine((offices) => {
      const theirs = offices.flatMap((office) => office.languages);
      return theirs.length === languages.length && new Set(theirs).size === languages.length;
    }, 'each language stands once'),
});
export type SetHours = z.infer<typeof SetHours>;

export const Hours = z.object({
  offices: z.array(
    z.object({
      ...Office.shape,
      week: z.array(z.object({ day: Weekday, from: WallTime, to: WallTime })),
      holidays: z.object(HolidayPlace.shape).nullable(),
      open: z.boolean(),
      /** When it opens next; absent while it is open, or when it never does. */
      opensAt: Instant.optional(),
    }),
  ),
  /** Countries whose holidays are known, with the regions that have their own. */
  countries: z.array(
    z.object({ code: z.string(), regions: z.array(z.object({ code: z.string(), name: z.string() })) }),
  ),
});
export type Hours = z.infer<typeof Hours>;

function isZone(name: string): boolean {
  try {
    // Offsets such as `+02:00` know no summer time; the runtime takes them for zones.
    return /^[A-Z]/.test(name) && !!new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    return false;
  }
}

function overlapping(week: readonly OpenHours[]): boolean {
  return week.some((one, i) =>
    week.some(
      (other, j) =>
        j > i &&
        one.day === other.day &&
        minutesOf(one.from) < minutesOf(other.to) &&
        minutesOf(other.from) < minutesOf(one.to),
    ),
  );
}
