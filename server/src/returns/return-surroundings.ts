import { Refused } from '@candour/shared/errors.js';
import { Injectable } from '@nestjs/common';
import { Not, type EntityManager } from 'typeorm';
import { AccessTrail } from '../audit/access-trail.service.js';
import { AuditTrail } from '../audit/audit.service.js';
import type { Actor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database, type Tx } from '../core/database/database.js';
import { inspect, maskText } from '../core/guard/guard.rules.js';
import { Vault } from '../core/vault/vault.js';
import type { FactCode } from '@candour/shared/conversations.js';
import { ConversationUnitsService } from '../conversations/conversation-units.service.js';
import { PolicyService } from '../policy/policy.service.js';
import { ReturnedOrdersService, type ReturnedOrder } from '../orders/returned-orders.service.js';
import { ReturnLineRecord, ReturnRecord } from './return.entity.js';

/** What returns and claims stand on, in one. */
@Injectable()
export class ReturnSurroundings {
  constructor(
    readonly database: Database,
    readonly clock: Clock,
    readonly vault: Vault,
    readonly policy: PolicyService,
    readonly audit: AuditTrail,
    readonly readings: AccessTrail,
  ) {}

  /** Free words, without cards and secrets. */
  masked(text: string): string {
    return maskText(text, inspect(text).spans).text;
  }
}

/** The order behind, and the conversation beside. */
@Injectable()
export class ReturnBooks {
  constructor(
    readonly orders: ReturnedOrdersService,
    readonly units: ConversationUnitsService,
  ) {}

  /** @throws Refused `not-found`. */
  async order(em: EntityManager, orderId: string): Promise<ReturnedOrder> {
    const order = await this.orders.of(em, orderId);
    if (!order) throw new Refused('not-found');
    return order;
  }

  /** Units of the order's lines that returns hold, by line. */
  async held(em: EntityManager, orderId: string): Promise<Map<string, number>> {
    const rows = await em
      .createQueryBuilder(ReturnLineRecord, 'l')
      .innerJoin(ReturnRecord, 'r', 'r.id = l.returnId')
      .select('l.lineId', 'lineId')
      .addSelect('SUM(l.quantity)', 'units')
      .where('r.orderId = :orderId', { orderId })
      .andWhere({ reception: Not('canceled') })
      .groupBy('l.lineId')
      .getRawMany<{ lineId: string; units: number | string }>();
    return new Map(rows.map(({ lineId, units }) => [lineId, Number(units)]));
  }

  /** Who its audit is about, asked before the unit; undefined where the conversation has gone. */
  async conversation(id: string | null | undefined): Promise<{ id: string; subject: Buffer } | undefined> {
    if (!id) return undefined;
    const { subject } = await this.units.known(id);
    return { id, subject };
  }

  /** A fact on the conversation's time line, where there is one. */
  async tell(
    tx: Tx,
    conversation: { id: string; subject: Buffer } | undefined,
    code: FactCode,
    number: number,
    actor: Actor,
  ): Promise<void> {
    const record = conversation && (await this.units.row(tx, conversation.id));
    if (!record || !conversation) return;
    const by = actor.kind === 'staff' ? { by: { id: actor.id, name: actor.name } } : {};
    const { subject } = conversation;
    await this.units.fact(tx, record, { code, subject, params: { number: numberText(number) }, ...by });
  }
}

export const numberText = (number: number): string => `R-${number}`;
