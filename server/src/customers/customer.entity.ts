import type { Language } from '@candour/shared/words.js';
import { Entity, Index } from 'typeorm';
import { blind, id, idRef, instant, json, sealed, text } from '../core/database/columns.js';
import { WithEvidence } from '../policy/evidence.js';

export const customerKinds = ['visitor', 'identified'] as const;
export type CustomerKind = (typeof customerKinds)[number];

/**
 * The person whose data it is. A visitor says who they are; an identified customer came from the shop's records.
 * Only identified ones are found by their address.
 */
@Entity('customers')
@Index(['retentionClass', 'anchorAt', 'id'])
@Index(['emailIndex'])
@Index(['phoneIndex'])
// Who was merged into one: of those that were, which are few.
@Index(['mergedInto'], { where: 'merged_into IS NOT NULL' })
export class CustomerRecord extends WithEvidence {
  @id() id: string;
  @text() kind: CustomerKind;
  @sealed({ nullable: true }) name: Buffer | null;
  @sealed({ nullable: true }) email: Buffer | null;
  @sealed({ nullable: true }) phone: Buffer | null;
  /** Key of the `contact` family; null where nothing is sealed. */
  @idRef({ nullable: true }) keyId: string | null;
  @blind({ nullable: true }) emailIndex: string | null;
  @blind({ nullable: true }) phoneIndex: string | null;
  @text() language: Language;
  @instant() createdAt: number;
  /**
   * The identified customer that this visitor turned out to be, or whom this one was merged into: then what they are
   * called here is another name and address of that one. Never one that was merged away itself.
   */
  @idRef({ nullable: true }) mergedInto: string | null;
  @instant({ nullable: true }) accountClosedAt: number | null;
}

/** Keys that belong to another after a merge, or again to the first: moved after the commit, and again after a crash. */
@Entity('key_moves')
export class KeyMove {
  @id() id: string;
  @idRef() fromOwner: string;
  @idRef() toOwner: string;
  /** `lent`: by a merge that can be undone. `back`: it was; of those keys that were made for `madeFor`. */
  @text() kind: 'given' | 'lent' | 'back';
  @json({ nullable: true }) madeFor: string[] | null;
  @instant() createdAt: number;
}
