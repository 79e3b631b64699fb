import { newId } from '@candour/shared/ids.js';
import type { ChangeState } from '@candour/shared/order-changes.js';
import type { FactCode } from '@candour/shared/conversations.js';
import { Injectable } from '@nestjs/common';
import { AuditTrail, type Verb } from '../audit/audit.service.js';
import type { Actor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database, type Tx } from '../core/database/database.js';
import { Vault } from '../core/vault/vault.js';
import type { DataKey } from '../core/vault/sealing.js';
import { ConversationUnitsService } from '../conversations/conversation-units.service.js';
import type { ChangedOrder } from '../orders/changed-orders.service.js';
import { PolicyService } from '../policy/policy.service.js';
import { Change, changeMoves, type ChangeEvent } from './changes.rules.js';
import { ChangesWait } from './connectors.events.js';
import { OrderChangeRecord } from './order-change.entity.js';

/** Who brings the news, and what they know beside it. */
export interface ChangeNews {
  readonly actor: Actor;
  /** The customer's salted digest in the audit, asked before the unit. */
  readonly subject: Buffer;
  readonly by?: { readonly id: string; readonly name: string };
  readonly also?: Partial<OrderChangeRecord>;
}

export interface NewChange {
  readonly order: Pick<ChangedOrder, 'source' | 'externalId' | 'customerId'>;
  readonly orderId: string;
  readonly change: Change;
  /** Of the customer's `order` family, asked before the unit. */
  readonly key: DataKey;
  readonly requestedBy: string;
  readonly conversationId?: string | undefined;
  readonly refundId?: string | undefined;
  /** Somebody has to do it in the shop. */
  readonly byHand: boolean;
}

const told: Readonly<Record<ChangeState, { readonly verb: Verb; readonly fact?: FactCode }>> = {
  waiting: { verb: 'order.change-asked' },
  by_hand: { verb: 'order.change-asked' },
  sent: { verb: 'order.change-sent', fact: 'order-change-sent' },
  failed: { verb: 'order.change-failed', fact: 'order-change-failed' },
  done: { verb: 'order.change-done', fact: 'order-change-done' },
};
const asked: Readonly<Record<Change['kind'], FactCode | undefined>> = {
  cancel: 'order-cancel-asked',
  'cancel-lines': 'order-cancel-asked',
  address: 'order-address-asked',
  refund: undefined,
};

/** The one way a change for a shop is written, and comes into another state: with its leaf and its fact. */
@Injectable()
export class ChangeOutbox {
  constructor(
    readonly database: Database,
    readonly clock: Clock,
    readonly vault: Vault,
    private readonly policy: PolicyService,
    private readonly trail: AuditTrail,
    private readonly units: ConversationUnitsService,
  ) {}

  /** Answers its id. */
  async queue(tx: Tx, ask: NewChange, news: ChangeNews): Promise<string> {
    const now = this.clock.now();
    const id = newId(now);
    const { order, orderId, change, key, byHand } = ask;
    const place = { table: 'order_changes', row: id, column: 'payload' };
    const row: OrderChangeRecord = {
      ...{ id, orderId, customerId: order.customerId, shop: order.source, externalId: order.externalId },
      ...{ conversationId: ask.conversationId ?? null, refundId: ask.refundId ?? null },
      ...{ kind: change.kind, state: byHand ? 'by_hand' : 'waiting' },
      payload: this.vault.seal(key, place, JSON.stringify(change)),
      keyId: key.id,
      ...{ requestedBy: ask.requestedBy, requestedAt: now, settledAt: null },
      ...{ attempts: 0, nextAt: byHand ? null : now, fault: null, claimedBy: null, claimedUntil: null },
      ...{ policyVersion: this.policy.version(), category: 'C1', source: 'provided', purpose: 'P2' },
      ...{ retentionClass: 'order-extras', anchorAt: byHand ? now : null },
    };
    await tx.em.insert(OrderChangeRecord, row);
    await this.tell(tx, row, row.state, news, asked[change.kind]);
    if (!byHand) tx.tell(new ChangesWait(orderId));
    return id;
  }

  /** Whether it came into another state; false where somebody else was quicker, and then nothing is written. */
  async move(tx: Tx, row: OrderChangeRecord, event: ChangeEvent, news: ChangeNews): Promise<boolean> {
    const state = changeMoves[row.state][event];
    if (state === undefined) return false;
    const now = this.clock.now();
    const over = state !== 'waiting';
    const { affected } = await tx.em.update(
      OrderChangeRecord,
      { id: row.id, state: row.state, ...(row.claimedBy === null ? {} : { claimedBy: row.claimedBy }) },
      {
        ...news.also,
        state,
        nextAt: over ? null : now,
        anchorAt: over ? now : null,
        settledAt: state === 'sent' || state === 'done' ? now : null,
        claimedBy: null,
        claimedUntil: null,
      },
    );
    if (affected !== 1) return false;
    await this.tell(tx, row, state, news, event === 'retry' ? undefined : told[state].fact);
    if (state === 'waiting') tx.tell(new ChangesWait(row.orderId));
    return true;
  }

  /** Undefined where its key was shredded: the person's data were erased. */
  async open(rows: readonly OrderChangeRecord[]): Promise<Map<string, Change>> {
    const keys = await this.vault.keys(rows.map(({ keyId }) => keyId));
    return new Map(
      rows.flatMap(({ id, keyId, payload }) => {
        const key = keys.get(keyId);
        if (!key) return [];
        const text = this.vault.open(key, { table: 'order_changes', row: id, column: 'payload' }, payload);
        return [[id, Change.parse(JSON.parse(text))] as const];
      }),
    );
  }

  private async tell(
    tx: Tx,
    row: OrderChangeRecord,
    state: ChangeState,
    { actor, subject, by }: ChangeNews,
    fact: FactCode | undefined,
  ): Promise<void> {
    await this.trail.record(tx, {
      actor,
      verb: told[state].verb,
      about: [
        { type: 'order', id: row.orderId },
        ...(row.refundId === null ? [] : [{ type: 'refund' as const, id: row.refundId }]),
      ],
      subject,
      digest: this.trail.digest({ change: row.id, kind: row.kind, state }),
    });
    // That a refund was told to the shop is no news for whoever reads the conversation.
    if (fact === undefined || row.conversationId === null) return;
    const conversation = await this.units.row(tx, row.conversationId);
    if (conversation) await this.units.fact(tx, conversation, { code: fact, subject, ...(by ? { by } : {}) });
  }
}
