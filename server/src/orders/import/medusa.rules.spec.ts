import { medusaOrder, wooOrder, genericOrder } from '../orders.testing.js';
import { fromGeneric } from './generic.rules.js';
import { isFaulty, type IncomingOrder, type Mapped } from './incoming.rules.js';
import { fromMedusa } from './medusa.rules.js';
import { fromWooCommerce } from './woocommerce.rules.js';

const orderOf = (mapped: Mapped): IncomingOrder => {
  if (isFaulty(mapped)) throw new Error(JSON.stringify(mapped.faults));
  return mapped.order;
};
const faultsOf = (mapped: Mapped): string =>
  isFaulty(mapped) ? mapped.faults.map(({ reason, path }) => `${reason} at ${path}`).join(', ') : 'none';

describe('an order of Medusa', () => {
  it('is taken over from its major units, without tax in its lines', () => {
    const order = orderOf(fromMedusa(medusaOrder()));
    expect(order).toEqual(
      jasmine.objectContaining({
        source: 'medusa',
        externalId: 'order_01JT',
        number: '42',
        currency: 'EUR',
        taxesIncluded: false,
        subtotal: 5997,
        discount: 600,
        shipping: 500,
        tax: 1121,
        total: 7018,
        paymentStatus: 'paid',
        fulfilmentStatus: 'fulfilled',
        endedAt: Date.UTC(2026, 3, 3, 9),
        name: 'Amélie Tabouret',
        email: 'amelie.tabouret@example.com',
        country: 'FR',
        language: 'fr',
      } as Partial<IncomingOrder>),
    );
    expect(order.lines[0]).toEqual(
      jasmine.objectContaining({ quantity: 3, unitPrice: 1999, discount: 600, total: 5397, tax: 1026, sku: 'STOOL' }),
    );
    expect(order.payments).toEqual([
      {
        provider: 'pp_stripe_stripe',
        reference: 'pi_3Test',
        method: 'card',
        captured: 7018,
        refundedOutside: 500,
      },
    ]);
    expect(order.shipments?.[0]).toEqual(
      jasmine.objectContaining({ state: 'in_transit', tracking: 'FR-1', lines: [{ position: 0, quantity: 3 }] }),
    );
  });

  const amounts: readonly (readonly [given: number | string, minor: number])[] = [
    [19.99, 1999],
    [0.1, 10],
    [0.1 + 0.2, 30],
    [1.005, 101],
    [-3.335, -334],
    [3.3611111111111, 336],
    ['10.5', 1050],
    [100, 10_000],
  ];
  for (const [given, minor] of amounts) {
    it(`reads ${given} as ${minor} minor units`, () =>
      expect(orderOf(fromMedusa(medusaOrder({ total: given }))).total).toBe(minor));
  }

  const faulty: readonly (readonly [why: string, changes: Record<string, unknown>, faults: string])[] = [
    ['an unknown currency', { currency_code: 'jpy' }, 'currency-unknown at currency_code'],
    ['a state nobody knows', { payment_status: 'lost' }, 'status-unknown at payment_status'],
    ['a fulfilment nobody knows', { fulfillment_status: 'lost' }, 'status-unknown at fulfillment_status'],
    ['an amount in words', { total: 'ten' }, 'money-not-decimal at total'],
    ['no amount', { total: null }, 'money-not-decimal at total'],
    ['more than there is', { total: 1e10 }, 'money-too-large at total'],
    ['no number', { total: 1e21 }, 'money-not-decimal at total'],
    ['no id', { id: null }, 'id-invalid at id'],
  ];
  for (const [why, changes, faults] of faulty) {
    it(`is refused for ${why}`, () => expect(faultsOf(fromMedusa(medusaOrder(changes)))).toBe(faults));
  }

  const states: readonly (readonly [changes: Record<string, unknown>, expected: string])[] = [
    [{ payment_status: 'not_paid', fulfillment_status: 'not_fulfilled' }, 'pending unfulfilled'],
    [{ payment_status: 'authorized', fulfillment_status: 'partially_shipped' }, 'authorized partially_fulfilled'],
    [{ fulfillment_status: 'delivered' }, 'paid delivered'],
    [{ payment_status: 'canceled', canceled_at: '2026-04-02T08:00:00Z' }, 'voided canceled'],
    [{ payment_status: 'refunded' }, 'refunded fulfilled'],
  ];
  for (const [changes, expected] of states) {
    it(`reads ${JSON.stringify(changes)} as ${expected}`, () => {
      const order = orderOf(fromMedusa(medusaOrder(changes)));
      expect(`${order.paymentStatus} ${order.fulfilmentStatus}`).toBe(expected);
    });
  }
});

describe('the payment and the parcels of an order of WooCommerce', () => {
  const payments: readonly (readonly [why: string, changes: Record<string, unknown>, told: string])[] = [
    ['one payment, with what the shop gave back', {}, 'woocommerce other 22598 -2000'],
    ['named by its gateway', { payment_method: 'stripe', transaction_id: 'pi_1' }, 'stripe pi_1 card 22598 -2000'],
    ['a transfer', { payment_method: 'bacs', refunds: [] }, 'bacs bank 22598 -0'],
    ['what this desk gave back is not counted twice', { refunds: [{ total: '-20.00', reason: 'candour:1' }] }, 'woocommerce other 22598 -0'],
    ['paid and canceled later: the money is still there', { status: 'cancelled', refunds: [] }, 'woocommerce other 22598 -0'],
    ['given back whole', { status: 'refunded', refunds: [] }, 'woocommerce other 22598 -22598'],
    ['nothing came in', { status: 'on-hold', date_paid_gmt: null, refunds: [] }, ''],
    ['nor where it failed', { status: 'failed', refunds: [] }, ''],
  ]; // prettier-ignore
  for (const [why, changes, told] of payments) {
    it(`are ${why}`, () => {
      const order = orderOf(fromWooCommerce(wooOrder(1, changes)));
      const said = (order.payments ?? []).map(({ provider, reference, method, captured, refundedOutside }) =>
        [provider, reference, method, captured, `-${refundedOutside}`].filter((part) => part !== undefined).join(' '),
      );
      expect(said.join()).toBe(told);
    });
  }

  it('are read from where tracking extensions note them', () => {
    const value = [
      { tracking_id: 't1', tracking_provider: 'dhl', tracking_number: '00340', date_shipped: '1773100800' },
    ];
    const order = orderOf(fromWooCommerce(wooOrder(1, { meta_data: [{ key: '_wc_shipment_tracking_items', value }] })));
    expect(order.shipments).toEqual([
      {
        externalId: 't1',
        kind: 'parcel',
        carrier: 'dhl',
        tracking: '00340',
        state: 'info_received',
        lines: [{ position: 0, quantity: 3 }],
        shippedAt: 1_773_100_800_000,
      },
    ]);
    expect(orderOf(fromWooCommerce(wooOrder(1, { meta_data: [{ key: 'other', value: 7 }] }))).shipments).toEqual([]);
  });
});

describe('the payments and shipments of a generic order', () => {
  const lines = [{ externalId: 'L1', title: 'Wardrobe', quantity: 10, unitPrice: 2390 }];
  it('are taken over in the unit it declares', () => {
    const order = orderOf(
      fromGeneric(
        genericOrder('A-1', {
          lines,
          payments: [{ provider: 'stripe', reference: 'pi_1', method: 'card', brand: 'visa', last4: '4242', captured: 23_900, refunded: 100 }],
          shipments: [{ kind: 'freight', state: 'appointment_set', lines: [{ line: 'L1', quantity: 4 }], appointmentFrom: '2026-04-09T08:00:00Z' }],
        }),
      ),
    ); // prettier-ignore
    expect(order.payments).toEqual([
      { provider: 'stripe', reference: 'pi_1', method: 'card', brand: 'visa', last4: '4242', captured: 23_900, refundedOutside: 100 },
    ]); // prettier-ignore
    expect(order.shipments?.[0]).toEqual(
      jasmine.objectContaining({
        kind: 'freight',
        lines: [{ position: 0, quantity: 4 }],
        appointmentFrom: Date.UTC(2026, 3, 9, 8),
      }),
    );
    expect(orderOf(fromGeneric(genericOrder())).payments).toBeUndefined();
  });

  const faulty: readonly (readonly [why: string, changes: Record<string, unknown>, faults: string])[] = [
    ['more given back than came in', { payments: [{ provider: 'x', captured: 1, refunded: 2 }] }, 'payment-unfit at payments.0'],
    ['a decimal among minor units', { payments: [{ provider: 'x', captured: '1.00' }] }, 'money-not-whole at payments.0.captured'],
    ['a whole card number', { payments: [{ provider: 'x', captured: 1, last4: '4242424242424242' }] }, 'digits-invalid at payments.0.last4'],
    ['a line that is not there', { shipments: [{ state: 'delivered', lines: [{ line: 'L9', quantity: 1 }] }] }, 'line-unknown at shipments.0.lines'],
    ['a state nobody knows', { shipments: [{ state: 'lost' }] }, 'status-unknown at shipments.0.state'],
  ]; // prettier-ignore
  for (const [why, changes, faults] of faulty) {
    it(`are refused for ${why}`, () =>
      expect(faultsOf(fromGeneric(genericOrder('A-1', { lines, ...changes })))).toBe(faults));
  }
});
