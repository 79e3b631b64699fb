import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../server/dist/src/main.js', import.meta.url));
/** Generous for a first start with migrations and the demonstration shop on a loaded machine. */
const START_MS = 120_000;

/** A production-built server with a data folder and a port of its own. */
export class Desk {
  private child: ChildProcess | undefined;
  private port = 0;
  private readonly lines: string[] = [];

  private constructor(
    private readonly dataDir: string,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  static async open(environment: Readonly<Record<string, string>> = {}): Promise<Desk> {
    const desk = new Desk(await mkdtemp(join(tmpdir(), 'candour-e2e-')), environment);
    await desk.start();
    return desk;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Everything the server said so far: the address and, at its first start, the first sign-ins. */
  get said(): string {
    return this.lines.join('\n');
  }

  /** Starts the server, on the same port and data as before, and waits until it is ready. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [MAIN], {
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: String(this.port),
        DATA_DIR: this.dataDir,
        ...this.environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    const { stdout, stderr } = child;
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`The server did not start:\n${this.said}`)), START_MS);
      const heard = (line: string): void => {
        this.lines.push(line);
        const port = /served at https?:\/\/[^:]+:(\d+)/.exec(line)?.[1];
        if (!port) return;
        clearTimeout(late);
        this.port = Number(port);
        resolve();
      };
      for (const stream of [stdout, stderr]) createInterface({ input: stream }).on('line', heard);
      child.once('exit', (code) => {
        clearTimeout(late);
        reject(new Error(`The server ended with ${code}:\n${this.said}`));
      });
    });
  }

  /** Ends the server: SIGTERM asks, SIGKILL is a power cut. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill(signal);
    });
  }

  async close(): Promise<void> {
    await this.stop();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}
