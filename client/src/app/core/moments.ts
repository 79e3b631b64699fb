import { MINUTE } from '@candour/shared/instant.js';

/** An instant as a native field of date and time has it: the wall clock of the person's own zone, to the minute. */
export function localOf(at: number): string {
  return new Date(at - new Date(at).getTimezoneOffset() * MINUTE).toISOString().slice(0, 16);
}

const figures: Intl.DateTimeFormatOptions = { day: '2-digit', month: '2-digit', year: 'numeric' };

/** A day in figures, as the language writes it: `24.11.2026`, `24/11/2026`. */
export const dayFigures = (at: number, locale: string): string => new Intl.DateTimeFormat(locale, figures).format(at);

/** A time of day: `09:30`; with `am` and `pm` where the region has them. */
export const timeFigures = (at: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(at);

/**
 * The instant, in the person's own zone, of a day and a time as they are typed. The day's figures stand in the order
 * of the language or year first; without a year it is this year's. Undefined where they make none.
 */
export function momentOf(day: string, time: string, locale: string, now: number): number | undefined {
  const date = dateOf(day, locale, now);
  const clock = clockOf(time);
  if (!date || !clock) return undefined;
  const at = new Date(date.year, date.month - 1, date.day, clock.hour, clock.minute);
  // The thirty-first of a month with thirty days is none.
  return at.getMonth() === date.month - 1 && at.getDate() === date.day ? at.getTime() : undefined;
}

type Part = 'day' | 'month' | 'year';

function dateOf(text: string, locale: string, now: number): Record<Part, number> | undefined {
  const typed = text.match(/\d+/g) ?? [];
  const order = new Intl.DateTimeFormat(locale, figures)
    .formatToParts(now)
    .flatMap(({ type }) => (type === 'day' || type === 'month' || type === 'year' ? [type] : []));
  const parts = typed[0]?.length === 4 ? (['year', 'month', 'day'] as const) : order;
  const named = typed.length === 2 ? parts.filter((part) => part !== 'year') : parts;
  if (typed.length !== named.length) return undefined;
  const date = { day: 0, month: 0, year: new Date(now).getFullYear() };
  named.forEach((part, i) => (date[part] = Number(typed[i])));
  if (date.year < 100) date.year += 2000;
  return date;
}

function clockOf(text: string): { hour: number; minute: number } | undefined {
  const [, hours, minutes = '0', half] =
    /^(\d{1,2})(?:\s*[:.h]?\s*(\d{2}))?\s*h?\s*([ap])?\.?\s*m?\.?$/i.exec(text.trim()) ?? [];
  if (hours === undefined) return undefined;
  const of12 = half?.toLowerCase();
  const hour = of12 ? (Number(hours) % 12) + (of12 === 'p' ? 12 : 0) : Number(hours);
  const minute = Number(minutes);
  return hour < 24 && minute < 60 && !(of12 && Number(hours) > 12) ? { hour, minute } : undefined;
}
