import type { RetentionPreview } from '@candour/shared/retention.js';
import { AuditLeaf } from '../../src/audit/audit-leaf.entity.js';
import { Database } from '../../src/core/database/database.js';
import { OrderRecord } from '../../src/orders/order.entity.js';
import { RetentionSchedule } from '../../src/privacy/retention.schedule.js';
import { eachDesk, type Browser, type Desk } from '../desk.js';

const order = (number: string, currency: string, country: string) => ({
  ...{ moneyUnit: 'minor', externalId: number, number, currency, country, language: 'en', taxesIncluded: true },
  ...{ placedAt: '2026-01-02T08:00:00Z', updatedAt: '2026-01-03T08:00:00Z', deliveredAt: '2026-01-09T08:00:00Z' },
  ...{ paymentStatus: 'paid', fulfilmentStatus: 'delivered' },
  ...{ subtotal: 100, discount: 0, shipping: 0, tax: 0, total: 100 },
  customer: { name: 'Konrad Eckbank', email: `${number}@example.com` },
  lines: [{ externalId: '1', title: 'Chair', quantity: 1, unitPrice: 100, discount: 0, tax: 0 }],
});

eachDesk('Books, whose period follows the seller,', (open) => {
  let desk: Desk;
  let officer: Browser;
  const germany = { country: 'DE', currencies: ['EUR'] };

  beforeEach(async () => {
    desk = await open();
    desk.clock.set(Date.parse('2026-02-01T10:00:00Z'));
    const admin = await desk.signedIn();
    // The customer of the second lives in Germany too; what counts is who sold it.
    const file = JSON.stringify([order('EUR-1', 'EUR', 'DE'), order('USD-1', 'USD', 'DE')]);
    const taken = await admin.ask('post', '/api/imports?format=generic-json&name=orders.json', file, {
      'content-type': 'application/octet-stream',
    });
    expect(taken.body).toEqual(jasmine.objectContaining({ created: 2, failed: 0 }));
    officer = await desk.signedIn(await desk.addStaff('privacy_officer'));
  });
  afterEach(() => desk.close());

  /** Labels of the orders that a sweep of that instant would take the person out of. */
  const due = async (at: string): Promise<string[]> => {
    const answer = await officer.ask('get', `/api/retention/preview?limit=100&at=${Date.parse(at)}`);
    return (answer.body as RetentionPreview).rows.filter(({ table }) => table === 'orders').map(({ label }) => label);
  };
  const orders = (): Promise<OrderRecord[]> =>
    desk.app.get(Database).read((em) => em.find(OrderRecord, { order: { currency: 'ASC' } }));

  it('are never removed by themselves while no seller is known', async () => {
    expect((await officer.ask('get', '/api/sellers')).body).toEqual({
      sellers: [],
      unset: ['USD', 'EUR', 'CAD', 'GBP', 'AUD', 'NZD'],
      countries: ['DE', 'ES', 'FR', 'GB', 'CA', 'NZ', 'US', 'AU'],
    });
    expect(await due('2126-01-01T00:00:00Z')).toEqual([]);
  });

  it('end with the eighth year of a German seller, in the currencies it sells in', async () => {
    const { body } = await officer.ask('put', '/api/sellers', { sellers: [germany] });
    expect(body).toEqual(jasmine.objectContaining({ sellers: [germany], unset: ['USD', 'CAD', 'GBP', 'AUD', 'NZD'] }));
    expect(await due('2034-12-31T22:00:00Z')).toEqual([]);
    expect(await due('2035-01-02T00:00:00Z')).toEqual(['EUR-1']);

    desk.clock.set(Date.parse('2035-01-02T03:00:00Z'));
    await desk.app.get(RetentionSchedule, { strict: false }).nightly();
    const kept = await orders();
    expect(kept.map(({ currency, customerId }) => [currency, customerId === null])).toEqual([
      ['EUR', true],
      ['USD', false],
    ]);
  });

  it('stay when the seller is unset again', async () => {
    await officer.ask('put', '/api/sellers', { sellers: [germany] });
    await officer.ask('put', '/api/sellers', { sellers: [] });
    expect(await due('2126-01-01T00:00:00Z')).toEqual([]);
    const leaves = await desk.app
      .get(Database)
      .read((em) => em.find(AuditLeaf, { where: { verb: 'policy.sellers-set' } }));
    expect(leaves.length).toBe(2);
    expect(leaves[0]!.digest).not.toEqual(leaves[1]!.digest);
  });

  it('follow what the privacy officer or the administrator says, and nobody else', async () => {
    const supervisor = await desk.signedIn(await desk.addStaff('supervisor', 'second@example.com'));
    expect((await supervisor.ask('get', '/api/sellers')).status).toBe(200);
    expect((await supervisor.ask('put', '/api/sellers', { sellers: [germany] })).status).toBe(403);
    expect((await (await desk.signedIn()).ask('put', '/api/sellers', { sellers: [germany] })).status).toBe(200);
  });

  for (const [words, sellers] of [
    ['a currency twice', [germany, { country: 'FR', currencies: ['EUR'] }]],
    ['a country twice', [germany, { country: 'DE', currencies: ['USD'] }]],
    ['no country', [{ country: 'Germany', currencies: ['EUR'] }]],
    ['a currency the shop has not', [{ country: 'JP', currencies: ['JPY'] }]],
    ['no currency', [{ country: 'DE', currencies: [] }]],
    ['an unknown field', [{ ...germany, vat: '1' }]],
  ] as const) {
    it(`take ${words} for an error and keep what was set`, async () => {
      await officer.ask('put', '/api/sellers', { sellers: [germany] });
      const answer = await officer.ask('put', '/api/sellers', { sellers });
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([400, 'bad-input']);
      expect(((await officer.ask('get', '/api/sellers')).body as { sellers: unknown }).sellers).toEqual([germany]);
    });
  }
});
