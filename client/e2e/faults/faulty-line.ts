import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { ClientFrames } from './client-frames.ts';

/** Whose connections: told apart by the browser's name (`User-Agent`), which each of the two sets for itself. */
export type Side = 'customer' | 'agent';

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
  readonly side: Side;
  /** A message went to the server and what comes back is its answer. */
  asked: boolean;
}

/** The network between two browsers and a server, which can be made to fail for each of them. */
export class FaultyLine {
  private readonly modes: Record<Side, Mode> = { customer: 'clear', agent: 'clear' };
  private readonly lines = new Set<Line>();
  private readonly listener: Server;
  /** What was done to the line, for the count at the end. */
  readonly done = { cut: 0, swallowed: 0, doubled: 0, refused: 0 };

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

  set(side: Side, mode: Mode): void {
    this.modes[side] = mode;
    if (mode === 'down') for (const line of this.lines) if (line.side === side) this.break(line);
  }

  close(): Promise<void> {
    for (const line of this.lines) this.break(line);
    return new Promise((closed) => this.listener.close(() => closed()));
  }

  private accept(browser: Socket): void {
    browser.on('error', () => browser.destroy());
    browser.once('data', (head: Buffer) => {
      browser.pause();
      const side = /^user-agent: candour-(customer|agent)/im.exec(head.toString('latin1'))?.[1] as Side | undefined;
      if (!side || this.modes[side] === 'down') {
        this.done.refused++;
        browser.destroy();
      } else this.join(browser, side, head);
    });
  }

  private join(browser: Socket, side: Side, head: Buffer): void {
    const server = connect(this.target, '127.0.0.1');
    const line: Line = { browser, server, side, asked: false };
    this.lines.add(line);
    const end = (): void => this.break(line);
    for (const socket of [browser, server]) socket.on('error', end).on('close', end);
    server.write(head);
    const socketOfChat = /^upgrade: websocket/im.test(head.toString('latin1'));
    const frames = new ClientFrames();
    browser.on('data', (chunk: Buffer) => {
      if (!socketOfChat) return server.write(chunk);
      for (const frame of frames.take(chunk)) {
        const message = frame.text.includes('"message:send"');
        line.asked ||= message;
        server.write(frame.bytes);
        if (message && this.modes[side] === 'double') {
          this.done.doubled++;
          server.write(frame.bytes);
        }
      }
      return undefined;
    });
    server.on('data', (chunk: Buffer) => {
      const mode = this.modes[side];
      if (!socketOfChat || (mode !== 'cut' && mode !== 'deaf')) return browser.write(chunk);
      this.done.swallowed++;
      // The answer to a message names no event: `3` and the number of the ask, behind the namespace.
      if (mode === 'cut' && line.asked && /\/(chat|desk),?\d+\[/.test(chunk.toString('latin1'))) {
        this.done.cut++;
        this.break(line);
      }
      return undefined;
    });
    browser.resume();
  }

  private break(line: Line): void {
    if (!this.lines.delete(line)) return;
    line.browser.destroy();
    line.server.destroy();
  }
}
