import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import {
  OWN_MAX,
  SHARED_MAX,
  type FilledReply,
  type Replies,
  type Reply,
  type ReplyTexts,
  type SetReply,
} from '@candour/shared/replies.js';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { AuditTrail } from '../audit/audit.service.js';
import { requireAccess } from '../core/access/access.js';
import type { Actor, StaffActor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database, type Tx } from '../core/database/database.js';
import { lintMail } from '../core/mail/linter.rules.js';
import { ReplyFactsReader } from './reply-facts.js';
import { ReplyRow, SHARED } from './reply.entity.js';
import { fillReply } from './replies.rules.js';

/** Canned replies: what is said often, once and well, in each language. */
@Injectable()
export class RepliesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly facts: ReplyFactsReader,
  ) {}

  /** What everybody has and what is the reader's own, by name. */
  async list(actor: Actor): Promise<Replies> {
    const staff = userOf(actor);
    const rows = await this.database.read((em) =>
      em.find(ReplyRow, {
        where: { owner: In([SHARED, staff.id]), removedAt: IsNull() },
        order: { name: 'ASC', owner: 'ASC' },
        take: SHARED_MAX + OWN_MAX,
      }),
    );
    return { rows: rows.map(shown) };
  }

  /** @throws Refused `already-exists` for a name that stands, `capacity-reached`, `mail-refused` with the rule. */
  async add(actor: Actor, ask: SetReply): Promise<Reply> {
    const owner = ownerFor(actor, ask.shared);
    refuseUnsayable(ask.texts);
    const row: ReplyRow = { id: newId(this.clock.now()), owner, ...wordsOf(ask), changedAt: 0, removedAt: null };
    await this.database.write(async (tx) => {
      row.changedAt = this.clock.now();
      const standing = await tx.em.countBy(ReplyRow, { owner, removedAt: IsNull() });
      if (standing >= (ask.shared ? SHARED_MAX : OWN_MAX)) throw new Refused('capacity-reached');
      await requireFreeName(tx, row);
      await tx.em.insert(ReplyRow, row);
      await this.record(tx, actor, row);
    });
    return shown(row);
  }

  /** @throws Refused `not-found`, and what `add` refuses. */
  async change(actor: Actor, id: string, ask: SetReply): Promise<Reply> {
    const owner = ownerFor(actor, ask.shared);
    refuseUnsayable(ask.texts);
    return this.database.write(async (tx) => {
      const before = await theirs(tx, actor, id);
      const row = { ...before, owner, ...wordsOf(ask), changedAt: this.clock.now() };
      await requireFreeName(tx, row);
      await tx.em.update(ReplyRow, { id }, row);
      await this.record(tx, actor, row);
      return shown(row);
    });
  }

  async remove(actor: Actor, id: string): Promise<void> {
    await this.database.write(async (tx) => {
      const row = await theirs(tx, actor, id);
      if (row.owner === SHARED) await tx.em.update(ReplyRow, { id }, { removedAt: this.clock.now() });
      else await tx.em.delete(ReplyRow, { id });
      await this.record(tx, actor, row, true);
    });
  }

  /**
   * The reply for one conversation, in its language, with what its writer may see and its customer may be told.
   * @throws Refused `not-found`, `not-allowed`.
   */
  async fill(actor: Actor, id: string, conversationId: string): Promise<FilledReply> {
    const staff = userOf(actor);
    const row = await this.database.read((em) => em.findOneBy(ReplyRow, { id, removedAt: IsNull() }));
    if (!row || (row.owner !== SHARED && row.owner !== staff.id)) throw new Refused('not-found');
    const { language, facts } = await this.facts.of(staff, conversationId);
    const filled = fillReply(row.texts, language, facts);
    if (!filled) throw new Refused('not-found');
    return filled;
  }

  /** A shared reply for what the desk says by itself: in the name of whoever has the conversation, or of nobody. */
  async fillForDesk(actor: Actor, id: string, conversationId: string): Promise<FilledReply> {
    const row = await this.database.read((em) => em.findOneBy(ReplyRow, { id, owner: SHARED, removedAt: IsNull() }));
    if (!row) throw new Refused('reply-incomplete');
    const { language, facts } = await this.facts.of(actor, conversationId);
    const filled = fillReply(row.texts, language, facts);
    if (!filled) throw new Refused('reply-incomplete');
    return filled;
  }

  /** Inserts the starting set where no shared reply ever stood. */
  async begin(actor: Actor, set: readonly Omit<SetReply, 'shared'>[]): Promise<number> {
    return this.database.write(async (tx) => {
      if (await tx.em.existsBy(ReplyRow, { owner: SHARED })) return 0;
      const changedAt = this.clock.now();
      const rows = set.map((reply) => ({
        ...{ id: newId(changedAt), owner: SHARED, changedAt, removedAt: null },
        ...wordsOf(reply),
      }));
      await tx.em.insert(ReplyRow, rows);
      const digest = this.audit.digest(rows.map(({ id, name, texts }) => ({ id, name, texts })));
      await this.audit.record(tx, { actor, verb: 'replies.set', about: [], digest });
      return rows.length;
    });
  }

  /** What all may say is the desk's word and stands in the audit; a note to oneself does not. */
  private async record(tx: Tx, actor: Actor, { id, owner, name, texts }: ReplyRow, removed = false): Promise<void> {
    if (owner !== SHARED) return;
    const digest = this.audit.digest({ id, name, texts, removed });
    await this.audit.record(tx, { actor, verb: 'replies.set', about: [], digest });
  }
}

const wordsOf = ({ name, topic, texts }: Omit<SetReply, 'shared'>) => ({ name, topic, texts });

const shown = ({ id, name, topic, owner, texts, changedAt }: ReplyRow): Reply => ({
  id,
  name,
  ...(topic === null ? {} : { topic }),
  shared: owner === SHARED,
  texts,
  changedAt,
});

function userOf(actor: Actor): StaffActor {
  requireAccess(actor, 'reply.use', 'P5');
  if (actor.kind !== 'staff') throw new Refused('not-allowed');
  return actor;
}

function ownerFor(actor: Actor, shared: boolean): string {
  const staff = userOf(actor);
  if (!shared) return staff.id;
  requireAccess(actor, 'reply.manage', 'P5');
  return SHARED;
}

async function theirs(tx: Tx, actor: Actor, id: string): Promise<ReplyRow> {
  const row = await tx.em.findOneBy(ReplyRow, { id, removedAt: IsNull() });
  const owner = row && ownerFor(actor, row.owner === SHARED);
  // Another person's own is nobody else's business, and not even there.
  if (!row || row.owner !== owner) throw new Refused('not-found');
  return row;
}

async function requireFreeName(tx: Tx, { id, owner, name }: ReplyRow): Promise<void> {
  const standing = await tx.em.findOneBy(ReplyRow, { owner, name, removedAt: IsNull() });
  if (standing && standing.id !== id) throw new Refused('already-exists');
}

/** No canned reply holds a card number, or asks for a password or security code (policy R14, R16). */
function refuseUnsayable(texts: ReplyTexts): void {
  for (const text of Object.values(texts)) {
    const [rule] = lintMail('', text ?? '').filter((fault) => fault !== 'R15');
    if (rule) throw new Refused('mail-refused', { rule });
  }
}
