import { Injectable, effect, inject, signal, untracked } from '@angular/core';
import type { Sent } from '@candour/shared/conversations.js';
import { newId } from '@candour/shared/ids.js';
import { Subject } from 'rxjs';
import { Live } from '../core/live';
import type { Trouble } from '../core/problems';
import { passes, troubleOf } from '../core/problems';
import { Session } from '../core/session';
import { store, stored } from '../core/storage';

export interface OutgoingMessage {
  readonly conversationId: string;
  /** Made once: a repeated send is answered like the first. */
  readonly clientId: string;
  readonly kind: 'message' | 'note';
  readonly text: string;
  readonly at: number;
  /** `kept` waits for the connection; `refused` needs the person. */
  readonly state: 'sending' | 'kept' | 'refused';
  readonly trouble?: Trouble;
}

const KEPT_AS = 'candour.outgoing';
const AGAIN_AFTER = 2_000;

/** What was written and is not yet acknowledged. Goes out in order, one at a time, until the server has it. */
@Injectable({ providedIn: 'root' })
export class Outgoing {
  private readonly live = inject(Live);
  private readonly messages = signal<readonly OutgoingMessage[]>(kept());
  readonly all = this.messages.asReadonly();
  /** Told with the server's answer to each send. */
  readonly sent = new Subject<{ message: OutgoingMessage; sent: Sent }>();
  private pumping = false;

  constructor() {
    effect(() => {
      if (this.live.connections() > 0) untracked(() => void this.pump());
    });
    effect(() => store(KEPT_AS, this.messages().length > 0 ? JSON.stringify(this.messages()) : null, 'session'));
    inject(Session).left.subscribe((by) => {
      if (by === 'signed-out' || by === 'disabled') this.messages.set([]);
    });
  }

  send(message: Pick<OutgoingMessage, 'conversationId' | 'kind' | 'text'>): void {
    this.messages.update((all) => [...all, { ...message, clientId: newId(), at: Date.now(), state: 'sending' }]);
    void this.pump();
  }

  again(clientId: string): void {
    this.change(clientId, { state: 'sending', trouble: undefined });
    void this.pump();
  }

  discard(clientId: string): void {
    this.messages.update((all) => all.filter((message) => message.clientId !== clientId));
  }

  private async pump(): Promise<void> {
    if (this.pumping) return;
    this.pumping = true;
    try {
      for (let next = this.next(); next; next = this.next()) if (!(await this.deliver(next))) return;
    } finally {
      this.pumping = false;
    }
  }

  private next(): OutgoingMessage | undefined {
    return this.messages().find((message) => message.state !== 'refused');
  }

  /** False where the connection has to come back first. */
  private async deliver(message: OutgoingMessage): Promise<boolean> {
    const { conversationId, clientId, text, kind } = message;
    try {
      const sent = await this.live.ask('message:send', { conversationId, clientId, text, kind });
      this.sent.next({ message, sent });
      this.discard(clientId);
      return true;
    } catch (error) {
      const trouble = troubleOf(error);
      if (!passes(trouble)) {
        this.change(clientId, { state: 'refused', trouble });
        return true;
      }
      this.change(clientId, { state: 'kept', trouble });
      if (this.live.state() === 'live') setTimeout(() => void this.pump(), AGAIN_AFTER);
      return false;
    }
  }

  private change(clientId: string, to: Partial<OutgoingMessage>): void {
    this.messages.update((all) => all.map((one) => (one.clientId === clientId ? { ...one, ...to } : one)));
  }
}

/** What a reload of the page found unsent. */
function kept(): readonly OutgoingMessage[] {
  const text = stored(KEPT_AS, 'session');
  try {
    const all: unknown = text === null ? [] : JSON.parse(text);
    return Array.isArray(all) ? (all as OutgoingMessage[]) : [];
  } catch {
    return [];
  }
}
