import { createHash } from 'node:crypto';
import type { BrowserContext, BrowserContextOptions, FrameLocator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Entries } from '@candour/shared/conversations.js';
import { openChat, say, startChat } from '../chat.ts';
import type { Said } from '../transcript.ts';
import { chatTranscript, consoleTranscript } from '../transcript.ts';
import type { Client, FaultyLine, Side } from './faulty-line.ts';

/** What all pairs stand on. */
export interface Ground {
  readonly line: FaultyLine;
  /** Where the server listens, past the line. */
  readonly port: number;
  newContext(options: BrowserContextOptions): Promise<BrowserContext>;
}

/** A customer and an agent in one conversation, each in a browser of their own. */
export class Pair {
  private customer: BrowserContext | undefined;
  private shop!: Page;
  private chat!: FrameLocator;
  private conversationId = '';

  private constructor(
    readonly number: number,
    readonly ground: Ground,
    private readonly agent: BrowserContext,
    private readonly console: Page,
  ) {}

  /** @param link the agent's one-time token. */
  static async open(number: number, ground: Ground, link: string): Promise<Pair> {
    const url = urlOf(ground.line);
    const agent = await browser(ground, `agent-${number}`);
    const answer = await agent.request.post(`${url}/api/session/link`, {
      headers: { origin: url },
      data: { token: link, password: `for the fault rounds only ${number}` },
    });
    if (!answer.ok()) throw new Error(`The sign-in was answered ${answer.status()}: ${await answer.text()}`);
    const console = await agent.newPage();
    await console.goto(url);
    await expect(console.getByRole('navigation', { name: /./ }).first()).toBeVisible();
    return new Pair(number, ground, agent, console);
  }

  /** Another customer begins a conversation, and the agent takes it. */
  async newChat(wave: number): Promise<void> {
    await this.customer?.close();
    this.customer = await browser(this.ground, this.clientOf('customer'));
    this.shop = await this.customer.newPage();
    await this.shop.goto(`${urlOf(this.ground.line)}/shop?l=en`);
    this.chat = await openChat(this.shop);
    const first = `Hello, I am the customer of pair ${this.number} and wave ${wave}.`;
    await startChat(this.chat, 'Delivery', first);
    await this.console.locator('a.item', { hasText: first }).click();
    await this.console.getByRole('button', { name: 'Take', exact: true }).click();
    await expect(this.chat.getByText('is here for you')).toBeVisible();
    this.conversationId = new URL(this.console.url()).pathname.split('/').at(-1) ?? '';
  }

  clientOf(side: Side): Client {
    return `${side}-${this.number}`;
  }

  async speak(side: Side, text: string): Promise<void> {
    if (side === 'customer') return say(this.chat, text);
    const field = this.console.getByPlaceholder('Write to the customer…');
    await field.fill(text);
    await field.press('Enter');
  }

  /** Sets the clock of one of the browsers on. */
  async pass(side: Side, ms: number): Promise<void> {
    await (side === 'customer' ? this.customer : this.agent)?.clock.fastForward(ms);
    // A person who is there moves: who does not for a quarter of an hour is signed out, connected or not.
    if (side === 'agent') await this.console.mouse.move(640, 400 + Math.floor(Math.random() * 9));
  }

  /** Waits until both screens show all that was said, as the log has it; their hashes are held against the log's. */
  async agree(said: readonly string[]): Promise<void> {
    await expect
      .poll(
        async () => {
          // Waits between two tries to connect are shortened: what is tested is what arrives, not when.
          await Promise.all([this.pass('customer', 1_000), this.pass('agent', 1_000)]);
          await this.confirmHeld();
          const log = await this.stored();
          const missing = said.filter((text) => !log.some((one) => one.text === text));
          const [chat, desk] = [await chatTranscript(this.chat), await consoleTranscript(this.console)];
          if (missing.length > 0) return `the log misses ${missing.join(', ')}`;
          const twice = said.filter((text) => log.filter((one) => one.text === text).length > 1);
          if (twice.length > 0) return `the log has twice ${twice.join(', ')}`;
          if (hash(chat) !== hash(log)) return `the chat differs: ${difference(log, chat)}`;
          return hash(desk) === hash(log) ? 'equal' : `the console differs: ${difference(log, desk)}`;
        },
        { timeout: 60_000, intervals: [100, 200, 400] },
      )
      .toBe('equal');
  }

  /** The messages as the server has them, asked past the line that fails. */
  async stored(): Promise<Said[]> {
    const cookie = (await this.agent.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const all: Entries['entries'] = [];
    for (;;) {
      const path = `/api/conversations/${this.conversationId}/entries?since=${all.length}&limit=200`;
      const answer = await fetch(`http://127.0.0.1:${this.ground.port}${path}`, { headers: { cookie } });
      if (!answer.ok) throw new Error(`The log was answered ${answer.status}.`);
      const page = (await answer.json()) as Entries;
      all.push(...page.entries);
      if (!page.more) break;
    }
    return all
      .filter(({ kind }) => kind === 'message')
      .map(({ by, text }) => ({ by: by.role === 'customer' ? 'customer' : 'staff', text: text ?? '' }));
  }

  /** What both saw when it went wrong. */
  async picture(path: string): Promise<void> {
    await this.console.screenshot({ path: `${path}-console.png` });
    await this.shop.screenshot({ path: `${path}-shop.png` });
  }

  async close(): Promise<void> {
    await this.customer?.close();
    await this.agent.close();
  }

  /** A reply that was held because the customer's words came first: the agent reads them and sends it. */
  private async confirmHeld(): Promise<void> {
    const confirm = this.console.locator('cd-held-reply').getByRole('button', { name: 'Send it anyway' });
    if ((await confirm.count()) > 0 && (await confirm.isEnabled())) await confirm.click();
  }
}

export const urlOf = (line: FaultyLine): string => `http://127.0.0.1:${line.port}`;

async function browser({ newContext }: Ground, client: Client): Promise<BrowserContext> {
  const context = await newContext({ userAgent: `candour-${client} (faults)`, viewport: { width: 1280, height: 800 } });
  await context.clock.install();
  return context;
}

const hash = (said: readonly Said[]): string => createHash('sha256').update(JSON.stringify(said)).digest('hex');

function difference(log: readonly Said[], seen: readonly Said[]): string {
  const at = log.findIndex((one, i) => one.text !== seen[i]?.text || one.by !== seen[i]?.by);
  return at < 0 ? `${seen.length} messages for ${log.length}` : `at ${at}: "${seen[at]?.text}" for "${log[at]?.text}"`;
}
