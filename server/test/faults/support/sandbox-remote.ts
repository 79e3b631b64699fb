import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../../src/core/config/config.js';
import { readMasterKey } from '../../../src/core/vault/master-key.js';
import type { FaultMode } from '../../../src/sandbox/faults.js';
import type { Ledger } from './refund-judge.js';

const PROGRAM = fileURLToPath(new URL('../../../src/sandbox/main.js', import.meta.url));

/** The simulated provider, as a fault run speaks to it. */
export class SandboxRemote {
  constructor(
    readonly url: string,
    readonly token: string,
  ) {}

  async faults(...next: readonly FaultMode[]): Promise<void> {
    await this.ask('PUT', '/v1/faults', { clear: true, next });
  }

  async ledger(): Promise<Ledger> {
    return (await this.ask('GET', '/v1/ledger')) as Ledger;
  }

  /** When all that it tells by itself was heard or given up. */
  async idle(): Promise<void> {
    await this.ask('POST', '/v1/idle');
  }

  private async ask(method: string, path: string, body?: object): Promise<unknown> {
    const headers = { authorization: `Bearer ${this.token}` };
    const answer = await fetch(this.url + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    if (!answer.ok) throw new Error(`The sandbox answered ${answer.status}.`);
    return answer.json();
  }
}

/** One that outlives the desks it serves. */
export async function startSandbox(
  environment: Readonly<Record<string, string>>,
  folder: string,
): Promise<{ remote: SandboxRemote; stop: () => void }> {
  const master = readMasterKey(readConfig(environment), false);
  const token = master.derive('sandbox token').toString('hex');
  const child: ChildProcess = fork(PROGRAM, [folder], { env: {}, execArgv: [] });
  child.send({ token, secret: master.derive('sandbox webhooks').toString('hex') });
  const port = await new Promise<number>((resolve) =>
    child.once('message', (said: { port: number }) => resolve(said.port)),
  );
  return { remote: new SandboxRemote(`http://127.0.0.1:${port}`, token), stop: () => child.kill() };
}
