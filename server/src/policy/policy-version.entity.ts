import { Entity } from 'typeorm';
import { bytes, id, instant, integer, text } from '../core/database/columns.js';

/** A published version of the policy. Which rules it means stands in its pack; the digest says which content. */
@Entity('policy_versions')
export class PolicyVersionRow {
  @id() id: string;
  @integer({ unique: true }) number: number;
  /** Name of the pack that executes it. */
  @text() pack: string;
  @instant() publishedAt: number;
  @instant() effectiveAt: number;
  /** The date at the top of the page (policy R39). */
  @instant() lastUpdated: number;
  /** `superseded` is never stored: a later version in effect says so. */
  @text() status: 'draft' | 'notice' | 'effective';
  /** SHA-256 of the pack in canonical JSON. */
  @bytes() digest: Buffer;
}
