import { createHmac } from 'node:crypto';
import { HOUR, MINUTE } from '@candour/shared/instant.js';
import { newId } from '@candour/shared/ids.js';
import type { Order } from '@candour/shared/orders.js';
import type { Page } from '@candour/shared/paging.js';
import type { Refund, Refundable, RefundPreview, Refunds, RefundScope } from '@candour/shared/refunds.js';
import type { Entries } from '@candour/shared/conversations.js';
import type { Return } from '@candour/shared/returns.js';
import { Database } from '../src/core/database/database.js';
import { IdempotencyRecord } from '../src/core/idempotency/idempotency.entity.js';
import { InboundEvent } from '../src/orders/inbound/inbound-event.entity.js';
import { genericOrder } from '../src/orders/orders.testing.js';
import { PaymentRecord } from '../src/orders/payments/payment.entity.js';
import { SandboxProcess } from '../src/providers/sandbox-process.js';
import { RefundAllocationRecord, RefundRecord } from '../src/refunds/refund.entity.js';
import { RefundsWorker } from '../src/refunds/refunds.worker.js';
import { LiveClient } from './live-clients.js';
import { eachDesk, type Browser, type Desk } from './desk.js';

const NOON = Date.parse('2026-05-04T12:00:00Z');
const chairs = genericOrder('KW-1', {
  lines: [
    { title: 'Chair', quantity: 10, unitPrice: 2390, discount: 5975 },
    { title: 'Sofa', quantity: 1, unitPrice: 300_000 },
  ],
  subtotal: 323_900,
  discount: 5975,
  shipping: 4900,
  tax: 0,
  total: 322_825,
});
const other = genericOrder('KW-2', { lines: [{ title: 'Lamp', quantity: 1, unitPrice: 2000 }] });

eachDesk('A refund', (open) => {
  let desk: Desk;
  let agent: Browser;
  let lead: Browser;
  let supervisor: Browser;
  let order: Order;

  beforeEach(async () => {
    desk = await open();
    desk.clock.set(NOON);
    const admin = await desk.signedIn();
    const path = '/api/imports?format=generic-json&name=orders.json';
    const bytes = { 'content-type': 'application/octet-stream' };
    const taken = await admin.ask('post', path, JSON.stringify([chairs, other]), bytes);
    expect(taken.body).toEqual(jasmine.objectContaining({ failed: 0, created: 2 }));
    agent = await desk.signedIn(await desk.addStaff('agent'));
    lead = await desk.signedIn(await desk.addStaff('lead'));
    supervisor = await desk.signedIn(await desk.addStaff('supervisor'));
    order = await orderCalled('KW-1');
  });
  afterEach(() => desk.close());

  const read = <T>(fn: Parameters<Database['read']>[0]) => desk.app.get(Database).read(fn) as Promise<T>;
  const code = ({ body }: { body: unknown }) => (body as { code?: string }).code;
  async function orderCalled(q: string): Promise<Order> {
    const found = (await agent.ask('get', `/api/orders?q=${q}`)).body as Page<{ id: string }>;
    return (await agent.ask('get', `/api/orders/${found.rows[0]!.id}`)).body as Order;
  }
  const units = (quantity: number, lineId = order.lines[0]!.id): RefundScope => ({
    scope: 'parts',
    parts: [{ kind: 'line', lineId, quantity }],
  });
  const preview = (what: RefundScope, by = agent, rest: object = {}) =>
    by.ask('post', '/api/refunds/preview', { orderId: order.id, currency: order.currency, what, ...rest });
  const send = (body: object, by = agent, key = newId()) =>
    by.ask('post', '/api/refunds', body, key === '' ? {} : { 'idempotency-key': key });
  const askOf = async (what: RefundScope, by = agent) => {
    const { basis } = (await preview(what, by)).body as RefundPreview;
    return { orderId: order.id, currency: order.currency, what, reason: 'return', basis };
  };
  const refund = async (what: RefundScope, by = agent): Promise<Refund> => {
    const answer = await send(await askOf(what, by), by);
    expect(answer.status).toBe(200);
    return (answer.body as Refunds).refunds[0]!;
  };
  const deed = (by: Browser, { id }: { id: string }, what: string, body: object = {}) =>
    by.ask('post', `/api/refunds/${id}/${what}`, body);
  const now = async ({ id }: { id: string }): Promise<Refund> =>
    (await supervisor.ask('get', `/api/refunds/${id}`)).body as Refund;
  /** What the worker does in time, done at once. */
  const work = async (): Promise<void> => {
    for (let looked = 1; looked > 0;) looked = await desk.app.get(RefundsWorker).pass();
  };
  const left = async (): Promise<number> =>
    ((await agent.ask('get', `/api/orders/${order.id}/refundable`)).body as Refundable).left.amount;

  it('is shown to the cent before it is asked for, and paid by the sandbox after its undo window', async () => {
    const shown = (await preview(units(4))).body as RefundPreview;
    expect(shown).toEqual(
      jasmine.objectContaining({
        total: { amount: 7170, currency: order.currency },
        needsApproval: false,
        limit: { amount: 15_000, currency: order.currency },
        pending: [],
      }),
    );
    expect(shown.payments.map(({ sandbox }) => sandbox)).toEqual([true]);
    const made = await refund(units(4));
    expect(made).toEqual(
      jasmine.objectContaining({
        state: 'approved',
        sandbox: true,
        undoUntil: NOON + 10 * MINUTE,
        requestedBy: 'The agent',
      }),
    );
    expect(await left()).toBe(322_825 - 7170);
    desk.clock.advance(9 * MINUTE);
    await work();
    expect((await now(made)).state).toBe('approved');
    desk.clock.advance(MINUTE);
    await work();
    expect(await now(made)).toEqual(jasmine.objectContaining({ state: 'succeeded', settledAt: NOON + 10 * MINUTE }));
    // The rest of the line is what is left of it, to the cent.
    expect(((await preview(units(6))).body as RefundPreview).total.amount).toBe(17_925 - 7170);
  });

  it('is taken back within its window, and its sum is free again', async () => {
    const made = await refund(units(2));
    expect((await deed(agent, made, 'undo')).body).toEqual(jasmine.objectContaining({ state: 'canceled' }));
    expect(await left()).toBe(322_825);
    desk.clock.advance(11 * MINUTE);
    await work();
    expect((await now(made)).state).toBe('canceled');
    expect(code(await deed(agent, made, 'undo'))).toBe('undo-over');
  });

  it('above the limit needs a second person whose own limit reaches, however small its pieces', async () => {
    await refund(units(5));
    const over = await refund(units(4));
    expect(over.state).toBe('pending_approval');
    expect((await deed(agent, over, 'approve')).status).toBe(403);
    // The two pieces together are above nobody's limit but the agent's.
    expect((await deed(lead, over, 'approve')).body).toEqual(
      jasmine.objectContaining({ state: 'approved', approvedBy: 'The lead' }),
    );
    const own = await refund(
      { scope: 'parts', parts: [{ kind: 'line-amount', lineId: order.lines[1]!.id, amount: 60_000 }] },
      lead,
    );
    expect(own.state).toBe('pending_approval');
    expect(code(await deed(lead, own, 'approve'))).toBe('second-person-required');
    expect((await deed(supervisor, own, 'reject', { why: 'The sofa was never sent.' })).body).toEqual(
      jasmine.objectContaining({ state: 'rejected', rejection: 'The sofa was never sent.' }),
    );
  });

  it('above a supervisor’s limit needs two of them', async () => {
    const large = await refund({ scope: 'full' });
    expect(large.amount.amount).toBe(322_825);
    expect((await deed(lead, large, 'approve')).status).toBe(403);
    expect(((await deed(supervisor, large, 'approve')).body as Refund).state).toBe('pending_approval');
    expect(code(await deed(supervisor, large, 'approve'))).toBe('second-person-required');
    const second = await desk.signedIn(await desk.addStaff('supervisor', 'second@example.com'));
    expect(((await deed(second, large, 'approve')).body as Refund).state).toBe('approved');
  });

  it('is paid once for a double click, and refused for the same key with other words', async () => {
    const ask = await askOf(units(1));
    const key = newId();
    const answers = await Promise.all([1, 2, 3, 4].map(() => send(ask, agent, key)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(answers.map(({ body }) => (body as Refunds).refunds[0]!.id)).size).toBe(1);
    expect(code(await send({ ...ask, reason: 'late' }, agent, key))).toBe('key-reused');
    expect(code(await send(ask, agent, ''))).toBe('key-missing');
    expect(await read((em) => em.count(RefundRecord))).toBe(1);
  });

  it('is refused with a code where it is none, and nothing is written', async () => {
    const { basis } = (await preview(units(1))).body as RefundPreview;
    const good = { orderId: order.id, currency: order.currency, what: units(1), reason: 'return', basis };
    const foreign = (await orderCalled('KW-2')).lines[0]!.id;
    const part = (one: object) => ({ ...good, what: { scope: 'parts', parts: [one] } });
    const line = order.lines[0]!.id;
    const currency = order.currency === 'USD' ? 'EUR' : 'USD';
    for (const [ask, status, refusal] of [
      [part({ kind: 'line', lineId: line, quantity: -1 }), 400, 'bad-input'],
      [part({ kind: 'line', lineId: line, quantity: 0 }), 400, 'bad-input'],
      [part({ kind: 'line', lineId: line, quantity: 11 }), 422, 'quantity-unfit'],
      [part({ kind: 'line-amount', lineId: line, amount: 17_926 }), 422, 'amount-unfit'],
      [part({ kind: 'shipping', amount: -100 }), 400, 'bad-input'],
      [part({ kind: 'shipping', amount: 4901 }), 422, 'amount-unfit'],
      [part({ kind: 'shipping', amount: 1.5 }), 400, 'bad-input'],
      [part({ kind: 'fee', amount: 100, fee: 'restocking' }), 422, 'amount-unfit'],
      [part({ kind: 'line', lineId: foreign, quantity: 1 }), 422, 'line-unknown'],
      [{ ...good, currency }, 422, 'currency-wrong'],
      [{ ...good, basis: 'stale' }, 409, 'preview-stale'],
      [{ ...good, orderId: newId() }, 404, 'not-found'],
    ] as const) {
      const answer = await send(ask);
      expect([answer.status, code(answer)])
        .withContext(JSON.stringify(ask))
        .toEqual([status, refusal]);
    }
    expect(await read((em) => em.count(RefundRecord))).toBe(0);
    expect(await read((em) => em.count(RefundAllocationRecord))).toBe(0);
    expect(await read((em) => em.count(IdempotencyRecord))).toBe(0);
    expect((await read<PaymentRecord[]>((em) => em.find(PaymentRecord))).map((one) => one.refundReserved)).toEqual([
      0, 0,
    ]);
  });

  it('of a return closes it when it was paid, and is of no other order’s return', async () => {
    const delivered = genericOrder('KW-3', {
      ...{ currency: 'EUR', country: 'DE', fulfilmentStatus: 'delivered', deliveredAt: '2026-05-01T09:00:00Z' },
      ...{ lines: [{ title: 'Stool', quantity: 2, unitPrice: 4000 }], subtotal: 8000, total: 8000 },
    });
    const admin = await desk.signedIn();
    const path = '/api/imports?format=generic-json&name=more.json';
    await admin.ask('post', path, JSON.stringify([delivered]), { 'content-type': 'application/octet-stream' });
    const elsewhere = order;
    order = await orderCalled('KW-3');
    const [line] = order.lines;
    const lines = [{ lineId: line!.id, quantity: 1, reason: 'changed-mind' }];
    const asked = { clientId: newId().replaceAll('-', ''), orderId: order.id, method: 'drop_off', lines };
    const made = (await agent.ask('post', '/api/returns', asked)).body as Return;
    const move = async (body: object): Promise<Return> =>
      (await agent.ask('post', `/api/returns/${made.id}/moves`, body)).body as Return;
    await move({ move: 'approve' });
    const early = { ...(await askOf(units(1))), returnId: made.id };
    expect(code(await send(early))).toBe('state-unfit');
    await move({ move: 'receive', lines: [{ lineId: line!.id, received: 1 }] });
    const dispositions = [{ disposition: 'restocked', quantity: 1 }];
    await move({ move: 'inspect', lines: [{ lineId: line!.id, acceptance: 'accepted', dispositions }] });
    expect((await move({ move: 'resolve', resolution: 'refund' })).state).toBe('inspected');

    const own = await askOf(units(1));
    order = elsewhere;
    expect(code(await send({ ...(await askOf(units(1))), returnId: made.id }))).toBe('state-unfit');
    order = await orderCalled('KW-3');
    // One came back and was accepted: no second one is paid as returned.
    expect(code(await send({ ...(await askOf(units(2))), returnId: made.id }))).toBe('quantity-unfit');
    expect(await read((em) => em.count(RefundRecord))).toBe(0);
    const sent = await send({ ...own, returnId: made.id });
    expect((sent.body as Refunds).refunds.map(({ amount, returnId }) => [amount.amount, returnId])).toEqual([
      [4000, made.id],
    ]);
    desk.clock.advance(10 * MINUTE);
    await work();
    const after = (await agent.ask('get', `/api/returns/${made.id}`)).body as Return;
    expect([after.state, after.refundState]).toEqual(['closed', 'succeeded']);
  });

  it('stands on no conversation that is not the agent’s to read', async () => {
    const customer = await LiveClient.chat(desk);
    const { id } = (await customer.start('My chair wobbles.')).conversation;
    await supervisor.ask('post', `/api/conversations/${id}/take`);
    const ask = { ...(await askOf(units(1))), conversationId: id };
    expect((await send(ask)).status).toBe(403);
    expect(await read((em) => em.count(RefundRecord))).toBe(0);
    expect((await send(ask, supervisor)).status).toBe(200);
    const { entries } = (await supervisor.ask('get', `/api/conversations/${id}/entries`)).body as Entries;
    expect(entries.at(-1)?.fact).toEqual(jasmine.objectContaining({ code: 'refund-approved' }));
    customer.close();
  });

  it('that a colleague asked for meanwhile makes the preview stale', async () => {
    const ask = await askOf(units(6));
    await refund(units(6), lead);
    expect(code(await send(ask))).toBe('preview-stale');
    const again = (await preview(units(4))).body as RefundPreview;
    expect(again.pending.map(({ amount }) => amount.amount)).toEqual([10_755]);
  });

  describe('told of by its provider', () => {
    const signed = (body: string, secret: string, at = desk.clock.now()): Record<string, string> => {
      const seconds = Math.floor(at / 1000);
      const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
      return { 'content-type': 'application/json', 'x-sandbox-signature': `t=${seconds},v1=${signature}` };
    };
    const failed = (made: Refund, id = 'evt_1'): string =>
      JSON.stringify({
        id,
        type: 'refund.updated',
        data: {
          object: {
            id: 're_1',
            status: 'failed',
            ...made.amount,
            reason: 'account-closed',
            metadata: { refund: made.id },
          },
        },
      });
    const tell = (body: string, headers: Record<string, string>) =>
      desk.browser().ask('post', '/api/webhooks/payments/sandbox', body, headers);
    const secret = (): string => desk.app.get(SandboxProcess, { strict: false }).secret;

    it('is heard however many of them come at once', async () => {
      const body = JSON.stringify({ id: 'evt_1' });
      const answers = await Promise.all(Array.from({ length: 300 }, () => tell(body, signed(body, 'another'))));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
    });

    it('is believed when it is signed and fresh, and heard once', async () => {
      const made = await refund(units(1));
      desk.clock.advance(10 * MINUTE);
      await work();
      expect((await now(made)).state).toBe('succeeded');
      const body = failed(made);
      for (const headers of [signed(body, 'another'), signed(body, secret(), desk.clock.now() - HOUR), {}]) {
        const answer = await tell(body, { 'content-type': 'application/json', ...headers });
        expect([answer.status, code(answer)]).toEqual([401, 'signature-wrong']);
      }
      expect(await read((em) => em.count(InboundEvent))).toBe(0);
      expect((await now(made)).state).toBe('succeeded');

      expect((await tell(body, signed(body, secret()))).status).toBe(204);
      expect(await now(made)).toEqual(jasmine.objectContaining({ state: 'reversed', failure: 'account-closed' }));
      expect(await left()).toBe(322_825);
      expect((await tell(body, signed(body, secret()))).status).toBe(204);
      expect(await left()).toBe(322_825);
      const changed = failed({ ...made, amount: { ...made.amount, amount: 1 } });
      expect(code(await tell(changed, signed(changed, secret())))).toBe('event-conflict');
    });
  });
});
