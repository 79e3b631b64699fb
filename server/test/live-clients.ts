import type { Entry, Sent } from '@candour/shared/conversations.js';
import type { Answer, ChatHello, ChatStart, ChatStarted } from '@candour/shared/live.js';
import { newId } from '@candour/shared/ids.js';
import { io, type Socket } from 'socket.io-client';
import type { Browser, Desk } from './desk.js';

/** What a client has seen, as it came. */
interface Seen {
  readonly entries: Entry[];
  readonly events: [string, ...unknown[]][];
}

/** One socket of a customer or of a member of staff. */
export class LiveClient {
  readonly seen: Seen = { entries: [], events: [] };

  constructor(
    readonly socket: Socket,
    private readonly atDesk = false,
  ) {
    // Before any other listener, so that whoever waits for what was seen sees it.
    socket.prependAny((event: string, ...rest: unknown[]) => {
      this.seen.events.push([event, ...rest]);
      if (event === 'entry') this.seen.entries.push(rest[1] as Entry);
    });
  }

  static async chat(desk: Desk, auth: Record<string, unknown> = {}): Promise<LiveClient> {
    return LiveClient.open(`${desk.url}/chat`, {
      auth: { language: 'en', ...auth },
      extraHeaders: { origin: desk.url },
    });
  }

  static async desk(desk: Desk, browser: Browser): Promise<LiveClient> {
    return LiveClient.open(`${desk.url}/desk`, {
      auth: { csrf: browser.session?.csrf },
      extraHeaders: { origin: desk.url, cookie: browser.cookie ?? '' },
    });
  }

  /** A client with headers and a handshake of its own, for refusals. */
  static from(
    url: string,
    extraHeaders: Record<string, string>,
    auth: Record<string, unknown> = {},
  ): Promise<LiveClient> {
    return LiveClient.open(url, { extraHeaders, auth });
  }

  private static open(url: string, options: object): Promise<LiveClient> {
    const socket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false, ...options });
    const client = new LiveClient(socket, url.endsWith('/desk'));
    return new Promise((resolve, reject) => {
      socket.once('connect', () => resolve(client));
      socket.once('connect_error', reject);
    });
  }

  ask<T>(event: string, ask: unknown): Promise<Answer<T>> {
    return this.socket.timeout(10_000).emitWithAck(event, ask) as Promise<Answer<T>>;
  }

  async ok<T>(event: string, ask: unknown): Promise<T> {
    const answer = await this.ask<T>(event, ask);
    if ('problem' in answer) throw new Error(`${event} was refused: ${JSON.stringify(answer.problem)}`);
    return answer.ok;
  }

  async refusal(event: string, ask: unknown): Promise<string | undefined> {
    const answer = await this.ask(event, ask);
    return 'problem' in answer ? answer.problem.code : undefined;
  }

  /** At the desk as somebody who has read whatever came. */
  send(conversationId: string, text: string, clientId = `spec-${newId()}`): Promise<Sent> {
    const seen = this.atDesk ? { seen: Number.MAX_SAFE_INTEGER } : {};
    return this.ok<Sent>('message:send', { conversationId, clientId, text, ...seen });
  }

  async start(text: string, more: Partial<ChatStart> = {}): Promise<ChatStarted> {
    const { policy } = await this.ok<ChatHello>('chat:hello', {});
    return this.ok<ChatStarted>('chat:start', {
      startId: `start-${newId()}`,
      topic: 'orders',
      language: 'en',
      policyVersion: policy.id,
      message: { clientId: `first-${newId()}`, text },
      ...more,
    });
  }

  /** Waits until something holds, which an event brings about. */
  async until(holds: () => boolean): Promise<void> {
    if (holds()) return;
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('It did not come to hold within ten seconds.')), 10_000);
      const look = (): void => {
        if (!holds()) return;
        clearTimeout(late);
        this.socket.offAny(look);
        resolve();
      };
      this.socket.onAny(look);
    });
  }

  close(): void {
    this.socket.disconnect();
  }
}
