import { createHash } from 'node:crypto';
import type { BrowserContext, BrowserContextOptions, FrameLocator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import type { Entries } from '@candour/shared/conversations.js';
import { openChat, say, startChat } from '../chat.ts';
import { Desk } from '../desk.ts';
import { freePort } from '../free-port.ts';
import { signIn } from '../people.ts';
import type { Said } from '../transcript.ts';
import { chatTranscript, consoleTranscript } from '../transcript.ts';
import type { Side } from './faulty-line.ts';
import { FaultyLine } from './faulty-line.ts';

/*
 * npm run faults -- network [--rounds N]
 * The widget and the console in real browsers, over a line that fails. In each round one fault strikes while both
 * write; afterwards both screens must read as the server's log does, word for word and in its order.
 */

const ROUNDS = Number(process.env['ROUNDS'] ?? 500);
const WORKERS = 2;
/** So that a conversation stays within what the chat shows without asking for earlier entries. */
const ROUNDS_OF_ONE_CHAT = 12;
const OFFLINE_MS = 30 * 60_000;
const STEP_MS = 5 * 60_000;
/** Longer than a client waits for an answer and for a sign of life (`pingInterval` and `pingTimeout` of Socket.IO). */
const DEAF_MS = 60_000;

const faults = ['cut', 'deaf', 'offline', 'restart', 'double'] as const;
type Fault = (typeof faults)[number];
const sides: readonly Side[] = ['customer', 'agent'];

for (let worker = 0; worker < WORKERS; worker++) {
  test(`part ${worker + 1} of ${WORKERS}`, async ({ browser }) => {
    const rounds = Math.floor(ROUNDS / WORKERS) + (worker < ROUNDS % WORKERS ? 1 : 0);
    const world = await World.open((options) => browser.newContext(options));
    const struck = new Map<Fault, number>();
    /** Milliseconds of the rounds of each fault. */
    const spent = new Map<Fault, number>();
    try {
      for (let round = 0; round < rounds; round++) {
        if (round % ROUNDS_OF_ONE_CHAT === 0) await world.newChat(round);
        const fault = faults[round % faults.length]!;
        const began = performance.now();
        await world.strike(fault, sides[Math.floor(round / faults.length) % 2]!, round);
        struck.set(fault, (struck.get(fault) ?? 0) + 1);
        spent.set(fault, (spent.get(fault) ?? 0) + performance.now() - began);
        if ((round + 1) % 25 === 0) console.log(`part ${worker + 1}: ${round + 1} rounds of ${rounds}`);
      }
      const { cut, swallowed, doubled, refused } = world.line.done;
      console.log(
        `part ${worker + 1}: ${rounds} rounds (${[...struck].map(([fault, n]) => `${fault} ${n} of ${seconds(spent, fault, n)} s`).join(', ')}), ` +
          `lines cut between message and answer ${cut}, packets swallowed ${swallowed}, messages doubled ${doubled}, ` +
          `connections refused ${refused}; transcripts equal in ${world.equal}`,
      );
      expect(world.equal).toBe(rounds);
      expect(cut, 'a cut that cut nothing proves nothing').toBeGreaterThanOrEqual(struck.get('cut') ?? 0);
      expect(doubled).toBeGreaterThanOrEqual(struck.get('double') ?? 0);
    } catch (error) {
      await world.picture(`${test.info().outputDir}/`);
      throw error;
    } finally {
      await world.close();
    }
  });
}

/** A server, a customer's browser, an agent's browser, and the line between them. */
class World {
  /** Rounds after which both screens read as the log does. */
  equal = 0;
  private customer!: BrowserContext;
  private agent!: BrowserContext;
  private shop!: Page;
  private console!: Page;
  private chat!: FrameLocator;
  private conversationId = '';
  private cutBefore = 0;

  private constructor(
    private readonly desk: Desk,
    readonly line: FaultyLine,
    /** Where the server listens, past the line. */
    private readonly port: number,
    private readonly newContext: (options: BrowserContextOptions) => Promise<BrowserContext>,
  ) {}

  static async open(newContext: World['newContext']): Promise<World> {
    const port = await freePort();
    const line = await FaultyLine.open(port);
    const url = `http://127.0.0.1:${line.port}`;
    const desk = await Desk.open({ PORT: String(port), PUBLIC_URL: url, MESSAGE_RATE: '1000000' });
    const world = new World(desk, line, port, newContext);
    world.agent = await world.browser('agent');
    world.console = await world.agent.newPage();
    await signIn(world.console, 'basil', { url, said: desk.said });
    return world;
  }

  /** Another customer begins a conversation, and the agent takes it. */
  async newChat(round: number): Promise<void> {
    await this.customer?.close();
    this.customer = await this.browser('customer');
    this.shop = await this.customer.newPage();
    await this.shop.goto(`${this.url}/shop?l=en`);
    this.chat = await openChat(this.shop);
    const first = `Hello, I am the customer of round ${round}.`;
    await startChat(this.chat, 'Delivery', first);
    await this.console.locator('a.item', { hasText: first }).click();
    await this.console.getByRole('button', { name: 'Take', exact: true }).click();
    await expect(this.chat.getByText('is here for you')).toBeVisible();
    this.conversationId = new URL(this.console.url()).pathname.split('/').at(-1) ?? '';
  }

  async strike(fault: Fault, side: Side, round: number): Promise<void> {
    const said: string[] = [];
    const speak = async (who: Side, n: number): Promise<void> => {
      const text = `${who} ${round}.${n}`;
      said.push(text);
      if (who === 'customer') await say(this.chat, text);
      else await this.reply(text);
    };
    const other: Side = side === 'customer' ? 'agent' : 'customer';
    await this.begin(fault, side);
    await speak(side, 1);
    await speak(other, 1);
    await speak(side, 2);
    await this.end(fault, side);
    await speak(other, 2);
    await this.agree(said);
    this.equal++;
  }

  /** What both saw when it went wrong. */
  async picture(folder: string): Promise<void> {
    await this.console.screenshot({ path: `${folder}console.png` });
    await this.shop.screenshot({ path: `${folder}shop.png` });
  }

  async close(): Promise<void> {
    await this.customer?.close();
    await this.agent.close();
    await this.line.close();
    await this.desk.close();
  }

  private async begin(fault: Fault, side: Side): Promise<void> {
    this.cutBefore = this.line.done.cut;
    if (fault === 'restart') await this.desk.stop(side === 'customer' ? 'SIGKILL' : 'SIGTERM');
    else this.line.set(side, fault === 'offline' ? 'down' : fault);
  }

  /** What ends a fault is a condition, never a pause: the clock of the browser it strikes is set on. */
  private async end(fault: Fault, side: Side): Promise<void> {
    const { clock } = side === 'customer' ? this.customer : this.agent;
    if (fault === 'cut') {
      await expect.poll(() => this.line.done.cut).toBeGreaterThan(this.cutBefore);
    }
    if (fault === 'restart') await this.desk.start();
    if (fault === 'deaf') await clock.fastForward(DEAF_MS);
    if (fault === 'offline') {
      for (let passed = 0; passed < OFFLINE_MS; passed += STEP_MS) {
        await clock.fastForward(STEP_MS);
        // A person who is there moves: who does not for a quarter of an hour is signed out, connected or not.
        await this.console.mouse.move(640, 400 + (passed % 7));
      }
    }
    this.line.set(side, 'clear');
  }

  /** Waits until both screens show all that was said, as the log has it. */
  private async agree(said: readonly string[]): Promise<void> {
    await expect
      .poll(
        async () => {
          // Waits between two tries to connect are shortened: what is tested is what arrives, not when.
          for (const { clock } of [this.customer, this.agent]) await clock.fastForward(1_000);
          await this.confirmHeld();
          const log = await this.stored();
          const missing = said.filter((text) => !log.some((one) => one.text === text));
          const [chat, desk] = [await chatTranscript(this.chat), await consoleTranscript(this.console)];
          if (missing.length > 0) return `the log misses ${missing.join(', ')}`;
          if (hash(chat) !== hash(log)) return `the chat differs: ${difference(log, chat)}`;
          return hash(desk) === hash(log) ? 'equal' : `the console differs: ${difference(log, desk)}`;
        },
        { timeout: 60_000, intervals: [100, 100, 200] },
      )
      .toBe('equal');
  }

  private async reply(text: string): Promise<void> {
    const field = this.console.getByPlaceholder('Write to the customer…');
    await field.fill(text);
    await field.press('Enter');
  }

  /** A reply that was held because the customer's words came first: the agent reads them and sends it. */
  private async confirmHeld(): Promise<void> {
    const confirm = this.console.locator('cd-held-reply').getByRole('button', { name: 'Send it anyway' });
    if ((await confirm.count()) > 0 && (await confirm.isEnabled())) await confirm.click();
  }

  /** The messages as the server has them, asked past the line that fails. */
  private async stored(): Promise<Said[]> {
    const cookie = (await this.agent.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const all: Entries['entries'] = [];
    for (;;) {
      const path = `/api/conversations/${this.conversationId}/entries?since=${all.length}&limit=200`;
      const answer = await fetch(`http://127.0.0.1:${this.port}${path}`, { headers: { cookie } });
      if (!answer.ok) throw new Error(`The log was answered ${answer.status}.`);
      const page = (await answer.json()) as Entries;
      all.push(...page.entries);
      if (!page.more) break;
    }
    return all
      .filter(({ kind }) => kind === 'message')
      .map(({ by, text }) => ({ by: by.role === 'customer' ? 'customer' : 'staff', text: text ?? '' }));
  }

  private async browser(side: Side): Promise<BrowserContext> {
    const context = await this.newContext({
      userAgent: `candour-${side} (faults)`,
      viewport: { width: 1280, height: 800 },
    });
    await context.clock.install();
    return context;
  }

  private get url(): string {
    return `http://127.0.0.1:${this.line.port}`;
  }
}

const seconds = (spent: ReadonlyMap<Fault, number>, fault: Fault, rounds: number): string =>
  ((spent.get(fault) ?? 0) / rounds / 1000).toFixed(1);

const hash = (said: readonly Said[]): string => createHash('sha256').update(JSON.stringify(said)).digest('hex');

function difference(log: readonly Said[], seen: readonly Said[]): string {
  const at = log.findIndex((one, i) => one.text !== seen[i]?.text || one.by !== seen[i]?.by);
  return at < 0 ? `${seen.length} messages for ${log.length}` : `at ${at}: "${seen[at]?.text}" for "${log[at]?.text}"`;
}
