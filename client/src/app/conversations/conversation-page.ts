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
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import type { Conversation, ConversationRow } from '@candour/shared/conversations.js';
import type { Deed } from '@candour/shared/deeds.js';
import { firstValueFrom } from 'rxjs';
import { Dates } from '../core/dates';
import { Deeds } from '../core/deeds';
import { ProblemWords, troubleOf } from '../core/problems';
import { Session } from '../core/session';
import { store as keep, stored } from '../core/storage';
import { Words } from '../core/words';
import { AnswerByPanel } from '../routing/answer-by-panel';
import { ExpertPanel } from '../routing/expert-panel';
import { CustomerPanel } from '../customers/customer-panel';
import { SurveyPanel } from '../surveys/survey-panel';
import { RequestOfferPanel } from '../requests/request-offer-panel';
import { VerifiedMark } from '../ui/verified-mark';
import { UnreadNotices } from '../notices/notices-panel';
import { Empty } from '../ui/empty';
import { TroubleNote } from '../ui/trouble-note';
import { AskedBar } from './asked-bar';
import { Company } from './company';
import { CompanyMarks } from './company-marks';
import { Composer } from './composer';
import type { Move } from './conversation.store';
import { ConversationStore } from './conversation.store';
import { DueMark } from './due-mark';
import { InboxStore } from './inbox.store';
import { KeptCard } from './kept-card';
import { PriorityMark } from './priority-mark';
import { SnoozeMenu } from './snooze-menu';
import { TicketCard } from './ticket-card';
import { TimeLine } from './time-line';

const PANEL_KEPT_AS = 'candour.panel';

/** The conversation, and beside it the customer, their orders, and why all of it is here. */
@Component({
  selector: 'cd-conversation-page',
  imports: [
    AnswerByPanel,
    ExpertPanel,
    AskedBar,
    CompanyMarks,
    Composer,
    CustomerPanel,
    DueMark,
    Empty,
    KeptCard,
    MatButton,
    MatIcon,
    MatIconButton,
    MatTooltip,
    PriorityMark,
    RequestOfferPanel,
    RouterLink,
    SnoozeMenu,
    SurveyPanel,
    TicketCard,
    TimeLine,
    TroubleNote,
    VerifiedMark,
  ],
  providers: [Company, ConversationStore],
  host: { '[class.with-panel]': 'panel()' },
  templateUrl: './conversation-page.html',
  styleUrl: './conversation-page.scss',
})
export default class ConversationPage {
  readonly id = input.required<string>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly dates = inject(Dates);
  protected readonly store = inject(ConversationStore);
  protected readonly inbox = inject(InboxStore);
  private readonly session = inject(Session);
  private readonly injector = inject(Injector);
  private readonly dialog = inject(MatDialog);
  private readonly notices = inject(UnreadNotices);
  private readonly snack = inject(MatSnackBar);
  private readonly problems = inject(ProblemWords);
  private readonly composer = viewChild(Composer);
  private readonly ticket = viewChild(TicketCard);
  private readonly snoozing = viewChild(SnoozeMenu);
  /** Beside the conversation where there is room, over it where there is not. */
  protected readonly panel = signal(stored(PANEL_KEPT_AS) !== 'shut' && matchMedia('(min-width: 1200px)').matches);
  /** The message whose "Why is this here?" is shown; the newest one otherwise. */
  protected readonly asked = signal<number | undefined>(undefined);
  protected readonly moves = computed(() => {
    const row = this.store.conversation();
    return row ? movesOf(row, this.store.mine(), (permission) => this.session.can(permission)) : [];
  });
  /** Each rating is a fact on the time line. */
  protected readonly rated = computed(
    () => this.store.log().entries.filter(({ fact }) => fact?.code === 'rated').length,
  );
  protected readonly missing = computed(() => this.store.trouble()?.code === 'not-found');

  constructor() {
    effect(() => this.store.id.set(this.id()));
    effect(() => {
      this.inbox.openId.set(this.id());
      this.asked.set(undefined);
    });
    // What colleagues wanted here is read by whoever has it open.
    effect(() => {
      const id = this.id();
      if (this.notices.count() > 0 && this.store.loaded()) untracked(() => void this.notices.readOf(id));
    });
    const withdraw = inject(Deeds).offer([
      {
        id: 'reply',
        word: 'deed.reply',
        group: 'conversation',
        icon: 'reply',
        key: 'r',
        run: () => this.write('message'),
      },
      {
        id: 'note',
        word: 'deed.note',
        group: 'conversation',
        icon: 'edit_note',
        key: 'n',
        run: () => this.write('note'),
      },
      this.moveDeed('take', 'a', 'pan_tool_alt'),
      this.moveDeed('resolve', 'e', 'task_alt'),
      {
        id: 'snooze',
        word: 'deed.snooze',
        group: 'conversation',
        icon: 'schedule',
        key: 's',
        possible: () => this.can('snooze'),
        run: () => this.snoozing()?.open(),
      },
      this.moveDeed('release', undefined, 'undo'),
      this.moveDeed('reopen', undefined, 'lock_open'),
      {
        id: 'transfer',
        word: 'deed.transfer',
        group: 'conversation',
        icon: 'reply',
        key: 'f',
        possible: () => this.canHandOver(),
        run: () => void this.handOver('transfer'),
      },
      {
        id: 'invite',
        word: 'deed.invite',
        group: 'conversation',
        icon: 'person_add',
        possible: () => this.canHandOver(),
        run: () => void this.handOver('invite'),
      },
      {
        id: 'ticket',
        word: 'deed.ticket',
        group: 'conversation',
        icon: 'sell',
        key: 't',
        run: () => this.toTicket(),
      },
      {
        id: 'details',
        word: 'deed.details',
        group: 'conversation',
        icon: 'right_panel_open',
        key: 'i',
        run: () => this.togglePanel(),
      },
    ]);
    inject(DestroyRef).onDestroy(() => {
      withdraw();
      this.inbox.openId.set(undefined);
    });
  }

  protected can(move: Possible): boolean {
    return this.moves().includes(move);
  }

  /** Whoever has it, and whoever may move those of others. */
  protected canHandOver(): boolean {
    const row = this.store.conversation();
    if (!row?.assignee || (row.status !== 'open' && row.status !== 'pending')) return false;
    return this.session.can('conversation.transfer') && (this.store.mine() || this.session.staff()?.role !== 'agent');
  }

  protected async handOver(kind: 'transfer' | 'invite'): Promise<void> {
    const row = this.store.conversation();
    if (!row) return;
    const { HandoverDialog } = await import('./handover-dialog');
    const ref = this.dialog.open<unknown, unknown, ConversationRow>(HandoverDialog, {
      data: { row, kind },
      width: '480px',
    });
    const changed = await firstValueFrom(ref.afterClosed());
    if (changed) this.store.changed(changed);
  }

  protected async move(move: Move): Promise<void> {
    try {
      await this.store.move(move);
      if (move === 'take') this.write('message');
    } catch (error) {
      this.snack.open(this.problems.sentence(troubleOf(error)), undefined, { duration: 8_000 });
    }
  }

  protected async deed(deed: Deed): Promise<void> {
    try {
      await this.store.do(deed);
    } catch (error) {
      this.snack.open(this.problems.sentence(troubleOf(error)), undefined, { duration: 8_000 });
    }
  }

  protected togglePanel(): void {
    this.panel.update((open) => !open);
    keep(PANEL_KEPT_AS, this.panel() ? null : 'shut');
  }

  private toTicket(): void {
    this.panel.set(true);
    afterNextRender(() => this.ticket()?.focus(), { injector: this.injector });
  }

  protected why(seq: number): void {
    this.asked.set(seq);
    this.panel.set(true);
  }

  private write(kind: 'message' | 'note'): void {
    this.composer()?.begin(kind);
  }

  private moveDeed(move: Move, key: string | undefined, icon: string) {
    return {
      id: move,
      word: `deed.${move}` as const,
      group: 'conversation' as const,
      icon,
      key,
      possible: () => this.can(move),
      run: () => void this.move(move),
    };
  }
}

type Possible = Move | 'snooze' | 'not-spam';

/** What this person can do with it now; the server decides again. */
function movesOf(row: Conversation, mine: boolean, can: (permission: string) => boolean): Possible[] {
  if (!can('conversation.take') && !mine) return [];
  if (row.status === 'queued') return ['take', 'snooze'];
  if (row.status === 'resolved') return ['reopen'];
  if (row.status === 'closed') return [];
  if (row.status === 'spam') return ['not-spam'];
  return mine ? ['release', 'snooze', 'resolve'] : [];
}
