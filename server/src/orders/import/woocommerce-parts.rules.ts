import * as z from 'zod';
import { maskedText, present, type IncomingPayment, type IncomingShipment } from './incoming.rules.js';
import { methodOf, OWN_MARK } from './shopify-parts.rules.js';
import type { WooOrder } from './woocommerce-order.rules.js';

/** States in which nothing came in, whatever the shop noted before. */
const unpaid = new Set(['pending', 'failed', 'checkout-draft']);

/** The shop names one payment at most. That it was canceled later gives nobody their money back. */
export function wooPayments(order: WooOrder): IncomingPayment[] {
  const came = order.date_paid_gmt ?? (['processing', 'completed', 'refunded'].includes(order.status) || undefined);
  if (came === undefined || unpaid.has(order.status) || order.total <= 0) return [];
  const refunds = order.refunds ?? [];
  // What this desk had the shop note is counted where it was promised.
  const given = refunds
    .filter(({ reason }) => !reason?.includes(OWN_MARK))
    .reduce((sum, { total }) => sum + Math.abs(total), 0);
  const unsaid = order.status === 'refunded' && refunds.length === 0 ? order.total : given;
  const gateway = present(order.payment_method) ?? 'woocommerce';
  return [
    {
      provider: gateway,
      reference: present(order.transaction_id),
      method: methodOf(gateway),
      captured: order.total,
      refundedOutside: Math.min(unsaid, order.total),
    },
  ];
}

/** The shop itself knows no parcels; this is where its widespread tracking extensions note them. */
const TRACKING = '_wc_shipment_tracking_items';

const Tracked = z
  .array(
    z.object({
      tracking_id: z.string().max(100).nullish(),
      tracking_provider: z.string().max(100).nullish(),
      custom_tracking_provider: z.string().max(100).nullish(),
      tracking_number: z.string().max(100),
      /** Seconds since 1970, as a text. */
      date_shipped: z.union([z.string().regex(/^\d{1,11}$/), z.int()]).nullish(),
    }),
  )
  .max(200);

/** Nothing ever tells how such a parcel goes on: it stands as announced, and what was completed counts as sent. */
export function wooShipments(order: WooOrder): IncomingShipment[] {
  const noted = order.meta_data?.find(({ key }) => key === TRACKING)?.value;
  const parcels = Tracked.safeParse(noted).data ?? [];
  return parcels.map((parcel) => ({
    externalId: present(parcel.tracking_id),
    kind: 'parcel',
    carrier: maskedText(present(parcel.tracking_provider) ?? parcel.custom_tracking_provider),
    tracking: maskedText(parcel.tracking_number),
    state: 'info_received',
    // With one parcel all is in it; how several share the goods nobody says.
    lines:
      parcels.length === 1
        ? order.line_items.flatMap(({ quantity }, position) => (quantity > 0 ? [{ position, quantity }] : []))
        : [],
    shippedAt: parcel.date_shipped ? Number(parcel.date_shipped) * 1000 : undefined,
  }));
}
