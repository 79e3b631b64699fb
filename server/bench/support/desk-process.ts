import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const main = fileURLToPath(new URL('../../src/main.js', import.meta.url));
const staffCommand = fileURLToPath(new URL('../../src/commands/staff.js', import.meta.url));

export interface SignedIn {
  readonly cookie: string;
  readonly csrf: string;
}

/** The whole production server as a process of its own, on a data folder of its own. */
export class DeskProcess {
  url = '';
  private child: ChildProcess | undefined;
  private printed = '';

  /** In a folder of its own, which goes at the end, unless one is handed over. */
  constructor(
    private readonly environment: Readonly<Record<string, string>> = {},
    readonly folder = mkdtempSync(join(tmpdir(), 'candour-bench-')),
  ) {}

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  /** Starts it and waits until it says that it is ready. The port stays the same over restarts. */
  async start(): Promise<void> {
    const port = this.url ? new URL(this.url).port : String(await freePort());
    this.url = `http://127.0.0.1:${port}`;
    this.child = spawn(process.execPath, [main], {
      env: this.variables(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout?.on('data', (chunk: Buffer) => (this.printed += chunk.toString()));
    this.child.stderr?.on('data', (chunk: Buffer) => (this.printed += chunk.toString()));
    await this.ready();
  }

  kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.child;
    this.child = undefined;
    if (!child || child.exitCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill(signal);
    });
  }

  async end(): Promise<void> {
    await this.kill('SIGTERM');
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** CPU seconds that the process has used, user and system. */
  cpuSeconds(): number {
    return cpuSecondsOf(this.pid);
  }

  /** Waits until what a start brings with it is done: in three seconds on end the process hardly works. */
  async settled(): Promise<void> {
    let calm = 0;
    for (const deadline = Date.now() + 120_000; calm < 3 && Date.now() < deadline;) {
      const before = this.cpuSeconds();
      await new Promise((resolve) => setTimeout(resolve, 1000));
      calm = this.cpuSeconds() - before < 0.08 ? calm + 1 : 0;
    }
  }

  /** The first administrator's sign-in, as printed at the first start. */
  firstSignIn(): { email: string; password: string } {
    const found = /(\S+@\S+)\s+(\S+)/.exec(this.printed.slice(this.printed.indexOf('sign-in')));
    if (!found) throw new Error(`No first sign-in was printed:\n${this.printed}`);
    return { email: found[1]!, password: found[2]! };
  }

  async signIn(email: string, password: string): Promise<SignedIn> {
    return this.session('/api/session', { email, password });
  }

  /** Adds a member of staff, whose role the operator gives (one administrator may not), and signs in by their link. */
  async staff(admin: SignedIn, role: string, email: string): Promise<SignedIn> {
    const ask = { name: role, email, role: 'agent', skills: { topics: [], languages: ['en'] } };
    const member = (await this.post(admin, '/api/staff', ask)) as { id: string };
    await promisify(execFile)(process.execPath, [staffCommand, 'role', email, role], { env: this.variables() });
    const link = (await this.post(admin, `/api/staff/${member.id}/link`, {})) as { url: string };
    const token = link.url.slice(link.url.indexOf('#') + 1);
    return this.byLink(token);
  }

  /** Signs in with a one-time link, which sets a password too. */
  byLink(token: string): Promise<SignedIn> {
    return this.session('/api/session/link', { token, password: `for measuring only ${process.pid}` });
  }

  /** Signs in somebody who works here already, by the operator's one-time link. */
  async linked(email: string): Promise<SignedIn> {
    const { stdout } = await promisify(execFile)(process.execPath, [staffCommand, 'link', email], {
      env: this.variables(),
    });
    const token = stdout.trim().slice(stdout.indexOf('#') + 1);
    return this.session('/api/session/link', { token, password: `for measuring only ${process.pid}` });
  }

  async post(who: SignedIn, path: string, body: object): Promise<unknown> {
    const response = await fetch(this.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.url, cookie: who.cookie, 'x-csrf-token': who.csrf },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }

  private variables(): NodeJS.ProcessEnv {
    return {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      LOG_LEVEL: 'error',
      DEMO: 'off',
      DATA_DIR: this.folder,
      PORT: new URL(this.url).port,
      PUBLIC_URL: this.url,
      ...this.environment,
    };
  }

  private async session(path: string, body: object): Promise<SignedIn> {
    const response = await fetch(this.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.url },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    const cookie = (response.headers.getSetCookie()[0] ?? '').split(';')[0]!;
    return { cookie, csrf: ((await response.json()) as { csrf: string }).csrf };
  }

  private async ready(): Promise<void> {
    for (const deadline = Date.now() + 60_000; Date.now() < deadline;) {
      if (this.child?.exitCode !== null && this.child?.exitCode !== undefined) break;
      const answered = await fetch(`${this.url}/health/ready`).then(
        (response) => response.ok,
        () => false,
      );
      if (answered) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`The server did not become ready:\n${this.printed}`);
  }
}

export function cpuSecondsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // utime and stime, in ticks of 1/100 s (proc_pid_stat(5)).
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Median of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
