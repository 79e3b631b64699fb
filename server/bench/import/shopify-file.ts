import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Random } from '../corpus/random.js';
import { shopPerson } from '../corpus/shop-people.js';

const goods = [
  ['SOF-3S', 'Sofa bed "Marlow", three seats', 1899],
  ['TBL-120', 'Table "Stube", 120 cm, oak', 349],
  ['CHR-OAK', 'Chair "Alder", oak', 89.5],
  ['LMP-FLR', 'Floor lamp "Heron"', 129.9],
  ['RUG-200', 'Rug "Moss", 200 x 300', 239],
  ['MAT-140', 'Mattress "Cloud", 140 x 200', 599],
] as const;

/** Orders as Shopify's Admin REST API gives them, the same in every run. One in four people ordered before. */
export function shopifyOrders(count: number, file: string): Promise<void> {
  return pipeline(texts(count), createWriteStream(file));
}

function* texts(count: number): Generator<string> {
  yield '{"orders":[';
  for (let i = 0; i < count; i++) yield `${i === 0 ? '' : ','}\n${JSON.stringify(orderOf(i))}`;
  yield '\n]}\n';
}

function orderOf(i: number): object {
  const random = new Random(i + 1);
  const person = shopPerson(Math.floor(i * 0.75) - (random.chance(0.2) ? random.below(Math.min(i, 1000) + 1) : 0));
  const set = (amount: number) => {
    const money = { amount: amount.toFixed(2), currency_code: 'EUR' };
    return { shop_money: money, presentment_money: money };
  };
  const placed = Date.UTC(2025, 0, 1) + i * 290_000;
  const at = (days: number): string => new Date(placed + days * 86_400_000).toISOString();
  const off = random.chance(0.3) ? 0.1 : 0;
  const lines = Array.from({ length: 1 + random.below(3) }, (_, position) => {
    const [sku, title, price] = random.of(goods);
    const quantity = 1 + random.below(3);
    const cut = Math.round(price * quantity * off * 100) / 100;
    const tax = Math.round(((price * quantity - cut) * 19 * 100) / 119) / 100;
    return {
      ...{ id: 9_000_000 + i * 10 + position, sku, title, quantity, price: price.toFixed(2), price_set: set(price) },
      discount_allocations: cut
        ? [{ amount: cut.toFixed(2), amount_set: set(cut), discount_application_index: 0 }]
        : [],
      tax_lines: [{ title: 'VAT', rate: 0.19, price: tax.toFixed(2), price_set: set(tax) }],
      ...{
        requires_shipping: true,
        taxable: true,
        fulfillment_status: 'fulfilled',
        gift_card: false,
        vendor: 'Kwoking',
      },
      cut,
      tax,
    };
  });
  const sum = (of: (line: (typeof lines)[number]) => number): number =>
    Math.round(lines.reduce((all, line) => all + of(line), 0) * 100) / 100;
  const [gross, discount, tax] = [
    sum((line) => Number(line.price) * line.quantity),
    sum(({ cut }) => cut),
    sum((line) => line.tax),
  ];
  const total = Math.round((gross - discount + 49) * 100) / 100;
  const name = `${person.first} ${person.last}`;
  const address = {
    ...{ name, first_name: person.first, last_name: person.last, address1: `${1 + (i % 90)} Lindenweg` },
    ...{ zip: '04109', city: 'Leipzig', province: 'Sachsen', country: 'Germany', country_code: 'DE', phone: null },
  };
  return {
    ...{ id: 5_000_000 + i, admin_graphql_api_id: `gid://shopify/Order/${5_000_000 + i}`, name: `#${1000 + i}` },
    ...{ order_number: 1000 + i, token: 'b1946ac92492d2347c6235b4d2611184', browser_ip: '192.0.2.1' },
    ...{ created_at: at(0), processed_at: at(0), updated_at: at(6), cancelled_at: null },
    ...{ currency: 'EUR', presentment_currency: 'EUR', taxes_included: true, confirmed: true, tags: '' },
    ...{ total_line_items_price: gross.toFixed(2), total_line_items_price_set: set(gross) },
    ...{ total_discounts: discount.toFixed(2), total_discounts_set: set(discount) },
    ...{ total_tax: tax.toFixed(2), total_tax_set: set(tax) },
    ...{ total_price: total.toFixed(2), total_price_set: set(total) },
    discount_codes: off ? [{ code: 'SPRING10', amount: discount.toFixed(2), type: 'percentage' }] : [],
    shipping_lines: [{ id: 8_000_000 + i, title: 'Freight', price: '49.00', price_set: set(49) }],
    ...{ financial_status: 'paid', fulfillment_status: 'fulfilled', payment_gateway_names: ['shopify_payments'] },
    fulfillments: [
      {
        ...{ id: 7_000_000 + i, created_at: at(2), updated_at: at(5), shipment_status: 'delivered', status: 'success' },
        ...{ tracking_company: 'DHL', tracking_number: `JD${100_000_000 + i}` },
        line_items: lines.map(({ id, quantity }) => ({ id, quantity })),
      },
    ],
    ...{ email: person.email, phone: null, note: i % 7 === 0 ? 'Ring twice, third floor.' : null },
    customer_locale: 'de-DE',
    customer: { first_name: person.first, last_name: person.last, email: person.email, phone: person.phone },
    ...{ shipping_address: address, billing_address: address },
    line_items: lines.map(({ cut: _cut, tax: _tax, ...line }) => line),
  };
}
