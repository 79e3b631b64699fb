import type { Page } from '@candour/shared/paging.js';
import { HOUR, MINUTE } from '@candour/shared/instant.js';
import { ConnectorRow } from '../../src/connectors/connector.entity.js';
import { WooPoll } from '../../src/connectors/woo-poll.worker.js';
import { TestClock } from '../../src/core/clock.testing.js';
import { Database } from '../../src/core/database/database.js';
import { OrderRecord } from '../../src/orders/order.entity.js';
import { eachDesk, type Desk } from '../desk.js';
import { LoopbackShop } from './loopback-shop.js';

const stamp = (ms: number): string => new Date(ms).toISOString().slice(0, 19);
/** The desk's clock as it starts: it looks by itself as soon as it runs. */
const NOON = new TestClock().now();

eachDesk('A shop that is read by the desk', (open) => {
  let desk: Desk;
  let shop: LoopbackShop;

  beforeEach(async () => {
    shop = await LoopbackShop.open();
  });
  afterEach(async () => {
    await desk.close();
    await shop.close();
  });

  const start = async (): Promise<void> => {
    desk = await open({ ...shop.woo, WOO_POLL: String(HOUR) });
  };
  const row = () => desk.app.get(Database).read((em) => em.findOneBy(ConnectorRow, { id: 'woocommerce' }));
  const count = () => desk.app.get(Database).read((em) => em.count(OrderRecord));
  /** Looks until a look has come to its end: the desk looks by itself too, and one of both does it. */
  const looked = async (is: (row: ConnectorRow) => boolean): Promise<ConnectorRow> => {
    for (;;) {
      await desk.app.get(WooPoll).pass();
      const now = await row();
      if (now && now.claimedBy === null && is(now)) return now;
    }
  };
  const readUntil = (at: number) => looked((one) => one.readUntil === at && one.nextAt > desk.clock.now());

  it('gives all its orders in pages, also where more than a page changed in one second', async () => {
    for (let i = 1; i <= 250; i++) shop.put(i, { date_modified_gmt: stamp(NOON - (i <= 230 ? MINUTE : 1000)) });
    await start();
    await readUntil(NOON - 1000);
    expect(await count()).toBe(250);
    expect(shop.heard[0]!.query.get('modified_after')).toBeNull();
    expect(shop.heard[0]!.query.get('orderby')).toBe('modified');
  });

  it('gives then only what it changed, and what was read is not written again', async () => {
    shop.put(1, { date_modified_gmt: stamp(NOON - HOUR) });
    shop.put(2, { date_modified_gmt: stamp(NOON - MINUTE) });
    await start();
    await readUntil(NOON - MINUTE);
    shop.put(1, { date_modified_gmt: stamp(NOON + MINUTE), status: 'cancelled' });
    shop.heard.length = 0;
    desk.clock.advance(HOUR);
    await readUntil(NOON + MINUTE);
    expect(shop.heard[0]!.query.get('modified_after')).toBe(stamp(NOON - MINUTE - 1000));
    const browser = await desk.signedIn(await desk.addStaff('supervisor'));
    const { rows } = (await browser.ask('get', '/api/orders?q=1')).body as Page<{ fulfilmentStatus: string }>;
    expect([rows[0]?.fulfilmentStatus, await count()]).toEqual(['canceled', 2]);
  });

  it('that does not answer is asked again later, and loses nothing', async () => {
    shop.everything = true;
    shop.faults = [500, 503];
    shop.put(1, { date_modified_gmt: stamp(NOON - MINUTE) });
    await start();
    const failed = await looked(({ failures }) => failures === 1);
    expect([failed.fault, failed.readUntil, await count()]).toEqual(['http-500', null, 0]);
    desk.clock.set(failed.nextAt - 1);
    expect(await desk.app.get(WooPoll).pass()).toBeFalse();
    desk.clock.set(failed.nextAt);
    const again = await looked(({ failures }) => failures === 2);
    desk.clock.set(again.nextAt);
    const well = await readUntil(NOON - MINUTE);
    expect([well.failures, await count()]).toEqual([0, 1]);
  });

  it('with an order that is not right gives all others', async () => {
    shop.put(1, { date_modified_gmt: stamp(NOON - 3000), status: 'checkout-draft' });
    shop.put(2, { date_modified_gmt: stamp(NOON - 2000) });
    await start();
    const read = await readUntil(NOON - 2000);
    expect([read.fault, await count()]).toEqual(['status-unknown status', 1]);
  });
});
