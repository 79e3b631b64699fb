import { Component, computed, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Router, RouterLink } from '@angular/router';
import { InboxView } from '@candour/shared/conversations.js';
import { languages, topics } from '@candour/shared/words.js';
import { Dates } from '../core/dates';
import { Words } from '../core/words';
import { InboxStore } from './inbox.store';
import { WaitingCounts } from './waiting-panel';

/** The lists with their figures, and what narrows them. */
@Component({
  selector: 'cd-inbox-views',
  imports: [MatIcon, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger, RouterLink],
  templateUrl: './inbox-views.html',
  styleUrl: './inbox-views.scss',
})
export class InboxViews {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly dates = inject(Dates);
  protected readonly store = inject(InboxStore);
  private readonly router = inject(Router);
  protected readonly counts = inject(WaitingCounts).counts;
  protected readonly topics = topics;
  protected readonly languages = languages;
  protected readonly views = computed(() => {
    const counts = this.counts();
    const figure: Partial<Record<InboxView, number>> = { queue: counts?.queue, mine: counts?.mine };
    return InboxView.options.map((view) => ({ view, count: figure[view] }));
  });
  protected readonly narrowed = computed(() => !!this.store.filter().topic || !!this.store.filter().language);

  protected narrow(by: { topic?: string | null; language?: string | null }): void {
    void this.router.navigate([], { queryParams: by, queryParamsHandling: 'merge' });
  }
}
