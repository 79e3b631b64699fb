import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '@candour/shared/ids.js';
import WebSocket from 'ws';

/*
 * The load generator, in a process of its own. It speaks the Socket.IO protocol by hand, so that it costs much less
 * than the servers it measures. Every connection sends, waits for its ack, and sends again.
 */

/** One connection: where, as whom, and in which conversation. */
export interface Seat {
  readonly url: string;
  readonly namespace: string;
  readonly auth: object;
  readonly headers?: Record<string, string>;
  readonly conversationId: string;
  /** Sent once after connecting, so that the server shows this seat its conversation. */
  readonly hello?: readonly [event: string, ask: object];
}

export interface Measured {
  readonly acknowledged: number;
  readonly delivered: number;
  readonly refused: number;
  readonly ms: number;
  readonly p50: number;
  readonly p99: number;
}

export type LoadAsk =
  { readonly group: string; readonly seats: readonly Seat[] } | { readonly group: string; readonly runMs: number };

const words = 'Guten Tag, my sofa arrived today and one of the legs is loose. Could you send the right screw, please?';

class Connection {
  private socket: WebSocket;
  private sentAt = 0;
  private count = 0;
  private running = false;
  acknowledged = 0;
  delivered = 0;
  refused = 0;
  latencies: number[] = [];
  idle: Promise<void> = Promise.resolve();
  private settle: () => void = () => undefined;

  constructor(private readonly seat: Seat) {}

  /** Resolves when the server has let this seat in and shows it its conversation. */
  connect(): Promise<void> {
    const { url, namespace, auth, headers, hello } = this.seat;
    const prefix = namespace === '/' ? '' : `${namespace},`;
    return new Promise((resolve, reject) => {
      this.socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
        headers,
        perMessageDeflate: false,
      });
      this.socket.on('error', reject);
      this.socket.on('message', (data: Buffer) => {
        const kind = data[0];
        const type = data[1];
        if (kind === 0x32 /* ping */) this.socket.send('3');
        else if (kind === 0x30 /* open */) this.socket.send(`40${prefix}${JSON.stringify(auth)}`);
        else if (kind !== 0x34) return;
        else if (type === 0x30 /* connected */) {
          if (hello) this.socket.send(`42${prefix}0${JSON.stringify(hello)}`);
          else resolve();
        } else if (type === 0x34) reject(new Error(`refused: ${data.toString()}`));
        else if (type === 0x33 /* ack */) {
          if (hello && this.count === 0 && !this.running) {
            if (data.includes('"problem"')) reject(new Error(data.toString()));
            resolve();
          } else this.acked(data);
        } else if (type === 0x32 && data.includes('"entry"')) this.delivered++;
      });
    });
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.socket.once('close', () => resolve());
      this.socket.close();
    });
  }

  start(): void {
    this.running = true;
    this.idle = new Promise((resolve) => (this.settle = resolve));
    this.send();
  }

  stop(): Promise<void> {
    this.running = false;
    return this.idle;
  }

  private send(): void {
    const { namespace, conversationId } = this.seat;
    const n = ++this.count;
    // An agent who has read whatever came: the guard is asked, and holds nothing.
    const seen = namespace === '/desk' ? `,"seen":${Number.MAX_SAFE_INTEGER}` : '';
    const ask = `{"conversationId":"${conversationId}","clientId":"${newId()}","text":"${words}"${seen}}`;
    this.sentAt = performance.now();
    this.socket.send(`42${namespace === '/' ? '' : `${namespace},`}${n}["message:send",${ask}]`);
  }

  private acked(data: Buffer): void {
    this.latencies.push(performance.now() - this.sentAt);
    if (data.includes('"ok"')) this.acknowledged++;
    else this.refused++;
    if (this.running) this.send();
    else this.settle();
  }
}

const groups = new Map<string, Connection[]>();

/** In place of those who sat there before. */
async function seat(group: string, seats: readonly Seat[]): Promise<void> {
  await Promise.all((groups.get(group) ?? []).map((one) => one.close()));
  const connections = seats.map((one) => new Connection(one));
  for (let i = 0; i < connections.length; i += 50)
    await Promise.all(connections.slice(i, i + 50).map((one) => one.connect()));
  groups.set(group, connections);
}

async function run(group: string, runMs: number): Promise<Measured> {
  const connections = groups.get(group) ?? [];
  for (const one of connections) Object.assign(one, { acknowledged: 0, delivered: 0, refused: 0, latencies: [] });
  const began = performance.now();
  for (const one of connections) one.start();
  await delay(runMs);
  await Promise.all(connections.map((one) => one.stop()));
  const ms = performance.now() - began;
  const sum = (column: 'acknowledged' | 'delivered' | 'refused'): number =>
    connections.reduce((all, one) => all + one[column], 0);
  const deadline = performance.now() + 5000;
  while (sum('delivered') < sum('acknowledged') && performance.now() < deadline) await delay(20);
  const latencies = Float64Array.from(connections.flatMap((one) => one.latencies)).sort();
  const at = (share: number): number =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  return {
    acknowledged: sum('acknowledged'),
    delivered: sum('delivered'),
    refused: sum('refused'),
    ms,
    p50: at(0.5),
    p99: at(0.99),
  };
}

process.on('message', (ask: LoadAsk) => {
  const work = 'seats' in ask ? seat(ask.group, ask.seats).then(() => ({ ok: true })) : run(ask.group, ask.runMs);
  work.then(
    (done) => process.send?.(done),
    (error: Error) => process.send?.({ error: error.message }),
  );
});
process.on('disconnect', () => process.exit());
