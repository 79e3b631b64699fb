import { Refused } from '@candour/shared/errors.js';
import type { ChatOverflow, ChatQueue } from '@candour/shared/live.js';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { VisitorActor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database, type Tx } from '../core/database/database.js';
import { ChatPartsService } from '../conversations/chat-parts.service.js';
import { IdentityService } from '../conversations/identity.service.js';
import { QueueHooks } from '../conversations/queue-hooks.service.js';
import { QueueReader } from '../conversations/queue-reader.service.js';
import { QueueService, type ToQueue } from '../conversations/queue.service.js';
import { OfferRow, TeamRow } from './routing.entity.js';
import { OfferEnded } from './routing.events.js';
import { teamFor } from './routing.rules.js';
import { PUT_BACK_MS } from './tickets.rules.js';
import { Places } from './places.js';
import { Roster } from './roster.js';
import { RoutingSettings } from './settings.js';

/** What the routing works with, in one. */
@Injectable()
export class RoutingParts {
  constructor(
    readonly settings: RoutingSettings,
    readonly roster: Roster,
    readonly places: Places,
    readonly reader: QueueReader,
    readonly chat: ChatPartsService,
    readonly clock: Clock,
  ) {}
}

/** Where conversations wait, and who gets them. */
@Injectable()
export class RoutingService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly queue: QueueService,
    private readonly identity: IdentityService,
    private readonly hooks: QueueHooks,
    private readonly parts: RoutingParts,
  ) {}

  onModuleInit(): void {
    const { settings, places } = this.parts;
    this.hooks.register({
      teamFor: (topic, language) => teamFor(settings.teams, topic, language),
      taking: (tx, conversationId, staffId) => this.taking(tx, conversationId, staffId),
      givenBack: (tx, conversationId, staffId) => this.givenBack(tx, conversationId, staffId),
      isTeam: (tx, id) => tx.em.existsBy(TeamRow, { id }),
    });
    this.parts.chat.register(async ({ status, waitingSince, answerBy, ...chat }) => ({
      ...(answerBy ? { answerBy } : {}),
      ...(status === 'queued' && waitingSince !== null
        ? { queue: await places.placeOf({ ...chat, waitingSince }) }
        : {}),
    }));
  }

  /**
   * Moves a conversation into a queue, in the unit of whoever gives the reason; the routing goes on from there.
   * @throws Refused `not-found`, `conversation-closed`, `move-refused`, `team-unknown`.
   */
  async sendToQueue(tx: Tx, conversationId: string, ask: ToQueue): Promise<void> {
    await this.queue.toQueue(tx, conversationId, ask);
  }

  /**
   * The customer leaves the chat for an e-mail or a call, and keeps their place.
   * @throws Refused `not-allowed`, `not-found`, `move-refused` where nobody is waited for any more.
   */
  async overflow(visitor: VisitorActor, { conversationId, way, contact }: ChatOverflow): Promise<ChatQueue> {
    await this.identity.giveContact(visitor, conversationId, contact);
    const subject = await this.queue.subjectOf(conversationId);
    await this.database.write((tx) => this.queue.answerBy(tx, conversationId, way, subject));
    const waiter = await this.database.read((em) => this.parts.reader.waiter(em, conversationId));
    if (!waiter) throw new Refused('move-refused');
    return this.parts.places.placeOf(waiter);
  }

  /** While tickets are dealt, one that was put back goes to others first. */
  private async givenBack(tx: Tx, conversationId: string, staffId: string): Promise<void> {
    const { settings, clock } = this.parts;
    if (!settings.rules.tickets.dealt) return;
    const at = clock.now();
    await tx.em.delete(OfferRow, { conversationId, staffId });
    await tx.em.insert(OfferRow, { conversationId, staffId, state: 'passed', at, endsAt: at + PUT_BACK_MS });
  }

  /**
   * Somebody takes a conversation by hand. Whoever has said that they are available has room for so many; what was
   * held for others is let go of.
   * @throws Refused `capacity-reached` with `capacity`.
   */
  private async taking(tx: Tx, conversationId: string, staffId: string): Promise<void> {
    const { roster, clock } = this.parts;
    const [who] = await roster.these(tx.em, [staffId], clock.now());
    if (who?.presence === 'available' && who.load >= who.capacity) {
      throw new Refused('capacity-reached', { capacity: who.capacity });
    }
    for (const offer of await tx.em.findBy(OfferRow, { conversationId, state: 'held' })) {
      await tx.em.delete(OfferRow, { conversationId, staffId: offer.staffId });
      tx.tell(new OfferEnded(offer.staffId, conversationId, offer.staffId === staffId ? 'accepted' : 'taken'));
    }
  }
}
