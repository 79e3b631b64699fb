import { Injectable } from '@nestjs/common';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { ConversationUnitsService } from '../conversations/conversation-units.service.js';
import { InboxService } from '../conversations/inbox.service.js';
import { CustomersService } from '../customers/customers.service.js';

/** What merging stands on, in one. */
@Injectable()
export class MergingSurroundings {
  constructor(
    readonly database: Database,
    readonly clock: Clock,
    readonly units: ConversationUnitsService,
    readonly inbox: InboxService,
    readonly customers: CustomersService,
  ) {}
}
