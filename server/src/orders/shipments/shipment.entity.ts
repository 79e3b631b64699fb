import type { ShipmentKind, ShipmentState } from '@candour/shared/shipments.js';
import { Entity, Index } from 'typeorm';
import { id, idRef, instant, integer, json, text } from '../../core/database/columns.js';

/** What is under way of an order, or was; goes with the order. */
@Entity('shipments')
@Index(['orderId', 'position'], { unique: true })
@Index(['tracking'])
export class ShipmentRecord {
  @id() id: string;
  @idRef() orderId: string;
  @integer() position: number;
  /** The shop's own id of it. */
  @text({ nullable: true }) externalId: string | null;
  @text() kind: ShipmentKind;
  @text({ nullable: true }) carrier: string | null;
  @text({ nullable: true }) tracking: string | null;
  @text() state: ShipmentState;
  /** How many units of which lines. */
  @json() lines: readonly { lineId: string; quantity: number }[];
  @instant({ nullable: true }) appointmentFrom: number | null;
  @instant({ nullable: true }) appointmentUntil: number | null;
  @instant({ nullable: true }) shippedAt: number | null;
  @instant({ nullable: true }) deliveredAt: number | null;
}
