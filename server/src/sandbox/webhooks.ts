import { createHmac, randomUUID } from 'node:crypto';
import type { SandboxRefund } from './payments.js';

/** The scheme of the large providers: the instant and the body under one key, so that neither can be exchanged. */
export function signatureOf(secret: string, body: string, seconds: number): string {
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}

const TRIES = 6;
const FIRST_WAIT = 200;

/** Tells the desk what became of refunds, again until it answers. */
export class Webhooks {
  private url: string | undefined;
  private readonly waiting = new Set<Promise<void>>();

  constructor(private readonly secret: string) {}

  callback(url: string): void {
    this.url = url;
  }

  /** @param forged signed with a key that is not ours */
  send(refund: SandboxRefund, { id = `evt_${randomUUID()}`, forged = false } = {}): void {
    const body = JSON.stringify({ id, type: 'refund.updated', data: { object: refund } });
    const sent = this.deliver(body, forged ? 'somebody else' : this.secret);
    this.waiting.add(sent);
    void sent.finally(() => this.waiting.delete(sent));
  }

  /** When all that is under way was answered or given up. */
  async idle(): Promise<void> {
    while (this.waiting.size > 0) await Promise.all(this.waiting);
  }

  private async deliver(body: string, secret: string): Promise<void> {
    for (let tried = 0; tried < TRIES && this.url !== undefined; tried++) {
      const signature = signatureOf(secret, body, Math.floor(Date.now() / 1000));
      const headers = { 'content-type': 'application/json', 'x-sandbox-signature': signature };
      const answer = await fetch(this.url, { method: 'POST', headers, body }).catch(() => undefined);
      // What was refused for good is not sent again.
      if (answer && answer.status < 500 && answer.status !== 429) return;
      await new Promise((resolve) => setTimeout(resolve, FIRST_WAIT * 2 ** tried));
    }
  }
}
