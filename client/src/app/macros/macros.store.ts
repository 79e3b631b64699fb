import { Injectable, computed, inject, signal } from '@angular/core';
import { ConversationRow } from '@candour/shared/conversations.js';
import type { Macro, RunMacro, SetMacro } from '@candour/shared/macros.js';
import { Macro as MacroContract, MacroPreview, Macros } from '@candour/shared/macros.js';
import { Api } from '../core/api';
import { Session } from '../core/session';

/** The macros of this person and of all, loaded once and kept while they work. */
@Injectable({ providedIn: 'root' })
export class MacrosStore {
  private readonly api = inject(Api);
  private readonly loaded = signal<readonly Macro[] | undefined>(undefined);
  readonly rows = computed(() => this.loaded() ?? []);
  readonly ready = computed(() => this.loaded() !== undefined);

  constructor() {
    inject(Session).left.subscribe(() => this.loaded.set(undefined));
  }

  /** @throws Troubled */
  async reload(): Promise<void> {
    this.loaded.set((await this.api.get('/api/macros', Macros)).rows);
  }

  preview(id: string, conversationId: string): Promise<MacroPreview> {
    return this.api.send('POST', `/api/macros/${id}/preview`, MacroPreview, { conversationId });
  }

  run(id: string, ask: RunMacro): Promise<ConversationRow> {
    return this.api.send('POST', `/api/macros/${id}/run`, ConversationRow, ask);
  }

  async save(id: string | undefined, ask: SetMacro): Promise<void> {
    if (id) await this.api.send('PUT', `/api/macros/${id}`, MacroContract, ask);
    else await this.api.send('POST', '/api/macros', MacroContract, ask);
    await this.reload();
  }

  async remove(id: string): Promise<void> {
    await this.api.tell('DELETE', `/api/macros/${id}`);
    await this.reload();
  }
}
