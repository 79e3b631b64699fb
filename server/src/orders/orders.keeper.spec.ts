import { eachEngine } from '../core/testing/engines.js';
import { PolicyService } from '../policy/policy.service.js';
import { SellersService } from '../policy/sellers.service.js';
import { OrderExtras, OrderLineRecord, OrderRecord } from './order.entity.js';
import { OrdersKeeper } from './orders.keeper.js';
import { genericOrder, ordersBench, shopifyOrder, supervisor, wooOrder, type OrdersBench } from './orders.testing.js';

const files = (...orders: object[]): string => JSON.stringify(orders);
const numbers = async (bench: OrdersBench, q: string): Promise<string[]> =>
  (await bench.orders.search(supervisor, { q, limit: 50 })).rows.map(({ number }) => number);

function keeperOf({ database, clock, trail, vault }: OrdersBench): OrdersKeeper {
  const sellers = new SellersService(database, clock, trail, new PolicyService(database, clock, trail));
  return new OrdersKeeper(database, sellers, vault);
}

async function anonymiseAll(bench: OrdersBench): Promise<OrderRecord[]> {
  const [books] = keeperOf(bench).swept;
  const ids = (await bench.database.read((em) => em.find(OrderRecord))).map(({ id }) => id);
  await bench.database.write((tx) => books!.anonymise!(tx, ids));
  return bench.database.read((em) => em.find(OrderRecord));
}

eachEngine('orders that are kept no longer', (open) => {
  it('lose their extras first, then the person', async () => {
    const bench = await ordersBench(open);
    await bench.take(files(shopifyOrder()));
    const [books, extras] = keeperOf(bench).swept;
    const before = bench.clock.now();
    const due = (swept: typeof books, retentionClass: 'bookkeeping' | 'order-extras') =>
      bench.database.read((em) => swept!.due(em, { retentionClass, before, limit: 5 }));
    const [extra] = await due(extras, 'order-extras');
    expect(extra?.facts.events).toEqual({ delivered: Date.UTC(2026, 4, 8, 15) });
    await bench.database.write((tx) => extras!.remove(tx, [extra!.id]));
    expect(await numbers(bench, '+12025550143')).toEqual([]);
    expect(await numbers(bench, 'ottoline.sofabed@example.com')).toEqual(['#1001']);
    const [order] = await due(books, 'bookkeeping');
    expect(order).toEqual(jasmine.objectContaining({ label: '#1001', rows: 6 }));
    expect(await bench.database.read((em) => books!.sealedOwners(em, 'bookkeeping', [order!.ownerId!]))).toEqual([
      order!.ownerId!,
    ]);
    await bench.database.write((tx) => books!.anonymise!(tx, [order!.id]));
    expect(await due(books, 'bookkeeping')).toEqual([]);
    expect(await numbers(bench, '')).toEqual([]);
    expect(await bench.database.read((em) => books!.sealedOwners(em, 'bookkeeping', [order!.ownerId!]))).toEqual([]);
    const row = await bench.database.read((em) => em.findOneByOrFail(OrderRecord, { id: order!.id }));
    expect([row.total, row.number, row.name, row.customerId]).toEqual([210_800, '', null, null]);
  });

  it('go whole with their lines and extras where nothing is kept', async () => {
    const bench = await ordersBench(open);
    await bench.take(files(shopifyOrder()));
    const [books] = keeperOf(bench).swept;
    const [order] = await bench.database.read((em) => em.find(OrderRecord));
    expect(await bench.database.write((tx) => books!.remove(tx, [order!.id]))).toBe(6);
    expect(await bench.database.read((em) => em.countBy(OrderLineRecord, { orderId: order!.id }))).toBe(0);
  });

  it('are not brought back by an old file once they are anonymised', async () => {
    const bench = await ordersBench(open);
    const older = files(shopifyOrder(5_500_001), shopifyOrder(5_500_002));
    await bench.take(older);
    await anonymiseAll(bench);
    const newer = files(
      ...[5_500_001, 5_500_002, 5_500_003].map((id) => shopifyOrder(id, { updated_at: '2026-05-19T00:00:00Z' })),
    );
    for (const [file, created] of [
      [older, 0],
      [newer, 1],
      [newer, 0],
    ] as const) {
      expect((await bench.take(file)).created).toBe(created);
    }
    expect(await bench.database.read((em) => em.count(OrderRecord))).toBe(3);
    expect(await numbers(bench, '')).toEqual(['#1003']);
    // The same id in another shop is another order.
    await bench.take(files(genericOrder('5500001')));
    expect(await bench.database.read((em) => em.count(OrderRecord))).toBe(4);
  });

  it('lead to no order of the shop once they are anonymised', async () => {
    const bench = await ordersBench(open);
    await bench.take(
      files(shopifyOrder(), shopifyOrder(5_500_002, { fulfillments: [], cancelled_at: '2026-05-10T10:11:12Z' })),
    );
    const orders = await anonymiseAll(bench);
    for (const { placedAt, deliveredAt, endedAt, sourceUpdatedAt } of orders) {
      for (const at of [placedAt, deliveredAt, endedAt, sourceUpdatedAt]) expect((at ?? 0) % 86_400_000).toBe(0);
    }
    expect(orders.map(({ placedAt }) => placedAt)).toEqual([Date.UTC(2026, 4, 2), Date.UTC(2026, 4, 2)]);
    expect(await bench.database.read((em) => em.count(OrderExtras))).toBe(0);
    const lines = await bench.database.read((em) => em.find(OrderLineRecord));
    expect(lines.map(({ externalId }) => externalId)).toEqual([null, null, null, null]);
    expect(lines[0]!.quantity).toBe(1);
    const stored = JSON.stringify([orders, lines]);
    for (const trace of ['5500001', '5500002', '55000010', '#1001']) expect(stored).not.toContain(trace);
    // An id begins with the milliseconds of its making.
    const placed = Date.UTC(2026, 4, 2, 13, 30).toString(16);
    for (const { id } of [...orders, ...lines]) expect(id.replaceAll('-', '').slice(1, 12)).not.toBe(placed);
  });
});

eachEngine('the delivery of an order', (open) => {
  const partly = { fulfillment_status: 'partial', fulfillments: [] };
  for (const [words, order, delivered] of [
    ['is told by few shops', shopifyOrder(), Date.UTC(2026, 4, 8, 15)],
    [
      'is the last parcel where its arrival is not told',
      shopifyOrder(1, { fulfillments: [{ created_at: '2026-05-05T08:00:00Z', shipment_status: null }] }),
      Date.UTC(2026, 4, 5, 8),
    ],
    ['is the completion where the shop never tells it', wooOrder(), Date.UTC(2026, 2, 10, 12)],
    [
      'is the end of a canceled order',
      wooOrder(1, { status: 'cancelled', date_completed_gmt: null }),
      Date.UTC(2026, 2, 20, 8),
    ],
    ['is awaited while a part is on its way', shopifyOrder(1, partly), null],
    ['is awaited before it is sent', genericOrder(), null],
    ['is not awaited once all is paid back', genericOrder('R', { paymentStatus: 'refunded' }), undefined],
    ['is not awaited where nobody will tell it', genericOrder('F', { fulfilmentStatus: 'fulfilled' }), undefined],
  ] as const) {
    it(words, async () => {
      const bench = await ordersBench(open);
      expect((await bench.take(files(order))).created).toBe(1);
      const [row] = await bench.database.read((em) => em.find(OrderRecord));
      const facts = (await bench.database.read((em) => bench.orders.deliveries(em, [row!.id]))).get(row!.id);
      expect(facts?.delivered).toBe(delivered);
      expect(facts?.country).toBe(row!.country!);
    });
  }

  it('is awaited no longer for an order that was anonymised', async () => {
    const bench = await ordersBench(open);
    await bench.take(files(genericOrder()));
    const [row] = await anonymiseAll(bench);
    const facts = await bench.database.read((em) => bench.orders.deliveries(em, [row!.id]));
    expect(facts.get(row!.id)).toEqual({ delivered: undefined, country: 'GB' });
  });
});
