import { Refused } from '@candour/shared/errors.js';
import type { ConversationRow } from '@candour/shared/conversations.js';
import type { Experts, HandOver } from '@candour/shared/routing.js';
import { Injectable } from '@nestjs/common';
import { requireAccess } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Database } from '../core/database/database.js';
import { InboxService } from '../conversations/inbox.service.js';
import { QueueReader } from '../conversations/queue-reader.service.js';
import { QueueService } from '../conversations/queue.service.js';
import { StaffService } from '../staff/staff.service.js';

/** Most experts shown. */
const EXPERTS_MAX = 100;

/** Design experts take nothing from the queue: conversations are handed to them, and they see those alone. */
@Injectable()
export class ExpertsService {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffService,
    private readonly reader: QueueReader,
    private readonly queue: QueueService,
    private readonly inbox: InboxService,
  ) {}

  async list(actor: Actor): Promise<Experts> {
    requireAccess(actor, 'conversation.transfer', 'P5');
    const experts = (await this.staff.inRoles(['design_expert'], EXPERTS_MAX)).filter(
      ({ status }) => status === 'active',
    );
    const ids = experts.map(({ id }) => id);
    const loads = await this.database.read((em) => this.reader.loads(em, ids));
    return experts
      .map(({ id, name }) => ({ id, name, load: loads.get(id) ?? 0 }))
      .sort((a, b) => a.load - b.load || a.id.localeCompare(b.id));
  }

  /** @throws Refused `transfer-unfit` where there is no such expert, and as `QueueService.handOver`. */
  async handOver(actor: Actor, id: string, { staffId }: HandOver): Promise<ConversationRow> {
    if (actor.kind !== 'staff') throw new Refused('not-allowed');
    const experts = await this.list(actor);
    const to = staffId === undefined ? experts[0] : experts.find((one) => one.id === staffId);
    if (!to) throw new Refused('transfer-unfit');
    const subject = await this.queue.subjectOf(id);
    await this.database.write((tx) => this.queue.handOver(tx, actor, id, to, subject));
    return this.inbox.row(id);
  }
}
