import type { Claim, FreightClaim } from '@candour/shared/claims.js';
import { newId } from '@candour/shared/ids.js';
import { DAY } from '@candour/shared/instant.js';
import type { Exchange, Return, Returnable } from '@candour/shared/returns.js';
import { In } from 'typeorm';
import { AuditLeaf } from '../src/audit/audit-leaf.entity.js';
import { system } from '../src/core/access/actor.js';
import { Database } from '../src/core/database/database.js';
import { ImportsService } from '../src/orders/import/imports.service.js';
import { genericOrder } from '../src/orders/orders.testing.js';
import { OrderRecord } from '../src/orders/order.entity.js';
import { RetentionSchedule } from '../src/privacy/retention.schedule.js';
import { ClaimRecord, FreightClaimRecord, ReturnLineRecord, ReturnRecord } from '../src/returns/return.entity.js';
import { ReturnMovesService } from '../src/returns/return-moves.service.js';
import { eachDesk, type Browser, type Credentials, type Desk } from './desk.js';

const AT = Date.parse('2026-04-15T10:00:00Z');
const clientId = (): string => newId().replaceAll('-', '');

eachDesk(
  'Goods that come back',
  (open) => {
    let desk: Desk;
    let staff: Credentials;
    let agent: Browser;
    let orders = 0;

    beforeAll(async () => {
      desk = await open();
      desk.clock.set(AT);
      staff = await desk.addStaff('agent');
    });
    beforeEach(async () => {
      // One of these stories goes on for years.
      desk.clock.set(AT);
      agent = await desk.signedIn(staff);
    });
    afterAll(() => desk.close());

    const db = (): Database => desk.app.get(Database);
    async function ordered(more: object = {}): Promise<{ orderId: string; lines: string[] }> {
      const externalId = `R-${++orders}`;
      const order = genericOrder(externalId, {
        ...{ currency: 'EUR', country: 'DE', fulfilmentStatus: 'delivered', deliveredAt: '2026-04-10T09:00:00Z' },
        ...{ subtotal: 30000, total: 30000 },
        lines: [
          { title: 'Chair', quantity: 4, unitPrice: 5000 },
          { title: 'Table', quantity: 1, unitPrice: 10000 },
        ],
        ...more,
      });
      async function* file(): AsyncGenerator<Buffer> {
        yield await Promise.resolve(Buffer.from(JSON.stringify([order])));
      }
      const imports = desk.app.get(ImportsService, { strict: false });
      const taken = await imports.run(system('spec'), { format: 'auto', name: 'file' }, file());
      expect(taken.failed).toBe(0);
      const row = await db().read((em) => em.findOneByOrFail(OrderRecord, { externalId }));
      const { lines } = await got<Returnable>(`/api/returns/returnable?orderId=${row.id}`);
      return { orderId: row.id, lines: lines.map(({ lineId }) => lineId) };
    }
    async function got<T>(path: string): Promise<T> {
      const answer = await agent.ask('get', path);
      expect(answer.status).toBe(200);
      return answer.body as T;
    }
    async function did<T>(path: string, body: object, method: 'post' | 'put' = 'post'): Promise<T> {
      const answer = await agent.ask(method, path, body);
      expect([answer.status, (answer.body as { code?: string }).code]).toEqual([200, undefined]);
      return answer.body as T;
    }
    async function refused(path: string, body: object, method: 'post' | 'put' = 'post'): Promise<string | undefined> {
      const answer = await agent.ask(method, path, body);
      return answer.status === 200 ? undefined : (answer.body as { code: string }).code;
    }
    const asked = (orderId: string, lines: readonly object[], more: object = {}) => ({
      ...{ clientId: clientId(), orderId, method: 'drop_off' },
      lines: lines.map((line) => ({ reason: 'changed-mind', ...line })),
      ...more,
    });
    const make = async (orderId: string, lines: readonly object[], more: object = {}): Promise<Return> =>
      did<Return>('/api/returns', asked(orderId, lines, more));
    const move = (id: string, body: object): Promise<Return> => did<Return>(`/api/returns/${id}/moves`, body);
    const count = (orderId: string): Promise<number> => db().read((em) => em.countBy(ReturnRecord, { orderId }));

    it('go the whole way, each step in the audit, and are paid for by what was accepted', async () => {
      const { orderId, lines } = await ordered();
      const [chair, table] = lines;
      const asking = [
        { lineId: chair, quantity: 3, note: 'Too low. Card 4111 1111 1111 1111' },
        { lineId: table, quantity: 1, reason: 'damaged' },
      ];
      const made = await make(orderId, asking, { method: 'freight_pickup' });
      expect(made.number).toMatch(/^R-\d{4}$/);
      expect(made.lines.map(({ verdict }) => `${verdict.outcome} ${verdict.basis}`)).toEqual([
        'by-law withdrawal',
        'by-law withdrawal',
      ]);
      expect(made.lines[0]?.note).toContain('1111');
      expect(made.lines[0]?.note).not.toContain('4111 1111');
      expect(made.fees).toEqual([]);
      expect(made.can).toEqual(['approve', 'decline', 'cancel']);
      await move(made.id, { move: 'approve' });
      const slot = { from: AT + DAY, until: AT + DAY + 4 * 3_600_000 };
      expect((await move(made.id, { move: 'pickup', carrier: 'Rhenus', ...slot })).state).toBe('in_transit');
      const part = await move(made.id, { move: 'receive', lines: [{ lineId: chair, received: 2, damaged: 1 }] });
      expect(part.state).toBe('partially_received');
      const more = await move(made.id, { move: 'receive', lines: [{ lineId: table, received: 1 }] });
      expect(more.state).toBe('partially_received');
      expect((await move(made.id, { move: 'write_off', why: 'One never came' })).state).toBe('received');
      const half = await move(made.id, {
        move: 'inspect',
        lines: [{ lineId: chair, acceptance: 'manual_review', dispositions: [] }],
      });
      expect(half.state).toBe('received');
      const seen = await move(made.id, {
        move: 'inspect',
        lines: [
          {
            ...{ lineId: chair, acceptance: 'accepted' },
            dispositions: [
              { disposition: 'restocked', quantity: 1 },
              { disposition: 'refurbish', quantity: 1 },
            ],
          },
          { lineId: table, acceptance: 'rejected', dispositions: [{ disposition: 'dispose', quantity: 1 }] },
        ],
      });
      expect(seen.state).toBe('inspected');
      expect(seen.lines[0]?.dispositions).toContain({ disposition: 'missing', quantity: 1 });
      expect(await refused(`/api/returns/${made.id}/moves`, { move: 'settle', why: 'Nothing' })).toBe('state-unfit');
      await move(made.id, { move: 'resolve', resolution: 'refund', valueLost: 500 });
      const moves = desk.app.get(ReturnMovesService, { strict: false });
      const owed = await db().read((em) => moves.resolutionOf(em, made.id));
      expect((await got<Return>(`/api/returns/${made.id}`)).owed).toEqual([...(owed?.parts ?? [])]);
      expect(owed).toEqual({
        ...{ returnId: made.id, orderId, kind: 'return', resolution: 'refund', method: 'original' },
        parts: [
          { kind: 'line', lineId: chair!, quantity: 2 },
          { kind: 'fee', fee: 'value-lost', amount: 500 },
        ],
      });
      const refund = { refundId: newId(), returnId: made.id };
      const tell = (state: 'pending' | 'succeeded', left: number) =>
        db().write((tx) => moves.refunded(tx, { ...refund, state, open: left }, Buffer.alloc(32)));
      await tell('pending', 1);
      const asked = await got<Return>(`/api/returns/${made.id}`);
      expect([asked.state, asked.owed]).toEqual(['inspected', undefined]);
      await tell('succeeded', 0);
      await tell('succeeded', 0);
      const ended = await got<Return>(`/api/returns/${made.id}`);
      expect([ended.state, ended.refundState, ended.can]).toEqual(['closed', 'succeeded', []]);
      const leaves = await db().read((em) => em.find(AuditLeaf, { order: { ordinal: 'ASC' } }));
      const verbs = leaves.filter(({ about }) => JSON.stringify(about).includes(made.id)).map(({ verb }) => verb);
      expect(verbs.filter((verb) => verb !== 'return.read')).toEqual([
        ...['return.requested', 'return.approved', 'return.pickup-booked', 'return.received', 'return.received'],
        ...['return.written-off', 'return.inspected', 'return.inspected', 'return.resolved'],
        ...['return.refunded', 'return.refunded', 'return.closed'],
      ] as typeof verbs);
    });

    it('are asked for once, however often the form is sent', async () => {
      const { orderId, lines } = await ordered();
      const ask = asked(orderId, [{ lineId: lines[0], quantity: 1 }]);
      const [one, two] = await Promise.all([did<Return>('/api/returns', ask), did<Return>('/api/returns', ask)]);
      expect(one.id).toBe(two.id);
      expect(await count(orderId)).toBe(1);
      expect(await refused('/api/returns', { ...ask, method: 'keep_it' })).toBe('key-reused');
    });

    it('never hold more units than were delivered, also of two who ask at once', async () => {
      const { orderId, lines } = await ordered();
      const three = () => agent.ask('post', '/api/returns', asked(orderId, [{ lineId: lines[0], quantity: 3 }]));
      const answers = await Promise.all([three(), three(), three()]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
      const held = await db().read((em) => em.findBy(ReturnLineRecord, { lineId: In([lines[0]!]) }));
      expect(held.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(3);
      const [made] = answers.filter(({ status }) => status === 200);
      await move((made?.body as Return).id, { move: 'cancel' });
      await make(orderId, [{ lineId: lines[0], quantity: 4 }]);
    });

    it('refuse what does not fit, and write nothing', async () => {
      const { orderId, lines } = await ordered();
      const other = await ordered();
      const [chair] = lines;
      const cases: readonly (readonly [string, readonly object[], string, object?])[] = [
        ['none', [{ lineId: chair, quantity: 0 }], 'bad-input'],
        ['fewer', [{ lineId: chair, quantity: -1 }], 'bad-input'],
        ['half', [{ lineId: chair, quantity: 1.5 }], 'bad-input'],
        ['no line', [], 'bad-input'],
        ['too many', [{ lineId: chair, quantity: 5 }], 'quantity-unfit'],
        ['a foreign line', [{ lineId: other.lines[0], quantity: 1 }], 'line-unknown'],
        [
          'a line twice',
          [
            { lineId: chair, quantity: 1 },
            { lineId: chair, quantity: 1 },
          ],
          'line-unknown',
        ],
        ['a foreign conversation', [{ lineId: chair, quantity: 1 }], 'not-found', { conversationId: newId() }],
        ['an unknown order', [{ lineId: chair, quantity: 1 }], 'not-found', { orderId: newId() }],
      ];
      for (const [words, what, code, more] of cases) {
        expect(await refused('/api/returns', asked(orderId, what, more)))
          .withContext(words)
          .toBe(code);
      }
      expect(await count(orderId)).toBe(0);
      const awaited = await ordered({ fulfilmentStatus: 'unfulfilled', deliveredAt: undefined });
      const early = asked(awaited.orderId, [{ lineId: awaited.lines[0], quantity: 1 }]);
      expect(await refused('/api/returns', early)).toBe('quantity-unfit');

      const made = await make(orderId, [{ lineId: chair, quantity: 2 }]);
      const path = `/api/returns/${made.id}/moves`;
      const receive = (quantity: number, lineId = chair) => ({
        move: 'receive',
        lines: [{ lineId, received: quantity }],
      });
      const before = await db().read((em) => em.countBy(AuditLeaf, { actor: In(['x']) }));
      expect(await refused(path, receive(1))).toBe('state-unfit');
      expect(await refused(path, { move: 'settle', why: 'x' })).toBe('state-unfit');
      expect(await refused(path, { move: 'resolve', resolution: 'refund' })).toBe('state-unfit');
      await move(made.id, { move: 'approve' });
      expect(await refused(path, { move: 'approve' })).toBe('state-unfit');
      expect(await refused(path, receive(0))).toBe('bad-input');
      expect(await refused(path, receive(3))).toBe('quantity-unfit');
      expect(await refused(path, receive(1, lines[1]))).toBe('line-unknown');
      expect(await refused(path, { move: 'pickup', carrier: 'X', from: AT, until: AT })).toBe('bad-input');
      await move(made.id, receive(2));
      const inspect = (quantity: number) => ({
        move: 'inspect',
        lines: [{ lineId: chair, acceptance: 'accepted', dispositions: [{ disposition: 'restocked', quantity }] }],
      });
      expect(await refused(path, inspect(1))).toBe('quantity-unfit');
      expect(await refused(path, inspect(3))).toBe('quantity-unfit');
      await move(made.id, inspect(2));
      expect(await refused(path, { move: 'resolve', resolution: 'refund', valueLost: 10_001 })).toBe('amount-unfit');
      const now = await got<Return>(`/api/returns/${made.id}`);
      expect([now.state, now.resolution, now.lines[0]?.received]).toEqual(['inspected', undefined, 2]);
      expect(before).toBe(0);
    });

    it('of a withdrawal cost nothing and are declined for nothing but the law', async () => {
      const { orderId, lines } = await ordered({
        lines: [
          { title: 'Chair', quantity: 2, unitPrice: 10000, finalSale: true },
          { title: 'Curtain to measure', quantity: 1, unitPrice: 10000, madeToOrder: true },
        ],
      });
      const more = { kind: 'withdrawal', method: 'freight_pickup' };
      const made = await make(orderId, [{ lineId: lines[0], quantity: 1 }], more);
      expect([made.fees, made.deadline]).toEqual([[], Date.UTC(2026, 3, 30) - 1]);
      const path = `/api/returns/${made.id}/moves`;
      expect(await refused(path, { move: 'decline', code: 'final-sale', why: 'No' })).toBe('reason-unfit');
      const made2 = asked(orderId, [{ lineId: lines[1], quantity: 1 }], more);
      expect(await refused('/api/returns', made2)).toBe('return-refused');
      await move(made.id, { move: 'decline', code: 'withdrawal-over', why: 'Day 15' });
    });

    it('are exchanged for others, with what those cost more', async () => {
      const { orderId, lines } = await ordered();
      const made = await make(orderId, [{ lineId: lines[0], quantity: 2 }], { wanted: 'exchange' });
      const path = `/api/returns/${made.id}/exchange`;
      const draft = (unitPrice: number) => ({ lines: [{ title: 'Stool', quantity: 2, unitPrice }] });
      expect((await did<Exchange>(path, draft(6500), 'put')).difference.amount).toBe(3000);
      expect((await did<Exchange>(path, draft(4000), 'put')).difference.amount).toBe(-2000);
      expect(await refused(`${path}/moves`, { move: 'settle' })).toBe('state-unfit');
      for (const step of ['confirm', 'await_goods']) await did(`${path}/moves`, { move: step });
      expect(await refused(path, draft(1), 'put')).toBe('state-unfit');
      expect(await refused(`${path}/moves`, { move: 'settle' })).toBe('state-unfit');
      await move(made.id, { move: 'approve' });
      await move(made.id, { move: 'receive', lines: [{ lineId: lines[0], received: 2 }] });
      await move(made.id, {
        move: 'inspect',
        lines: [
          { lineId: lines[0], acceptance: 'accepted', dispositions: [{ disposition: 'restocked', quantity: 2 }] },
        ],
      });
      await move(made.id, { move: 'resolve', resolution: 'exchange' });
      expect(await refused(`/api/returns/${made.id}/moves`, { move: 'settle', why: 'Out' })).toBe('state-unfit');
      for (const step of ['settle', 'ship', 'close']) await did(`${path}/moves`, { move: step });
      expect((await move(made.id, { move: 'settle', why: 'Stools went out' })).state).toBe('closed');
      expect(await refused(`${path}/moves`, { move: 'cancel' })).toBe('state-unfit');
    });

    it('that need not come back are claimed, and the carrier answers in time', async () => {
      const { orderId, lines } = await ordered({ country: 'US' });
      const ask = { clientId: clientId(), orderId, kind: 'transit_damage', remedy: 'replace' };
      const claim = await did<Claim>('/api/claims', { ...ask, lines: [{ lineId: lines[0], quantity: 1 }] });
      expect([claim.state, claim.late]).toEqual(['open', true]);
      const again = await did<Claim>('/api/claims', { ...ask, lines: [{ lineId: lines[0], quantity: 1 }] });
      expect(again.id).toBe(claim.id);
      const bad = { ...ask, clientId: clientId(), lines: [{ lineId: lines[0], quantity: 5 }] };
      expect(await refused('/api/claims', bad)).toBe('quantity-unfit');
      expect((await did<Claim>(`/api/claims/${claim.id}/decision`, { decision: 'accept' })).state).toBe('accepted');
      expect(await refused(`/api/claims/${claim.id}/decision`, { decision: 'reject' })).toBe('state-unfit');

      const deliveredAt = Date.parse('2026-04-10T09:00:00Z');
      const note = { clientId: clientId(), orderId, carrier: 'Estes', proNumber: '123', concealed: true, deliveredAt };
      const freight = await did<FreightClaim>('/api/freight-claims', note);
      expect(
        freight.clocks.map(({ clock, until }) => `${clock} ${new Date(until).toISOString().slice(0, 10)}`),
      ).toEqual(['report 2026-04-17', 'file 2027-01-10']);
      const path = `/api/freight-claims/${freight.id}/moves`;
      expect(await refused(path, { move: 'file', claimed: 100 })).toBe('state-unfit');
      await did(path, { move: 'report' });
      expect(await refused(path, { move: 'file', claimed: 0 })).toBe('bad-input');
      await did(path, { move: 'file', claimed: 5000 });
      expect(await refused(path, { move: 'pay', paid: 5001 })).toBe('amount-unfit');
      const denied = await did<FreightClaim>(path, { move: 'deny' });
      expect(denied.clocks.map(({ clock }) => clock)).toEqual(['report', 'file', 'sue']);
      expect(await refused('/api/freight-claims', { ...note, clientId: clientId(), shipmentId: newId() })).toBe(
        'line-unknown',
      );
    });

    it('are for those who may, and go when the guarantee is over', async () => {
      const designer = await desk.signedIn(await desk.addStaff('design_expert'));
      expect((await designer.ask('get', '/api/returns')).status).toBe(403);
      const { orderId, lines } = await ordered();
      const made = await make(orderId, [{ lineId: lines[0], quantity: 1 }]);
      const stays = await make(orderId, [{ lineId: lines[1], quantity: 1 }]);
      const sweep = () => desk.app.get(RetentionSchedule, { strict: false }).nightly();
      await move(made.id, { move: 'cancel' });
      desk.clock.advance(700 * DAY);
      await sweep();
      expect(await count(orderId)).toBe(2);
      desk.clock.advance(60 * DAY);
      await sweep();
      // What is open stays, however old it is.
      const left = await db().read((em) => em.findBy(ReturnRecord, { orderId }));
      expect(left.map(({ id }) => id)).toEqual([stays.id]);
      const gone = await db().read((em) => em.countBy(ReturnLineRecord, { returnId: made.id }));
      expect(gone).toBe(0);
      for (const entity of [ClaimRecord, FreightClaimRecord]) expect(await db().read((em) => em.count(entity))).toBe(0);
    });
  },
  true,
);
