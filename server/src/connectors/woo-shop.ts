import { Injectable } from '@nestjs/common';
import * as z from 'zod';
import { ownMark } from '../orders/import/mirror.service.js';
import { decimalOf, namesOf, type Change } from './changes.rules.js';
import type { Shop, ShopChange } from './shop.js';
import { isLoopback, ShopRefused, ShopUnclear } from './shop-call.js';
import { WooApi } from './woo-api.js';

const Order = z.looseObject({
  status: z.string(),
  line_items: z.array(z.looseObject({ id: z.union([z.int(), z.string()]).transform(String) })),
});
const Refunds = z.array(z.looseObject({ reason: z.string().nullish() }));

/** In these nothing has left the house, as far as this shop says. */
const open = new Set(['pending', 'on-hold', 'processing']);

/** Changes orders in WooCommerce. It knows no keys of asks: what was done already is looked for first. */
@Injectable()
export class WooShop implements Shop {
  constructor(private readonly api: WooApi) {}

  get trial(): boolean {
    return this.api.url !== undefined && isLoopback(this.api.url);
  }

  async change({ id, order, change }: ShopChange): Promise<Readonly<Record<string, unknown>> | undefined> {
    if (!/^\d{1,18}$/.test(order)) throw new ShopRefused('order-unknown');
    if (change.kind === 'refund') return this.refund(id, order, change);
    const now = orderIn(await this.api.ask('GET', `orders/${order}`));
    if (change.kind === 'cancel' && now.status === 'cancelled') return now;
    if (!open.has(now.status)) throw new ShopRefused('shop-fulfilled');
    const body = bodyOf(change, new Set(now.line_items.map((line) => line.id)));
    return body ? orderIn(await this.api.ask('PUT', `orders/${order}`, body)) : now;
  }

  /** Money went back already: the shop is only told, and must neither pay nor put goods on its shelves. */
  private async refund(id: string, order: string, change: Extract<Change, { kind: 'refund' }>): Promise<undefined> {
    const reason = ownMark(id);
    const known = Refunds.safeParse(await this.api.ask('GET', `orders/${order}/refunds?per_page=100`));
    if (!known.success) throw new ShopUnclear('answer-unfit');
    if (known.data.some((refund) => refund.reason?.includes(reason))) return;
    await this.api.ask('POST', `orders/${order}/refunds`, {
      amount: decimalOf(change.amount),
      reason,
      api_refund: false,
      api_restock: false,
    });
  }
}

/** Undefined where nothing is left to be done. */
function bodyOf(change: Exclude<Change, { kind: 'refund' }>, lines: ReadonlySet<string>): object | undefined {
  if (change.kind === 'cancel') return { status: 'cancelled' };
  if (change.kind === 'cancel-lines') {
    const there = change.lines.filter(({ externalId }) => externalId !== null && lines.has(externalId));
    if (there.length === 0) return undefined;
    return { line_items: there.map(({ externalId }) => ({ id: Number(externalId), quantity: 0 })) };
  }
  const { name, company, line1, line2, postcode, city, region, country, phone } = change.address;
  const { first, last } = namesOf(name);
  return {
    shipping: {
      ...{ first_name: first, last_name: last, company: company ?? '', address_1: line1, address_2: line2 ?? '' },
      ...{ postcode, city, state: region ?? '', country },
      ...(phone === undefined ? {} : { phone }),
    },
  };
}

function orderIn(json: unknown): z.infer<typeof Order> {
  const parsed = Order.safeParse(json);
  if (!parsed.success) throw new ShopUnclear('answer-unfit');
  return parsed.data;
}
