import { Agent, request } from 'node:http';

export interface Called {
  /** From the request's first byte to the answer's last, in milliseconds. */
  readonly ms: number;
  readonly body: string;
}

/** One person's browser, as far as time is concerned: one connection that stays open, one request at a time. */
export class Caller {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(
    private readonly url: string,
    private readonly cookie?: string,
  ) {}

  /** @throws Error where the answer is not one of success. */
  get(path: string): Promise<Called> {
    return new Promise((resolve, reject) => {
      const began = performance.now();
      const headers = this.cookie === undefined ? {} : { cookie: this.cookie };
      const asked = request(this.url + path, { agent: this.agent, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const ms = performance.now() - began;
          const body = Buffer.concat(parts).toString();
          if ((answer.statusCode ?? 500) < 300) resolve({ ms, body });
          else reject(new Error(`${path}: ${answer.statusCode} ${body}`));
        });
      });
      asked.on('error', reject);
      asked.end();
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
