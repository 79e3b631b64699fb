import { expect } from '@playwright/test';
import type { Done, Side } from './faulty-line.ts';
import type { Pair } from './pair.ts';

export const lineFaults = ['cut', 'deaf', 'offline', 'double'] as const;
export const faults = [...lineFaults, 'restart'] as const;
export type Fault = (typeof faults)[number];

const OFFLINE_MS = 30 * 60_000;
const STEP_MS = 5 * 60_000;
/** Longer than a client waits for an answer and for a sign of life (`pingInterval` and `pingTimeout` of Socket.IO). */
const DEAF_MS = 60_000;

/** One fault that strikes one pair, and the verdict on it. */
export class Round {
  private readonly said: string[] = [];
  private readonly before: Readonly<Record<Side, Done>>;
  private readonly other: Side;

  /** @param side whose line fails; at a restart, who speaks first. */
  constructor(
    readonly pair: Pair,
    readonly fault: Fault,
    private readonly side: Side,
    private readonly number: number,
  ) {
    this.other = side === 'customer' ? 'agent' : 'customer';
    this.before = { customer: { ...this.doneTo('customer') }, agent: { ...this.doneTo('agent') } };
  }

  /** A fault of the pair's own line, from its beginning to the verdict. */
  async strikeLine(): Promise<void> {
    const { line } = this.pair.ground;
    const client = this.pair.clientOf(this.side);
    line.set(client, this.fault === 'offline' ? 'down' : (this.fault as Exclude<Fault, 'offline' | 'restart'>));
    await this.bothSpeak();
    await this.speakAgain();
    await this.untilItStruck();
    line.set(client, 'clear');
    await this.settle();
  }

  /** At a restart the server goes with what they say on its way. */
  async bothSpeak(): Promise<void> {
    await this.speak(this.side, 1);
    await this.speak(this.other, 1);
  }

  speakAgain(): Promise<void> {
    return this.speak(this.side, 2);
  }

  /** The last words, and the verdict: a fault that did not strike proves nothing. */
  async settle(): Promise<void> {
    await this.speak(this.other, 2);
    await this.pair.agree(this.said);
    for (const side of ['customer', 'agent'] as const) {
      if (this.fault !== 'restart' && side !== this.side) continue;
      if (this.count(side) === 0) throw new Error(`The fault ${this.fault} did not strike the ${side}.`);
    }
  }

  /** What ends a fault is a condition, never a pause: the clock of the browser it strikes is set on. */
  private async untilItStruck(): Promise<void> {
    if (this.fault === 'deaf') {
      await expect.poll(() => this.count(this.side)).toBeGreaterThan(0);
      await this.pair.pass(this.side, DEAF_MS);
    }
    if (this.fault === 'offline') {
      for (let passed = 0; passed < OFFLINE_MS; passed += STEP_MS) await this.pair.pass(this.side, STEP_MS);
      const through = (await this.pair.stored()).filter(({ text }) => this.said.includes(text));
      if (through.some(({ text }) => text.startsWith(this.side)))
        throw new Error('A line that is down let words pass.');
    }
    await expect.poll(() => this.count(this.side)).toBeGreaterThan(0);
  }

  /** How often the fault struck a client. */
  private count(side: Side): number {
    const [now, before] = [this.doneTo(side), this.before[side]];
    const by = { cut: 'cut', deaf: 'swallowed', offline: 'refused', double: 'doubled', restart: 'dropped' } as const;
    return now[by[this.fault]] - before[by[this.fault]];
  }

  private doneTo(side: Side): Done {
    return this.pair.ground.line.doneTo(this.pair.clientOf(side));
  }

  private speak(side: Side, n: number): Promise<void> {
    const text = `${side} ${this.number}.${n}`;
    this.said.push(text);
    return this.pair.speak(side, text);
  }
}
