import { Injectable, effect, inject, signal, untracked } from '@angular/core';
import type { Attachment } from '@candour/shared/attachments.js';
import type { Entry, Sent } from '@candour/shared/conversations.js';
import { newId } from '@candour/shared/ids.js';
import { Subject } from 'rxjs';
import { Live } from '../../core/live';
import type { Trouble } from '../../core/problems';
import { passes, troubleOf } from '../../core/problems';
import { Session } from '../../core/session';
import { store, stored } from '../../core/storage';

export interface OutgoingMessage {
  readonly conversationId: string;
  /** Made once: a repeated send is answered like the first. */
  readonly clientId: string;
  readonly kind: 'message' | 'note';
  readonly text: string;
  /** Files that are at the server already. */
  readonly attachments?: readonly Attachment[];
  readonly at: number;
  /** Of a reply: the newest entry its writer had before their eyes. */
  readonly seen?: number;
  /** Of a note: whom it names. */
  readonly mentions?: string[];
  /** `kept` waits for the connection; `held` (something came meanwhile) and `refused` need the person. */
  readonly state: 'sending' | 'kept' | 'held' | 'refused';
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

  send(message: Pick<OutgoingMessage, 'conversationId' | 'kind' | 'text' | 'seen' | 'mentions' | 'attachments'>): void {
    this.messages.update((all) => [...all, { ...message, clientId: newId(), at: Date.now(), state: 'sending' }]);
    void this.pump();
  }

  again(clientId: string): void {
    this.change(clientId, { state: 'sending', trouble: undefined });
    void this.pump();
  }

  /** Its writer has read what came meanwhile, up to `seen`. */
  confirm(clientId: string, seen: number): void {
    this.change(clientId, { state: 'sending', trouble: undefined, seen });
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
    return this.messages().find(({ state }) => state === 'sending' || state === 'kept');
  }

  /** False where the connection has to come back first. */
  private async deliver(message: OutgoingMessage): Promise<boolean> {
    const { conversationId, clientId, text, kind, seen, mentions, attachments } = message;
    const ask = { conversationId, clientId, text, kind, seen };
    try {
      const sent = attachments
        ? await this.live.ask('message:attach', { ...ask, attachments: attachments.map(({ id }) => id) })
        : await this.live.ask('message:send', mentions ? { ...ask, mentions } : ask);
      this.sent.next({ message, sent });
      this.discard(clientId);
      if (kind === 'message') this.haveSeen(message, sent.seq);
      return true;
    } catch (error) {
      const trouble = troubleOf(error);
      if (!passes(trouble)) {
        this.change(clientId, { state: trouble.code === 'stale-reply' ? 'held' : 'refused', trouble });
        return true;
      }
      this.change(clientId, { state: 'kept', trouble });
      if (this.live.state() === 'live') setTimeout(() => void this.pump(), AGAIN_AFTER);
      return false;
    }
  }

  /** A reply that was taken proves that nobody wrote between what its writer saw and it: those behind it know as much. */
  private haveSeen({ conversationId, seen = 0 }: OutgoingMessage, seq: number): void {
    this.messages.update((all) =>
      all.map((one) =>
        one.conversationId === conversationId && one.seen !== undefined && one.seen >= seen
          ? { ...one, seen: Math.max(one.seen, seq) }
          : one,
      ),
    );
  }

  private change(clientId: string, to: Partial<OutgoingMessage>): void {
    this.messages.update((all) => all.map((one) => (one.clientId === clientId ? { ...one, ...to } : one)));
  }
}

/** The log's entry of a message the server has just acknowledged. */
export function entryOf(message: OutgoingMessage, sent: Sent, me: { id: string; name: string } | undefined): Entry {
  return {
    seq: sent.seq,
    id: sent.id,
    kind: message.kind,
    at: sent.at,
    by: { role: 'staff', id: me?.id, name: me?.name },
    clientId: message.clientId,
    text: sent.text ?? message.text,
    masks: sent.masks,
    ...(message.attachments ? { attachments: [...message.attachments] } : {}),
    ...(message.mentions ? { mentions: message.mentions } : {}),
  };
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
