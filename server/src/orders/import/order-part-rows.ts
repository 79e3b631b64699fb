import type { IncomingOrder } from './incoming.rules.js';
import { partId, partKeys, paymentsOf } from './order-parts.js';
import type { OrderRows } from './order-tables.js';

/** The lines, payments and shipments of an order as rows. */
export function partRowsOf(orderId: string, order: IncomingOrder): Pick<OrderRows, 'lines' | 'payments' | 'shipments'> {
  const lineIds = partKeys(order.lines).map((key) => partId(orderId, 'line', key));
  const shipments = order.shipments ?? [];
  const shipmentKeys = partKeys(shipments);
  return {
    lines: order.lines.map((line, position) => ({
      id: lineIds[position]!,
      order_id: orderId,
      position,
      external_id: line.externalId ?? null,
      sku: line.sku ?? null,
      title: line.title,
      quantity: line.quantity,
      unit_price: line.unitPrice,
      discount: line.discount,
      tax: line.tax,
      total: line.total,
      allocations: listOf(line.allocations),
      tax_lines: listOf(line.taxLines),
      final_sale: line.finalSale ?? false,
      made_to_order: line.madeToOrder ?? false,
      assembled: line.assembled ?? false,
    })),
    payments: paymentsOf(order).map((payment, position) => ({
      id: partId(orderId, 'payment', String(position)),
      order_id: orderId,
      position,
      provider: payment.provider,
      reference: payment.reference ?? null,
      method: payment.method,
      brand: payment.brand ?? null,
      last4: payment.last4 ?? null,
      currency: order.currency,
      captured: payment.captured,
      refunded_outside: payment.refundedOutside,
    })),
    shipments: shipments.map((shipment, position) => ({
      id: partId(orderId, 'shipment', shipmentKeys[position]!),
      order_id: orderId,
      position,
      external_id: shipment.externalId ?? null,
      kind: shipment.kind,
      carrier: shipment.carrier ?? null,
      tracking: shipment.tracking ?? null,
      state: shipment.state,
      lines: listOf(
        shipment.lines.flatMap(({ position: at, quantity }) =>
          lineIds[at] ? [{ lineId: lineIds[at], quantity }] : [],
        ),
      ),
      appointment_from: shipment.appointmentFrom ?? null,
      appointment_until: shipment.appointmentUntil ?? null,
      shipped_at: shipment.shippedAt ?? null,
      delivered_at: shipment.deliveredAt ?? null,
    })),
  };
}

const listOf = (parts: readonly object[] | undefined): string => JSON.stringify(parts ?? []);
