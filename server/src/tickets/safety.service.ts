import type { ConversationRow } from '@candour/shared/conversations.js';
import { Refused } from '@candour/shared/errors.js';
import { Injectable } from '@nestjs/common';
import { requireAccess } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { ConversationUnitsService } from '../conversations/conversation-units.service.js';
import { Moving } from '../conversations/moving.service.js';
import { staffOf } from './deeds.service.js';
import { TicketSurroundings } from './surroundings.js';

/** What may have hurt somebody is looked at by a supervisor within the hour, and ends by nobody's clock (rule 17). */
@Injectable()
export class SafetyService {
  constructor(
    private readonly around: TicketSurroundings,
    private readonly units: ConversationUnitsService,
    private readonly moving: Moving,
  ) {}

  /** The supervisor says that they have looked. Asked twice it changes nothing more. @throws Refused `not-found`. */
  async looked(actor: Actor, id: string): Promise<ConversationRow> {
    const staff = staffOf(actor);
    requireAccess(staff, 'safety.look', 'P5', { categories: ['C5'] });
    const { subject } = await this.units.known(id);
    await this.around.database.write(async (tx) => {
      const record = await this.units.row(tx, id);
      if (!record) throw new Refused('not-found');
      if (record.safetySince === null) return;
      const fact = { code: 'looked', subject, by: { id: staff.id, name: staff.name } } as const;
      await this.moving.move(tx, record, { safetySince: null }, { fact });
    });
    return this.around.inbox.row(id);
  }
}
