import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import * as z from 'zod';
import { CONFIG, type Config } from '../core/config/config.js';
import type { ShopifyApi } from '../core/config/shops.js';
import { ownMark } from '../orders/import/mirror.service.js';
import { decimalOf, namesOf, type Change } from './changes.rules.js';
import type { Shop, ShopChange } from './shop.js';
import { isLoopback, ShopCall, ShopRefused, ShopUnclear } from './shop-call.js';

const RECIPIENT = 'shopify';

const Fault = z.looseObject({ code: z.string().nullish() });
const Errors = z.looseObject({
  errors: z.array(z.looseObject({ extensions: z.looseObject({ code: z.string().nullish() }).nullish() })).optional(),
  data: z.record(z.string(), z.unknown()).nullish(),
});
const Result = z.looseObject({
  userErrors: z.array(Fault).optional(),
  orderCancelUserErrors: z.array(Fault).optional(),
});
const Standing = z.looseObject({ cancelledAt: z.string().nullish(), displayFulfillmentStatus: z.string() });

const reasons = { customer: 'CUSTOMER', stock: 'INVENTORY', error: 'STAFF', other: 'OTHER' } as const;
/** In these nothing has left the house, as far as this shop says. */
const open = new Set(['UNFULFILLED', 'OPEN', 'ON_HOLD', 'SCHEDULED', 'REQUEST_DECLINED']);

const STANDING = `query ($id: ID!) { order(id: $id) { cancelledAt displayFulfillmentStatus } }`;
// The money goes back from here: the shop is told to give none.
const CANCEL = `mutation ($id: ID!, $reason: OrderCancelReason!, $note: String) {
  orderCancel(orderId: $id, reason: $reason, restock: true, notifyCustomer: false,
    refundMethod: { originalPaymentMethodsRefund: false }, staffNote: $note) {
    orderCancelUserErrors { code } userErrors { field }
  }
}`;
const ADDRESS = `mutation ($input: OrderInput!) { orderUpdate(input: $input) { userErrors { field } } }`;
const REFUND = `mutation ($input: RefundInput!, $key: String!) {
  refundCreate(input: $input) @idempotent(key: $key) { userErrors { field } }
}`;

/** Changes orders in Shopify, by its GraphQL Admin API. What it takes it does later: a webhook tells then. */
@Injectable()
export class ShopifyShop implements Shop, OnModuleInit {
  private readonly access: ShopifyApi | undefined;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly call: ShopCall,
  ) {
    this.access = config.shops.shopify.api;
  }

  onModuleInit(): void {
    if (this.access) this.call.allow(RECIPIENT, this.access.url);
  }

  get connected(): boolean {
    return this.access !== undefined;
  }

  get trial(): boolean {
    return this.access !== undefined && isLoopback(this.access.url);
  }

  async change({ id, order, change }: ShopChange): Promise<undefined> {
    if (!/^\d{1,20}$/.test(order)) throw new ShopRefused('order-unknown');
    const orderId = `gid://shopify/Order/${order}`;
    const note = ownMark(id);
    if (change.kind === 'refund') {
      // A transaction of the gateway `manual` notes money that went another way; of the payment's own it would pay.
      const transaction = { orderId, kind: 'REFUND', gateway: 'manual', amount: decimalOf(change.amount) };
      await this.ask('refundCreate', REFUND, { key: id, input: { orderId, note, transactions: [transaction] } });
      return;
    }
    if (await this.isCanceled(orderId, change)) return;
    if (change.kind === 'cancel') {
      await this.ask('orderCancel', CANCEL, { id: orderId, reason: reasons[change.reason], note });
    } else if (change.kind === 'cancel-lines') {
      const refundLineItems = change.lines.map(({ externalId, quantity }) => ({
        lineItemId: `gid://shopify/LineItem/${externalId}`,
        quantity,
        restockType: 'CANCEL',
      }));
      await this.ask('refundCreate', REFUND, { key: id, input: { orderId, note, refundLineItems } });
    } else {
      await this.ask('orderUpdate', ADDRESS, { input: { id: orderId, shippingAddress: addressOf(change) } });
    }
  }

  /** @throws ShopRefused `shop-fulfilled` where something has left the house meanwhile. */
  private async isCanceled(id: string, change: Change): Promise<boolean> {
    const parsed = Standing.safeParse(await this.ask('order', STANDING, { id }));
    if (!parsed.success) throw new ShopRefused('order-unknown');
    const { cancelledAt, displayFulfillmentStatus } = parsed.data;
    if (cancelledAt && change.kind === 'cancel') return true;
    if (cancelledAt || !open.has(displayFulfillmentStatus)) throw new ShopRefused('shop-fulfilled');
    return false;
  }

  private async ask(field: string, query: string, variables: object): Promise<unknown> {
    if (!this.access) throw new ShopUnclear('not-connected');
    const { url, token, version } = this.access;
    const { json } = await this.call.ask({
      recipient: RECIPIENT,
      url: new URL(`${url}/admin/api/${version}/graphql.json`),
      method: 'POST',
      headers: { 'x-shopify-access-token': token },
      body: { query, variables },
      data: ['C1', 'C3'],
    });
    const parsed = Errors.safeParse(json);
    if (!parsed.success) throw new ShopUnclear('answer-unfit');
    const [error] = parsed.data.errors ?? [];
    const why = error?.extensions?.code;
    if (why === 'THROTTLED' || why === 'INTERNAL_SERVER_ERROR') throw new ShopUnclear(codeOf(why));
    if (error) throw new ShopRefused(codeOf(why));
    const result = parsed.data.data?.[field];
    const faults = Result.safeParse(result).data;
    const [fault] = [...(faults?.orderCancelUserErrors ?? []), ...(faults?.userErrors ?? [])];
    if (fault) throw new ShopRefused(codeOf(fault.code));
    return result;
  }
}

/** Their codes are words in capitals; whatever else stands there is not kept. */
const codeOf = (code: string | null | undefined): string =>
  /^[A-Z_]{1,60}$/.test(code ?? '') ? `shopify-${(code ?? '').toLowerCase().replaceAll('_', '-')}` : 'shopify-refused';

function addressOf({ address }: Extract<Change, { kind: 'address' }>): object {
  const { name, company, line1, line2, postcode, city, region, country, phone } = address;
  const { first, last } = namesOf(name);
  const parts = { company, address2: line2, province: region, phone };
  const given = Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
  return { firstName: first, lastName: last, address1: line1, zip: postcode, city, countryCode: country, ...given };
}
