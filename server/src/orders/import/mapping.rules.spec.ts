import { genericOrder, shopifyOrder, wooOrder } from '../orders.testing.js';
import { fromGeneric } from './generic.rules.js';
import { checked, fileNameOf, isFaulty, maskedText, type IncomingOrder, type Mapped } from './incoming.rules.js';
import { rawOf } from './raw.rules.js';
import { fromShopify } from './shopify.rules.js';
import { fromWooCommerce } from './woocommerce.rules.js';

const orderOf = (mapped: Mapped): IncomingOrder => {
  if (isFaulty(mapped)) throw new Error(JSON.stringify(mapped.faults));
  return mapped.order;
};
const faultsOf = (mapped: Mapped): string =>
  isFaulty(mapped) ? mapped.faults.map(({ reason, path }) => `${reason} at ${path}`).join(', ') : 'none';

const eur = (amount: string) => ({
  shop_money: { amount: '1.00', currency_code: 'USD' },
  presentment_money: { amount, currency_code: 'EUR' },
});

describe('an order of Shopify', () => {
  it('is taken over with its amounts, states and person', () => {
    expect(orderOf(fromShopify(shopifyOrder()))).toEqual(
      jasmine.objectContaining({
        source: 'shopify',
        externalId: '5500001',
        number: '#1001',
        placedAt: Date.UTC(2026, 4, 2, 13, 30),
        updatedAt: Date.UTC(2026, 4, 9, 20),
        deliveredAt: Date.UTC(2026, 4, 8, 15),
        currency: 'USD',
        subtotal: 194_990,
        discount: 5090,
        shipping: 4900,
        tax: 16_000,
        total: 210_800,
        paymentStatus: 'paid',
        fulfilmentStatus: 'delivered',
        name: 'Ottoline Sofabed',
        email: 'ottoline.sofabed@example.com',
        phone: '+12025550143',
        address: 'Ottoline Sofabed\n12 Cushion Lane\n97201 Portland\nOregon\nUnited States',
        country: 'US',
        language: 'en',
      } as Partial<IncomingOrder>),
    );
    expect(orderOf(fromShopify(shopifyOrder())).lines).toEqual([
      jasmine.objectContaining({
        sku: 'SOFA-3',
        title: 'Three-seat sofa, Moss',
        quantity: 1,
        total: 184_810,
        tax: 15_500,
      }),
      jasmine.objectContaining({ sku: undefined, title: 'Cushion', quantity: 2, unitPrice: 2545, total: 5090 }),
    ]);
  });

  it('counts in the currency that the customer paid', () => {
    const order = shopifyOrder(5_500_002, {
      presentment_currency: 'EUR',
      total_line_items_price_set: eur('100.00'),
      total_discounts_set: eur('10.00'),
      total_tax_set: eur('14.37'),
      total_price_set: eur('90.00'),
      shipping_lines: [],
      line_items: [{ id: 1, title: 'Lamp', quantity: 1, price: '110.00', price_set: eur('100.00') }],
    });
    const { currency, total, subtotal, lines } = orderOf(fromShopify(order));
    expect([currency, total, subtotal, lines[0]!.unitPrice]).toEqual(['EUR', 9000, 10_000, 10_000]);
  });

  const faulty: readonly (readonly [why: string, changes: object, faults: string])[] = [
    ['a third decimal', { total_price: '19.999' }, 'money-too-precise at total_price'],
    ['an amount as a number', { total_price: 19.99 }, 'money-not-decimal at total_price'],
    ['a missing amount', { total_price: undefined }, 'money-not-decimal at total_price'],
    ['an unknown currency', { currency: 'JPY', presentment_currency: 'JPY' }, 'currency-unknown at presentment_currency'],
    [
      'a foreign currency without amounts in it',
      { presentment_currency: 'EUR', total_price_set: null, total_line_items_price_set: eur('1.00'), total_discounts: '0', total_tax: '0', total_tax_set: null, total_discounts_set: null, shipping_lines: [], line_items: [] },
      'money-set-missing at total_price_set',
    ],
    ['a day that does not exist', { created_at: '2026-02-30T00:00:00Z' }, 'date-invalid at created_at'],
    ['a negative quantity', { line_items: [{ title: 'x', quantity: -1, price: '1.00' }] }, 'quantity-invalid at line_items.0.quantity'],
    ['half a piece', { line_items: [{ title: 'x', quantity: 0.5, price: '1.00' }] }, 'quantity-invalid at line_items.0.quantity'],
    ['a state nobody knows', { financial_status: 'lost' }, 'status-unknown at financial_status'],
    ['no id', { id: null }, 'id-invalid at id'],
  ]; // prettier-ignore
  for (const [why, changes, faults] of faulty) {
    it(`is refused for ${why}`, () => expect(faultsOf(fromShopify(shopifyOrder(1, changes as never)))).toBe(faults));
  }
  for (const nothing of [null, 1, 'order', [], {}]) {
    it(`is not ${JSON.stringify(nothing)}`, () => expect(isFaulty(fromShopify(nothing))).toBeTrue());
  }
});

describe('an order of WooCommerce', () => {
  it('is taken over without tax in its lines', () => {
    expect(orderOf(fromWooCommerce(wooOrder()))).toEqual(
      jasmine.objectContaining({
        source: 'woocommerce',
        externalId: '727',
        number: '727',
        currency: 'EUR',
        taxesIncluded: false,
        subtotal: 20_500,
        discount: 1000,
        shipping: 490,
        tax: 3608,
        total: 22_598,
        paymentStatus: 'partially_refunded',
        fulfilmentStatus: 'fulfilled',
        endedAt: Date.UTC(2026, 2, 10, 12),
        name: 'Konrad Eckbank',
        address: 'Konrad Eckbank\nLindenweg 3\n04109 Leipzig\nDE',
        language: 'de',
      } as Partial<IncomingOrder>),
    );
    const [line] = orderOf(fromWooCommerce(wooOrder())).lines;
    expect(line).toEqual(jasmine.objectContaining({ unitPrice: 6833, discount: 1000, total: 19_500, quantity: 3 }));
  });

  const states: readonly (readonly [status: string, completed: string | null, expected: string])[] = [
    ['pending', null, 'pending unfulfilled'],
    ['processing', null, 'paid unfulfilled'],
    ['completed', '2026-03-10T12:00:00', 'paid fulfilled'],
    ['cancelled', null, 'voided canceled'],
    ['refunded', null, 'refunded canceled'],
    ['refunded', '2026-03-10T12:00:00', 'refunded fulfilled'],
  ];
  for (const [status, completed, expected] of states) {
    it(`reads ${status}${completed ? ', once completed,' : ''} as ${expected}`, () => {
      const order = orderOf(fromWooCommerce(wooOrder(1, { status, date_completed_gmt: completed, refunds: [] })));
      expect(`${order.paymentStatus} ${order.fulfilmentStatus}`).toBe(expected);
    });
  }
  it('is refused while it is a draft, or in an unknown currency', () => {
    expect(faultsOf(fromWooCommerce(wooOrder(1, { status: 'checkout-draft' })))).toBe('status-unknown at status');
    expect(faultsOf(fromWooCommerce(wooOrder(1, { currency: 'CHF' })))).toBe('currency-unknown at currency');
  });
});

describe('a generic order', () => {
  it('is taken over in the unit it declares', () => {
    expect(orderOf(fromGeneric(genericOrder())).total).toBe(23_900);
    const major = genericOrder('A-2', {
      moneyUnit: 'major',
      subtotal: '239.00',
      total: '239.00',
      lines: [{ title: 'Wardrobe', quantity: '10', unitPrice: '23.90' }],
    });
    expect(orderOf(fromGeneric(major)).lines[0]).toEqual(jasmine.objectContaining({ total: 23_900, quantity: 10 }));
  });

  const faulty: readonly (readonly [why: string, changes: object, faults: string])[] = [
    ['no unit', { moneyUnit: undefined }, 'money-unit-missing at moneyUnit'],
    ['a decimal among minor units', { total: '239.00' }, 'money-not-whole at total'],
    ['a fraction among minor units', { total: 239.5 }, 'money-not-decimal at total'],
    ['a number among decimals', { moneyUnit: 'major', subtotal: '239.00', total: 239, lines: [] }, 'money-not-decimal at total'],
    ['a field nobody knows', { colour: 'moss' }, 'unknown-field at colour'],
    ['a key that is no field name', { 'ottoline.sofabed@example.com': 'moss' }, 'unknown-field at undefined'],
    ['an unknown currency', { currency: 'CHF' }, 'currency-unknown at currency'],
    ['quantity in words', { lines: [{ title: 'x', quantity: 'two', unitPrice: 1 }] }, 'quantity-invalid at lines.0.quantity'],
  ]; // prettier-ignore
  for (const [why, changes, faults] of faulty) {
    it(`is refused for ${why}`, () =>
      expect(faultsOf(fromGeneric(genericOrder('A-1', changes as never)))).toBe(faults));
  }
});

describe('an order of any format', () => {
  const order = orderOf(fromGeneric(genericOrder()));
  it('is refused from the future or without a line', () => {
    expect(faultsOf(checked(order, Date.UTC(2026, 2, 1)))).toBe(
      'date-in-future at placedAt, date-in-future at updatedAt',
    );
    expect(faultsOf(checked({ ...order, lines: [] }, Date.UTC(2026, 5, 1)))).toBe('lines-missing at lines');
  });
  it('keeps no card number, and of its source no token, no address of a device, no payment detail', () => {
    expect(orderOf(fromShopify(shopifyOrder())).note).toBe('Ring twice. Card •••••••••••••••1111 if needed');
    const raw = rawOf(shopifyOrder());
    for (const gone of ['4111 1111', 'b1946ac9', '192.0.2.1', '424242', '"cancelled_at"'])
      expect(raw).not.toContain(gone);
    expect(JSON.parse(raw)).toEqual(jasmine.objectContaining({ id: 5_500_001, total_price: '2108.00' }));
  });
  it('keeps no card number where a customer typed one: in a name, a telephone number, a title', () => {
    const card = '4111 1111 1111 1111';
    const dots = '•••••••••••••••1111';
    const typed = genericOrder('A-3', {
      customer: { name: `Konrad ${card}`, phone: card, email: `${card}@example.com` },
    });
    const { name, phone, email } = orderOf(checked(orderOf(fromGeneric(typed)), Date.UTC(2026, 5, 1)));
    // Two people must not be taken for one by the same dots.
    expect([name, phone, email]).toEqual([`Konrad ${dots}`, undefined, undefined]);
    const [titled] = orderOf(
      checked({ ...order, lines: [{ ...order.lines[0]!, title: `Engraved ${card}` }] }, Date.UTC(2026, 5, 1)),
    ).lines;
    expect(titled!.title).toBe(`Engraved ${dots}`);
  });
  it('keeps no card number as a number of its source, and every id', () => {
    const kept = JSON.parse(
      rawOf({
        id: 4111111111111111,
        extra: { note: 4111111111111111, long: 6200000000000000003, order_id: 4111111111111111 },
        total: 2108,
        at: 1779300000000,
      }),
    ) as unknown;
    expect(kept).toEqual({
      id: 4111111111111111,
      extra: { note: '••••••••••••1111', long: '•'.repeat(19), order_id: 4111111111111111 },
      total: 2108,
      at: 1779300000000,
    });
  });
});

describe('An order with texts that were cut in the middle of a sign', () => {
  it('is taken in with what can be kept of them', () => {
    const order = orderOf(fromGeneric(genericOrder('KW-1')));
    const lines = [{ ...order.lines[0]!, title: 'Sofa \ud83d' }];
    const taken = orderOf(checked({ ...order, number: 'KW\0-1', lines }, Date.UTC(2026, 5, 1)));
    expect([taken.number, taken.lines[0]?.title]).toEqual(['KW-1', 'Sofa \ufffd']);
    expect({ ...taken, number: '', lines: [] }).toEqual({ ...order, number: '', lines: [] });
  });
});

describe('The name of an imported file', () => {
  it('keeps nobody by their address or card', () => {
    expect(fileNameOf('orders of ottoline@example.com, 4111 1111 1111 1111.csv')).toBe(
      `orders of █████ ${maskedText('4111 1111 1111 1111')}.csv`,
    );
    expect(fileNameOf('orders-2026.csv')).toBe('orders-2026.csv');
    expect(fileNameOf(' ')).toBe('upload');
  });
});
