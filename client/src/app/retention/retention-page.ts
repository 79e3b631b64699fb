import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import type { DueRecord } from '@candour/shared/retention.js';
import { RetentionPreview, SweepReport, SweepReports } from '@candour/shared/retention.js';
import { Api, as } from '../core/api';
import { startOfDay } from '../core/dates';
import { Now } from '../core/now';
import type { Params } from '../core/pages';
import { pagedList } from '../core/pages';
import { Session } from '../core/session';
import { Words } from '../core/words';
import { WhyPanel } from '../policy/why-panel';
import { Confirm } from '../ui/confirm';
import { Empty } from '../ui/empty';
import { TableGhost } from '../ui/table-ghost';
import { TroubleNote } from '../ui/trouble-note';
import { When } from '../ui/when';
import { SellerCountries } from './seller-countries';

const LOOK_EVERY = 700;

/** What would be deleted next, and why; and what was. */
@Component({
  selector: 'cd-retention-page',
  imports: [Empty, MatButton, MatIcon, SellerCountries, TableGhost, TroubleNote, WhyPanel, When],
  templateUrl: './retention-page.html',
  styleUrl: './retention-page.scss',
})
export default class RetentionPage {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly api = inject(Api);
  private readonly now = inject(Now);
  private readonly confirm = inject(Confirm);
  protected readonly maySweep = inject(Session).can('retention.sweep');
  /** The chosen day as the field spells it; empty is the next nightly sweep. */
  protected readonly day = signal('');
  private readonly params = computed((): Params => {
    const day = this.day();
    if (!day) return {};
    // The end of the chosen day in the person's own zone.
    return { at: new Date(`${day}T23:59:59.999`).getTime() };
  });
  protected readonly due = pagedList<DueRecord, RetentionPreview>(
    '/api/retention/preview',
    RetentionPreview,
    this.params,
  );
  protected readonly summary = this.due.first;
  protected readonly sweeps = httpResource(() => '/api/retention/sweeps', { parse: as(SweepReports) });
  protected readonly total = computed(() => (this.summary()?.totals ?? []).reduce((sum, one) => sum + one.count, 0));
  protected readonly shown = signal<string | undefined>(undefined);
  /** The sweep begun here. It goes on by itself, also when this page is left. */
  private readonly asked = signal<string | undefined>(undefined);
  private readonly report = computed(() => {
    const id = this.asked();
    return this.sweeps.hasValue() ? this.sweeps.value().rows.find((row) => row.id === id) : undefined;
  });
  protected readonly sweeping = computed(() => this.asked() !== undefined && !this.report()?.finishedAt);
  protected readonly swept = computed(() => (this.report()?.finishedAt ? this.report() : undefined));
  protected readonly trouble = signal<unknown>(undefined);
  protected readonly earliest = computed(() => isoDay(startOfDay(this.now.at())));

  protected kind({ table }: DueRecord): string {
    return this.words.maybe(`recordKind.${table}`, table);
  }

  constructor() {
    // Asks on while it runs, and for the list anew once it is done.
    effect((onCleanup) => {
      this.sweeps.value();
      if (this.sweeping()) {
        const timer = setTimeout(() => this.sweeps.reload(), LOOK_EVERY);
        onCleanup(() => clearTimeout(timer));
      } else if (this.swept()) {
        untracked(() => this.due.reload());
      }
    });
  }

  protected toggle(id: string): void {
    this.shown.update((shown) => (shown === id ? undefined : id));
  }

  protected async sweep(): Promise<void> {
    const sure = await this.confirm.ask({
      title: this.t('retention.sweepTitle'),
      text: this.t('retention.sweepMore'),
      deed: this.t('retention.sweepDo'),
    });
    if (!sure) return;
    this.trouble.set(undefined);
    try {
      const { id } = await this.api.send('POST', '/api/retention/sweeps', SweepReport, {});
      this.asked.set(id);
      this.sweeps.reload();
    } catch (error) {
      this.trouble.set(error);
    }
  }
}

/** `2026-05-11` in the person's own zone, as a date field wants it. */
function isoDay(at: number): string {
  const date = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
