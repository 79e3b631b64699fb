import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { ClientFrames, type Frame } from './client-frames.ts';

export type Side = 'customer' | 'agent';
/** Whose connections: told apart by the browser's name (`User-Agent`), which each client sets for itself. */
export type Client = `${Side}-${number}`;

/**
 * `clear`   everything passes.
 * `cut`     answers are swallowed; the line breaks once the server has answered a message: it has it, nobody was told.
 * `deaf`    half-open: what the client says arrives, what the server says does not, and nobody closes anything.
 * `down`    no connection stands and none is accepted.
 * `double`  each message reaches the server twice, byte for byte.
 */
export type Mode = 'clear' | 'cut' | 'deaf' | 'down' | 'double';

interface Line {
  readonly browser: Socket;
  readonly server: Socket;
  readonly client: Client;
  /** Numbers of the asks by which messages went to the server and whose answer did not come back yet. */
  readonly unanswered: Set<string>;
  /** The server took the connection. */
  reached: boolean;
}

/** What the line did to one client. */
export interface Done {
  /** Lines broken between a message and its answer. */
  cut: number;
  /** Packets of the server that never arrived. */
  swallowed: number;
  /** Messages that arrived twice. */
  doubled: number;
  /** Connections not accepted. */
  refused: number;
  /** Socket lines that the server's end took with it. */
  dropped: number;
  /** Messages that such a line still waited for the answer of. */
  inFlight: number;
}

// Socket.IO's packets: `42/chat,7["message:send",…` is the ask, `43/chat,7[…` its answer.
const SENT = /^42\/(?:chat|desk),(\d+)\["message:send"/;
const ANSWERED = /43\/(?:chat|desk),(\d+)\[/g;

/** The network between browsers and a server, which can be made to fail for each of them. */
export class FaultyLine {
  private readonly modes = new Map<Client, Mode>();
  private readonly done = new Map<Client, Done>();
  private readonly lines = new Set<Line>();
  private readonly listener: Server;
  /** Messages that are kept back, while they are. */
  private held: (() => void)[] | undefined;
  private readonly waiting: (() => void)[] = [];

  private constructor(private readonly target: number) {
    this.listener = createServer((browser) => this.accept(browser));
  }

  /** @param target the port of the server. */
  static async open(target: number): Promise<FaultyLine> {
    const line = new FaultyLine(target);
    await new Promise<void>((ready) => line.listener.listen(0, '127.0.0.1', ready));
    return line;
  }

  get port(): number {
    return (this.listener.address() as AddressInfo).port;
  }

  set(client: Client, mode: Mode): void {
    this.modes.set(client, mode);
    if (mode === 'down') for (const line of this.lines) if (line.client === client) this.break(line);
  }

  /** Keeps the messages of everybody back from now on. */
  hold(): void {
    this.held = [];
  }

  get holding(): number {
    return this.held?.length ?? 0;
  }

  /** Lets them go on, all at once. */
  letGo(): void {
    const held = this.held ?? [];
    this.held = undefined;
    for (const on of held) on();
  }

  /** The next answer to a message, of whomever. */
  answered(): Promise<void> {
    return new Promise((heard) => this.waiting.push(heard));
  }

  /** What was done to a client so far. */
  doneTo(client: Client): Done {
    let done = this.done.get(client);
    if (!done)
      this.done.set(client, (done = { cut: 0, swallowed: 0, doubled: 0, refused: 0, dropped: 0, inFlight: 0 }));
    return done;
  }

  close(): Promise<void> {
    for (const line of this.lines) this.break(line);
    return new Promise((closed) => this.listener.close(() => closed()));
  }

  private accept(browser: Socket): void {
    browser.on('error', () => browser.destroy());
    browser.once('data', (head: Buffer) => {
      browser.pause();
      const name = /^user-agent: candour-((?:customer|agent)-\d+)/im.exec(head.toString('latin1'))?.[1];
      const client = name as Client | undefined;
      if (!client || this.modes.get(client) === 'down') {
        if (client) this.doneTo(client).refused++;
        browser.destroy();
      } else this.join(browser, client, head);
    });
  }

  private join(browser: Socket, client: Client, head: Buffer): void {
    const server = connect(this.target, '127.0.0.1');
    const line: Line = { browser, server, client, unanswered: new Set(), reached: false };
    server.once('connect', () => (line.reached = true));
    this.lines.add(line);
    const socketOfChat = /^upgrade: websocket/im.test(head.toString('latin1'));
    const end = (): void => this.break(line);
    for (const what of ['error', 'close']) {
      browser.on(what, end);
      server.on(what, () => {
        if (socketOfChat) this.lost(line);
        end();
      });
    }
    server.write(head);
    const frames = new ClientFrames();
    browser.on('data', (chunk: Buffer) => {
      if (socketOfChat) for (const frame of frames.take(chunk)) this.pass(line, frame);
      else server.write(chunk);
    });
    server.on('data', (chunk: Buffer) => {
      if (socketOfChat) this.answer(line, chunk);
      else browser.write(chunk);
    });
    browser.resume();
  }

  /** What a browser says. */
  private pass({ client, server, unanswered }: Line, { bytes, text }: Frame): void {
    const message = SENT.exec(text)?.[1];
    if (message === undefined) {
      server.write(bytes);
      return;
    }
    const on = (): void => {
      unanswered.add(message);
      server.write(bytes);
      if (this.modes.get(client) !== 'double') return;
      this.doneTo(client).doubled++;
      server.write(bytes);
    };
    if (this.held) this.held.push(on);
    else on();
  }

  /** What the server says. */
  private answer(line: Line, chunk: Buffer): void {
    const { client, browser, unanswered } = line;
    const mode = this.modes.get(client) ?? 'clear';
    let answers = 0;
    for (const [, ask = ''] of chunk.toString('latin1').matchAll(ANSWERED)) if (unanswered.delete(ask)) answers++;
    if (answers > 0) for (const heard of this.waiting.splice(0)) heard();
    if (mode !== 'cut' && mode !== 'deaf') {
      browser.write(chunk);
      return;
    }
    this.doneTo(client).swallowed++;
    if (mode === 'cut' && answers > 0) {
      this.doneTo(client).cut++;
      this.break(line);
    }
  }

  /** The server's end of a line went. */
  private lost(line: Line): void {
    if (!this.lines.has(line)) return;
    const done = this.doneTo(line.client);
    if (line.reached) done.dropped++;
    else done.refused++;
    done.inFlight += line.unanswered.size;
  }

  private break(line: Line): void {
    if (!this.lines.delete(line)) return;
    line.browser.destroy();
    line.server.destroy();
  }
}
