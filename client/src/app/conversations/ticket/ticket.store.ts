import { Injectable, inject, signal } from '@angular/core';
import { ConversationRow } from '@candour/shared/conversations.js';
import type { Deed } from '@candour/shared/deeds.js';
import type { FileTicket } from '@candour/shared/tickets.js';
import { Api } from '../../core/api';
import { ConversationStore } from '../conversation.store';
import type { Move } from './ticket-deeds';

/** What is done to the ticket of the open conversation. Each throws `Troubled` where the server refuses. */
@Injectable()
export class TicketStore {
  private readonly api = inject(Api);
  private readonly conversation = inject(ConversationStore);
  readonly busy = signal(false);

  /** Takes, gives back, ends or opens again. */
  async move(move: Move): Promise<void> {
    await this.once((id) => this.api.send('POST', `/api/conversations/${id}/${move}`, ConversationRow));
    // Whoever takes a conversation has it before their eyes.
    if (move === 'take') this.conversation.tellRead();
  }

  do(deed: Deed): Promise<void> {
    return this.once((id) => this.api.send('POST', `/api/tickets/${id}/deed`, ConversationRow, deed));
  }

  /** Changes what the ticket says of itself. */
  file(ask: FileTicket): Promise<void> {
    return this.write((id) => this.api.send('PATCH', `/api/conversations/${id}/ticket`, ConversationRow, ask));
  }

  /** One after another: a second press while the first is under way does nothing. */
  private async once(ask: (id: string) => Promise<ConversationRow>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await this.write(ask);
    } finally {
      this.busy.set(false);
    }
  }

  private async write(ask: (id: string) => Promise<ConversationRow>): Promise<void> {
    const id = this.conversation.id();
    if (!id) return;
    try {
      this.conversation.changed(await ask(id));
    } catch (error) {
      // Somebody may have been quicker: show what holds now.
      this.conversation.refresh();
      throw error;
    }
  }
}
