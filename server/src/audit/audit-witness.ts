import { Inject, Injectable } from '@nestjs/common';
import { system, type Actor } from '../core/access/actor.js';
import type { Tx } from '../core/database/database.js';
import { Witness, type MailDeed } from '../core/witness.js';
import { AccessTrail } from './access-trail.service.js';
import { AuditTrail } from './audit.service.js';

/** Writes the audit for `core`. */
@Injectable()
export class AuditWitness extends Witness {
  constructor(
    @Inject(AuditTrail) private readonly trail: AuditTrail,
    @Inject(AccessTrail) private readonly access: AccessTrail,
  ) {
    super();
  }

  override subject(ownerId: string): Promise<Uint8Array> {
    return this.trail.subject(ownerId);
  }

  override mail(tx: Tx, verb: MailDeed, id: string, subject: Uint8Array | undefined): Promise<void> {
    return this.trail.record(tx, { actor: system('outbox'), verb, about: [{ type: 'mail', id }], subject });
  }

  override mailRead(actor: Actor, id: string): Promise<void> {
    return this.access.note({ actor, verb: 'mail.read', purpose: 'P4', about: [{ type: 'mail', id }] });
  }

  override mailsListed(actor: Actor, ids: readonly string[]): Promise<void> {
    return this.access.note({ actor, verb: 'mail.read', purpose: 'P4', rows: ids });
  }
}
