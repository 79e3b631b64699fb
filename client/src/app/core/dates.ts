import { Injectable, computed, inject } from '@angular/core';
import { DAY, HOUR, MINUTE } from '@candour/shared/instant.js';
import { Now } from './now';
import { Words } from './words';

/** `3 min ago`, `yesterday`, `in 4 months`: the largest unit that says enough. */
export function relative(at: number, now: number, locale: string): string {
  const ms = at - now;
  const size = Math.abs(ms);
  const past = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: size < DAY ? 'short' : 'long' });
  if (size < MINUTE) return past.format(0, 'second');
  if (size < HOUR) return past.format(Math.trunc(ms / MINUTE), 'minute');
  if (size < DAY) return past.format(Math.trunc(ms / HOUR), 'hour');
  const days = Math.round((startOfDay(at) - startOfDay(now)) / DAY);
  if (Math.abs(days) < 31) return past.format(days, 'day');
  if (Math.abs(days) < 365) return past.format(Math.trunc(days / 30.44), 'month');
  return past.format(Math.trunc(days / 365.25), 'year');
}

export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** Dates and times in the person's language and zone. */
@Injectable({ providedIn: 'root' })
export class Dates {
  private readonly words = inject(Words);
  private readonly now = inject(Now);
  private readonly formats = computed(() => {
    const locale = this.words.locale();
    return {
      exact: new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' }),
      day: new Intl.DateTimeFormat(locale, { dateStyle: 'long' }),
      short: new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }),
      time: new Intl.DateTimeFormat(locale, { timeStyle: 'short' }),
      moment: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }),
      weekday: new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }),
    };
  });

  readonly exact = (at: number): string => this.formats().exact.format(at);
  readonly day = (at: number): string => this.formats().day.format(at);
  readonly short = (at: number): string => this.formats().short.format(at);
  readonly time = (at: number): string => this.formats().time.format(at);
  readonly moment = (at: number): string => this.formats().moment.format(at);
  readonly relative = (at: number): string => relative(at, this.now.at(), this.words.locale());

  /** The mark between two days of a conversation: `today`, `yesterday`, else the day itself. */
  readonly dayMark = (at: number): string => {
    const days = Math.round((startOfDay(at) - startOfDay(this.now.at())) / DAY);
    if (Math.abs(days) > 1) return this.formats().weekday.format(at);
    return new Intl.RelativeTimeFormat(this.words.locale(), { numeric: 'auto' }).format(days, 'day');
  };

  /** How long somebody has waited: `40 s`, `12 min`, `3 h`, `2 d`. */
  readonly span = (ms: number): string => {
    const [value, unit] =
      ms < MINUTE
        ? [Math.max(0, Math.floor(ms / 1000)), 'second']
        : ms < HOUR
          ? [Math.floor(ms / MINUTE), 'minute']
          : ms < DAY
            ? [Math.floor(ms / HOUR), 'hour']
            : [Math.floor(ms / DAY), 'day'];
    return new Intl.NumberFormat(this.words.locale(), {
      style: 'unit',
      unit: String(unit),
      unitDisplay: 'short',
    }).format(Number(value));
  };

  readonly waited = (since: number): string => this.span(Math.max(0, this.now.at() - since));
}
