import type { Import, ImportFormat } from '@candour/shared/imports.js';
import { AccessTrail } from '../audit/access-trail.service.js';
import { system, type StaffActor } from '../core/access/actor.js';
import type { OpenDatabase } from '../core/testing/engines.js';
import { customersBench, type CustomersBench } from '../customers/customers.testing.js';
import { OrderCustomers } from '../customers/order-customers.service.js';
import { PolicyService } from '../policy/policy.service.js';
import { ImportsService } from './import/imports.service.js';
import { OrderWriter } from './import/order-writer.js';
import { OrderFinder } from './order-finder.js';
import { OrdersService } from './orders.service.js';

/** A desk with orders and a way to take them in, for specs. */
export interface OrdersBench extends CustomersBench {
  readonly orders: OrdersService;
  readonly imports: ImportsService;
  /** Takes a file in, whole or in pieces of so many bytes. */
  take(file: string, format?: ImportFormat, piece?: number): Promise<Import>;
}

export const supervisor: StaffActor = {
  kind: 'staff',
  id: '0190163d-8694-739b-aea5-966c26f8ad91',
  name: 'Sam Supervisor',
  role: 'supervisor',
  skills: { topics: [], languages: [] },
  sessionId: 's',
};

export async function ordersBench(open: OpenDatabase): Promise<OrdersBench> {
  const bench = await customersBench(open);
  const { database, vault, clock, trail, customers, parts } = bench;
  clock.set(Date.UTC(2026, 4, 20, 10));
  const writer = new OrderWriter(database, vault, clock, new OrderCustomers(database, vault, clock, customers), trail);
  const policy = new PolicyService(database, clock, trail);
  await policy.onModuleInit();
  const imports = new ImportsService(database, clock, writer, trail, policy);
  const orders = new OrdersService(
    database,
    vault,
    new OrderFinder(database, customers, vault),
    customers,
    parts,
    new AccessTrail(database, clock, vault, trail),
  );
  orders.onModuleInit();
  const take: OrdersBench['take'] = (file, format = 'auto', piece = 65_536) =>
    imports.run(system('spec'), { format, name: 'file' }, inPieces(Buffer.from(file), piece));
  return { ...bench, orders, imports, take };
}

async function* inPieces(bytes: Buffer, piece: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += piece) yield await Promise.resolve(bytes.subarray(at, at + piece));
}

type Loose = Record<string, unknown>;

/** An order as Shopify's Admin REST API gives it; plainly fictional. */
export function shopifyOrder(id = 5_500_001, changes: Loose = {}): Loose {
  const set = (amount: string) => ({
    shop_money: { amount, currency_code: 'USD' },
    presentment_money: { amount, currency_code: 'USD' },
  });
  return {
    id,
    admin_graphql_api_id: `gid://shopify/Order/${id}`,
    name: `#${id - 5_499_000}`,
    order_number: id - 5_499_000,
    token: 'b1946ac92492d2347c6235b4d2611184',
    browser_ip: '192.0.2.1',
    created_at: '2026-05-02T09:30:00-04:00',
    processed_at: '2026-05-02T09:30:00-04:00',
    updated_at: '2026-05-09T16:00:00-04:00',
    cancelled_at: null,
    currency: 'USD',
    presentment_currency: 'USD',
    taxes_included: false,
    total_line_items_price: '1949.90',
    total_line_items_price_set: set('1949.90'),
    total_discounts: '50.90',
    total_discounts_set: set('50.90'),
    total_tax: '160.00',
    total_tax_set: set('160.00'),
    total_price: '2108.00',
    total_price_set: set('2108.00'),
    shipping_lines: [{ title: 'Freight', price: '49.00', price_set: set('49.00') }],
    financial_status: 'paid',
    fulfillment_status: 'fulfilled',
    fulfillments: [
      {
        created_at: '2026-05-05T08:00:00-04:00',
        updated_at: '2026-05-08T11:00:00-04:00',
        shipment_status: 'delivered',
      },
    ],
    email: 'ottoline.sofabed@example.com',
    phone: null,
    note: 'Ring twice. Card 4111 1111 1111 1111 if needed',
    customer_locale: 'en-US',
    customer: {
      first_name: 'Ottoline',
      last_name: 'Sofabed',
      email: 'ottoline.sofabed@example.com',
      phone: '+12025550143',
    },
    shipping_address: {
      name: 'Ottoline Sofabed',
      address1: '12 Cushion Lane',
      zip: '97201',
      city: 'Portland',
      province: 'Oregon',
      country: 'United States',
      country_code: 'US',
    },
    payment_details: { credit_card_number: '•••• •••• •••• 4242', credit_card_bin: '424242' },
    line_items: [
      {
        id: id * 10,
        sku: 'SOFA-3',
        title: 'Three-seat sofa',
        variant_title: 'Moss',
        quantity: 1,
        price: '1899.00',
        price_set: set('1899.00'),
        discount_allocations: [{ amount: '50.90', amount_set: set('50.90') }],
        tax_lines: [{ price: '155.00', price_set: set('155.00') }],
      },
      {
        id: id * 10 + 1,
        sku: null,
        title: 'Cushion',
        variant_title: null,
        quantity: 2,
        price: '25.45',
        price_set: set('25.45'),
        discount_allocations: [],
        tax_lines: [{ price: '5.00', price_set: set('5.00') }],
      },
    ],
    ...changes,
  };
}

/** An order as WooCommerce's REST API v3 gives it; plainly fictional. */
export function wooOrder(id = 727, changes: Loose = {}): Loose {
  return {
    id,
    number: String(id),
    status: 'completed',
    currency: 'EUR',
    date_created_gmt: '2026-03-01T10:00:00',
    date_modified_gmt: '2026-03-20T08:00:00',
    date_paid_gmt: '2026-03-01T10:01:00',
    date_completed_gmt: '2026-03-10T12:00:00',
    prices_include_tax: true,
    discount_total: '10.00',
    shipping_total: '4.90',
    total_tax: '36.08',
    total: '225.98',
    order_key: 'wc_order_58d2d042d1d',
    customer_ip_address: '192.0.2.7',
    customer_note: 'Bitte klingeln',
    billing: {
      first_name: 'Konrad',
      last_name: 'Eckbank',
      company: '',
      address_1: 'Lindenweg 3',
      address_2: '',
      postcode: '04109',
      city: 'Leipzig',
      state: '',
      country: 'DE',
      email: 'konrad.eckbank@example.com',
      phone: '030 23125 014',
    },
    shipping: { first_name: '', last_name: '', address_1: '', country: '' },
    refunds: [{ id: 1, total: '-20.00' }],
    line_items: [
      {
        id: 1,
        name: 'Eckbank',
        sku: 'BANK',
        quantity: 3,
        subtotal: '205.00',
        total: '195.00',
        total_tax: '35.15',
        price: 65,
      },
    ],
    ...changes,
  };
}

/** An order in the desk's own format; plainly fictional. */
export function genericOrder(externalId = 'A-1', changes: Loose = {}): Loose {
  return {
    moneyUnit: 'minor',
    externalId,
    number: externalId,
    placedAt: '2026-04-01T08:00:00Z',
    updatedAt: '2026-04-02T08:00:00Z',
    currency: 'GBP',
    taxesIncluded: true,
    paymentStatus: 'paid',
    fulfilmentStatus: 'unfulfilled',
    subtotal: 23900,
    total: 23900,
    country: 'GB',
    customer: { name: 'Duncan Wardrobe', email: 'duncan@example.com', phone: '020 7946 0958' },
    lines: [{ title: 'Wardrobe', quantity: 10, unitPrice: 2390 }],
    ...changes,
  };
}

/** An order as Medusa's Admin API (v2) gives it; plainly fictional. */
export function medusaOrder(changes: Loose = {}): Loose {
  return {
    id: 'order_01JT',
    display_id: 42,
    status: 'pending',
    payment_status: 'captured',
    fulfillment_status: 'shipped',
    currency_code: 'eur',
    email: 'amelie.tabouret@example.com',
    created_at: '2026-04-01T08:00:00.000Z',
    updated_at: '2026-04-03T09:00:00.000Z',
    item_subtotal: 59.97,
    shipping_total: 5.95,
    shipping_tax_total: 0.95,
    tax_total: 11.2143,
    total: 70.1843,
    shipping_address: {
      first_name: 'Amélie',
      last_name: 'Tabouret',
      address_1: '4 rue du Coussin',
      postal_code: '69002',
      city: 'Lyon',
      country_code: 'fr',
    },
    items: [
      {
        id: 'ordli_1',
        title: 'Stool',
        variant_sku: 'STOOL',
        quantity: 3,
        unit_price: 19.99,
        subtotal: 59.97,
        total: 64.2343,
        tax_total: 10.2643,
        adjustments: [{ code: 'TEN', amount: 6 }],
      },
    ],
    payment_collections: [
      {
        payments: [
          {
            provider_id: 'pp_stripe_stripe',
            amount: 70.18,
            captures: [{ amount: 70.18 }],
            refunds: [
              { amount: 5, note: 'by hand' },
              { amount: 7, note: 'candour:1' },
            ],
            data: { id: 'pi_3Test', client_secret: 'pi_3Test_secret' },
          },
        ],
      },
    ],
    fulfillments: [
      {
        id: 'ful_1',
        provider_id: 'manual_manual',
        shipped_at: '2026-04-03T09:00:00.000Z',
        labels: [{ tracking_number: 'FR-1' }],
        items: [{ line_item_id: 'ordli_1', quantity: 3 }],
      },
    ],
    ...changes,
  };
}
