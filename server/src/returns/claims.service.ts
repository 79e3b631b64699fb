import type {
  Claim,
  ClaimAsk,
  ClaimDecision,
  Claims,
  FreightClaim,
  FreightClaimAsk,
  FreightClaims,
  FreightMove,
} from '@candour/shared/claims.js';
import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import { Injectable } from '@nestjs/common';
import { requireAccess } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { HolidayDaysService } from '../hours/holiday-days.service.js';
import { ConversationsService } from '../conversations/conversations.service.js';
import { reportBy, freightClocks } from './clocks.rules.js';
import { freightMoves, moved } from './moves.rules.js';
import { requireUnits } from './quantities.rules.js';
import { ClaimRecord, FreightClaimRecord } from './return.entity.js';
import { ReturnBooks, ReturnSurroundings } from './return-surroundings.js';

/** Claims of one order that are shown. */
const MOST = 200;

/** What is wrong with goods that need not come back, and what the carrier answers for. */
@Injectable()
export class ClaimsService {
  constructor(
    private readonly core: ReturnSurroundings,
    private readonly books: ReturnBooks,
    private readonly holidays: HolidayDaysService,
    private readonly conversations: ConversationsService,
  ) {}

  async ofOrder(actor: Actor, orderId: string): Promise<Claims> {
    requireAccess(actor, 'return.read', 'P2', { categories: ['C1'] });
    const rows = await this.core.database.read((em) =>
      em.find(ClaimRecord, { where: { orderId }, order: { createdAt: 'DESC', id: 'DESC' }, take: MOST }),
    );
    await this.core.readings.note({ actor, verb: 'return.read', purpose: 'P2', rows: rows.map(({ id }) => id) });
    return { claims: await this.claimsOf(rows) };
  }

  /** @throws Refused `not-found`, `line-unknown`, `quantity-unfit`, `key-reused`. */
  async make(actor: Actor, ask: ClaimAsk): Promise<Claim> {
    const { before, prepared } = await this.prepare(actor, ask, ClaimRecord);
    if (before) return this.claimOf(before);
    const { clientId, content, key, subject, known, now, evidence } = prepared;
    const { database, vault, audit } = this.core;
    const id = newId(now);
    const { kind, remedy, lines } = ask;
    const row = await database.write(async (tx) => {
      const again = await tx.em.findOneBy(ClaimRecord, { clientId });
      if (again) return same(again, content);
      const order = await this.books.order(tx.em, ask.orderId);
      // Goods that never came are claimed of what was ordered; all others of what is there.
      const units = order.lines.map((line) => ({
        id: line.id,
        delivered: kind === 'missing' ? line.ordered : line.delivered,
        returned: 0,
      }));
      requireUnits(units, lines);
      const made: ClaimRecord = {
        ...{ id, clientId, content, orderId: order.id, customerId: order.customerId, keyId: key.id },
        ...{ conversationId: ask.conversationId ?? null, kind, remedy, lines, state: 'open' },
        note: ask.note
          ? vault.seal(key, { table: 'claims', row: id, column: 'note' }, this.core.masked(ask.note))
          : null,
        ...{ residence: known.country ?? null, createdAt: now, decidedAt: null },
        reportBy: reportBy(kind, order.deliveredAt) ?? null,
        ...{ ...evidence, retentionClass: 'return' },
      };
      await tx.em.insert(ClaimRecord, made);
      const about = [{ type: 'order', id: order.id }] as const;
      await audit.record(tx, { actor, verb: 'claim.made', about, subject, digest: content });
      return made;
    });
    return this.claimOf(row);
  }

  /** @throws Refused `not-found`, `state-unfit`. */
  async decide(actor: Actor, id: string, { decision }: ClaimDecision): Promise<Claim> {
    requireAccess(actor, 'return.manage', 'P2', { categories: ['C1'] });
    const { database, audit, clock } = this.core;
    const known = await database.read((em) => em.findOneBy(ClaimRecord, { id }));
    if (!known) throw new Refused('not-found');
    const subject = await audit.subject(known.customerId);
    const state = ({ accept: 'accepted', reject: 'rejected', cancel: 'canceled' } as const)[decision];
    const now = clock.now();
    await database.write(async (tx) => {
      const { affected } = await tx.em.update(
        ClaimRecord,
        { id, state: 'open' },
        { state, decidedAt: now, anchorAt: now },
      );
      if (affected !== 1) throw new Refused('state-unfit');
      const about = [{ type: 'order', id: known.orderId }] as const;
      await audit.record(tx, { actor, verb: 'claim.decided', about, subject, digest: audit.digest({ id, state }) });
    });
    return this.claimOf({ ...known, state, decidedAt: now });
  }

  async freightOfOrder(actor: Actor, orderId: string): Promise<FreightClaims> {
    requireAccess(actor, 'return.read', 'P2', { categories: ['C1'] });
    const rows = await this.core.database.read((em) =>
      em.find(FreightClaimRecord, { where: { orderId }, order: { createdAt: 'DESC', id: 'DESC' }, take: MOST }),
    );
    await this.core.readings.note({ actor, verb: 'return.read', purpose: 'P2', rows: rows.map(({ id }) => id) });
    const freightClaims: FreightClaim[] = [];
    for (const row of rows) freightClaims.push(await this.freightOf(row));
    return { freightClaims };
  }

  /** @throws Refused `not-found`, `line-unknown` for a shipment of another order, `key-reused`. */
  async note(actor: Actor, ask: FreightClaimAsk): Promise<FreightClaim> {
    const { before, prepared } = await this.prepare(actor, ask, FreightClaimRecord);
    if (before) return this.freightOf(before);
    const { clientId, content, key, subject, known, now, evidence } = prepared;
    if (ask.shipmentId !== undefined && !known.shipmentIds.includes(ask.shipmentId)) throw new Refused('line-unknown');
    const { database, vault, audit } = this.core;
    const id = newId(now);
    const place = { table: 'freight_claims', row: id, column: 'receiptNote' };
    const row = await database.write(async (tx) => {
      const again = await tx.em.findOneBy(FreightClaimRecord, { clientId });
      if (again) return same(again, content);
      const made: FreightClaimRecord = {
        ...{ id, clientId, content, orderId: known.id, customerId: known.customerId, keyId: key.id },
        ...{ conversationId: ask.conversationId ?? null, shipmentId: ask.shipmentId ?? null },
        ...{ returnId: ask.returnId ?? null, state: 'noted', carrier: ask.carrier },
        ...{ proNumber: ask.proNumber ?? null, bolNumber: ask.bolNumber ?? null },
        receiptNote: ask.receiptNote ? vault.seal(key, place, this.core.masked(ask.receiptNote)) : null,
        ...{ concealed: ask.concealed, deliveredAt: ask.deliveredAt, country: known.country ?? null },
        ...{ currency: known.currency, claimed: null, paid: null, createdAt: now, settledAt: null },
        ...{ ...evidence, retentionClass: 'freight-claim' },
      };
      await tx.em.insert(FreightClaimRecord, made);
      const about = [{ type: 'order', id: known.id }] as const;
      await audit.record(tx, { actor, verb: 'freight-claim.noted', about, subject, digest: content });
      return made;
    });
    return this.freightOf(row);
  }

  /** @throws Refused `not-found`, `state-unfit`, `amount-unfit` for more than was claimed. */
  async freightMove(actor: Actor, id: string, ask: FreightMove): Promise<FreightClaim> {
    requireAccess(actor, 'return.manage', 'P2', { categories: ['C1'] });
    const { database, audit, clock } = this.core;
    const known = await database.read((em) => em.findOneBy(FreightClaimRecord, { id }));
    if (!known) throw new Refused('not-found');
    const subject = await audit.subject(known.customerId);
    const row = await database.write(async (tx) => {
      const current = await tx.em.findOneByOrFail(FreightClaimRecord, { id });
      const state = moved(freightMoves, current.state, ask.move);
      if (ask.move === 'pay' && ask.paid > (current.claimed ?? 0)) throw new Refused('amount-unfit');
      const now = clock.now();
      const ended = state === 'paid' || state === 'denied';
      const patch = {
        ...{ state, ...(ended ? { settledAt: now, anchorAt: now } : {}) },
        ...(ask.move === 'file' ? { claimed: ask.claimed } : {}),
        ...(ask.move === 'pay' ? { paid: ask.paid } : {}),
      };
      const { affected } = await tx.em.update(FreightClaimRecord, { id, state: current.state }, patch);
      if (affected !== 1) throw new Refused('state-unfit');
      const about = [{ type: 'order', id: current.orderId }] as const;
      await audit.record(tx, {
        actor,
        verb: 'freight-claim.moved',
        about,
        subject,
        digest: audit.digest({ id, ...ask }),
      });
      return { ...current, ...patch };
    });
    return this.freightOf(row);
  }

  /** What both kinds need before their unit; what the same id made before. @throws Refused `not-found`, `key-reused`. */
  private async prepare<Row extends ClaimRecord | FreightClaimRecord>(
    actor: Actor,
    ask: { clientId: string; orderId: string; conversationId?: string | undefined },
    entity: new () => Row,
  ) {
    requireAccess(actor, 'return.manage', 'P2', { categories: ['C1'] });
    if (ask.conversationId !== undefined) await this.conversations.requireReadable(actor, ask.conversationId);
    const { database, vault, audit, clock, policy } = this.core;
    const clientId = `${actor.kind === 'staff' ? actor.id : ask.orderId} ${ask.clientId}`;
    const content = audit.digest(ask);
    const { known, before } = await database.read(async (em) => ({
      known: await this.books.order(em, ask.orderId),
      before: await em.findOneBy<ClaimRecord | FreightClaimRecord>(entity, { clientId }),
    }));
    const key = await vault.keyFor(known.customerId, 'order');
    const subject = await audit.subject(known.customerId);
    const provided = { category: 'C1', source: 'provided', purpose: 'P2', anchorAt: null } as const;
    const evidence = { policyVersion: policy.version(), ...provided };
    const prepared = { clientId, content, key, subject, known, evidence, now: clock.now() };
    return { prepared, before: before ? (same(before, content) as Row) : undefined };
  }

  private async claimsOf(rows: readonly ClaimRecord[]): Promise<Claim[]> {
    const keys = await this.core.vault.keys(rows.map(({ keyId }) => keyId));
    return rows.map((row) => {
      const key = keys.get(row.keyId);
      const { id, orderId, kind, remedy, state, createdAt } = row;
      const place = { table: 'claims', row: id, column: 'note' };
      return {
        ...{ id, orderId, kind, remedy, state, createdAt, lines: [...row.lines] },
        late: row.reportBy !== null && createdAt > row.reportBy,
        ...(row.reportBy === null ? {} : { reportBy: row.reportBy }),
        ...(row.decidedAt === null ? {} : { decidedAt: row.decidedAt }),
        ...(row.conversationId === null ? {} : { conversationId: row.conversationId }),
        ...(key && row.note ? { note: this.core.vault.open(key, place, row.note) } : {}),
      };
    });
  }

  private async claimOf(row: ClaimRecord): Promise<Claim> {
    const [claim] = await this.claimsOf([row]);
    if (!claim) throw new Refused('not-found');
    return claim;
  }

  private async freightOf(row: FreightClaimRecord): Promise<FreightClaim> {
    const { id, orderId, state, carrier, concealed, deliveredAt, createdAt, currency } = row;
    const holiday = await this.holidays.in(row.country ?? undefined);
    const key = (await this.core.vault.keys([row.keyId])).get(row.keyId);
    const place = { table: 'freight_claims', row: id, column: 'receiptNote' };
    const deniedAt = state === 'denied' ? row.settledAt : null;
    const facts = { country: row.country ?? undefined, concealed, deliveredAt, deniedAt };
    const refs = { shipmentId: row.shipmentId, returnId: row.returnId, conversationId: row.conversationId };
    const given = { ...refs, proNumber: row.proNumber, bolNumber: row.bolNumber, settledAt: row.settledAt };
    return {
      ...{ id, orderId, state, carrier, concealed, deliveredAt, createdAt },
      ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)),
      clocks: freightClocks(facts, holiday),
      ...(row.claimed === null ? {} : { claimed: { amount: row.claimed, currency } }),
      ...(row.paid === null ? {} : { paid: { amount: row.paid, currency } }),
      ...(key && row.receiptNote ? { receiptNote: this.core.vault.open(key, place, row.receiptNote) } : {}),
    };
  }
}

/** @throws Refused `key-reused` where the id was used for something else. */
function same<Row extends { content: Buffer }>(row: Row, content: Buffer): Row {
  if (!row.content.equals(content)) throw new Refused('key-reused');
  return row;
}
