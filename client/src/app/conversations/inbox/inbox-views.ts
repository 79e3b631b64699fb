import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Router, RouterLink } from '@angular/router';
import type { ConversationStatus } from '@candour/shared/conversations.js';
import { InboxView } from '@candour/shared/conversations.js';
import { priorities, Tags } from '@candour/shared/tickets.js';
import { languages, topics } from '@candour/shared/words.js';
import { as } from '../../core/api';
import { Dates } from '../../core/dates';
import { Session } from '../../core/session';
import { Teams } from '../../core/teams';
import { Words, type WordKey } from '../../core/words';
import type { Filter } from './inbox-rules';
import { InboxStore } from './inbox.store';
import { SavedViewsList } from './saved-views';
import { WaitingCounts } from './waiting-panel';

interface Choice {
  readonly value: string;
  readonly word: string;
}
interface Narrowing {
  readonly by: Exclude<keyof Filter, 'view'>;
  readonly icon: string;
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly chosen: string | undefined;
}

/** The states that stand in each list. */
const statuses: Record<InboxView, readonly ConversationStatus[]> = {
  queue: ['queued'],
  mine: ['open', 'pending'],
  all: ['queued', 'open', 'pending', 'snoozed'],
  snoozed: [],
  resolved: ['resolved', 'closed', 'spam'],
  spam: [],
};

/** The lists with their figures, and what narrows them. */
@Component({
  selector: 'cd-inbox-views',
  imports: [MatIcon, MatIconButton, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger, RouterLink, SavedViewsList],
  templateUrl: './inbox-views.html',
  styleUrl: './inbox-views.scss',
})
export class InboxViews {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly dates = inject(Dates);
  protected readonly store = inject(InboxStore);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly teams = inject(Teams);
  protected readonly counts = inject(WaitingCounts).counts;
  protected readonly known = httpResource(() => '/api/conversations/tags', { parse: as(Tags), defaultValue: [] });
  protected readonly views = computed(() => {
    const counts = this.counts();
    const figure: Partial<Record<InboxView, number>> = { queue: counts?.queue, mine: counts?.mine };
    return InboxView.options.map((view) => ({ view, count: figure[view] }));
  });
  /** Each thing the list can be narrowed by: what was chosen, and what can be. */
  protected readonly narrowings = computed((): readonly Narrowing[] => {
    const { view, ...filter } = this.store.filter();
    const { words, t } = this;
    const narrowing = (by: Narrowing['by'], icon: string, name: WordKey, choices: readonly Choice[]): Narrowing => {
      const value = filter[by];
      const chosen = value && (choices.find((choice) => choice.value === value)?.word ?? this.unlisted(by, value));
      return { by, icon, name: t(name), choices, chosen };
    };
    return [
      narrowing(
        'status',
        'inbox',
        'inbox.status',
        statuses[view].map((value) => ({ value, word: words.of('status', value) })),
      ),
      narrowing('assignee', 'person', 'inbox.assignee', this.people()),
      narrowing('team', 'groups', 'inbox.team', this.teamChoices()),
      narrowing(
        'priority',
        'arrow_upward',
        'ticket.priority',
        priorities.map((value) => ({ value, word: words.of('priority', value) })),
      ),
      narrowing(
        'topic',
        'forum',
        'inbox.topic',
        topics.map((value) => ({ value, word: words.of('topic', value) })),
      ),
      narrowing(
        'tag',
        'sell',
        'inbox.tag',
        this.tags().map((value) => ({ value, word: value })),
      ),
      narrowing(
        'language',
        'translate',
        'inbox.language',
        languages.map((value) => ({ value, word: words.of('language', value) })),
      ),
      narrowing('sort', 'arrow_downward', 'inbox.sort', [{ value: 'due', word: t('inbox.byDue') }]),
    ].filter(
      ({ by, chosen, choices }) => chosen !== undefined || choices.length > (by === 'tag' || by === 'sort' ? 0 : 1),
    );
  });
  protected readonly narrowed = computed(() => this.narrowings().some(({ chosen }) => chosen !== undefined));
  private readonly tags = computed(() => (this.known.hasValue() ? this.known.value() : []));
  /** Oneself, nobody, and whoever has one of the rows that are known. */
  private readonly people = computed((): readonly Choice[] => {
    const me = this.session.staff()?.id ?? '';
    const others = [...this.store.assignees()].filter(([id]) => id !== me).map(([value, word]) => ({ value, word }));
    others.sort((a, b) => a.word.localeCompare(b.word));
    return [{ value: me, word: this.t('inbox.me') }, { value: 'nobody', word: this.t('inbox.nobody') }, ...others];
  });

  private readonly teamChoices = computed((): readonly Choice[] => {
    const teams = this.teams.all().map(({ id, name }) => ({ value: id, word: name }));
    return teams.length === 0 ? [] : [...teams, { value: 'nobody', word: this.t('inbox.noTeam') }];
  });

  protected narrow(by: Narrowing['by'], value: string | null): void {
    void this.router.navigate([], { queryParams: { [by]: value }, queryParamsHandling: 'merge' });
  }

  /** What an address names and no list offers. */
  private unlisted(by: Narrowing['by'], value: string): string {
    if (by === 'team') return this.t('inbox.team');
    if (by === 'assignee') return this.t('inbox.colleague');
    return by === 'status' ? this.words.of('status', value as ConversationStatus) : value;
  }
}
