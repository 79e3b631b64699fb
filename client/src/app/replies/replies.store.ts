import { Injectable, computed, inject, signal } from '@angular/core';
import type { Reply, SetReply } from '@candour/shared/replies.js';
import { FilledReply, Replies, Reply as ReplyContract } from '@candour/shared/replies.js';
import { Api } from '../core/api';
import { Session } from '../core/session';

/** The canned replies of this person and of all, loaded once and kept while they work. */
@Injectable({ providedIn: 'root' })
export class RepliesStore {
  private readonly api = inject(Api);
  private readonly loaded = signal<readonly Reply[] | undefined>(undefined);
  readonly rows = computed(() => this.loaded() ?? []);
  readonly ready = computed(() => this.loaded() !== undefined);
  private loading: Promise<void> | undefined;

  constructor() {
    inject(Session).left.subscribe(() => this.loaded.set(undefined));
  }

  /** @throws Troubled */
  load(): Promise<void> {
    if (this.loaded()) return Promise.resolve();
    this.loading ??= this.reload().finally(() => (this.loading = undefined));
    return this.loading;
  }

  async reload(): Promise<void> {
    this.loaded.set((await this.api.get('/api/replies', Replies)).rows);
  }

  fill(id: string, conversationId: string): Promise<FilledReply> {
    return this.api.send('POST', `/api/replies/${id}/fill`, FilledReply, { conversationId });
  }

  async save(id: string | undefined, ask: SetReply): Promise<void> {
    if (id) await this.api.send('PUT', `/api/replies/${id}`, ReplyContract, ask);
    else await this.api.send('POST', '/api/replies', ReplyContract, ask);
    await this.reload();
  }

  async remove(id: string): Promise<void> {
    await this.api.tell('DELETE', `/api/replies/${id}`);
    await this.reload();
  }
}
