import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import * as z from 'zod';
import { CONFIG, type Config } from '../core/config/config.js';
import type { WooApi as Access } from '../core/config/shops.js';
import { PAGE, type PageAsk } from './paging.rules.js';
import { ShopCall, ShopUnclear } from './shop-call.js';

const RECIPIENT = 'woocommerce';
const Orders = z.array(z.record(z.string(), z.unknown())).max(PAGE);

/** WooCommerce's REST API v3. */
@Injectable()
export class WooApi implements OnModuleInit {
  private readonly access: Access | undefined;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly call: ShopCall,
  ) {
    this.access = config.shops.woocommerce.api;
  }

  onModuleInit(): void {
    if (this.access) this.call.allow(RECIPIENT, this.access.url);
  }

  get url(): string | undefined {
    return this.access?.url;
  }

  /** Orders by when the shop changed them, oldest first. @throws ShopRefused, ShopUnclear. */
  async changed({ after, page }: PageAsk): Promise<readonly Record<string, unknown>[]> {
    const query: Record<string, string> = {
      orderby: 'modified',
      order: 'asc',
      per_page: String(PAGE),
      page: String(page),
      // Without it the shop reads instants in its own zone.
      dates_are_gmt: 'true',
      status: 'any',
      ...(after === undefined ? {} : { modified_after: new Date(after).toISOString().slice(0, 19) }),
    };
    const parsed = Orders.safeParse(await this.ask('GET', `orders?${new URLSearchParams(query).toString()}`));
    if (!parsed.success) throw new ShopUnclear('answer-unfit');
    return parsed.data;
  }

  /** @throws ShopRefused, ShopUnclear. */
  async ask(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<unknown> {
    if (!this.access) throw new ShopUnclear('not-connected');
    const { url, key, secret } = this.access;
    const { json } = await this.call.ask({
      recipient: RECIPIENT,
      url: new URL(`${url}/wp-json/wc/v3/${path}`),
      method,
      headers: { authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}` },
      ...(body ? { body } : {}),
      data: body ? ['C1', 'C3'] : [],
    });
    return json;
  }
}
