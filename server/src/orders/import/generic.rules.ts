import { FulfilmentStatus, PaymentStatus } from '@candour/shared/orders.js';
import { Language } from '@candour/shared/words.js';
import * as z from 'zod';
import {
  CountryCode,
  DateTime,
  ExternalId,
  KnownCurrency,
  minorUnits,
  Quantity,
  Title,
  Words,
} from './fields.rules.js';
import { Amount, GenericPayment, GenericShipment, shipmentsOf } from './generic-parts.rules.js';
import { faultsOf, languageOf, maskedText, present, type Fault, type Mapped } from './incoming.rules.js';

const Flag = z
  .union([z.boolean(), z.enum(['true', 'false'])], { error: 'flag-invalid' })
  .transform((flag) => String(flag) === 'true');
const Count = z
  .union(
    [
      z
        .string()
        .regex(/^\d{1,7}$/)
        .transform(Number),
      z.number(),
    ],
    { error: 'quantity-invalid' },
  )
  .pipe(Quantity);

/** An order of a shop without a format of its own: described in docs/import.md, which a spec holds against this. */
export const GenericOrder = z.strictObject({
  moneyUnit: z.enum(['minor', 'major'], { error: 'money-unit-missing' }),
  externalId: ExternalId,
  number: z.string().trim().min(1).max(100),
  placedAt: DateTime,
  updatedAt: DateTime,
  deliveredAt: DateTime.optional(),
  currency: KnownCurrency,
  taxesIncluded: Flag,
  paymentStatus: z.enum(PaymentStatus.options, { error: 'status-unknown' }),
  fulfilmentStatus: z.enum(FulfilmentStatus.options, { error: 'status-unknown' }),
  subtotal: Amount,
  discount: Amount.default(0),
  shipping: Amount.default(0),
  tax: Amount.default(0),
  total: Amount,
  country: CountryCode,
  language: Language.optional(),
  customer: z.strictObject({ name: Words(300), email: Words(254), phone: Words(60) }).default({}),
  address: Words(1000),
  note: Words(20_000),
  lines: z
    .array(
      z.strictObject({
        externalId: ExternalId.optional(),
        sku: Words(200),
        title: Title,
        quantity: Count,
        unitPrice: Amount,
        discount: Amount.default(0),
        tax: Amount.default(0),
        finalSale: Flag.default(false),
        madeToOrder: Flag.default(false),
        assembled: Flag.default(false),
      }),
    )
    .max(1000),
  payments: z.array(GenericPayment).max(100).optional(),
  shipments: z.array(GenericShipment).max(200).optional(),
});

export function fromGeneric(record: unknown): Mapped {
  const parsed = GenericOrder.safeParse(record);
  if (!parsed.success) return { faults: faultsOf(parsed.error) };
  const order = parsed.data;
  const faults: Fault[] = [];
  const minor = (amount: string | number, path: string): number => {
    const units = order.moneyUnit === 'major' ? majorUnits(amount) : wholeUnits(amount);
    if (typeof units === 'number') return units;
    faults.push({ reason: units, path });
    return 0;
  };
  const lines = order.lines.map(
    ({ externalId, sku, title, quantity, finalSale, madeToOrder, assembled, ...amounts }, i) => {
      const unitPrice = minor(amounts.unitPrice, `lines.${i}.unitPrice`);
      const discount = minor(amounts.discount, `lines.${i}.discount`);
      const tax = minor(amounts.tax, `lines.${i}.tax`);
      const total = unitPrice * quantity - discount;
      return {
        externalId,
        sku: present(sku),
        title,
        quantity,
        unitPrice,
        discount,
        tax,
        total,
        finalSale,
        madeToOrder,
        assembled,
      };
    },
  );
  const mapped = {
    source: 'generic',
    externalId: order.externalId,
    number: order.number,
    updatedAt: order.updatedAt,
    placedAt: order.placedAt,
    deliveredAt: order.deliveredAt,
    currency: order.currency,
    taxesIncluded: order.taxesIncluded,
    subtotal: minor(order.subtotal, 'subtotal'),
    discount: minor(order.discount, 'discount'),
    shipping: minor(order.shipping, 'shipping'),
    tax: minor(order.tax, 'tax'),
    total: minor(order.total, 'total'),
    paymentStatus: order.paymentStatus,
    fulfilmentStatus: order.fulfilmentStatus,
    name: present(order.customer.name),
    email: present(order.customer.email),
    phone: present(order.customer.phone),
    address: maskedText(order.address),
    note: maskedText(order.note),
    country: order.country,
    language: order.language ?? languageOf(undefined, order.country),
    lines,
    payments: order.payments?.map(({ captured, refunded, ...payment }, i) => ({
      ...payment,
      captured: minor(captured, `payments.${i}.captured`),
      refundedOutside: minor(refunded, `payments.${i}.refunded`),
    })),
    shipments: shipmentsOf(order.shipments, order.lines, faults),
  } as const;
  for (const [i, { captured, refundedOutside }] of (mapped.payments ?? []).entries()) {
    if (captured < 0 || refundedOutside < 0 || refundedOutside > captured) {
      faults.push({ reason: 'payment-unfit', path: `payments.${i}` });
    }
  }
  return faults.length > 0 ? { faults: faults.slice(0, 3) } : { order: mapped };
}

type Units = number | 'money-not-decimal' | 'money-too-precise' | 'money-too-large' | 'money-not-whole';

/** A number that is not a text may have been a float; only zero cannot have lost anything. */
const majorUnits = (amount: string | number): Units =>
  typeof amount === 'number' ? (amount === 0 ? 0 : 'money-not-decimal') : minorUnits(amount);

function wholeUnits(amount: string | number): Units {
  const text = String(amount);
  if (!/^-?\d{1,12}$/.test(text)) return 'money-not-whole';
  return Math.abs(Number(text)) > 100_000_000_000 ? 'money-too-large' : Number(text) + 0;
}
