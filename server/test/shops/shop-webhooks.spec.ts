import { newId } from '@candour/shared/ids.js';
import type { Order } from '@candour/shared/orders.js';
import type { Page } from '@candour/shared/paging.js';
import { AuditLeaf } from '../../src/audit/audit-leaf.entity.js';
import { Database } from '../../src/core/database/database.js';
import { InboundEvent } from '../../src/orders/inbound/inbound-event.entity.js';
import { OrderRecord } from '../../src/orders/order.entity.js';
import { shopifyOrder, wooOrder } from '../../src/orders/orders.testing.js';
import { Desk, eachDesk, type Browser } from '../desk.js';
import { signed } from './loopback-shop.js';

const SHOPIFY = 'shopify-webhook-secret';
const WOO = 'woo-webhook-secret';
const secrets = { SHOPIFY_WEBHOOK_SECRET: SHOPIFY, WOO_WEBHOOK_SECRET: WOO };
const JSON_TYPE = { origin: '', 'sec-fetch-site': '', 'content-type': 'application/json' };

eachDesk('What a shop tells by itself', (open) => {
  let desk: Desk;
  let shop: Browser;

  beforeEach(async () => {
    desk = await open(secrets);
    desk.clock.set(Date.UTC(2026, 4, 20, 12));
    shop = desk.browser(JSON_TYPE);
  });
  afterEach(() => desk.close());

  const fromShopify = (order: object, headers: Record<string, string> = {}, by = shop) => {
    const body = JSON.stringify(order);
    return by.ask('post', '/api/webhooks/shops/shopify', body, {
      'x-shopify-hmac-sha256': signed(SHOPIFY, body),
      'x-shopify-webhook-id': newId(),
      'x-shopify-topic': 'orders/updated',
      ...headers,
    });
  };
  const fromWoo = (body: string, headers: Record<string, string> = {}) =>
    shop.ask('post', '/api/webhooks/shops/woocommerce', body, {
      'x-wc-webhook-signature': signed(WOO, body),
      'x-wc-delivery-id': newId(),
      'x-wc-webhook-topic': 'order.updated',
      ...headers,
    });
  const code = ({ body }: { body: unknown }) => (body as { code?: string }).code;
  const count = async () => {
    const [orders, events] = await desk.app
      .get(Database)
      .read(async (em) => [await em.count(OrderRecord), await em.count(InboundEvent)]);
    return `${orders} orders, ${events} events`;
  };
  const orders = async (): Promise<Order[]> => {
    const admin = await desk.signedIn(await desk.addStaff('supervisor', `${newId()}@example.com`));
    const { rows } = (await admin.ask('get', '/api/orders')).body as Page<{ id: string }>;
    const all = await Promise.all(rows.map(({ id }) => admin.ask('get', `/api/orders/${id}`)));
    return all.map(({ body }) => body as Order);
  };

  it('is mirrored as its file would be: from Shopify and from WooCommerce', async () => {
    expect((await fromShopify(shopifyOrder())).status).toBe(200);
    expect((await fromWoo(JSON.stringify(wooOrder()))).status).toBe(200);
    const all = await orders();
    expect(all.map(({ source, number, total }) => [source, number, total.amount])).toEqual([
      ['shopify', '#1001', 210_800],
      ['woocommerce', '727', 22_598],
    ]);
    const leaves = await desk.app.get(Database).read((em) => em.findBy(AuditLeaf, { verb: 'order.imported' }));
    expect(leaves.map(({ actor }) => actor)).toEqual(['system:shopify', 'system:woocommerce']);
  });

  it('is believed only with its signature: forged, unsigned and signed by another it writes nothing', async () => {
    const body = JSON.stringify(shopifyOrder());
    const forged: readonly Record<string, string>[] = [
      { 'x-shopify-hmac-sha256': signed('another-secret', body) },
      { 'x-shopify-hmac-sha256': signed(SHOPIFY, `${body} `) },
      { 'x-shopify-hmac-sha256': signed(WOO, body) },
      { 'x-shopify-hmac-sha256': 'AAAA' },
      { 'x-shopify-hmac-sha256': '' },
    ];
    for (const headers of forged) {
      const answer = await fromShopify(shopifyOrder(), headers);
      expect([answer.status, code(answer)]).toEqual([401, 'signature-wrong']);
    }
    const woo = await fromWoo(JSON.stringify(wooOrder()), { 'x-wc-webhook-signature': signed(SHOPIFY, body) });
    expect([woo.status, code(woo)]).toEqual([401, 'signature-wrong']);
    expect(await count()).toBe('0 orders, 0 events');
  });

  it('does nothing a second time, however often and at once it is sent', async () => {
    const again = { 'x-shopify-webhook-id': 'b54557e4-bdd9-4b37-8a5f-bf7d70bcd043' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => fromShopify(shopifyOrder(), again)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await fromShopify(shopifyOrder(), again)).status).toBe(200);
    expect(await count()).toBe('1 orders, 1 events');
    const leaves = await desk.app.get(Database).read((em) => em.countBy(AuditLeaf, { verb: 'order.imported' }));
    expect(leaves).toBe(1);
    const other = await fromShopify(shopifyOrder(5_500_002), again);
    expect([other.status, code(other)]).toEqual([409, 'event-conflict']);
    expect(await count()).toBe('1 orders, 1 events');
  });

  it('stays the newest, in whatever order it comes', async () => {
    const at = (minute: number, note: string) =>
      shopifyOrder(5_500_001, { updated_at: `2026-05-09T16:0${minute}:00Z`, note });
    for (const [minute, note] of [
      [2, 'second'],
      [1, 'first'],
      [3, 'third'],
      [2, 'second again'],
    ] as const) {
      expect((await fromShopify(at(minute, note))).status).toBe(200);
    }
    const [order] = await orders();
    expect([order!.note, order!.sourceUpdatedAt]).toEqual(['third', Date.UTC(2026, 4, 9, 16, 3)]);
  });

  it('is told apart by event and topic where it has no number of its own', async () => {
    const event = { 'x-shopify-webhook-id': '', 'x-shopify-event-id': 'e-1' };
    await fromShopify(shopifyOrder(), { ...event, 'x-shopify-topic': 'orders/create' });
    const later = shopifyOrder(5_500_001, { note: 'later', updated_at: '2026-05-10T16:00:00Z' });
    expect((await fromShopify(later, { ...event, 'x-shopify-topic': 'orders/updated' })).status).toBe(200);
    expect([await count(), (await orders())[0]!.note]).toEqual(['1 orders, 2 events', 'later']);
    expect(code(await fromShopify(shopifyOrder(), { 'x-shopify-webhook-id': '' }))).toBe('bad-input');
  });

  it('is answered and left alone where it is no order, or one that is not right', async () => {
    const refund = await fromShopify({ id: 1, order_id: 5_500_001 }, { 'x-shopify-topic': 'refunds/create' });
    const draft = await fromWoo(JSON.stringify(wooOrder(1, { status: 'checkout-draft' })));
    expect([refund.status, draft.status, await count()]).toEqual([200, 200, '0 orders, 2 events']);
    const broken = '{"id": 1';
    const answer = await fromWoo(broken);
    expect([answer.status, code(answer)]).toEqual([400, 'malformed-json']);
  });

  it('answers the ping with which WooCommerce tries an address, and only that, unsigned', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded', 'x-wc-webhook-signature': '' };
    expect((await fromWoo('webhook_id=12', form)).status).toBe(200);
    expect((await fromWoo('webhook_id=12&more=1', form)).status).toBe(401);
    expect(await count()).toBe('0 orders, 0 events');
  });

  it('may be larger than what people send, and ends where a file’s record ends', async () => {
    const large = (length: number) => shopifyOrder(5_500_001, { note_attributes: 'x'.repeat(length) });
    expect((await fromShopify(large(400_000))).status).toBe(200);
    expect((await fromShopify(large(1_100_000))).status).toBe(413);
    expect(await count()).toBe('1 orders, 1 events');
  });
});

describe('A shop that is not connected', () => {
  it('finds nobody who listens', async () => {
    const desk = await Desk.open();
    const shop = desk.browser(JSON_TYPE);
    const body = JSON.stringify(shopifyOrder());
    for (const name of ['shopify', 'woocommerce', 'medusa']) {
      const answer = await shop.ask('post', `/api/webhooks/shops/${name}`, body, {
        'x-shopify-hmac-sha256': signed('', body),
        'x-wc-webhook-signature': signed('undefined', body),
      });
      expect([name, answer.status]).toEqual([name, 404]);
    }
    await desk.close();
  });
});
