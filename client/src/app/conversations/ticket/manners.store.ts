import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject } from '@angular/core';
import type { BlockAsk } from '@candour/shared/blocks.js';
import { Manners } from '@candour/shared/blocks.js';
import { Api, as } from '../../core/api';
import { ConversationStore } from '../conversation.store';

/** How the customer of the open conversation was met: warned, or kept from beginning chats. */
@Injectable()
export class MannersStore {
  private readonly api = inject(Api);
  private readonly conversation = inject(ConversationStore);
  private readonly resource = httpResource(
    () => {
      const id = this.conversation.id();
      return id ? `/api/tickets/${id}/manners` : undefined;
    },
    { parse: as(Manners) },
  );
  readonly manners = computed(() => (this.resource.hasValue() ? this.resource.value() : undefined));

  /** A kind message in the customer's language. */
  warn(): Promise<void> {
    return this.change('POST', 'warn');
  }

  block(ask: BlockAsk): Promise<void> {
    return this.change('PUT', 'block', ask);
  }

  lift(): Promise<void> {
    return this.change('DELETE', 'block');
  }

  private async change(method: 'POST' | 'PUT' | 'DELETE', what: 'warn' | 'block', ask?: BlockAsk): Promise<void> {
    const id = this.conversation.id();
    if (!id) return;
    const manners = await this.api.send(method, `/api/tickets/${id}/${what}`, Manners, ask);
    if (this.conversation.id() === id) this.resource.set(manners);
  }
}
