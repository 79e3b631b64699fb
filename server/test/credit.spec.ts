import type { Credit } from '@candour/shared/credit.js';
import { newId } from '@candour/shared/ids.js';
import { DAY, MINUTE } from '@candour/shared/instant.js';
import type { Order } from '@candour/shared/orders.js';
import type { Page } from '@candour/shared/paging.js';
import type { Refund, RefundPreview, Refunds } from '@candour/shared/refunds.js';
import { StoreCreditEntry } from '../src/credit/credit.entity.js';
import { Database } from '../src/core/database/database.js';
import { CustomerParts } from '../src/customers/customer-parts.service.js';
import { genericOrder } from '../src/orders/orders.testing.js';
import { PaymentRecord } from '../src/orders/payments/payment.entity.js';
import { RefundRecord } from '../src/refunds/refund.entity.js';
import { RefundsWorker } from '../src/refunds/refunds.worker.js';
import { ReturnRecord } from '../src/returns/return.entity.js';
import { eachDesk, type Browser, type Desk } from './desk.js';

const NOON = Date.parse('2026-05-04T12:00:00Z');
const lamps = genericOrder('KW-1', {
  lines: [{ title: 'Lamp', quantity: 5, unitPrice: 2000 }],
  subtotal: 10_000,
  total: 10_000,
});

eachDesk('Store credit', (open) => {
  let desk: Desk;
  let agent: Browser;
  let lead: Browser;
  let order: Order;

  beforeEach(async () => {
    desk = await open();
    desk.clock.set(NOON);
    const admin = await desk.signedIn();
    const path = '/api/imports?format=generic-json&name=orders.json';
    const bytes = { 'content-type': 'application/octet-stream' };
    await admin.ask('post', path, JSON.stringify([lamps]), bytes);
    agent = await desk.signedIn(await desk.addStaff('agent'));
    lead = await desk.signedIn(await desk.addStaff('lead'));
    const found = (await agent.ask('get', '/api/orders?q=KW-1')).body as Page<{ id: string }>;
    order = (await agent.ask('get', `/api/orders/${found.rows[0]!.id}`)).body as Order;
  });
  afterEach(() => desk.close());

  const entries = () => desk.app.get(Database).read((em) => em.find(StoreCreditEntry));
  const code = ({ body }: { body: unknown }) => (body as { code?: string }).code;
  const credit = async (by = agent): Promise<Credit> =>
    (await by.ask('get', `/api/orders/${order.id}/credit`)).body as Credit;
  const give = (amount: number, by = agent, key = newId(), more: object = {}) => {
    const body = { orderId: order.id, currency: order.currency, amount, reason: 'late', ...more };
    return by.ask('post', '/api/credit/goodwill', body, key === '' ? {} : { 'idempotency-key': key });
  };
  const ask = async (quantity: number, method: string) => {
    const parts = [{ kind: 'line', lineId: order.lines[0]!.id, quantity }];
    const what = { orderId: order.id, currency: order.currency, what: { scope: 'parts', parts }, method };
    const shown = await agent.ask('post', '/api/refunds/preview', what);
    if (shown.status !== 200) return shown;
    const { basis } = shown.body as RefundPreview;
    return agent.ask('post', '/api/refunds', { ...what, reason: 'return', basis }, { 'idempotency-key': newId() });
  };

  it('takes a refund’s place: given once after its undo window, and never paid out beside it', async () => {
    const made = ((await ask(3, 'store_credit')).body as Refunds).refunds[0]!;
    expect([made.state, made.method, made.sandbox]).toEqual(['approved', 'store_credit', false]);
    expect(code(await ask(3, 'original'))).toBe('quantity-unfit');
    expect(await entries()).toEqual([]);
    desk.clock.advance(10 * MINUTE);
    const worker = desk.app.get(RefundsWorker);
    await Promise.all([worker.pass(), worker.pass()]);
    await worker.pass();
    const now = (await agent.ask('get', `/api/refunds/${made.id}`)).body as Refund;
    expect(now.state).toBe('succeeded');
    const seen = await credit();
    expect(seen.balances).toEqual([{ amount: 6000, currency: 'GBP' }]);
    expect(seen.entries.map(({ origin, amount, by }) => [origin, amount.amount, by])).toEqual([
      ['refund', 6000, 'The agent'],
    ]);
    const [payment] = await desk.app.get(Database).read((em) => em.find(PaymentRecord));
    expect([payment!.captured, payment!.refundReserved]).toEqual([10_000, 6000]);
  });

  it('is not given for a refund that was taken back', async () => {
    const made = ((await ask(1, 'store_credit')).body as Refunds).refunds[0]!;
    await agent.ask('post', `/api/refunds/${made.id}/undo`, {});
    desk.clock.advance(11 * MINUTE);
    await desk.app.get(RefundsWorker).pass();
    expect(await entries()).toEqual([]);
  });

  it('of goodwill adds up over ninety days, whoever gives it, and never beyond a limit', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => give(300)));
    expect(answers.filter(({ status }) => status === 200).length).toBe(8);
    expect(new Set(answers.filter(({ status }) => status !== 200).map(code))).toEqual(new Set(['goodwill-over-limit']));
    expect((await credit()).goodwillLeft.amount).toBe(100);
    expect((await credit(lead)).goodwillLeft.amount).toBe(5100);
    expect((await give(5000, lead)).status).toBe(200);
    desk.clock.advance(91 * DAY);
    agent = await desk.signedIn(await desk.addStaff('agent', 'later@example.com'));
    expect((await credit()).goodwillLeft.amount).toBe(2500);
    expect((await credit()).balances).toEqual([{ amount: 7400, currency: 'GBP' }]);
  });

  it('is given once for a key, and its note is read again by those who may', async () => {
    const key = newId();
    const note = 'The delivery came two weeks late.';
    const [one, two] = [await give(500, agent, key, { note }), await give(500, agent, key, { note })];
    expect([one.status, two.status]).toEqual([200, 200]);
    expect((two.body as Credit).entries.map((entry) => [entry.amount.amount, entry.note])).toEqual([[500, note]]);
    expect(code(await give(600, agent, key, { note }))).toBe('key-reused');
    const [row] = await entries();
    expect(row!.note!.toString('latin1')).not.toContain('delivery');
  });

  it('goes with its customer, as refunds and returns do, when two become one', async () => {
    expect((await give(500)).status).toBe(200);
    await ask(1, 'store_credit');
    const lines = [{ lineId: order.lines[0]!.id, quantity: 1, reason: 'defective' }];
    const asked = { clientId: newId().replaceAll('-', ''), orderId: order.id, method: 'drop_off', lines };
    await agent.ask('post', '/api/returns', asked);
    const [{ customerId } = { customerId: null }] = await entries();
    const to = newId();
    const database = desk.app.get(Database);
    await database.write((tx) => desk.app.get(CustomerParts, { strict: false }).merge(tx, customerId!, to));
    const tables = [StoreCreditEntry, RefundRecord, ReturnRecord];
    const owners = await database.read(async (em) => {
      const found: (string | null)[] = [];
      for (const table of tables) found.push(...(await em.find(table)).map((row) => row.customerId));
      return found;
    });
    expect(owners.length).toBeGreaterThan(1);
    expect(new Set(owners)).toEqual(new Set([to]));
  });

  it('refuses bad input by code and writes nothing', async () => {
    const officer = await desk.signedIn(await desk.addStaff('privacy_officer'));
    const answers = [
      ...[await give(0), await give(-1), await give(1.5), await give(2501), await give(1, agent, '')],
      ...[await give(1, agent, newId(), { currency: 'EUR' }), await give(1, agent, newId(), { orderId: newId() })],
      ...[await give(1, officer), await give(1, agent, newId(), { extra: 1 })],
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 409, 400, 422, 404, 403, 400]);
    expect(await entries()).toEqual([]);
    expect(await desk.app.get(Database).read((em) => em.count(RefundRecord))).toBe(0);
  });
});
