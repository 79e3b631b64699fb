import { DestroyRef, Injectable, Injector, computed, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { ConversationRow } from '@candour/shared/conversations.js';
import type { RefusalCode } from '@candour/shared/errors.js';
import { firstValueFrom, Subject } from 'rxjs';
import { Deeds } from '../../core/deeds';
import { ProblemWords, troubleOf } from '../../core/problems';
import { Session } from '../../core/session';
import { Chooser } from './chooser';
import { ConversationStore } from '../conversation.store';
import type { Asks, Standing, TicketDeed } from './ticket-deeds';
import { grouped, possibleTo, ticketDeeds } from './ticket-deeds';
import { TicketStore } from './ticket.store';

/** Does what stands in the table of deeds to the open ticket: from the header, its menu, the keys and the palette. */
@Injectable()
export class TicketDesk {
  private readonly store = inject(ConversationStore);
  private readonly ticket = inject(TicketStore);
  private readonly session = inject(Session);
  private readonly chooser = inject(Chooser);
  private readonly dialog = inject(MatDialog);
  private readonly snack = inject(MatSnackBar);
  private readonly problems = inject(ProblemWords);
  private readonly injector = inject(Injector);
  readonly busy = this.ticket.busy;
  /** The person has taken it: the caret belongs into the reply. */
  readonly taken = new Subject<void>();

  private readonly standing = computed((): Standing | undefined => {
    const row = this.store.conversation();
    const me = this.session.staff();
    return row && me ? { row, me, can: (permission) => this.session.can(permission) } : undefined;
  });
  private readonly possible = computed(() => {
    const at = this.standing();
    return at ? possibleTo(at) : [];
  });
  readonly bar = computed(() => this.possible().filter(({ place }) => place === 'bar'));
  readonly menu = computed(() => grouped(this.possible()));

  constructor() {
    const withdraw = inject(Deeds).offer(
      ticketDeeds.flatMap((deed) =>
        deed.one
          ? {
              ...{ id: deed.id, word: `deed.${deed.id}` as const, group: 'conversation' as const, icon: deed.icon },
              key: deed.key,
              possible: () => this.possible().includes(deed) && this.hindrance(deed) === undefined,
              run: () => void this.do(deed),
            }
          : [],
      ),
    );
    inject(DestroyRef).onDestroy(withdraw);
  }

  /** Why it cannot be done at this moment. */
  hindrance(deed: TicketDeed): RefusalCode | undefined {
    const at = this.standing();
    return at && deed.hindered?.(at);
  }

  async do({ one }: TicketDeed): Promise<void> {
    const row = this.store.conversation();
    if (!one || !row) return;
    try {
      if ('move' in one) {
        await this.ticket.move(one.move);
        if (one.move === 'take') this.taken.next();
      } else if ('deed' in one) await this.ticket.do(one.deed);
      else if ('choose' in one) {
        const deed = await this.chooser.choose(one.choose, { ...row, assigneeId: row.assignee?.id });
        if (deed) await this.ticket.do(deed);
      } else if ('ask' in one) await this.ask(one.ask, row);
      else saveFile(`/api/conversations/${row.id}/transcript?format=${one.file}`);
    } catch (error) {
      this.snack.open(this.problems.sentence(troubleOf(error)), undefined, { duration: 8_000 });
    }
  }

  private async ask(asks: Asks, row: ConversationRow): Promise<void> {
    const ref = this.dialog.open<unknown, unknown, ConversationRow>(await dialogs[asks](), {
      data: { row, kind: asks },
      width: '480px',
      injector: this.injector,
    });
    const changed = await firstValueFrom(ref.afterClosed());
    if (changed) this.store.changed(changed);
  }
}

/** Each is given the row and its own kind, and closes with the row where that changed. */
const dialogs: Record<Asks, () => Promise<new () => unknown>> = {
  transfer: () => import('./handover-dialog').then(({ HandoverDialog }) => HandoverDialog),
  invite: () => import('./handover-dialog').then(({ HandoverDialog }) => HandoverDialog),
  merge: () => import('./merge-dialog').then(({ MergeDialog }) => MergeDialog),
  warn: () => import('./manners-dialog').then(({ MannersDialog }) => MannersDialog),
  block: () => import('./manners-dialog').then(({ MannersDialog }) => MannersDialog),
};

/** Has the browser save what an address answers; the page stays. */
function saveFile(url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = '';
  link.click();
}
