import type { Duty, Offer, Offers } from '@candour/shared/routing.js';
import type { Skills } from '@candour/shared/staff.js';
import { io, type Socket } from 'socket.io-client';
import type { DeskProcess, SignedIn } from '../../../bench/support/desk-process.js';

/** How an agent of the fault run behaves. */
export interface Manners {
  /** Milliseconds that a chat takes; undefined: none is ever over. */
  handling(): number | undefined;
  /** What becomes of an offer. */
  answer(): 'accept' | 'refuse' | 'miss';
}

/** Somebody at a desk: takes what is offered, resolves it after a while, and is there again when set to away. */
export class Agent {
  /** Chats they were answered to have, and the most at once. */
  readonly has = new Set<string>();
  /** And those that they resolved. */
  readonly done = new Set<string>();
  most = 0;
  accepted = 0;
  refused = 0;
  missed = 0;
  /** Accepts that came too late, or for what somebody else took by hand: the desk's code, and how many. */
  readonly tooLate = new Map<string, number>();
  /** Chats that were taken from them, because the desk took them for absent. */
  lost = 0;
  manners: Manners;
  private readonly known = new Set<string>();
  private readonly socket: Socket;
  private poll: NodeJS.Timeout | undefined;
  private ended = false;
  /** One look at a time: a desk that is behind is not asked yet more. */
  private looking = false;

  constructor(
    private readonly desk: DeskProcess,
    private readonly me: SignedIn,
    readonly id: string,
    readonly skills: Skills,
    readonly capacity: number,
    manners: Manners,
  ) {
    this.manners = manners;
    this.socket = io(`${desk.url}/desk`, {
      transports: ['websocket'],
      forceNew: true,
      auth: { csrf: me.csrf },
      extraHeaders: { origin: desk.url, cookie: me.cookie },
    });
    this.socket.on('offer', (offer: Offer) => void this.offered(offer.row.id));
    this.socket.on('duty', (duty: Duty) => {
      if (duty.presence === 'away' && duty.missed) void this.available();
    });
  }

  async begin(): Promise<void> {
    if (!this.socket.connected) await new Promise((resolve) => this.socket.once('connect', () => resolve(undefined)));
    await this.available();
    // Another node may have made the offer: without Redis its word does not reach this one.
    this.poll = setInterval(() => void this.look(), 5_000);
  }

  end(): void {
    this.ended = true;
    clearInterval(this.poll);
    this.socket.disconnect();
  }

  async available(): Promise<void> {
    await this.ask('PUT', '/api/routing/duty', { presence: 'available' });
  }

  /** Takes one out of the queue by hand, past the routing. */
  async grab(id: string): Promise<number> {
    if (this.done.has(id) || this.has.has(id)) return 200;
    const { status } = await this.ask('POST', `/api/conversations/${id}/take`);
    if (status === 200) this.got(id);
    return status;
  }

  async resolveAll(): Promise<void> {
    for (const id of [...this.has]) await this.resolve(id);
  }

  private async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    await this.lookOnce();
    this.looking = false;
  }

  private async lookOnce(): Promise<void> {
    const { status, body } = await this.ask('GET', '/api/routing/offers');
    if (status !== 200) return;
    for (const { row } of (body as Offers).offers) void this.offered(row.id);
    const duty = await this.ask('GET', '/api/routing/duty');
    if (duty.status === 200 && (duty.body as Duty).presence === 'away') await this.available();
  }

  private async offered(id: string): Promise<void> {
    if (this.known.has(id)) return;
    this.known.add(id);
    const answer = this.manners.answer();
    if (answer === 'miss') this.missed++;
    else if (answer === 'refuse') {
      this.refused++;
      await this.ask('POST', `/api/routing/offers/${id}/refuse`);
    } else {
      const { status, body } = await this.ask('POST', `/api/routing/offers/${id}/accept`);
      if (status === 200) {
        this.accepted++;
        this.got(id);
      } else if (status > 0) this.late((body as { code?: string } | undefined)?.code ?? String(status));
    }
    // It may be offered again later.
    setTimeout(() => this.known.delete(id), answer === 'miss' ? 11_000 : 0);
  }

  private late(code: string): void {
    this.tooLate.set(code, (this.tooLate.get(code) ?? 0) + 1);
  }

  private got(id: string): void {
    this.has.add(id);
    this.most = Math.max(this.most, this.has.size);
    const ms = this.manners.handling();
    if (ms !== undefined) setTimeout(() => void this.resolve(id), ms);
  }

  private async resolve(id: string): Promise<void> {
    const { status } = await this.ask('POST', `/api/conversations/${id}/resolve`);
    if (this.ended) return;
    if (status === 200 || status === 422) {
      this.has.delete(id);
      this.done.add(id);
    } else if (status === 403) {
      // It went back to the queue: whoever has it now resolves it.
      this.has.delete(id);
      this.lost++;
    } else setTimeout(() => void this.resolve(id), 200);
  }

  private async ask(method: string, path: string, body?: object): Promise<{ status: number; body: unknown }> {
    if (this.ended) return { status: 0, body: undefined };
    const response = await fetch(this.desk.url + path, {
      method,
      headers: {
        origin: this.desk.url,
        cookie: this.me.cookie,
        'x-csrf-token': this.me.csrf,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }).catch(() => undefined);
    // The run is over, or the line was cut: whoever asks looks again.
    if (!response) return { status: 0, body: undefined };
    const text = await response.text();
    return { status: response.status, body: text ? (JSON.parse(text) as unknown) : undefined };
  }
}
