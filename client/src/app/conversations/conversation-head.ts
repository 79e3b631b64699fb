import { Component, computed, inject, model } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import { Dates } from '../core/dates';
import { ProblemWords } from '../core/problems';
import { Words } from '../core/words';
import { AnswerByPanel } from '../routing/answer-by-panel';
import { StatutoryMark } from '../requests/statutory-panel';
import { VerifiedMark } from '../ui/verified-mark';
import { CompanyMarks } from './ticket/company-marks';
import { ConversationStore } from './conversation.store';
import { DueMark } from './ticket/due-mark';
import { InboxStore } from './inbox/inbox.store';
import { PriorityMark } from './ticket/priority-mark';
import { StatusMark } from './ticket/status-mark';
import { TicketDesk } from './ticket/ticket-desk';
import type { TicketDeed } from './ticket/ticket-deeds';

/** Who it is and what can be done every minute; under it, at a glance, how the ticket stands. */
@Component({
  selector: 'cd-conversation-head',
  imports: [
    StatutoryMark,
    AnswerByPanel,
    CompanyMarks,
    DueMark,
    MatButton,
    MatIcon,
    MatIconButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    MatTooltip,
    PriorityMark,
    RouterLink,
    StatusMark,
    VerifiedMark,
  ],
  templateUrl: './conversation-head.html',
  styleUrl: './conversation-head.scss',
})
export class ConversationHead {
  /** Whether the customer's panel is open. */
  readonly panel = model.required<boolean>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly dates = inject(Dates);
  protected readonly problems = inject(ProblemWords);
  protected readonly store = inject(ConversationStore);
  protected readonly inbox = inject(InboxStore);
  protected readonly desk = inject(TicketDesk);
  /** The one deed that is next stands out; the others are quiet. */
  protected readonly first = computed(() => this.desk.bar().find(({ short }) => short));
  protected readonly quick = computed(() => this.desk.bar().filter((deed) => deed !== this.first()));

  protected word(deed: TicketDeed): string {
    return this.t(`deed.${deed.id}`);
  }

  /** A word with the key that does the same. */
  protected keyed(word: string, key: string | undefined): string {
    return key ? `${word} (${key})` : word;
  }
}
