import { Component, DestroyRef, ElementRef, computed, effect, inject, input } from '@angular/core';
import { Router, RouterOutlet } from '@angular/router';
import { Assignee, ConversationStatus, InboxView } from '@candour/shared/conversations.js';
import { Priority, Tag } from '@candour/shared/tickets.js';
import { Language, Topic } from '@candour/shared/words.js';
import { Deeds } from '../../core/deeds';
import { BulkBar } from './bulk-bar';
import { InboxList } from './inbox-list';
import { InboxViews } from './inbox-views';
import { InboxStore } from './inbox.store';
import { Selection } from './selection';

/** Lists, rows, and beside them the open conversation; on a phone each is a page of its own. */
@Component({
  selector: 'cd-inbox-page',
  imports: [BulkBar, InboxList, InboxViews, RouterOutlet],
  providers: [Selection, InboxStore],
  host: { '[class.reading]': '!!store.openId()' },
  template: `
    <div class="views">
      <cd-inbox-views />
      <cd-bulk-bar />
    </div>
    <cd-inbox-list />
    <div class="open"><router-outlet /></div>
  `,
  styleUrl: './inbox-page.scss',
})
export default class InboxPage {
  readonly view = input<string>();
  readonly topic = input<string>();
  readonly language = input<string>();
  readonly status = input<string>();
  readonly assignee = input<string>();
  readonly tag = input<string>();
  readonly team = input<string>();
  readonly priority = input<string>();
  readonly sort = input<string>();
  protected readonly store = inject(InboxStore);
  private readonly selection = inject(Selection);
  private readonly router = inject(Router);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  constructor() {
    const asked = computed(
      () => ({
        view: InboxView.safeParse(this.view()).data ?? ('queue' as const),
        topic: Topic.safeParse(this.topic()).data,
        language: Language.safeParse(this.language()).data,
        status: ConversationStatus.safeParse(this.status()).data,
        assignee: Assignee.safeParse(this.assignee()).data,
        tag: Tag.safeParse(this.tag()).data,
        team: Assignee.safeParse(this.team()).data,
        priority: Priority.safeParse(this.priority()).data,
        sort: this.sort() === 'due' ? ('due' as const) : undefined,
      }),
      { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
    );
    effect(() => this.store.filter.set(asked()));
    const withdraw = inject(Deeds).offer([
      { id: 'next', word: 'deed.next', group: 'inbox', key: 'j', keyOnly: true, run: () => this.step(1) },
      { id: 'previous', word: 'deed.previous', group: 'inbox', key: 'k', keyOnly: true, run: () => this.step(-1) },
      { id: 'open', word: 'deed.open', group: 'inbox', key: 'Enter', keyOnly: true, run: () => this.openHere() },
      { id: 'select', word: 'deed.select', group: 'inbox', key: 'x', keyOnly: true, run: () => this.select() },
      { id: 'queue', word: 'deed.queue', group: 'inbox', icon: 'inbox', run: () => this.go('queue') },
      { id: 'mine', word: 'deed.mine', group: 'inbox', icon: 'person', run: () => this.go('mine') },
      { id: 'by-due', word: 'deed.by-due', group: 'inbox', icon: 'timer', run: () => this.byDue() },
      {
        id: 'search',
        word: 'deed.search',
        group: 'inbox',
        icon: 'package_2',
        run: () => void this.router.navigate(['/orders'], { queryParams: { find: '' } }),
      },
      {
        id: 'back',
        word: 'deed.back',
        group: 'inbox',
        key: 'Escape',
        keyOnly: true,
        possible: () => !!this.store.openId(),
        run: () => this.back(),
      },
    ]);
    inject(DestroyRef).onDestroy(withdraw);
  }

  private get links(): HTMLElement[] {
    return [...this.host.nativeElement.querySelectorAll<HTMLElement>('cd-inbox-list a.item')];
  }

  /** Moves the focus itself, so that it is seen and Enter opens. */
  private step(by: 1 | -1): void {
    const links = this.links;
    const focused = links.indexOf(document.activeElement as HTMLElement);
    const from = focused >= 0 ? focused : links.findIndex((link) => link.getAttribute('aria-current') === 'true');
    const to = from < 0 ? 0 : Math.min(links.length - 1, Math.max(0, from + by));
    links[to]?.focus();
  }

  /** The row that has the focus, or the one that is open. */
  private select(): void {
    const link = this.links.find((one) => one === document.activeElement);
    const id = link?.dataset['id'] ?? this.store.openId();
    if (id) this.selection.toggle(id);
  }

  private openHere(): void {
    const links = this.links;
    (links.find((link) => link === document.activeElement) ?? links[0])?.click();
  }

  private go(view: InboxView): void {
    void this.router.navigate(['/inbox', view]);
  }

  /** What is due first stands first, and again as before. */
  private byDue(): void {
    const sort = this.store.filter().sort ? null : 'due';
    void this.router.navigate([], { queryParams: { sort }, queryParamsHandling: 'merge' });
  }

  /** Out of the field first, then out of the conversation, back to where it stands in the list. */
  private back(): void {
    const active = document.activeElement;
    if (active instanceof HTMLElement && active.closest('textarea, input')) {
      active.blur();
      return;
    }
    const open = this.store.openId();
    void this.router
      .navigate(['/inbox', this.store.filter().view], { queryParamsHandling: 'preserve' })
      .then(() => this.links.find((link) => link.dataset['id'] === open)?.focus());
  }
}
