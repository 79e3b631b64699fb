import type { OrderSummary } from '@candour/shared/orders.js';
import type { Page } from '@candour/shared/paging.js';
import type { RetentionPreview } from '@candour/shared/retention.js';
import { wooOrder } from '../../src/orders/orders.testing.js';
import { eachDesk, type Desk } from '../desk.js';
import { LiveClient } from '../live-clients.js';

const home = (country: string) => ({ first_name: 'Konrad', address_1: 'Lindenweg 3', city: 'X', country });
const underWay = { status: 'processing', date_completed_gmt: null, refunds: [] };

eachDesk('A chat about an order whose shop never tells a delivery', (open) => {
  let desk: Desk;

  beforeEach(async () => {
    desk = await open();
    desk.clock.set(Date.parse('2026-03-25T10:00:00Z'));
  });
  afterEach(() => desk.close());

  /** A chat about that order, resolved on 25 March; answers at which of these instants a sweep would remove it. */
  async function dueAt(order: object, instants: readonly string[]): Promise<string[]> {
    const supervisor = await desk.signedIn(await desk.addStaff('supervisor'));
    const path = '/api/imports?format=woocommerce&name=orders.json';
    const admin = await desk.signedIn();
    await admin.ask('post', path, JSON.stringify([order]), { 'content-type': 'application/octet-stream' });
    const [found] = ((await supervisor.ask('get', '/api/orders')).body as Page<OrderSummary>).rows;
    const customer = await LiveClient.chat(desk);
    const { conversation } = await customer.start('Is my bench on its way?');
    customer.close();
    const { id } = conversation;
    await supervisor.ask('post', `/api/conversations/${id}/take`);
    expect((await supervisor.ask('put', `/api/conversations/${id}/order`, { orderId: found!.id })).status).toBe(200);
    await supervisor.ask('post', `/api/conversations/${id}/resolve`);
    const officer = await desk.signedIn(await desk.addStaff('privacy_officer'));
    const due: string[] = [];
    for (const at of instants) {
      const answer = await officer.ask('get', `/api/retention/preview?limit=100&at=${Date.parse(at)}`);
      const { rows } = answer.body as RetentionPreview;
      if (rows.some((row) => row.table === 'conversations' && row.id === id)) due.push(at);
    }
    return due;
  }
  const years = ['2028-03-24T03:00:00Z', '2028-03-27T03:00:00Z', '2029-03-24T03:00:00Z', '2029-03-27T03:00:00Z'];

  it('goes 24 months after its end', async () => {
    expect(await dueAt(wooOrder(), years)).toEqual(years.slice(1));
  });

  it('stays 36 months where the order went to Spain', async () => {
    expect(await dueAt(wooOrder(7, { billing: home('ES') }), years)).toEqual(years.slice(3));
  });

  it('stays while the order is under way', async () => {
    expect(await dueAt(wooOrder(7, underWay), years)).toEqual([]);
  });
});
