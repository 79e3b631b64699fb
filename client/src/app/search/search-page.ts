import { httpResource } from '@angular/common/http';
import {
  Component,
  DestroyRef,
  ElementRef,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink } from '@angular/router';
import { conversationStatuses } from '@candour/shared/conversations.js';
import { SEARCH_MAX } from '@candour/shared/search.js';
import { Tags } from '@candour/shared/tickets.js';
import { channels, languages, topics } from '@candour/shared/words.js';
import { as } from '../core/api';
import { Dates } from '../core/dates';
import { Deeds } from '../core/deeds';
import { Words } from '../core/words';
import { Empty } from '../ui/empty';
import { TableGhost } from '../ui/table-ghost';
import { TroubleNote } from '../ui/trouble-note';
import { When } from '../ui/when';
import { filters, piecesOf, placeOf, understood, type Filter } from './search-rules';
import { SearchStore } from './search.store';

interface Choice {
  readonly value: string;
  readonly word: string;
}

/** Words in the whole history, newest first; what is asked for stands in the address. */
@Component({
  selector: 'cd-search-page',
  imports: [Empty, MatButton, MatIcon, RouterLink, TableGhost, TroubleNote, When],
  providers: [SearchStore],
  templateUrl: './search-page.html',
  styleUrl: './search-page.scss',
})
export default class SearchPage {
  readonly q = input<string>();
  readonly status = input<string>();
  readonly channel = input<string>();
  readonly topic = input<string>();
  readonly language = input<string>();
  readonly assignee = input<string>();
  readonly tag = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();
  protected readonly store = inject(SearchStore);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly dates = inject(Dates);
  protected readonly max = SEARCH_MAX;
  protected readonly placeOf = placeOf;
  protected readonly piecesOf = piecesOf;
  private readonly router = inject(Router);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  private readonly tags = httpResource(() => '/api/conversations/tags', { parse: as(Tags), defaultValue: [] });
  protected readonly asked = computed(
    () =>
      understood({
        q: this.q(),
        status: this.status(),
        channel: this.channel(),
        topic: this.topic(),
        language: this.language(),
        assignee: this.assignee(),
        tag: this.tag(),
        from: this.from(),
        to: this.to(),
      }),
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  protected readonly text = linkedSignal(() => this.asked().q ?? '');
  protected readonly narrowed = computed(() => filters.some((name) => this.asked()[name] !== undefined));
  protected readonly choices = computed((): { name: Filter; word: string; choices: Choice[] }[] => [
    {
      name: 'status',
      word: this.t('inbox.status'),
      choices: conversationStatuses.map((value) => ({ value, word: this.words.of('status', value) })),
    },
    {
      name: 'channel',
      word: this.t('search.channel'),
      choices: channels.map((value) => ({ value, word: this.words.of('channel', value) })),
    },
    {
      name: 'topic',
      word: this.t('inbox.topic'),
      choices: topics.map((value) => ({ value, word: this.words.of('topic', value) })),
    },
    {
      name: 'language',
      word: this.t('inbox.language'),
      choices: languages.map((value) => ({ value, word: this.words.of('language', value) })),
    },
    { name: 'assignee', word: this.t('inbox.assignee'), choices: [{ value: 'me', word: this.t('inbox.me') }] },
    { name: 'tag', word: this.t('inbox.tag'), choices: this.known().map((value) => ({ value, word: value })) },
  ]);
  /** The tag of the address too, where nothing has it any more. */
  private readonly known = computed(() => {
    const { tag } = this.asked();
    const tags = this.tags.hasValue() ? this.tags.value() : [];
    return tag === undefined || tags.includes(tag) ? tags : [tag, ...tags];
  });

  constructor() {
    effect(() => this.store.asked.set(this.asked()));
    afterNextRender(() => {
      if (this.asked().q === undefined) this.field().nativeElement.focus();
    });
    const withdraw = inject(Deeds).offer([
      { id: 'next', word: 'deed.next', group: 'inbox', key: 'j', keyOnly: true, run: () => this.step(1) },
      { id: 'previous', word: 'deed.previous', group: 'inbox', key: 'k', keyOnly: true, run: () => this.step(-1) },
      { id: 'open', word: 'deed.open', group: 'inbox', key: 'Enter', keyOnly: true, run: () => this.links[0]?.click() },
      {
        id: 'find-again',
        word: 'deed.find',
        group: 'desk',
        key: '/',
        keyOnly: true,
        run: () => this.field().nativeElement.select(),
      },
      { id: 'back', word: 'deed.back', group: 'desk', key: 'Escape', keyOnly: true, run: () => this.leaveField() },
    ]);
    inject(DestroyRef).onDestroy(withdraw);
  }

  protected search(event: Event): void {
    event.preventDefault();
    const q = this.text().trim();
    this.go({ q: q === '' ? null : q });
  }

  protected narrow(name: Filter, value: string): void {
    this.go({ [name]: value === '' ? null : value });
  }

  protected widen(): void {
    this.go(Object.fromEntries(filters.map((name) => [name, null])));
  }

  private go(queryParams: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  private get links(): HTMLElement[] {
    return [...this.host.nativeElement.querySelectorAll<HTMLElement>('a.hit')];
  }

  /** Moves the focus itself, so that it is seen and Enter opens. */
  private step(by: 1 | -1): void {
    const links = this.links;
    const from = links.indexOf(document.activeElement as HTMLElement);
    links[from < 0 ? 0 : Math.min(links.length - 1, Math.max(0, from + by))]?.focus();
  }

  private leaveField(): void {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }
}
