import { newId } from '@candour/shared/ids.js';
import { MINUTE, SECOND } from '@candour/shared/instant.js';
import type { Entries } from '@candour/shared/conversations.js';
import type { OrderChange, OrderChanges } from '@candour/shared/order-changes.js';
import type { Order } from '@candour/shared/orders.js';
import type { Page } from '@candour/shared/paging.js';
import type { RefundPreview, Refunds } from '@candour/shared/refunds.js';
import { AuditLeaf } from '../../src/audit/audit-leaf.entity.js';
import { ChangesWorker } from '../../src/connectors/changes.worker.js';
import { ConnectorRow } from '../../src/connectors/connector.entity.js';
import { ConnectorsKeeper } from '../../src/connectors/connectors.keeper.js';
import { OrderChangeRecord } from '../../src/connectors/order-change.entity.js';
import { RefundsTold } from '../../src/connectors/refunds-told.js';
import { WooPoll } from '../../src/connectors/woo-poll.worker.js';
import { Database } from '../../src/core/database/database.js';
import { MailOutbox } from '../../src/core/mail/outbox.service.js';
import { genericOrder, shopifyOrder } from '../../src/orders/orders.testing.js';
import { RefundsWorker } from '../../src/refunds/refunds.worker.js';
import { eachDesk, type Browser, type Desk } from '../desk.js';
import { LiveClient } from '../live-clients.js';
import { LoopbackShop } from './loopback-shop.js';

const EMAIL = 'konrad.eckbank@example.com';
const early = { placedAt: '2026-01-02T08:00:00Z', updatedAt: '2026-01-03T08:00:00Z' };
const before = { date_modified_gmt: '2026-01-14T10:00:00', date_created_gmt: '2026-01-10T10:00:00' };
const open = { ...before, status: 'processing', date_completed_gmt: null, date_paid_gmt: '2026-01-10T10:01:00' };
const address = { name: 'Konrad Eckbank', line1: 'Ahornweg 9', postcode: '10115', city: 'Berlin', country: 'DE' };

eachDesk('A change of an order', (start) => {
  let desk: Desk;
  let shop: LoopbackShop;
  let agent: Browser;
  let customer: LiveClient;

  beforeEach(async () => {
    shop = await LoopbackShop.open();
    shop.put(900, open);
  });
  afterEach(async () => {
    customer.close();
    await desk.close();
    await shop.close();
  });

  const begin = async (settings: Record<string, string> = shop.woo, file: object[] = []): Promise<void> => {
    desk = await start({ READING_RATE: '1000000', ...settings });
    const admin = await desk.signedIn();
    if (file.length > 0) {
      const bytes = { 'content-type': 'application/octet-stream' };
      const taken = await admin.ask('post', '/api/imports?name=orders.json', JSON.stringify(file), bytes);
      expect(taken.body).toEqual(jasmine.objectContaining({ failed: 0 }));
    }
    agent = await desk.signedIn(await desk.addStaff('agent'));
    customer = await LiveClient.chat(desk);
  };
  const orderOf = async (number: string): Promise<Order> => {
    for (;;) {
      const found = (await agent.ask('get', `/api/orders?q=${number}`)).body as Page<{ id: string }>;
      const [one] = found.rows;
      if (one) return (await agent.ask('get', `/api/orders/${one.id}`)).body as Order;
      await desk.app.get(WooPoll).pass();
    }
  };
  const code = ({ body }: { body: unknown }) => (body as { code?: string }).code;
  const read = <T>(fn: Parameters<Database['read']>[0]) => desk.app.get(Database).read(fn) as Promise<T>;

  /** The customer types a code from the mailbox of the order. */
  const prove = async (conversationId: string, orderId: string, email = EMAIL): Promise<number> => {
    desk.clock.advance(SECOND);
    const sent = await agent.ask('post', `/api/conversations/${conversationId}/code`, { orderId });
    expect(sent.status).toBe(200);
    const [mail] = await desk.app.get(MailOutbox, { strict: false }).mailboxOf(email);
    const typed = /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? '';
    return (await customer.ok<{ level: number }>('code:verify', { conversationId, code: typed })).level;
  };
  /** A conversation in which the customer of this order has proved so often who they are. */
  const talk = async (order: Order, times = 2, email = EMAIL): Promise<string> => {
    const { conversation } = await customer.start('Please stop it.', { contact: { email } });
    await agent.ask('post', `/api/conversations/${conversation.id}/take`);
    for (let i = 1; i <= times; i++) expect(await prove(conversation.id, order.id, email)).toBe(i);
    return conversation.id;
  };
  const send = (order: Order, what: 'cancel' | 'address', body: object, key = newId(), by = agent) =>
    by.ask('post', `/api/orders/${order.id}/${what}`, body, key === '' ? {} : { 'idempotency-key': key });
  const changes = async (order: Order): Promise<OrderChange[]> =>
    ((await agent.ask('get', `/api/orders/${order.id}/changes`)).body as OrderChanges).changes;
  /** The desk's own loop is asked at once too; either of both does it. */
  const until = async (order: Order, is: (newest: OrderChange) => boolean): Promise<OrderChange> => {
    for (;;) {
      await desk.app.get(RefundsTold).pass();
      await desk.app.get(ChangesWorker).pass();
      const [newest] = await changes(order);
      if (newest && is(newest)) return newest;
    }
  };
  const facts = async (id: string): Promise<string[]> => {
    const { entries } = (await agent.ask('get', `/api/conversations/${id}/entries?limit=100`)).body as Entries;
    return entries.flatMap(({ fact }) => (fact && /^order-(cancel|address|change)/.test(fact.code) ? [fact.code] : []));
  };

  it('needs the customer to have proved again who they are, within a quarter of an hour, in this conversation', async () => {
    await begin(shop.woo, [genericOrder('A-9', { ...early, customer: { name: 'Other', email: 'other@example.com' } })]);
    const order = await orderOf('900');
    const conversationId = await talk(order, 0);
    expect(code(await send(order, 'cancel', { conversationId }))).toBe('verification-needed');
    expect(await prove(conversationId, order.id)).toBe(1);
    expect(code(await send(order, 'cancel', { conversationId }))).toBe('verification-needed');
    expect(await prove(conversationId, order.id)).toBe(2);
    const another = await orderOf('A-9');
    expect(code(await send(another, 'cancel', { conversationId }))).toBe('verification-needed');
    desk.clock.advance(8 * MINUTE);
    await agent.ask('get', '/api/session');
    desk.clock.advance(7 * MINUTE);
    expect(code(await send(order, 'address', { conversationId, address }))).toBe('verification-needed');
    expect([await changes(order), shop.changing().length]).toEqual([[], 0]);
  });

  it('cancels in the shop, once, and the order is canceled when the shop says so', async () => {
    await begin();
    const order = await orderOf('900');
    const conversationId = await talk(order);
    const key = newId();
    const asked = await send(order, 'cancel', { conversationId }, key);
    expect([asked.status, (asked.body as OrderChange).kind]).toEqual([200, 'cancel']);
    const again = await send(order, 'cancel', { conversationId }, key);
    expect((again.body as OrderChange).id).toBe((asked.body as OrderChange).id);
    expect(code(await send(order, 'cancel', { conversationId, reason: 'stock' }, key))).toBe('key-reused');
    expect(code(await send(order, 'cancel', { conversationId }, ''))).toBe('key-missing');
    const sent = await until(order, ({ state }) => state === 'sent');
    expect(sent).toEqual(jasmine.objectContaining({ attempts: 1, requestedBy: 'The agent' }));
    expect(shop.changing().map(({ method, path, body }) => [method, path, body])).toEqual([
      ['PUT', '/wp-json/wc/v3/orders/900', { status: 'cancelled' }],
    ]);
    let now = await orderOf('900');
    while (now.fulfilmentStatus !== 'canceled') now = await orderOf('900');
    expect(code(await send(order, 'cancel', { conversationId }))).toBe('state-unfit');
    expect(await facts(conversationId)).toEqual(['order-cancel-asked', 'order-change-sent']);
    const leaves = await read<AuditLeaf[]>((em) => em.find(AuditLeaf));
    const verbs = leaves.flatMap(({ verb }) => (verb.startsWith('order.change') ? [verb] : []));
    expect(verbs).toEqual(['order.change-asked', 'order.change-sent']);
  });

  it('is tried again when the shop fails, and does nothing twice when only its answer was lost', async () => {
    await begin();
    const order = await orderOf('900');
    const conversationId = await talk(order);
    shop.faults = [500, 'lost'];
    await send(order, 'cancel', { conversationId });
    const failed = await until(order, ({ attempts }) => attempts === 1);
    expect([failed.state, failed.fault]).toEqual(['waiting', 'http-500']);
    expect((await orderOf('900')).fulfilmentStatus).toBe('unfulfilled');
    expect(await desk.app.get(ChangesWorker).pass()).toBe(0);
    desk.clock.advance(5 * SECOND);
    const lost = await until(order, ({ attempts }) => attempts === 2);
    expect([lost.state, lost.fault]).toEqual(['waiting', 'no-answer']);
    desk.clock.advance(10 * SECOND);
    const sent = await until(order, ({ state }) => state === 'sent');
    expect([sent.attempts, sent.fault]).toEqual([3, undefined]);
    // Refused with 500, done with a lost answer; then it was found done.
    expect(shop.changing().length).toBe(2);
  });

  it('is refused once something was sent, by the mirror and by the shop that knows more', async () => {
    shop.put(901, { ...open, status: 'completed' });
    await begin();
    const gone = await orderOf('901');
    const order = await orderOf('900');
    const conversationId = await talk(order);
    expect(code(await send(gone, 'cancel', { conversationId }))).toBe('order-fulfilled');
    shop.orders.get(900)!['status'] = 'completed';
    await send(order, 'address', { conversationId, address });
    const failed = await until(order, ({ state }) => state === 'failed');
    expect([failed.fault, failed.can]).toEqual(['shop-fulfilled', { retry: true, done: true }]);
    expect(shop.changing()).toEqual([]);
    const admin = await desk.signedIn();
    expect((await admin.ask('get', '/api/connectors')).body).toEqual({
      connectors: [
        jasmine.objectContaining({ source: 'woocommerce', hears: false, reads: true, changes: true, failed: 1 }),
      ],
    });
    expect(await facts(conversationId)).toEqual(['order-address-asked', 'order-change-failed']);
    shop.orders.get(900)!['status'] = 'processing';
    const retried = await agent.ask('post', `/api/order-changes/${failed.id}/retry`, {});
    expect(retried.status).toBe(200);
    await until(order, ({ state }) => state === 'sent');
    expect(code(await agent.ask('post', `/api/order-changes/${failed.id}/done`, {}))).toBe('state-unfit');
  });

  it('sends it elsewhere, keeps the address sealed, and takes single lines out', async () => {
    shop.orders.get(900)!['line_items'] = [1, 2].map((id) => ({
      ...{ id, name: `Chair ${id}`, sku: '', quantity: 1 },
      ...{ subtotal: '10.00', total: '10.00', total_tax: '0.00' },
    }));
    await begin();
    const order = await orderOf('900');
    const conversationId = await talk(order);
    const asked = (await send(order, 'address', { conversationId, address })).body as OrderChange;
    expect(asked.address).toEqual(address);
    const row = await read<OrderChangeRecord>((em) => em.findOneByOrFail(OrderChangeRecord, { id: asked.id }));
    expect(row.payload.toString('latin1')).not.toContain('Ahornweg');
    await until(order, ({ state }) => state === 'sent');
    expect(shop.changing()[0]!.body).toEqual({
      shipping: jasmine.objectContaining({ first_name: 'Konrad', address_1: 'Ahornweg 9', city: 'Berlin' }),
    });
    desk.clock.advance(SECOND);
    const lineIds = [order.lines[0]!.id];
    expect(code(await send(order, 'cancel', { conversationId, lineIds: [newId()] }))).toBe('line-unknown');
    shop.faults = [500];
    await send(order, 'cancel', { conversationId, lineIds });
    expect(code(await send(order, 'cancel', { conversationId, lineIds }))).toBe('state-unfit');
    await until(order, ({ attempts }) => attempts === 1);
    desk.clock.advance(5 * SECOND);
    await until(order, ({ kind, state }) => kind === 'cancel-lines' && state === 'sent');
    expect(shop.changing().at(-1)!.body).toEqual({ line_items: [{ id: 1, quantity: 0 }] });
    let now = await orderOf('900');
    while (now.lines.length > 1) now = await orderOf('900');
    expect([now.lines[0]!.title, now.address]).toEqual(['Chair 2', 'Konrad Eckbank\nAhornweg 9\n10115 Berlin\nDE']);
  });

  it('is done by hand where no shop is connected, and somebody says so', async () => {
    await begin({}, [genericOrder('A-1', { ...early, customer: { name: 'Konrad', email: EMAIL } })]);
    const order = await orderOf('A-1');
    const conversationId = await talk(order);
    const asked = (await send(order, 'cancel', { conversationId })).body as OrderChange;
    expect([asked.state, asked.can]).toEqual(['by_hand', { retry: false, done: true }]);
    expect(await desk.app.get(ChangesWorker).pass()).toBe(0);
    const done = await agent.ask('post', `/api/order-changes/${asked.id}/done`, {});
    expect((done.body as OrderChange).state).toBe('done');
    expect(await facts(conversationId)).toEqual(['order-cancel-asked', 'order-change-done']);
    // It goes as the extras of the order do.
    const [swept] = new ConnectorsKeeper().swept;
    const ask = { retentionClass: 'order-extras', before: desk.clock.now(), limit: 5 } as const;
    const due = await read<{ id: string; ownerId: string }[]>((em) => swept!.due(em, ask));
    expect(due.map(({ id }) => id)).toEqual([asked.id]);
    const owners = await read<string[]>((em) => swept!.sealedOwners(em, 'order', [due[0]!.ownerId]));
    expect(owners).toEqual([due[0]!.ownerId]);
    await desk.app.get(Database).write((tx) => swept!.remove(tx, [asked.id]));
    expect(await changes(order)).toEqual([]);
  });

  it('goes to Shopify so that no money moves there', async () => {
    const standing = { cancelledAt: null, displayFulfillmentStatus: 'UNFULFILLED' };
    const asks: object[] = [];
    const changed = { updated_at: '2026-01-14T10:00:00Z', created_at: '2026-01-10T10:00:00Z', processed_at: null };
    const file = [5_500_001, 5_500_002].map((id) =>
      shopifyOrder(id, { ...changed, fulfillment_status: null, fulfillments: [] }),
    );
    shop.graph = {
      order: () => standing,
      orderCancel: (variables) => {
        asks.push(variables);
        return { orderCancelUserErrors: asks.length > 1 ? [{ code: 'INVALID' }] : [], userErrors: [] };
      },
      orderUpdate: () => ({ userErrors: [] }),
    };
    await begin(shop.shopify, file);
    const email = 'ottoline.sofabed@example.com';
    const [first, second] = [await orderOf('1001'), await orderOf('1002')];
    const conversationId = await talk(first, 2, email);
    await send(first, 'address', { conversationId, address });
    await until(first, ({ state }) => state === 'sent');
    desk.clock.advance(SECOND);
    await send(first, 'cancel', { conversationId });
    await until(first, ({ kind, state }) => kind === 'cancel' && state === 'sent');
    const queries = shop.changing().map(({ body }) => String(body['query']));
    const cancel = queries.find((query) => query.includes('orderCancel('))!;
    expect(cancel).toContain('originalPaymentMethodsRefund: false');
    expect(asks[0]).toEqual(jasmine.objectContaining({ id: 'gid://shopify/Order/5500001', reason: 'CUSTOMER' }));
    await send(second, 'cancel', { conversationId });
    const refused = await until(second, ({ state }) => state === 'failed');
    expect(refused.fault).toBe('shopify-invalid');
  });

  /** A refund that the sandbox pays, by its id. */
  const ask = async (order: Order, amount: number): Promise<string> => {
    const what = { scope: 'parts', parts: [{ kind: 'line-amount', lineId: order.lines[0]!.id, amount }] };
    const asked = { orderId: order.id, currency: order.currency, what };
    const { basis } = (await agent.ask('post', '/api/refunds/preview', asked)).body as RefundPreview;
    const key = { 'idempotency-key': newId() };
    const answer = await agent.ask('post', '/api/refunds', { ...asked, reason: 'damaged', basis }, key);
    return (answer.body as Refunds).refunds[0]!.id;
  };
  const paid = async (): Promise<void> => {
    desk.clock.advance(11 * MINUTE);
    for (let looked = 1; looked > 0;) looked = await desk.app.get(RefundsWorker).pass();
  };

  it('is taken up by another node when the one that had it died, and no sooner', async () => {
    await begin();
    const order = await orderOf('900');
    const conversationId = await talk(order);
    shop.faults = [500];
    await send(order, 'cancel', { conversationId });
    const { id } = await until(order, ({ attempts }) => attempts === 1);
    const claim = { claimedBy: 'a node that died', claimedUntil: desk.clock.now() + 2 * MINUTE };
    await desk.app.get(Database).write((tx) => tx.em.update(OrderChangeRecord, { id }, claim));
    desk.clock.advance(MINUTE);
    expect(await desk.app.get(ChangesWorker).pass()).toBe(0);
    desk.clock.advance(MINUTE);
    const sent = await until(order, ({ state }) => state === 'sent');
    expect([sent.attempts, shop.changing().length]).toEqual([2, 2]);
  });

  it('tells a real shop nothing of money that did not move', async () => {
    const real = { WOO_URL: 'https://shop.invalid', WOO_KEY: 'ck_0123456789', WOO_SECRET: 'cs_0123456789' };
    await begin(real, [shop.orders.get(900)!]);
    const order = await orderOf('900');
    await until0();
    await ask(order, 500);
    await paid();
    expect(await desk.app.get(RefundsTold).pass()).toBe(0);
    expect(await changes(order)).toEqual([]);
  });

  it('tells the shop of a refund that was paid: once, without paying it again', async () => {
    await begin();
    const order = await orderOf('900');
    await until0();
    const refundId = await ask(order, 1234);
    shop.faults = ['lost'];
    await paid();
    const lost = await until(order, ({ attempts }) => attempts === 1);
    expect([lost.kind, lost.state, lost.fault]).toEqual(['refund', 'waiting', 'no-answer']);
    desk.clock.advance(5 * SECOND);
    await until(order, ({ state }) => state === 'sent');
    const posts = shop.changing();
    expect(posts.map(({ path }) => path)).toEqual(['/wp-json/wc/v3/orders/900/refunds']);
    expect(posts[0]!.body).toEqual({
      ...{ amount: '12.34', api_refund: false, api_restock: false },
      reason: `candour:${refundId}`,
    });
    // What the shop says of it then is not counted a second time.
    shop.orders.get(900)!['date_modified_gmt'] = '2026-01-15T10:05:00';
    desk.clock.advance(6 * MINUTE);
    let now = await orderOf('900');
    while (now.sourceUpdatedAt !== Date.UTC(2026, 0, 15, 10, 5)) {
      await desk.app.get(WooPoll).pass();
      now = await orderOf('900');
    }
    expect(
      now.payments.map(({ refundReserved, refundedOutside }) => [refundReserved.amount, refundedOutside.amount]),
    ).toEqual([[1234, 0]]);
    expect(await desk.app.get(RefundsTold).pass()).toBe(0);
  });

  /** Until the desk has noted from when on refunds are told. */
  const until0 = async (): Promise<void> => {
    while (!(await read<boolean>((em) => em.existsBy(ConnectorRow, { id: 'refunds' })))) {
      await desk.app.get(RefundsTold).pass();
    }
  };
});
