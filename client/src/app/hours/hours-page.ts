import { httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import type { Office } from '@candour/shared/hours.js';
import { Hours } from '@candour/shared/hours.js';
import type { Language } from '@candour/shared/words.js';
import { languages } from '@candour/shared/words.js';
import { Api, as } from '../core/api';
import { Dates } from '../core/dates';
import { Words } from '../core/words';
import { CardGhost } from '../ui/card-ghost';
import { FormState } from '../ui/form-state';
import { TroubleNote } from '../ui/trouble-note';
import { officeOf, withLanguages, without, wrongWith } from './hours-rules';
import { OfficeForm } from './office-form';

/** When the desk answers, and in which zone: what is due by business hours follows it. */
@Component({
  selector: 'cd-hours-page',
  imports: [CardGhost, FormState, MatButton, MatIcon, OfficeForm, TroubleNote],
  templateUrl: './hours-page.html',
  styleUrl: './hours-page.scss',
})
export default class HoursPage {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly dates = inject(Dates);
  private readonly api = inject(Api);
  protected readonly hours = httpResource(() => '/api/hours', { parse: as(Hours) });
  protected readonly kept = computed(() => (this.hours.hasValue() ? this.hours.value() : undefined));
  /** What is being written; what was saved takes its place. */
  protected readonly offices = linkedSignal<Office[]>(() => this.kept()?.offices.map(officeOf) ?? []);
  protected readonly most = languages.length;
  protected readonly saving = signal(false);
  protected readonly saved = signal(false);
  protected readonly trouble = signal<unknown>(undefined);
  protected readonly wrong = computed(() => {
    const wrong = wrongWith(this.offices());
    return wrong && this.words.of('hoursWrong', wrong);
  });
  protected readonly changed = computed(
    () => JSON.stringify(this.offices()) !== JSON.stringify(this.kept()?.offices.map(officeOf) ?? []),
  );

  /** Whether the office stands as it was saved, so that what the server says of it holds. */
  protected standing(index: number): Hours['offices'][number] | undefined {
    const kept = this.kept()?.offices[index];
    return kept && JSON.stringify(officeOf(kept)) === JSON.stringify(this.offices()[index]) ? kept : undefined;
  }

  protected set(index: number, office: Office): void {
    this.change(this.offices().map((one, i) => (i === index ? office : one)));
  }

  protected answers(index: number, theirs: readonly Language[]): void {
    this.change(withLanguages(this.offices(), index, theirs));
  }

  protected add(): void {
    const [first] = this.offices();
    if (first) this.change([...this.offices(), { ...first, languages: [], closed: [] }]);
  }

  protected remove(index: number): void {
    this.change(without(this.offices(), index));
  }

  private change(offices: Office[]): void {
    this.saved.set(false);
    this.offices.set(offices);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.wrong()) return;
    this.saving.set(true);
    this.trouble.set(undefined);
    try {
      this.hours.set(await this.api.send('PUT', '/api/hours', Hours, { offices: this.offices() }));
      this.saved.set(true);
    } catch (error) {
      this.trouble.set(error);
    } finally {
      this.saving.set(false);
    }
  }
}
