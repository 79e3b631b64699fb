import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { ConversationRow } from '@candour/shared/conversations.js';
import type { Offer, SetPresence } from '@candour/shared/routing.js';
import { Duty, Offers } from '@candour/shared/routing.js';
import { Api } from '../core/api';
import { Live } from '../core/live';
import { Session } from '../core/session';

/** An offer with the moment, of this page's own clock, until which it is held. */
export interface HeldOffer extends Offer {
  readonly until: number;
}

/** Whether this person is there, and what is held for them. */
@Injectable({ providedIn: 'root' })
export class DutyStore {
  private readonly api = inject(Api);
  private readonly live = inject(Live);
  private readonly session = inject(Session);
  readonly takes = computed(() => this.session.can('conversation.take'));
  readonly duty = signal<Duty | undefined>(undefined);
  /** The one that was held first stands first. */
  readonly offers = signal<readonly HeldOffer[]>([]);

  constructor() {
    this.live.on('duty', (duty) => this.duty.set(duty));
    this.live.on('offer', (offer) => this.held([offer]));
    this.live.on('offer:gone', ({ conversationId }) => this.gone(conversationId));
    effect(() => {
      if (this.live.connections() === 0 || !this.takes()) return;
      untracked(() => void this.load());
    });
    this.session.left.subscribe(() => {
      this.duty.set(undefined);
      this.offers.set([]);
    });
  }

  async set(ask: SetPresence): Promise<void> {
    this.duty.set(await this.api.send('PUT', '/api/routing/duty', Duty, ask));
  }

  async accept(conversationId: string): Promise<void> {
    try {
      await this.api.send('POST', `/api/routing/offers/${conversationId}/accept`, ConversationRow);
    } finally {
      this.gone(conversationId);
    }
  }

  async refuse(conversationId: string): Promise<void> {
    this.gone(conversationId);
    await this.api.tell('POST', `/api/routing/offers/${conversationId}/refuse`);
  }

  gone(conversationId: string): void {
    this.offers.update((all) => all.filter(({ row }) => row.id !== conversationId));
  }

  /** What the line may have missed. Without an answer the old stands until it is back. */
  private async load(): Promise<void> {
    const [duty, offers] = await Promise.all([
      this.api.get('/api/routing/duty', Duty).catch(() => undefined),
      this.api.get('/api/routing/offers', Offers).catch(() => undefined),
    ]);
    if (duty) this.duty.set(duty);
    if (!offers) return;
    this.offers.set([]);
    this.held(offers.offers);
  }

  private held(offers: readonly Offer[]): void {
    const now = Date.now();
    const fresh = offers.map((offer) => ({ ...offer, until: now + offer.leftMs }));
    const ids = new Set(fresh.map(({ row }) => row.id));
    this.offers.update((all) => [...all.filter(({ row }) => !ids.has(row.id)), ...fresh]);
  }
}
