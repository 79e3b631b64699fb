import type { Entries, Entry, Sent } from '@candour/shared/conversations.js';
import type { Answer } from '@candour/shared/live.js';
import { io, type Socket } from 'socket.io-client';

export interface SteadyOptions {
  readonly url: string;
  readonly namespace: '/chat' | '/desk';
  readonly auth: Record<string, unknown>;
  readonly headers: Record<string, string>;
  readonly conversationId: string;
  readonly name: string;
}

/**
 * A client as the widget and the console are: keeps what is not acknowledged, sends it again in order after a
 * reconnect with the same client ids, applies entries by their number and asks for what it missed.
 */
export class SteadyClient {
  /** Acknowledged messages by client id, with the number they were given. */
  readonly acknowledged = new Map<string, number>();
  /** The transcript as this client knows it, by number. */
  readonly transcript = new Map<number, Entry>();
  private readonly waiting = new Map<string, string>();
  private readonly socket: Socket;
  private count = 0;
  private connected = false;

  constructor(
    private readonly options: SteadyOptions,
    private readonly onAck: () => void,
  ) {
    this.socket = io(options.url + options.namespace, {
      transports: ['websocket'],
      forceNew: true,
      auth: options.auth,
      extraHeaders: options.headers,
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
    });
    this.socket.on('connect', () => void this.resume());
    this.socket.on('disconnect', () => (this.connected = false));
    this.socket.on('entry', (_: string, entry: Entry) => this.transcript.set(entry.seq, entry));
  }

  get sent(): number {
    return this.count;
  }

  get inFlight(): number {
    return this.waiting.size;
  }

  /** Number up to which the transcript has no gap. */
  get whole(): number {
    let seq = 0;
    while (this.transcript.has(seq + 1)) seq++;
    return seq;
  }

  send(): void {
    const n = ++this.count;
    const clientId = `${this.options.name}-${n}`;
    this.waiting.set(clientId, `${this.options.name} says ${n}`);
    if (this.connected) this.transmit(clientId);
  }

  async catchUp(): Promise<void> {
    for (;;) {
      const answer = (await this.socket.timeout(10_000).emitWithAck('conversation:since', {
        conversationId: this.options.conversationId,
        seq: this.whole,
      })) as Answer<Entries>;
      if ('problem' in answer) throw new Error(answer.problem.code);
      for (const entry of answer.ok.entries) this.transcript.set(entry.seq, entry);
      if (!answer.ok.more) return;
    }
  }

  close(): void {
    this.socket.disconnect();
  }

  private async resume(): Promise<void> {
    try {
      const { namespace, conversationId } = this.options;
      const socket = this.socket.timeout(10_000);
      if (namespace === '/chat') await socket.emitWithAck('chat:hello', {});
      else await socket.emitWithAck('conversation:show', { conversationId, since: this.whole });
      await this.catchUp();
      this.connected = true;
      for (const clientId of this.waiting.keys()) this.transmit(clientId);
    } catch {
      // The connection went again while it was being resumed: the next one resumes anew.
    }
  }

  private transmit(clientId: string): void {
    const text = this.waiting.get(clientId);
    if (text === undefined) return;
    const { conversationId, namespace } = this.options;
    // An agent who has read whatever came, so that the guard holds nothing.
    const seen = namespace === '/desk' ? { seen: Number.MAX_SAFE_INTEGER } : {};
    const ask = { conversationId, clientId, text, ...seen };
    this.socket.emit('message:send', ask, (answer: Answer<Sent>) => {
      if ('problem' in answer) {
        if (answer.problem.code !== 'unavailable') throw new Error(`${clientId} was refused: ${answer.problem.code}`);
        return;
      }
      this.waiting.delete(clientId);
      this.acknowledged.set(clientId, answer.ok.seq);
      this.onAck();
    });
  }
}
