import {
  afterNextRender,
  Component,
  DestroyRef,
  Injector,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import { DueAlarms } from '../alerts/due-panel';
import { Deeds } from '../core/deeds';
import { store as keep, stored } from '../core/storage';
import { Words } from '../core/words';
import { UnreadNotices } from '../notices/notices-panel';
import { Empty } from '../ui/empty';
import { TroubleNote } from '../ui/trouble-note';
import { AskedBar } from './composer/asked-bar';
import { Company } from './company';
import { Composer } from './composer/composer';
import { ConversationHead } from './conversation-head';
import { ConversationSide } from './conversation-side';
import { ConversationStore } from './conversation.store';
import { InboxStore } from './inbox/inbox.store';
import { MannersStore } from './ticket/manners.store';
import { TicketDesk } from './ticket/ticket-desk';
import { TicketStore } from './ticket/ticket.store';
import { TimeLine } from './time-line/time-line';

const PANEL_KEPT_AS = 'candour.panel';

/** The conversation, and beside it the customer, their orders, and why all of it is here. */
@Component({
  selector: 'cd-conversation-page',
  imports: [AskedBar, Composer, ConversationHead, ConversationSide, Empty, TimeLine, TroubleNote],
  providers: [Company, ConversationStore, MannersStore, TicketDesk, TicketStore],
  host: { '[class.with-panel]': 'panel()' },
  templateUrl: './conversation-page.html',
  styleUrl: './conversation-page.scss',
})
export default class ConversationPage {
  readonly id = input.required<string>();
  protected readonly t = inject(Words).t;
  protected readonly store = inject(ConversationStore);
  private readonly inbox = inject(InboxStore);
  private readonly injector = inject(Injector);
  private readonly notices = inject(UnreadNotices);
  private readonly alarms = inject(DueAlarms);
  private readonly composer = viewChild(Composer);
  private readonly side = viewChild(ConversationSide);
  /** Beside the conversation where there is room, over it where there is not. */
  protected readonly panel = signal(stored(PANEL_KEPT_AS) !== 'shut' && matchMedia('(min-width: 1200px)').matches);
  /** The message whose "Why is this here?" is shown; the newest one otherwise. */
  protected readonly asked = signal<number | undefined>(undefined);
  protected readonly missing = computed(() => this.store.trouble()?.code === 'not-found');

  constructor() {
    effect(() => this.store.id.set(this.id()));
    effect(() => {
      this.inbox.openId.set(this.id());
      this.asked.set(undefined);
    });
    // Who may read only where it goes on is led there.
    const router = inject(Router);
    effect(() => {
      const trouble = this.store.trouble();
      if (trouble?.code !== 'merged-into') return;
      const to = ['/inbox', untracked(this.inbox.filter).view, trouble.facts?.['into']];
      untracked(() => void router.navigate(to, { queryParamsHandling: 'preserve', replaceUrl: true }));
    });
    effect(() => this.alarms.seen(this.id()));
    // What colleagues wanted here is read by whoever has it open.
    effect(() => {
      const id = this.id();
      if (this.notices.count() > 0 && this.store.loaded()) untracked(() => void this.notices.readOf(id));
    });
    inject(TicketDesk)
      .taken.pipe(takeUntilDestroyed())
      .subscribe(() => this.write('message'));
    const group = 'conversation' as const;
    const withdraw = inject(Deeds).offer([
      { id: 'reply', word: 'deed.reply', group, icon: 'reply', key: 'r', run: () => this.write('message') },
      { id: 'note', word: 'deed.note', group, icon: 'edit_note', key: 'n', run: () => this.write('note') },
      { id: 'ticket', word: 'deed.ticket', group, icon: 'sell', key: 't', run: () => this.toTicket() },
      {
        ...{ id: 'details', word: 'deed.details', group, icon: 'right_panel_open', key: 'i' },
        run: () => this.togglePanel(),
      },
    ]);
    inject(DestroyRef).onDestroy(() => {
      withdraw();
      this.inbox.openId.set(undefined);
    });
  }

  protected togglePanel(): void {
    this.panel.update((open) => !open);
    keep(PANEL_KEPT_AS, this.panel() ? null : 'shut');
  }

  protected why(seq: number): void {
    this.asked.set(seq);
    this.panel.set(true);
  }

  private toTicket(): void {
    this.panel.set(true);
    afterNextRender(() => this.side()?.toTicket(), { injector: this.injector });
  }

  private write(kind: 'message' | 'note'): void {
    this.composer()?.begin(kind);
  }
}
