import type { Block, BlockAsk, Manners } from '@candour/shared/blocks.js';
import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import { DAY } from '@candour/shared/instant.js';
import { warnings } from '@candour/shared/warnings.js';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { In, IsNull, LessThan, MoreThan, type EntityManager } from 'typeorm';
import { requireAccess } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { ConversationUnitsService, type ConversationRecord } from '../conversations/conversation-units.service.js';
import { ConversationsService } from '../conversations/conversations.service.js';
import { PostingService } from '../conversations/posting.service.js';
import { StartGateService, type Beginning } from '../conversations/start-gate.service.js';
import { StaffService } from '../staff/staff.service.js';
import { BlockRow } from './blocks.entity.js';
import { staffOf } from './deeds.service.js';
import { TicketSurroundings } from './surroundings.js';

/** What is over is kept so long that it can be asked about. */
const KEPT = 30 * DAY;

/** How customers are met who grow abusive: warned, and at last kept from beginning chats. No matter ends by it. */
@Injectable()
export class MannersService implements OnModuleInit {
  constructor(
    private readonly around: TicketSurroundings,
    private readonly conversations: ConversationsService,
    private readonly units: ConversationUnitsService,
    private readonly posting: PostingService,
    private readonly gate: StartGateService,
    private readonly staff: StaffService,
  ) {}

  onModuleInit(): void {
    this.gate.register((who) => this.mayBegin(who));
  }

  /** @throws Refused `not-found`, `not-allowed`. */
  async of(actor: Actor, conversationId: string): Promise<Manners> {
    const record = await this.conversations.requireReadable(actor, conversationId);
    return this.around.database.read(async (em) => {
      const block = await this.blockOf(em, record);
      return {
        warnings: await this.units.factsOf(em, conversationId, 'warned'),
        ...(block ? { block: await this.shown(block) } : {}),
      };
    });
  }

  /** A kind message in the customer's language, and a fact of it. */
  async warn(actor: Actor, conversationId: string): Promise<Manners> {
    const staff = staffOf(actor);
    const { language } = await this.conversations.requireReadable(actor, conversationId);
    const { subject } = await this.units.known(conversationId);
    const clientId = newId().replaceAll('-', '');
    await this.posting.post(actor, { conversationId, clientId, kind: 'message', text: warnings[language] });
    await this.around.database.write(async (tx) => {
      const record = await this.units.row(tx, conversationId);
      if (!record) throw new Refused('not-found');
      await this.units.fact(tx, record, { code: 'warned', subject, by: { id: staff.id, name: staff.name } });
    });
    return this.of(actor, conversationId);
  }

  /** A later one takes the place of an earlier. Dated and reasoned; the conversation itself goes on. */
  async block(actor: Actor, conversationId: string, { reason, days }: BlockAsk): Promise<Manners> {
    const staff = staffOf(actor);
    requireAccess(staff, 'customer.block', 'P5');
    const { customerId, visitorId } = await this.conversations.requireReadable(actor, conversationId);
    const { subject } = await this.units.known(conversationId);
    await this.around.database.write(async (tx) => {
      const now = this.around.clock.now();
      const before = await tx.em.findBy(BlockRow, { visitorId, liftedAt: IsNull(), until: MoreThan(now) });
      const ids = before.map(({ id }) => id);
      if (ids.length > 0) await tx.em.update(BlockRow, { id: In(ids) }, { liftedAt: now, liftedBy: staff.id });
      await tx.em.insert(BlockRow, {
        ...{ id: newId(now), conversationId, customerId, visitorId, reason, setAt: now, until: now + days * DAY },
        ...{ staffId: staff.id, liftedAt: null, liftedBy: null },
      });
      const about = [{ type: 'conversation', id: conversationId }] as const;
      await this.around.audit.record(tx, { actor, verb: 'block.set', about, subject });
    });
    return this.of(actor, conversationId);
  }

  /** @throws Refused `not-found` where nothing keeps them from it. */
  async lift(actor: Actor, conversationId: string): Promise<Manners> {
    const staff = staffOf(actor);
    requireAccess(staff, 'customer.block', 'P5');
    const record = await this.conversations.requireReadable(actor, conversationId);
    const { subject } = await this.units.known(conversationId);
    await this.around.database.write(async (tx) => {
      const block = await this.blockOf(tx.em, record);
      if (!block) throw new Refused('not-found');
      const liftedAt = this.around.clock.now();
      await tx.em.update(BlockRow, { id: block.id }, { liftedAt, liftedBy: staff.id });
      const about = [{ type: 'conversation', id: conversationId }] as const;
      await this.around.audit.record(tx, { actor, verb: 'block.lifted', about, subject });
    });
    return this.of(actor, conversationId);
  }

  @Cron('37 * * * *', { timeZone: 'UTC' })
  async forget(): Promise<void> {
    const before = this.around.clock.now() - KEPT;
    await this.around.database.write((tx) => tx.em.delete(BlockRow, { until: LessThan(before) }));
  }

  /** What somebody asks by law is heard, however they behaved (house rules, 18). */
  private async mayBegin({ topic, visitorId, customerId }: Beginning): Promise<void> {
    if (topic === 'privacy' || (visitorId === undefined && customerId === undefined)) return;
    const block = await this.around.database.read((em) => this.standing(em, visitorId, customerId));
    if (block) throw new Refused('chat-blocked', { until: block.until });
  }

  private blockOf(em: EntityManager, { visitorId, customerId }: ConversationRecord): Promise<BlockRow | undefined> {
    return this.standing(em, visitorId, customerId);
  }

  private async standing(em: EntityManager, visitorId?: string, customerId?: string): Promise<BlockRow | undefined> {
    const still = { liftedAt: IsNull(), until: MoreThan(this.around.clock.now()) };
    const where = [...(visitorId ? [{ visitorId, ...still }] : []), ...(customerId ? [{ customerId, ...still }] : [])];
    const [block] = await em.find(BlockRow, { where, order: { until: 'DESC' }, take: 1 });
    return block;
  }

  private async shown({ id, conversationId, reason, setAt, until, staffId }: BlockRow): Promise<Block> {
    return {
      id,
      conversationId,
      reason,
      from: setAt,
      until,
      by: (await this.staff.names([staffId])).get(staffId) ?? '',
    };
  }
}
