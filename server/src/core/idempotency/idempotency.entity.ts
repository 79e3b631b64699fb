import { Entity, Index } from 'typeorm';
import { bytes, id, instant, json, text } from '../database/columns.js';

/** An ask that moves money and came with a key of its own: sent again it is answered, and never done, again. */
@Entity('idempotency_records')
@Index(['actor', 'key'], { unique: true })
@Index(['at'])
export class IdempotencyRecord {
  @id() id: string;
  /** Who asked, such as `staff:<id>`. */
  @text() actor: string;
  @text() key: string;
  /** Keyed digest of what was asked: the same key with other words is refused. */
  @bytes() body: Buffer;
  /** Ids of what was made, never its content. */
  @json() result: readonly string[];
  @instant() at: number;
}
