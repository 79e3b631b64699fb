import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { SavedView, SavedViews, ViewName, type ViewFilter } from '@candour/shared/views.js';
import { Api } from '../../core/api';
import { troubleOf, type Trouble } from '../../core/problems';
import { Session } from '../../core/session';
import { Words } from '../../core/words';
import { TroubleNote } from '../../ui/trouble-note';
import { InboxStore } from './inbox.store';
import { WaitingCounts } from './waiting-panel';

/** How often the figures of the views are asked for while the inbox moves, in milliseconds. */
const AGAIN = 30_000;

/** Lists that were kept under a name, with how many each holds; the list that is shown can be kept. */
@Component({
  selector: 'cd-saved-views',
  imports: [MatIcon, MatIconButton, RouterLink, TroubleNote],
  templateUrl: './saved-views.html',
  styleUrl: './saved-views.scss',
})
export class SavedViewsList {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly api = inject(Api);
  private readonly inbox = inject(InboxStore);
  private readonly session = inject(Session);
  private readonly moves = inject(WaitingCounts).counts;
  protected readonly views = signal<readonly SavedView[]>([]);
  protected readonly trouble = signal<Trouble | undefined>(undefined);
  protected readonly naming = signal(false);
  protected readonly mayShare = computed(() => this.session.can('views.share'));
  /** The list as its address says it. */
  protected readonly shown = computed((): ViewFilter => {
    const filter = this.inbox.filter();
    const assignee = filter.assignee === this.session.staff()?.id ? 'me' : filter.assignee;
    return JSON.parse(JSON.stringify({ ...filter, assignee })) as ViewFilter;
  });
  private loadedAt = 0;

  constructor() {
    effect(() => {
      this.moves();
      untracked(() => void this.load());
    });
  }

  /** Whether there is anything in the list that a name is worth. */
  protected narrowed(): boolean {
    return Object.keys(this.shown()).length > 1;
  }

  protected isShown({ filter }: SavedView): boolean {
    const sorted = (of: ViewFilter): string => JSON.stringify(Object.entries(of).sort());
    return sorted(filter) === sorted(this.shown());
  }

  protected params({ filter: { view: _, assignee, ...rest } }: SavedView): Record<string, string | null> {
    const none = { status: null, priority: null, topic: null, tag: null, language: null, sort: null };
    const whose = assignee === 'me' ? this.session.staff()?.id : assignee;
    return { ...none, ...rest, assignee: whose ?? null };
  }

  protected async keep(name: string, shared: boolean): Promise<void> {
    if (!ViewName.safeParse(name).success) return;
    await this.trying(async () => {
      const view = await this.api.send('POST', '/api/views', SavedView, { name, shared, filter: this.shown() });
      this.views.update((views) => [...views, view]);
      this.naming.set(false);
    });
  }

  protected async forget({ id }: SavedView): Promise<void> {
    await this.trying(async () => {
      this.views.set((await this.api.send('DELETE', `/api/views/${id}`, SavedViews)).views);
    });
  }

  private async load(): Promise<void> {
    if (Date.now() - this.loadedAt < AGAIN) return;
    this.loadedAt = Date.now();
    await this.trying(async () => this.views.set((await this.api.get('/api/views', SavedViews)).views));
  }

  private async trying(work: () => Promise<void>): Promise<void> {
    this.trouble.set(undefined);
    try {
      await work();
    } catch (error) {
      this.trouble.set(troubleOf(error));
    }
  }
}
