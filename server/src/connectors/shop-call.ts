import { Inject, Injectable } from '@nestjs/common';
import type { Category } from '@candour/shared/policy.js';
import { CONFIG, type Config } from '../core/config/config.js';
import { EgressGate } from '../core/egress.js';

/** Too early, too much, or keys that the desk's administrator has to mend: the ask itself may be right. */
const mendable = new Set([401, 403, 408, 425, 429]);
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The shop read it and does not do it: asked again it would say the same. */
export class ShopRefused extends Error {
  /** @param code such as `http-422`; never the shop's own words, which may name a person */
  constructor(readonly code: string) {
    super(`The shop refused: ${code}.`);
    this.name = 'ShopRefused';
  }
}

/** Nobody knows whether it had an effect, or the shop had no time: to be asked again. */
export class ShopUnclear extends Error {
  /** @param retryAfter milliseconds, where the shop said */
  constructor(
    readonly code: string,
    readonly retryAfter?: number,
  ) {
    super(`The shop's answer is not known: ${code}.`);
    this.name = 'ShopUnclear';
  }
}

export interface ShopAsk {
  readonly recipient: string;
  readonly url: URL;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: object;
  /** What goes out with it (policy R28). */
  readonly data: readonly Category[];
}

export interface ShopAnswer {
  readonly json: unknown;
}

/** Every call to a shop: through the egress gate, with an end, answered in codes. Never within a unit of work. */
@Injectable()
export class ShopCall {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly gate: EgressGate,
  ) {}

  /** Lets calls to this shop out: what its orders are is the shop's already. */
  allow(name: string, url: string): void {
    this.gate.allow({
      name,
      category: 1,
      host: new URL(url).host,
      purposes: ['P2'],
      data: ['C1', 'C3'],
    });
  }

  /** @throws ShopRefused, ShopUnclear, Refused `egress-denied`. */
  async ask({ recipient, url, method, headers, body, data }: ShopAsk): Promise<ShopAnswer> {
    this.gate.require({ recipient, host: url.host, purpose: 'P2', data });
    const answer = await fetch(url, {
      method,
      headers: { accept: 'application/json', ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
      // A shop that sends us elsewhere is not the one that was allowed.
      redirect: 'error',
      signal: AbortSignal.timeout(this.config.shops.timeout),
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
      .then(async (response) => ({ response, text: await response.text() }))
      .catch((error: unknown) => {
        throw new ShopUnclear(error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'no-answer');
      });
    const { status } = answer.response;
    if (mendable.has(status) || status >= 500) throw new ShopUnclear(`http-${status}`, retryAfter(answer.response));
    if (status >= 400) throw new ShopRefused(`http-${status}`);
    try {
      return { json: JSON.parse(answer.text) as unknown };
    } catch {
      throw new ShopUnclear('answer-not-json');
    }
  }
}

export const isLoopback = (url: string): boolean => loopback.has(new URL(url).hostname);

function retryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 3600) * 1000 : undefined;
}
