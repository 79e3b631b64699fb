import { newId } from '@candour/shared/ids.js';
import type { OrderSearch } from '@candour/shared/orders.js';
import { AuditLeaf } from '../audit/audit-leaf.entity.js';
import { system } from '../core/access/actor.js';
import { eachEngine } from '../core/testing/engines.js';
import { CustomerRecord } from '../customers/customer.entity.js';
import { OrderExtras, OrderLineRecord, OrderRecord } from './order.entity.js';
import { PaymentsService } from './payments/payments.service.js';
import { genericOrder, ordersBench, shopifyOrder, supervisor, wooOrder, type OrdersBench } from './orders.testing.js';

const ask = (q: string, rest: Partial<OrderSearch> = {}): OrderSearch => ({ q, limit: 50, ...rest });
const numbers = async (bench: OrdersBench, q: string): Promise<string[]> =>
  (await bench.orders.search(supervisor, ask(q))).rows.map(({ number }) => number);
/** A file in one piece. */
async function* one(text: string): AsyncGenerator<Buffer> {
  yield await Promise.resolve(Buffer.from(text));
}
const files = (...orders: object[]): string => JSON.stringify(orders);

eachEngine('orders', (open) => {
  it('come in, are found by number, e-mail and phone, and are shown whole', async () => {
    const bench = await ordersBench(open);
    const second = shopifyOrder(5_500_002, { processed_at: '2026-05-03T00:00:00Z' });
    expect(await bench.take(files(shopifyOrder(5_500_001), second))).toEqual(
      jasmine.objectContaining({ format: 'shopify', status: 'done', read: 2, created: 2, failed: 0, faults: [] }),
    );
    await bench.take(files(wooOrder(727)));
    for (const q of ['#1001', '1001', ' # 1001']) expect(await numbers(bench, q)).toEqual(['#1001']);
    expect(await numbers(bench, 'OTTOLINE.sofabed@example.com')).toEqual(['#1002', '#1001']);
    for (const q of ['+1 202 555 0143', '(202) 555-0143']) expect((await numbers(bench, q)).length).toBe(2);
    expect(await numbers(bench, '030 23125 014')).toEqual(['727']);
    expect(await numbers(bench, '')).toEqual(['#1002', '#1001', '727']);
    expect(await numbers(bench, 'nobody@example.com')).toEqual([]);

    const [first] = (await bench.orders.search(supervisor, ask('1001'))).rows;
    expect(first).toEqual(
      jasmine.objectContaining({ customerName: 'Ottoline Sofabed', title: 'Three-seat sofa, Moss', lineCount: 2 }),
    );
    const order = await bench.orders.get(supervisor, first!.id);
    expect(order).toEqual(
      jasmine.objectContaining({
        email: 'ottoline.sofabed@example.com',
        address: 'Ottoline Sofabed\n12 Cushion Lane\n97201 Portland\nOregon\nUnited States',
        note: 'Ring twice. Card •••••••••••••••1111 if needed',
        total: { amount: 210_800, currency: 'USD' },
        taxesIncluded: false,
        deliveredAt: Date.UTC(2026, 4, 8, 15),
      }),
    );
    expect(order.lines.map(({ title, quantity }) => `${quantity} ${title}`)).toEqual([
      '1 Three-seat sofa, Moss',
      '2 Cushion',
    ]);
    expect(await bench.orders.emailOf(order.id)).toBe('ottoline.sofabed@example.com');
    expect(await bench.database.read((em) => em.countBy(AuditLeaf, { verb: 'order.read' }))).toBe(1);
  });

  it('are found by whole words of the name, in any spelling and order, newest first, page by page', async () => {
    const bench = await ordersBench(open);
    const named = (id: string, name: string, day: number) =>
      genericOrder(id, { customer: { name }, placedAt: `2026-04-0${day}T08:00:00Z` });
    await bench.take(
      files(
        named('1', 'Jürgen Weiß', 1),
        named('2', 'jurgen WEISS', 3),
        named('3', 'Anna Weiss', 2),
        named('4', 'Weiss-Lang, Anna', 4),
        named('WEISS', 'Duncan Wardrobe', 5),
      ),
    );
    const found = async (q: string) =>
      (await bench.orders.search(supervisor, ask(q))).rows.map(({ number }) => number).join();
    expect(await found('weiss')).toBe('WEISS,4,2,3,1');
    expect(await found('Weiß Jürgen')).toBe('2,1');
    expect(await found('anna weiss')).toBe('4,3');
    expect([await found('wei'), await found('anna jürgen')]).toEqual(['', '']);
    const pages: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await bench.orders.search(supervisor, { q: 'weiss', limit: 2, ...(cursor ? { cursor } : {}) });
      pages.push(page.rows.map(({ number }) => number).join());
      cursor = page.next;
    } while (cursor !== undefined);
    expect(pages).toEqual(['WEISS,4', '2,3', '1']);

    await bench.take(files({ ...named('4', 'Anna Lang', 4), updatedAt: '2026-04-09T08:00:00Z' }));
    expect([await found('anna weiss'), await found('anna lang')]).toEqual(['3', '4']);
  });

  it('store nothing of the person in clear', async () => {
    const bench = await ordersBench(open);
    await bench.take(files(shopifyOrder()));
    let stored = '';
    for (const table of ['orders', 'order_extras', 'order_names', 'customers', 'imports', 'audit_leaves']) {
      const rows = await bench.database.read((em) => em.query<object[]>(`SELECT * FROM ${table}`));
      stored += rows
        .flatMap((row) => Object.values(row))
        .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : value))
        .join('|');
    }
    for (const word of ['Ottoline', 'ottoline', 'Cushion Lane', '5550143', '4111', 'Ring twice']) {
      expect(stored).not.toContain(word);
    }
  });

  it('are one customer’s by e-mail, else by phone, else a new one’s', async () => {
    const bench = await ordersBench(open);
    const person = (customer: object, id: string) => genericOrder(id, { customer });
    await bench.take(files(person({ name: 'A', email: 'a@example.com', phone: '020 7946 0958' }, '1')));
    await bench.take(
      files(
        person({ email: 'A@example.com' }, '2'),
        person({ phone: '+44 20 7946 0958' }, '3'),
        person({ email: 'b@example.com', phone: '020 7946 0958' }, '4'),
        person({ email: 'b@example.com' }, '5'),
        person({}, '6'),
        person({}, '7'),
      ),
    );
    const rows = await bench.database.read((em) => em.find(OrderRecord, { order: { externalId: 'ASC' } }));
    const owners = rows.map(({ customerId }) => customerId);
    const letters = owners.map((owner) => 'abcdef'[[...new Set(owners)].indexOf(owner)]);
    expect(letters.join('')).toBe('aaabbcd');
    expect(await bench.customers.findByEmail('a@example.com')).toEqual([owners[0]!]);
  });

  it('are taken in once, however often and from how many files at once', async () => {
    const bench = await ordersBench(open);
    const file = files(...Array.from({ length: 30 }, (_, i) => shopifyOrder(5_500_001 + i)));
    const both = await Promise.all([bench.take(file), bench.take(file)]);
    expect(both.reduce((sum, { created }) => sum + created, 0)).toBe(30);
    expect(both.reduce((sum, { unchanged }) => sum + unchanged, 0)).toBe(30);
    expect(await bench.take(file)).toEqual(jasmine.objectContaining({ created: 0, updated: 0, unchanged: 30 }));
    expect(await bench.database.read((em) => em.count(OrderRecord))).toBe(30);
    expect(await bench.database.read((em) => em.count(CustomerRecord))).toBe(1);
    expect(await bench.database.read((em) => em.count(OrderLineRecord))).toBe(60);
  });

  it('are changed by a later report and not by an older one', async () => {
    const bench = await ordersBench(open);
    await bench.take(files(shopifyOrder()));
    const [before] = (await bench.orders.search(supervisor, ask(''))).rows;
    const older = shopifyOrder(5_500_001, { updated_at: '2026-05-08T00:00:00Z', financial_status: 'pending' });
    expect(await bench.take(files(older))).toEqual(jasmine.objectContaining({ updated: 0, unchanged: 1 }));
    const later = shopifyOrder(5_500_001, {
      updated_at: '2026-05-12T00:00:00Z',
      financial_status: 'refunded',
      email: 'new@example.com',
      line_items: [(shopifyOrder()['line_items'] as object[])[0]],
    });
    expect(await bench.take(files(later))).toEqual(jasmine.objectContaining({ updated: 1, created: 0 }));
    const after = await bench.orders.get(supervisor, before!.id);
    expect([after.paymentStatus, after.email, after.lines.length]).toEqual(['refunded', 'new@example.com', 1]);
    expect(await bench.database.read((em) => em.count(OrderExtras))).toBe(1);
  });

  it('keep the ids of their parts and what is promised of a payment, however often they change', async () => {
    const bench = await ordersBench(open);
    await bench.take(files(shopifyOrder()));
    const id = (await bench.orders.search(supervisor, ask('1001'))).rows[0]!.id;
    const before = await bench.orders.get(supervisor, id);
    expect(before.payments.map(({ captured }) => captured.amount)).toEqual([210_800]);
    expect(before.shipments.map(({ state }) => state)).toEqual(['delivered']);
    const payments = new PaymentsService();
    const payment = before.payments[0]!.id;
    await bench.database.write((tx) => payments.reserve(tx, payment, 200_000));
    const refused = await bench.database.write((tx) => payments.reserve(tx, payment, 10_801)).catch((error) => error);
    expect(refused).toEqual(jasmine.objectContaining({ code: 'over-refund' }));

    await bench.take(
      files(
        shopifyOrder(5_500_001, {
          updated_at: '2026-05-12T10:00:00Z',
          total_price: '1900.00',
          total_price_set: null,
          note: null,
        }),
      ),
    );
    const after = await bench.orders.get(supervisor, id);
    expect(after.lines.map((line) => line.id)).toEqual(before.lines.map((line) => line.id));
    expect(after.shipments.map((one) => one.id)).toEqual(before.shipments.map((one) => one.id));
    // The shop now speaks of less than what was promised: the promise stands.
    expect(after.payments).toEqual([
      jasmine.objectContaining({
        id: payment,
        captured: { amount: 200_000, currency: 'USD' },
        refundReserved: { amount: 200_000, currency: 'USD' },
      }),
    ]);
    await bench.database.write((tx) => payments.release(tx, payment, 200_000));
    await expectAsync(bench.database.write((tx) => payments.release(tx, payment, 1))).toBeRejected();
  });

  it('go in while the bad ones of the file are told', async () => {
    const bench = await ordersBench(open);
    const result = await bench.take(files(shopifyOrder(1), shopifyOrder(2, { total_price: 'x' }), shopifyOrder(3)));
    expect(result).toEqual(
      jasmine.objectContaining({
        status: 'done',
        read: 3,
        created: 2,
        failed: 1,
        faults: [{ line: 1, record: 2, reason: 'money-not-decimal', path: 'total_price' }],
        faultCount: 1,
      }),
    );
    const admin = { ...supervisor, role: 'admin' } as const;
    expect(await bench.imports.get(admin, result.id)).toEqual(result);
    await expectAsync(bench.imports.get(supervisor, result.id)).toBeRejectedWithError('not-allowed');
    expect((await bench.imports.list(admin, { limit: 10 })).rows).toEqual([result]);
    expect((await bench.take('no orders at all', 'shopify')).status).toBe('failed');
    expect((await bench.take('')).faults).toEqual([{ line: 1, reason: 'file-empty' }]);
  });

  it('have all their faults counted, the first thousand listed', async () => {
    const bench = await ordersBench(open);
    const result = await bench.take(
      files(...Array.from({ length: 1203 }, (_, i) => genericOrder(`F-${i}`, { lines: [] }))),
    );
    expect([result.status, result.failed, result.faults.length, result.faultCount]).toEqual([
      'failed',
      1203,
      1000,
      1203,
    ]);
    const { faultCount } = await bench.imports.get({ ...supervisor, role: 'admin' }, result.id);
    expect(faultCount).toBe(1203);
  });

  it('are written in parts where they are large, and told of as they go', async () => {
    const bench = await ordersBench(open);
    const address = 'Long Lane '.repeat(100);
    const note = 'Ring twice. '.repeat(1600);
    const text = files(
      ...Array.from({ length: 420 }, (_, i) => genericOrder(`L-${i}`, { address, note: note + note.slice(0, 700) })),
    );
    const told: number[] = [];
    const result = await bench.imports.run(system('spec'), { format: 'auto', name: 'file' }, one(text), ({ created }) =>
      told.push(created),
    );
    expect(result.created).toBe(420);
    expect([Math.min(...told), told.length]).toEqual([0, 420]);
    expect(Math.max(...told)).toBeGreaterThan(0);
  });

  it('stay in when their file breaks off', async () => {
    const bench = await ordersBench(open);
    const text = Array.from({ length: 250 }, (_, i) => JSON.stringify(genericOrder(`B-${i}`))).join('\n');
    const broken = (async function* () {
      yield await Promise.resolve(Buffer.from(text));
      throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
    })();
    const result = await bench.imports.run(
      system('spec'),
      { format: 'auto', name: 'cut 4111111111111111.json' },
      broken,
    );
    expect([result.status, result.created, result.faults[0]?.reason]).toEqual(['failed', 200, 'file-not-readable']);
    expect(result.name).toBe('cut ••••••••••••1111.json');
  });

  it('are matched to a person, strongest reason first, newest first', async () => {
    const bench = await ordersBench(open);
    await bench.take(files(genericOrder('M-1', { placedAt: '2026-01-01T00:00:00Z' })));
    await bench.take(files(wooOrder(5)));
    const [customerId] = await bench.customers.findByEmail('duncan@example.com');
    const known = {
      customerId,
      emailIndex: bench.customers.emailIndex('konrad.eckbank@example.com'),
      phoneIndex: bench.customers.phoneIndex('+442079460958', 'GB'),
      number: '#5',
    };
    const found = await bench.orders.matches(known);
    expect(found.map(({ order, by }) => `${order.number} ${by}`)).toEqual(['5 email', 'M-1 customer']);
    expect(await bench.orders.matches({ number: 'M-1' })).toEqual([jasmine.objectContaining({ by: 'order-number' })]);
    expect(await bench.orders.matches({})).toEqual([]);
  });

  it('are paged without gap or repetition', async () => {
    const bench = await ordersBench(open);
    await bench.take(files(...Array.from({ length: 5 }, (_, i) => genericOrder(`P-${i}`))));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await bench.orders.search(supervisor, ask('', { limit: 2, ...(cursor ? { cursor } : {}) }));
      seen.push(...page.rows.map(({ number }) => number));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(seen.length).toBe(5);
    expect(new Set(seen).size).toBe(5);
    await expectAsync(bench.orders.search(supervisor, ask('', { cursor: 'x' }))).toBeRejectedWithError(
      'cursor-invalid',
    );
  });

  it('are shown to nobody who may not find them', async () => {
    const bench = await ordersBench(open);
    const installer = { ...supervisor, role: 'installer' } as const;
    await expectAsync(bench.orders.search(installer, ask(''))).toBeRejectedWithError('not-allowed');
    await expectAsync(bench.orders.get(supervisor, newId())).toBeRejectedWithError('not-found');
    const agent = { ...supervisor, role: 'agent' } as const;
    await expectAsync(bench.imports.list(agent, { limit: 1 })).toBeRejectedWithError('not-allowed');
  });

  it('follow a visitor who becomes a customer', async () => {
    const bench = await ordersBench(open);
    await bench.take(files(genericOrder()));
    const [to] = await bench.customers.findByEmail('duncan@example.com');
    const visitor = await bench.customers.prepareVisitor({ language: 'en', policyVersion: '1' });
    await bench.database.write((tx) => bench.customers.insert(tx, visitor));
    await bench.database.write((tx) => tx.em.update(OrderRecord, { shop: 'generic' }, { customerId: visitor.id }));
    const subject = await bench.trail.subject(to!);
    await bench.database.write((tx) =>
      bench.customers.identify(tx, { from: visitor.id, to: to!, actor: system('spec'), subject }),
    );
    expect(await bench.database.read((em) => em.countBy(OrderRecord, { customerId: to! }))).toBe(1);
  });
});
