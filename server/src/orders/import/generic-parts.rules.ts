import { PaymentMethod } from '@candour/shared/payments.js';
import { ShipmentKind, ShipmentState } from '@candour/shared/shipments.js';
import * as z from 'zod';
import { DateTime, ExternalId, Quantity } from './fields.rules.js';
import { maskedText, type Fault, type IncomingShipment } from './incoming.rules.js';

/** Whole minor units as a number or text, or a decimal text; which one, `moneyUnit` says. */
export const Amount = z.union([z.int(), z.string().max(20)], { error: 'money-not-decimal' });

/** One payment of a generic order. */
export const GenericPayment = z.strictObject({
  provider: z.string().trim().min(1).max(100),
  /** The provider's own id of it: with it a refund finds its way back. */
  reference: z.string().trim().min(1).max(200).optional(),
  method: z.enum(PaymentMethod.options, { error: 'method-unknown' }).default('other'),
  brand: z.string().trim().max(40).optional(),
  last4: z
    .string()
    .regex(/^\d{4}$/, { error: 'digits-invalid' })
    .optional(),
  captured: Amount,
  refunded: Amount.default(0),
});

/** What is under way; its lines name the order's lines by their `externalId`. */
export const GenericShipment = z.strictObject({
  externalId: ExternalId.optional(),
  kind: z.enum(ShipmentKind.options, { error: 'kind-unknown' }).default('parcel'),
  carrier: z.string().max(100).optional(),
  tracking: z.string().max(100).optional(),
  state: z.enum(ShipmentState.options, { error: 'status-unknown' }),
  lines: z
    .array(z.strictObject({ line: ExternalId, quantity: Quantity }))
    .max(1000)
    .default([]),
  appointmentFrom: DateTime.optional(),
  appointmentUntil: DateTime.optional(),
  shippedAt: DateTime.optional(),
  deliveredAt: DateTime.optional(),
});

export function shipmentsOf(
  shipments: readonly z.infer<typeof GenericShipment>[] | undefined,
  lines: readonly { readonly externalId?: string | undefined }[],
  faults: Fault[],
): IncomingShipment[] | undefined {
  const positions = new Map(lines.flatMap(({ externalId }, i) => (externalId ? [[externalId, i] as const] : [])));
  return shipments?.map(({ carrier, tracking, lines: sent, ...shipment }, i) => ({
    ...shipment,
    carrier: maskedText(carrier),
    tracking: maskedText(tracking),
    lines: sent.flatMap(({ line, quantity }) => {
      const position = positions.get(line);
      if (position === undefined) faults.push({ reason: 'line-unknown', path: `shipments.${i}.lines` });
      return position === undefined || quantity === 0 ? [] : [{ position, quantity }];
    }),
  }));
}
