import { Injectable, effect, inject, signal, untracked } from '@angular/core';
import { SearchPage, type SearchHit } from '@candour/shared/search.js';
import { Api } from '../core/api';
import { troubleOf } from '../core/problems';
import { Session } from '../core/session';
import { askOf, type Asked } from './search-rules';

/** What was found, page by page. */
@Injectable()
export class SearchStore {
  private readonly api = inject(Api);
  private readonly me = inject(Session).staff;
  readonly asked = signal<Asked>({});
  readonly hits = signal<readonly SearchHit[] | undefined>(undefined);
  readonly loading = signal(false);
  readonly trouble = signal<unknown>(undefined);
  /** Whether what was asked for has a word in it. */
  readonly worded = signal(true);
  /** How far the last page looked, where it was not filled. */
  readonly lookedBackTo = signal<number | undefined>(undefined);
  readonly next = signal<string | undefined>(undefined);
  /** An answer to an older search comes too late. */
  private turn = 0;

  constructor() {
    effect(() => {
      this.asked();
      untracked(() => this.begin());
    });
  }

  begin(): void {
    this.hits.set(undefined);
    this.next.set(undefined);
    this.lookedBackTo.set(undefined);
    this.worded.set(true);
    void this.load();
  }

  async load(): Promise<void> {
    const turn = ++this.turn;
    const asked = this.asked();
    this.trouble.set(undefined);
    this.loading.set(asked.q !== undefined);
    if (asked.q === undefined) return;
    const cursor = this.next();
    try {
      const params = { ...askOf(asked, this.me()?.id ?? ''), ...(cursor === undefined ? {} : { cursor }) };
      const page = await this.api.get('/api/search', SearchPage, params);
      if (turn !== this.turn) return;
      this.hits.update((before) => [...(before ?? []), ...page.rows]);
      this.next.set(page.next);
      this.lookedBackTo.set(page.lookedBackTo);
      this.worded.set(page.terms.length > 0);
    } catch (error) {
      if (turn === this.turn) this.trouble.set(troubleOf(error));
    } finally {
      if (turn === this.turn) this.loading.set(false);
    }
  }
}
