import { Component, computed, inject, input, model, output, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatOption, MatSelect } from '@angular/material/select';
import type { Hours, Office, OpenHours, Weekday } from '@candour/shared/hours.js';
import { DAY } from '@candour/shared/instant.js';
import type { Language } from '@candour/shared/words.js';
import { languages } from '@candour/shared/words.js';
import { Words } from '../core/words';
import { keptEnd, shownEnd, weekdays, withStretch } from './hours-rules';

/** 1970-01-05 was a Monday. */
const MONDAY = 4 * DAY;

/** One office: where it is, whom it answers, when. */
@Component({
  selector: 'cd-office-form',
  imports: [MatButton, MatFormField, MatIcon, MatIconButton, MatLabel, MatOption, MatSelect],
  templateUrl: './office-form.html',
  styleUrl: './office-form.scss',
})
export class OfficeForm {
  readonly office = model.required<Office>();
  readonly countries = input.required<Hours['countries']>();
  readonly disabled = input(false);
  /** The languages it is to answer: another office loses them. */
  readonly answers = output<Language[]>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly languages = languages;
  protected readonly zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
  protected readonly shownEnd = shownEnd;
  protected readonly day = signal('');

  protected readonly days = computed(() => {
    const name = new Intl.DateTimeFormat(this.words.locale(), { weekday: 'long', timeZone: 'UTC' });
    const { week } = this.office();
    return weekdays.map((day) => ({
      day,
      name: name.format(MONDAY + (day - 1) * DAY),
      stretches: week.flatMap((hours, at) => (hours.day === day ? [{ ...hours, at }] : [])),
    }));
  });
  protected readonly places = computed(() => {
    const names = new Intl.DisplayNames(this.words.locale(), { type: 'region' });
    return this.countries()
      .map(({ code }) => ({ code, name: names.of(code) ?? code }))
      .sort((a, b) => a.name.localeCompare(b.name, this.words.locale()));
  });
  protected readonly regions = computed(
    () => this.countries().find(({ code }) => code === this.office().holidays?.country)?.regions ?? [],
  );
  protected readonly closed = computed(() => {
    const format = new Intl.DateTimeFormat(this.words.locale(), { dateStyle: 'long', timeZone: 'UTC' });
    return this.office().closed.map((date) => ({ date, name: format.format(Date.parse(date)) }));
  });

  protected set(change: Partial<Office>): void {
    this.office.update((office) => ({ ...office, ...change }));
  }

  protected place(country: string): void {
    this.set({ holidays: country ? { country } : null });
  }

  protected region(region: string): void {
    const { holidays } = this.office();
    if (holidays) this.set({ holidays: { country: holidays.country, ...(region ? { region } : {}) } });
  }

  protected add(day: Weekday): void {
    this.set({ week: withStretch(this.office().week, day) });
  }

  protected time(at: number, end: 'from' | 'to', time: string): void {
    const kept = end === 'to' ? keptEnd(time) : time;
    this.set({ week: this.office().week.map((one, i): OpenHours => (i === at ? { ...one, [end]: kept } : one)) });
  }

  protected remove(at: number): void {
    this.set({ week: this.office().week.filter((_, i) => i !== at) });
  }

  protected close(): void {
    const day = this.day();
    if (day) this.set({ closed: [...new Set([...this.office().closed, day])].sort() });
    this.day.set('');
  }

  protected open(date: string): void {
    this.set({ closed: this.office().closed.filter((one) => one !== date) });
  }
}
