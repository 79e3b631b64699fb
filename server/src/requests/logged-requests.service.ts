import { Refused } from '@candour/shared/errors.js';
import { LOGGED_WITHIN, type LoggedRequest, type LogRequest } from '@candour/shared/requests.js';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit.service.js';
import { requireAccess } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { PostingSurroundings } from '../conversations/posting.service.js';
import { CustomersService } from '../customers/customers.service.js';
import { guessJurisdiction } from './clock.rules.js';
import { newRequest } from './new-request.js';
import { PrivacyRequestRow } from './requests.entity.js';

/** Requests that came by letter, phone or at a counter, and are put down by whoever got them. */
@Injectable()
export class LoggedRequestsService {
  constructor(
    private readonly core: PostingSurroundings,
    private readonly customers: CustomersService,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Opens it as received when it came. Who sent it is a claim: they are a visitor until they prove who they are.
   * @throws Refused `not-allowed`; `bad-input` for a receipt in the future, or more than a year ago.
   */
  async log(actor: Actor, { id, from, jurisdiction, ...ask }: LogRequest): Promise<LoggedRequest> {
    requireAccess(actor, 'request.open', 'house', { categories: ['C1', 'C5'] });
    if (actor.kind !== 'staff') throw new Refused('not-allowed');
    const { clock, database, policy } = this.core;
    const now = clock.now();
    if (ask.receivedAt > now || ask.receivedAt < now - LOGGED_WITHIN) {
      throw new Refused('bad-input', undefined, [{ path: 'receivedAt', rule: 'within the last year' }]);
    }
    const known = await database.read((em) => em.findOneBy(PrivacyRequestRow, { id }));
    if (known) return opened(known, actor.id);
    const { language } = ask;
    const contact = { name: from.name, ...(from.email === undefined ? {} : { email: from.email }) };
    const visitor = await this.customers.prepareVisitor({ language, policyVersion: policy.version(), contact });
    const subject = await this.audit.subject(visitor.id);
    return database.write(async (tx) => {
      const before = await tx.em.findOneBy(PrivacyRequestRow, { id });
      if (before) return opened(before, actor.id);
      await this.customers.insert(tx, visitor);
      const where = jurisdiction ?? guessJurisdiction(language);
      const request = await newRequest(tx, this.core, actor, {
        ...{ id, ...ask, jurisdiction: where, customerId: visitor.id },
      });
      const digest = this.audit.digest({ type: ask.type, number: request.number, receivedAt: ask.receivedAt });
      const about = [{ type: 'request', id }] as const;
      await this.audit.record(tx, { actor, verb: 'request.opened', about, subject, digest });
      return opened(request, actor.id);
    });
  }
}

/** @throws Refused `already-exists` for an id that somebody else gave to another. */
function opened({ id, number, type, dueAt, openedBy }: PrivacyRequestRow, by: string): LoggedRequest {
  if (openedBy !== by) throw new Refused('already-exists');
  return { id, number, type, dueAt };
}
