import type { HolidayPlace, Hours } from '@candour/shared/hours.js';
import type HolidaysOf from 'date-holidays';

/** The library brings its data with it: nothing is fetched. */
export interface HolidayBook {
  readonly countries: Hours['countries'];
  knows(place: HolidayPlace): boolean;
  /** Days such as `2026-12-25` of public holidays in a place, by year. */
  in(place: HolidayPlace): (year: number) => ReadonlySet<string>;
}

let opened: Promise<HolidayBook> | undefined;

/** Opened when it is first asked: it takes some 35 MB, and a desk without holidays needs none of it. */
export const holidayBook = (): Promise<HolidayBook> => (opened ??= open());

async function open(): Promise<HolidayBook> {
  const { default: Holidays } = await import('date-holidays');
  return bookOf(Holidays);
}

function bookOf(Holidays: typeof HolidaysOf): HolidayBook {
  const all = new Holidays();
  const countries = Object.keys(all.getCountries()).map((code) => ({
    code,
    regions: Object.entries(all.getStates(code) ?? {}).map(([region, name]) => ({ code: region, name })),
  }));
  return {
    countries,
    knows: ({ country, region }) =>
      countries.some(
        ({ code, regions }) =>
          code === country && (region === undefined || regions.some((known) => known.code === region)),
      ),
    in({ country, region }) {
      const here = region === undefined ? new Holidays(country) : new Holidays(country, region);
      const known = new Map<number, ReadonlySet<string>>();
      return (year) => {
        let days = known.get(year);
        if (!days) {
          // The date that it gives is the day on the place's own calendar.
          const free = here.getHolidays(year).filter(({ type }) => type === 'public');
          days = new Set(free.map(({ date }) => date.slice(0, 10)));
          known.set(year, days);
        }
        return days;
      };
    },
  };
}
