import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { Deed } from '@candour/shared/deeds.js';
import { BULK_MOST, BulkResult, UNDO_OFFERED } from '@candour/shared/deeds.js';
import { Api } from '../core/api';
import { troubleOf, type Trouble } from '../core/problems';
import { InboxStore } from './inbox.store';

/** What became of a deed to many, as it is said and can be taken back. */
export interface Outcome {
  readonly done: number;
  readonly refused: number;
  readonly undo: string | undefined;
  readonly back: boolean;
}

/** The rows that are chosen, and what is done to them together. */
@Injectable()
export class Selection {
  private readonly api = inject(Api);
  private readonly inbox = inject(InboxStore);
  readonly ids = signal<ReadonlySet<string>>(new Set());
  readonly count = computed(() => this.ids().size);
  readonly busy = signal(false);
  readonly outcome = signal<Outcome | undefined>(undefined);
  readonly trouble = signal<Trouble | undefined>(undefined);
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    // Another list, another choice.
    effect(() => {
      this.inbox.filter();
      untracked(() => this.clear());
    });
  }

  toggle(id: string): void {
    this.ids.update((ids) => {
      const next = new Set(ids);
      if (!next.delete(id) && next.size < BULK_MOST) next.add(id);
      return next;
    });
  }

  clear(): void {
    this.ids.set(new Set());
  }

  async do(deed: Deed): Promise<void> {
    await this.ask('/api/tickets/bulk', { ids: [...this.ids()], deed }, false);
    if (!this.trouble()) this.clear();
  }

  async undo(): Promise<void> {
    const { undo } = this.outcome() ?? {};
    if (undo) await this.ask(`/api/tickets/bulk/${undo}/undo`, undefined, true);
  }

  private async ask(url: string, body: unknown, back: boolean): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.trouble.set(undefined);
    try {
      const { results, undo } = await this.api.send('POST', url, BulkResult, body);
      const howMany = (outcome: string): number => results.filter((one) => one.outcome === outcome).length;
      this.say({ done: howMany('done'), refused: howMany('refused'), undo, back });
      await this.inbox.load();
    } catch (error) {
      this.trouble.set(troubleOf(error));
    } finally {
      this.busy.set(false);
    }
  }

  private say(outcome: Outcome): void {
    clearTimeout(this.timer);
    this.outcome.set(outcome);
    this.timer = setTimeout(() => this.outcome.set(undefined), UNDO_OFFERED);
  }
}
