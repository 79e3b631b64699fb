import { Refused } from '@candour/shared/errors.js';
import {
  LINKS_MOST,
  type FindLink,
  type FoundLink,
  type LinkRecord,
  type TicketLink,
  type TicketLinks,
} from '@candour/shared/ticket-links.js';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { requireAccess } from '../core/access/access.js';
import type { Actor, StaffActor } from '../core/access/actor.js';
import type { Tx } from '../core/database/database.js';
import {
  ConversationUnitsService,
  type ConversationRecord,
  replyScope,
} from '../conversations/conversation-units.service.js';
import { ConversationsService } from '../conversations/conversations.service.js';
import { OrdersService } from '../orders/orders.service.js';
import { LinkKindsService } from './link-kinds.service.js';
import { TicketLinkRow } from './links.entity.js';
import { staffOf } from './deeds.service.js';
import { TicketSurroundings } from './surroundings.js';

/**
 * What a ticket is linked to. Its order is the conversation's own, for the period of keeping follows from it (policy
 * R35); everything else is a link by kind and id.
 */
@Injectable()
export class LinksService implements OnModuleInit {
  constructor(
    private readonly around: TicketSurroundings,
    private readonly conversations: ConversationsService,
    private readonly units: ConversationUnitsService,
    private readonly orders: OrdersService,
    private readonly kinds: LinkKindsService,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      kind: 'conversation',
      labels: (ids) => this.around.inbox.numbers(ids),
      numbered: (number) => this.around.inbox.numbered(number),
      requireReadable: (actor, id) => this.conversations.requireReadable(actor, id),
    });
  }

  /** @throws Refused `not-found`, `not-allowed`. */
  async of(actor: Actor, conversationId: string): Promise<TicketLinks> {
    const { orderId, followsId } = await this.conversations.requireReadable(actor, conversationId);
    const rows = await this.around.database.read((em) =>
      em.find(TicketLinkRow, { where: { conversationId }, order: { linkedAt: 'ASC' }, take: LINKS_MOST }),
    );
    const links: TicketLink[] = [];
    const order = orderId === null ? undefined : (await this.orders.summaries([orderId])).get(orderId);
    if (order) links.push({ kind: 'order', targetId: order.id, label: order.number, fixed: true });
    const follows = followsId === null ? undefined : (await this.around.inbox.numbers([followsId])).get(followsId);
    if (followsId !== null && follows) {
      links.push({ kind: 'conversation', targetId: followsId, label: follows, fixed: true });
    }
    return { links: [...links, ...(await this.labelled(rows))], kinds: this.kinds.kinds };
  }

  /**
   * What people call so.
   * @throws Refused `not-found`, also for what the actor may not read; `kind-unknown`.
   */
  async find(actor: Actor, { kind, label }: FindLink): Promise<FoundLink> {
    const source = this.kinds.of(kind);
    if (!source) throw new Refused('kind-unknown');
    const number = /^#?(\d{1,9})$/.exec(label)?.[1];
    const targetId = number === undefined ? undefined : await source.numbered(Number(number));
    if (targetId === undefined) throw new Refused('not-found');
    await source.requireReadable?.(actor, targetId).catch((error: unknown) => {
      if (error instanceof Refused && error.code === 'not-allowed') throw new Refused('not-found');
      throw error;
    });
    const found = (await source.labels([targetId])).get(targetId);
    if (found === undefined) throw new Refused('not-found');
    return { kind, targetId, label: found };
  }

  /** @throws Refused `not-found`, `not-allowed`, `conversation-closed`, `kind-unknown`, `too-many-links`. */
  async link(actor: Actor, conversationId: string, { kind, targetId }: LinkRecord): Promise<TicketLinks> {
    const staff = staffOf(actor);
    const source = this.kinds.of(kind);
    if (!source) throw new Refused('kind-unknown');
    await source.requireReadable?.(actor, targetId);
    if (targetId === conversationId || !(await source.labels([targetId])).has(targetId)) throw new Refused('not-found');
    await this.change(staff, conversationId, 'linked', async (tx) => {
      if (await tx.em.existsBy(TicketLinkRow, { conversationId, kind, targetId })) return false;
      if ((await tx.em.countBy(TicketLinkRow, { conversationId })) >= LINKS_MOST) {
        throw new Refused('too-many-links', { most: LINKS_MOST });
      }
      const linkedAt = this.around.clock.now();
      await tx.em.insert(TicketLinkRow, { conversationId, kind, targetId, linkedAt, staffId: staff.id });
      return true;
    });
    return this.of(actor, conversationId);
  }

  async unlink(actor: Actor, conversationId: string, { kind, targetId }: LinkRecord): Promise<TicketLinks> {
    await this.change(staffOf(actor), conversationId, 'unlinked', async (tx) => {
      const { affected } = await tx.em.delete(TicketLinkRow, { conversationId, kind, targetId });
      return affected !== 0;
    });
    return this.of(actor, conversationId);
  }

  private async change(
    staff: StaffActor,
    id: string,
    code: 'linked' | 'unlinked',
    work: (tx: Tx, record: ConversationRecord) => Promise<boolean>,
  ): Promise<void> {
    const { subject } = await this.units.known(id);
    await this.around.database.write(async (tx) => {
      const record = await this.units.row(tx, id);
      if (!record) throw new Refused('not-found');
      requireAccess(staff, 'conversation.reply', 'P5', replyScope(record));
      if (record.status === 'closed') throw new Refused('conversation-closed');
      const by = { id: staff.id, name: staff.name };
      if (await work(tx, record)) await this.units.fact(tx, record, { code, subject, by });
    });
  }

  /** Those of which nothing is left are not shown. */
  private async labelled(rows: readonly TicketLinkRow[]): Promise<TicketLink[]> {
    const labels = new Map<string, ReadonlyMap<string, string>>();
    for (const kind of new Set(rows.map((row) => row.kind))) {
      const ids = rows.flatMap((row) => (row.kind === kind ? row.targetId : []));
      labels.set(kind, (await this.kinds.of(kind)?.labels(ids)) ?? new Map());
    }
    return rows.flatMap(({ kind, targetId, linkedAt }) => {
      const label = labels.get(kind)?.get(targetId);
      return label === undefined ? [] : [{ kind, targetId, label, linkedAt, fixed: false }];
    });
  }
}
