import { Injectable } from '@nestjs/common';
import { holidayBook } from './holidays.js';

/** Public holidays of a whole country, for periods that a law counts in working days. */
@Injectable()
export class HolidayDaysService {
  /** Whether a day such as `2026-12-25` is one; without a country, or one that is not known, none is. */
  async in(country: string | undefined): Promise<(day: string) => boolean> {
    if (country === undefined) return () => false;
    const book = await holidayBook();
    if (!book.knows({ country })) return () => false;
    const days = book.in({ country });
    return (day) => days(Number(day.slice(0, 4))).has(day);
  }
}
