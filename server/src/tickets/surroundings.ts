import { Injectable } from '@nestjs/common';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { Vault } from '../core/vault/vault.js';
import { InboxService } from '../conversations/inbox.service.js';
import { AuditTrail } from '../audit/audit.service.js';

/** What the work on tickets stands on, in one. */
@Injectable()
export class TicketSurroundings {
  constructor(
    readonly database: Database,
    readonly clock: Clock,
    readonly inbox: InboxService,
    readonly audit: AuditTrail,
    readonly vault: Vault,
  ) {}
}
