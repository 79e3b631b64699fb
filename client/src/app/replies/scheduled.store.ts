import { Injectable, effect, inject, signal, untracked } from '@angular/core';
import type { ScheduledReplies as ScheduledView } from '@candour/shared/replies.js';
import { Cancelled, ScheduledReplies, ScheduledReply } from '@candour/shared/replies.js';
import { newId } from '@candour/shared/ids.js';
import { Api } from '../core/api';
import { Live } from '../core/live';

/** The replies that wait in the conversation that is open. */
@Injectable({ providedIn: 'root' })
export class ScheduledStore {
  private readonly api = inject(Api);
  private readonly live = inject(Live);
  readonly conversationId = signal<string | undefined>(undefined);
  readonly view = signal<ScheduledView | undefined>(undefined);

  constructor() {
    this.live.on('scheduled:changed', ({ conversationId }) => {
      if (conversationId === this.conversationId()) void this.reload();
    });
    effect(() => {
      this.conversationId();
      // Whatever was missed while the line was down.
      this.live.connections();
      untracked(() => void this.reload());
    });
  }

  async reload(): Promise<void> {
    const id = this.conversationId();
    if (this.view()?.rows.some(({ conversationId }) => conversationId !== id)) this.view.set(undefined);
    if (!id) return;
    try {
      const view = await this.api.get(`/api/conversations/${id}/scheduled`, ScheduledReplies);
      if (this.conversationId() === id) this.view.set(view);
    } catch {
      // The conversation itself says what is wrong with it.
      if (this.conversationId() === id) this.view.set(undefined);
    }
  }

  /** @throws Troubled */
  async schedule(id: string, text: string, at: number, seen: number): Promise<void> {
    const clientId = `later-${newId()}`;
    await this.api.send('POST', `/api/conversations/${id}/scheduled`, ScheduledReply, { clientId, text, at, seen });
    await this.reload();
  }

  /** Takes it back and answers its words. @throws Troubled */
  async cancel({ id, conversationId }: ScheduledReply): Promise<string> {
    const { text } = await this.api.send('DELETE', `/api/conversations/${conversationId}/scheduled/${id}`, Cancelled);
    await this.reload();
    return text;
  }

  /** @throws Troubled */
  async sendNow({ id, conversationId }: ScheduledReply, seen: number): Promise<void> {
    await this.api.tell('POST', `/api/conversations/${conversationId}/scheduled/${id}/send`, { seen });
    await this.reload();
  }
}
