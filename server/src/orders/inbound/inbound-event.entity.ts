import { Entity, Index } from 'typeorm';
import { bytes, id, instant, text } from '../../core/database/columns.js';

/** Something that a shop or a payment provider told us, once: they send again what they are not sure of. */
@Entity('inbound_events')
@Index(['source', 'eventId'], { unique: true })
@Index(['at'])
export class InboundEvent {
  @id() id: string;
  /** Such as `shopify` or `stripe`. */
  @text() source: string;
  /** The sender's own id of it. */
  @text() eventId: string;
  @bytes() body: Buffer;
  @instant() at: number;
}
