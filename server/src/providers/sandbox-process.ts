import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SECOND } from '@candour/shared/instant.js';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../core/config/config.js';
import { Vault } from '../core/vault/vault.js';

const PROGRAM = fileURLToPath(new URL('../sandbox/main.js', import.meta.url));
const START = 10 * SECOND;

export interface SandboxAddress {
  readonly url: string;
  readonly token: string;
}

/** The simulated provider as a child of the desk: started when it is first needed, and again should it die. */
@Injectable()
export class SandboxProcess implements OnApplicationShutdown {
  private running: Promise<SandboxAddress> | undefined;
  private child: ChildProcess | undefined;
  private stopped = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly vault: Vault,
  ) {}

  /** Signs what it tells the desk. */
  get secret(): string {
    return this.vault.derive('sandbox webhooks').toString('hex');
  }

  address(): Promise<SandboxAddress> {
    if (this.stopped) return Promise.reject(new Error('The desk is closing.'));
    this.running ??= this.start().catch((error: unknown) => {
      this.running = undefined;
      throw error;
    });
    return this.running;
  }

  onApplicationShutdown(): void {
    this.stopped = true;
    this.child?.kill();
  }

  private start(): Promise<SandboxAddress> {
    const { sandboxUrl } = this.config;
    const token = this.vault.derive('sandbox token').toString('hex');
    if (sandboxUrl !== undefined) return Promise.resolve({ url: sandboxUrl, token });
    const child = fork(PROGRAM, [join(this.config.dataDir, 'sandbox')], { env: {}, execArgv: [], stdio: 'inherit' });
    this.child = child;
    child.send({ token, secret: this.secret });
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('The sandbox did not start.')), START).unref();
      child.once('message', ({ port }: { port: number }) => {
        clearTimeout(late);
        resolve({ url: `http://127.0.0.1:${port}`, token });
      });
      child.once('exit', () => {
        this.running = undefined;
        reject(new Error('The sandbox ended.'));
      });
    });
  }
}
