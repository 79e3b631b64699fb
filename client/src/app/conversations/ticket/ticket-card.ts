import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { RouterLink } from '@angular/router';
import type { FileTicket } from '@candour/shared/tickets.js';
import { priorities, reasons, Tag, TAG_MAX, Tags } from '@candour/shared/tickets.js';
import { topics } from '@candour/shared/words.js';
import { as } from '../../core/api';
import { troubleOf, type Trouble } from '../../core/problems';
import { Session } from '../../core/session';
import { Words } from '../../core/words';
import { TroubleNote } from '../../ui/trouble-note';
import { ConversationStore } from '../conversation.store';
import { InboxStore } from '../inbox/inbox.store';
import { MannersCard } from './manners-card';
import { mayHandle } from './ticket-deeds';
import { TicketFieldList } from './ticket-fields';
import { TicketLinkList } from './ticket-links';
import { TicketStore } from './ticket.store';

/** What the ticket says of itself: how urgent, what about, why, and its tags. Each change is sent as it is made. */
@Component({
  selector: 'cd-ticket-card',
  imports: [
    MannersCard,
    MatFormField,
    MatIcon,
    MatIconButton,
    MatInput,
    MatLabel,
    MatOption,
    MatSelect,
    RouterLink,
    TicketFieldList,
    TicketLinkList,
    TroubleNote,
  ],
  host: { role: 'group', 'aria-labelledby': 'ticket-title' },
  templateUrl: './ticket-card.html',
  styleUrl: './ticket-card.scss',
})
export class TicketCard {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly store = inject(ConversationStore);
  protected readonly inbox = inject(InboxStore);
  private readonly ticket = inject(TicketStore);
  private readonly session = inject(Session);
  private readonly first = viewChild<MatSelect>('first');
  protected readonly priorities = priorities;
  protected readonly topics = topics;
  protected readonly reasons = reasons;
  protected readonly tagMax = TAG_MAX;
  protected readonly listId = 'ticket-tags-known';
  protected readonly linking = signal(false);
  protected readonly typed = signal('');
  protected readonly unfit = signal(false);
  protected readonly trouble = signal<Trouble | undefined>(undefined);
  protected readonly known = httpResource(() => '/api/conversations/tags', { parse: as(Tags), defaultValue: [] });
  protected readonly offered = computed(() => {
    const own = this.store.conversation()?.tags ?? [];
    return this.known.hasValue() ? this.known.value().filter((tag) => !own.includes(tag)) : [];
  });
  /** As the server decides: one's own and the queue, or all, and nothing of what is closed. */
  protected readonly may = computed(() => {
    const row = this.store.conversation();
    const me = this.session.staff();
    return !!row && !!me && row.status !== 'closed' && mayHandle({ row, me, can: (one) => this.session.can(one) });
  });

  focus(): void {
    this.first()?.focus();
  }

  protected async file(ask: FileTicket): Promise<boolean> {
    this.trouble.set(undefined);
    try {
      await this.ticket.file(ask);
      return true;
    } catch (error) {
      this.trouble.set(troubleOf(error));
      return false;
    }
  }

  protected type(text: string): void {
    this.typed.set(text);
    this.unfit.set(false);
  }

  protected async tag(): Promise<void> {
    const tag = Tag.safeParse(this.typed());
    this.unfit.set(!tag.success);
    if (tag.success && (await this.file({ addTags: [tag.data] }))) this.typed.set('');
  }

  protected untag(tag: string): void {
    void this.file({ removeTags: [tag] });
  }
}
