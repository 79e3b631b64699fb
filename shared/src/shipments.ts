import * as z from 'zod';
import { Id } from './ids.js';
import { Instant } from './instant.js';

/** Parcels, goods that come by appointment, and visits of those who assemble them. */
export const ShipmentKind = z.enum(['parcel', 'freight', 'assembly']);
export type ShipmentKind = z.infer<typeof ShipmentKind>;

/** What carriers tell; the last four only of freight and visits. */
export const ShipmentState = z.enum([
  'pending',
  'info_received',
  'in_transit',
  'out_for_delivery',
  'attempt_failed',
  'available_for_pickup',
  'delivered',
  'exception',
  'expired',
  'canceled',
  'appointment_set',
  'refused',
  'delivered_with_exception',
]);
export type ShipmentState = z.infer<typeof ShipmentState>;

export const Shipment = z.object({
  id: Id,
  kind: ShipmentKind,
  carrier: z.string().optional(),
  tracking: z.string().optional(),
  state: ShipmentState,
  lines: z.array(z.object({ lineId: Id, quantity: z.int() })),
  /** The agreed window, where there is one. */
  appointmentFrom: Instant.optional(),
  appointmentUntil: Instant.optional(),
  shippedAt: Instant.optional(),
  deliveredAt: Instant.optional(),
});
export type Shipment = z.infer<typeof Shipment>;
