import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { Present } from '@candour/shared/live.js';
import { Session } from '../core/session';

/** A typing mark that is not renewed goes after this long, in milliseconds. */
const TYPING_FOR = 6_000;
const CUSTOMER = 'customer';

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly types: boolean;
}

/** Who else has the open conversation before their eyes, and who of them writes. One per open conversation. */
@Injectable()
export class Company {
  private readonly session = inject(Session);
  private readonly present = signal<ReadonlyMap<string, Present>>(new Map());
  /** By id of the colleague, or `customer`. */
  private readonly typists = signal<ReadonlyMap<string, string>>(new Map());
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  readonly customerTypes = computed(() => this.typists().has(CUSTOMER));
  readonly customerHere = computed(() => [...this.present().values()].some(({ by }) => !by));
  /** Each once, however many windows they have open. */
  readonly colleagues = computed<readonly Colleague[]>(() => {
    const me = this.session.staff()?.id;
    const all = new Map<string, Colleague>();
    for (const { by } of this.present().values()) {
      if (by && by.id !== me) all.set(by.id, { ...by, types: this.typists().has(by.id) });
    }
    return [...all.values()].sort((a, b) => a.name.localeCompare(b.name));
  });
  readonly writing = computed(() => this.colleagues().filter(({ types }) => types));

  constructor() {
    inject(DestroyRef).onDestroy(() => this.empty());
  }

  /** All who are there, as the server says when one joins. */
  are(all: readonly Present[]): void {
    this.present.set(new Map(all.map((one) => [one.key, one])));
  }

  changed(present: Present, on: boolean): void {
    this.present.update((all) => {
      const next = new Map(all);
      if (on) next.set(present.key, present);
      else next.delete(present.key);
      return next;
    });
  }

  typing(on: boolean, by?: { readonly id: string; readonly name: string }): void {
    const who = by?.id ?? CUSTOMER;
    clearTimeout(this.timers.get(who));
    this.timers.delete(who);
    if (on)
      this.timers.set(
        who,
        setTimeout(() => this.typing(false, by), TYPING_FOR),
      );
    if (on === this.typists().has(who)) return;
    this.typists.update((all) => {
      const next = new Map(all);
      if (on) next.set(who, by?.name ?? '');
      else next.delete(who);
      return next;
    });
  }

  empty(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
    this.present.set(new Map());
    this.typists.set(new Map());
  }
}
