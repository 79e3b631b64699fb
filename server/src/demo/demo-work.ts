import { DAY, HOUR } from '@candour/shared/instant.js';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../core/access/actor.js';
import { BesideService } from '../conversations/beside.service.js';
import { LoggedRequestsService } from '../requests/logged-requests.service.js';
import { VisitsService } from '../visits/visits.service.js';
import { DemoDesk } from './demo-desk.js';
import { uuidOf } from './demo-ids.js';

/** What the desk has begun for those who wait: a letter was logged, and a visit is planned. Safe to run again. */
@Injectable()
export class DemoWork {
  constructor(
    private readonly requests: LoggedRequestsService,
    private readonly visits: VisitsService,
    private readonly beside: BesideService,
    readonly desk: DemoDesk,
  ) {}

  /** The furious letter, received nine days before it is logged. */
  async logLetter(lead: StaffActor, seed: string, now: number): Promise<void> {
    const from = { name: 'Duncan Wardrobe', email: 'duncan.wardrobe@example.com' };
    const asked = { type: 'access', jurisdiction: 'uk', channel: 'letter', language: 'en' } as const;
    await this.requests.log(lead, { id: uuidOf(seed, 'letter'), ...asked, receivedAt: now - 9 * DAY, from });
  }

  /** For the cracked frame: somebody looks at it tomorrow, and whoever is free does so again in a week. */
  async planVisits(lead: StaffActor, conversationId: string, now: number): Promise<void> {
    const { matches } = await this.beside.panel(lead, conversationId);
    const [match] = matches;
    const { rows, installers } = await this.visits.of(lead, conversationId);
    if (!match || rows.length > 0) return;
    await this.beside.link(lead, conversationId, { orderId: match.order.id });
    await this.visits.plan(lead, conversationId, { at: now + 20 * HOUR, installerId: installers[0]?.id ?? null });
    await this.visits.plan(lead, conversationId, { at: now + 7 * DAY, installerId: null });
  }
}
