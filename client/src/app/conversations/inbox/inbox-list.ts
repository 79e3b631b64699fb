import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import type { ConversationRow } from '@candour/shared/conversations.js';
import { MINUTE } from '@candour/shared/instant.js';
import { DueAlarms } from '../../alerts/due-panel';
import { Dates } from '../../core/dates';
import { Now } from '../../core/now';
import { Session } from '../../core/session';
import { Words } from '../../core/words';
import { StatutoryMark } from '../../requests/statutory-panel';
import { Empty } from '../../ui/empty';
import { TroubleNote } from '../../ui/trouble-note';
import { DueMark } from '../ticket/due-mark';
import { hasEnded } from './inbox-rules';
import { AnswerByPanel } from '../../routing/answer-by-panel';
import { InboxStore } from './inbox.store';
import { PriorityMark } from '../ticket/priority-mark';
import { Selection } from './selection';
import { WaitingCounts } from './waiting-panel';

/** First reply in chat is due after 60 s, the wait is at risk from 75 % of it. */
const AT_RISK = 0.75 * MINUTE;

@Component({
  selector: 'cd-inbox-list',
  imports: [StatutoryMark, AnswerByPanel, DueMark, Empty, MatButton, MatIcon, PriorityMark, RouterLink, TroubleNote],
  host: {
    '(pointerenter)': 'over.set(true); rest()',
    '(pointerleave)': 'over.set(false); rest()',
    '(focusin)': 'within.set(true); rest()',
    '(focusout)': 'within.set(false); rest()',
  },
  templateUrl: './inbox-list.html',
  styleUrl: './inbox-list.scss',
})
export class InboxList {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly dates = inject(Dates);
  protected readonly store = inject(InboxStore);
  protected readonly selection = inject(Selection);
  protected readonly alarms = inject(DueAlarms);
  private readonly now = inject(Now);
  private readonly me = inject(Session).staff;
  private readonly counts = inject(WaitingCounts).counts;
  protected readonly over = signal(false);
  protected readonly within = signal(false);
  protected readonly skeletons = [68, 52, 80, 61, 74, 48];
  protected readonly empty = computed(() => {
    const { view } = this.store.filter();
    const words = this.words;
    const resolved = this.counts()?.resolvedToday ?? 0;
    switch (view) {
      case 'queue':
        return {
          title: words.t('inbox.emptyQueue'),
          more: resolved > 0 ? words.count('inbox.emptyQueueMore', resolved) : words.t('inbox.emptyMore'),
        };
      case 'mine':
        return { title: words.t('inbox.emptyMine'), more: words.t('inbox.emptyMineMore') };
      case 'all':
        return { title: words.t('inbox.emptyAll'), more: words.t('inbox.emptyMore') };
      case 'snoozed':
        return { title: words.t('inbox.emptySnoozed'), more: words.t('inbox.emptySnoozedMore') };
      case 'spam':
        return { title: words.t('inbox.emptySpam'), more: words.t('inbox.emptyMore') };
      case 'resolved':
        return { title: words.t('inbox.emptyResolved'), more: words.t('inbox.emptyMore') };
    }
  });

  protected rest(): void {
    this.store.atRest.set(!this.over() && !this.within());
  }

  /** Somebody has to read it still; the thanks after the end of a matter ask for nothing. */
  protected unread(row: ConversationRow): boolean {
    return row.lastBy === 'customer' && row.head > row.staffReadSeq && !hasEnded(row);
  }

  /** Where the row stands against the reply the customer waits for. */
  protected wait(row: ConversationRow): 'waiting' | 'breached' | undefined {
    if (row.waitingSince === undefined) return undefined;
    const waited = this.now.at() - row.waitingSince;
    return waited >= MINUTE ? 'breached' : waited >= AT_RISK ? 'waiting' : undefined;
  }

  protected preview(row: ConversationRow): string {
    const text = row.preview === '' ? this.t('files.only') : (row.preview ?? this.t('inbox.noWords'));
    return row.lastBy === 'staff' && row.assignee?.id === this.me()?.id ? this.t('inbox.you', { text }) : text;
  }

  protected left(row: ConversationRow): string | undefined {
    if (this.store.stillBelongs(row)) return undefined;
    return row.assignee && row.assignee.id !== this.me()?.id && row.status === 'open'
      ? this.t('inbox.takenBy', { name: row.assignee.name })
      : this.words.of('status', row.status);
  }
}
