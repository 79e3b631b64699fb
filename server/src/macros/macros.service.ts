import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import {
  MACROS_MAX,
  type Macro,
  type MacroPreview,
  type Macros,
  type PlannedStep,
  type RunMacro,
  type SetMacro,
} from '@candour/shared/macros.js';
import type { ConversationRow } from '@candour/shared/conversations.js';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AuditTrail } from '../audit/audit.service.js';
import { requireAccess } from '../core/access/access.js';
import type { Actor, StaffActor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database, type Tx } from '../core/database/database.js';
import { replyScope } from '../conversations/conversation-units.service.js';
import { ConversationsService } from '../conversations/conversations.service.js';
import { QueueHooks } from '../conversations/queue-hooks.service.js';
import { InboxService } from '../conversations/inbox.service.js';
import { RepliesService } from '../replies/replies.service.js';
import { planActions } from './actions.rules.js';
import { MacroRow, SHARED } from './macro.entity.js';
import { actingOf, teamsNamed, TicketActions } from './ticket-actions.js';

/** What a macro meets when it runs, in one. */
@Injectable()
export class MacroSurroundings {
  constructor(
    readonly conversations: ConversationsService,
    readonly inbox: InboxService,
    readonly replies: RepliesService,
    readonly audit: AuditTrail,
    readonly queues: QueueHooks,
  ) {}
}

/** Several actions on a ticket as one: shown first, then done together or not at all. */
@Injectable()
export class MacrosService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly actions: TicketActions,
    private readonly around: MacroSurroundings,
  ) {}

  /** What everybody has and what is the reader's own, by name. */
  async list(actor: Actor): Promise<Macros> {
    const staff = userOf(actor);
    const rows = await this.database.read((em) =>
      em.find(MacroRow, {
        where: { owner: In([SHARED, staff.id]) },
        order: { name: 'ASC', owner: 'ASC' },
        take: 2 * MACROS_MAX,
      }),
    );
    return { rows: rows.map(shown) };
  }

  /** @throws Refused `already-exists` for a name that stands, `capacity-reached`. */
  async add(actor: Actor, { shared, ...ask }: SetMacro): Promise<Macro> {
    const owner = ownerFor(actor, shared);
    const row: MacroRow = { id: newId(this.clock.now()), owner, ...ask, changedAt: this.clock.now() };
    await this.database.write(async (tx) => {
      if ((await tx.em.countBy(MacroRow, { owner })) >= MACROS_MAX) throw new Refused('capacity-reached');
      await requireFreeName(tx, row);
      await this.around.queues.requireTeams(tx, teamsNamed(row.actions));
      await tx.em.insert(MacroRow, row);
      await this.record(tx, actor, row);
    });
    return shown(row);
  }

  /** @throws Refused `not-found`, `already-exists`. */
  async change(actor: Actor, id: string, { shared, ...ask }: SetMacro): Promise<Macro> {
    const owner = ownerFor(actor, shared);
    return this.database.write(async (tx) => {
      const before = await theirs(tx, actor, id);
      const row = { ...before, owner, ...ask, changedAt: Math.max(this.clock.now(), before.changedAt + 1) };
      await requireFreeName(tx, row);
      await this.around.queues.requireTeams(tx, teamsNamed(row.actions));
      await tx.em.update(MacroRow, { id }, row);
      await this.record(tx, actor, row);
      return shown(row);
    });
  }

  async remove(actor: Actor, id: string): Promise<void> {
    await this.database.write(async (tx) => {
      const row = await theirs(tx, actor, id);
      await tx.em.delete(MacroRow, { id });
      await this.record(tx, actor, row);
    });
  }

  /** What it would do here, with its replies filled; nothing is changed. @throws Refused `not-found`, `not-allowed`. */
  async preview(actor: Actor, id: string, conversationId: string): Promise<MacroPreview> {
    const staff = userOf(actor);
    const row = await this.usable(staff, id);
    const record = await this.around.conversations.requireReadable(staff, conversationId);
    requireAccess(staff, 'conversation.reply', 'P5', replyScope(record));
    const ticket = await this.database.read((em) => this.actions.read(em, conversationId));
    const steps: PlannedStep[] = [];
    for (const step of planActions(ticket, row.actions, actingOf(staff)).steps) {
      const { action } = step;
      if (action.do !== 'reply') steps.push(step);
      else {
        const { parts } = await this.around.replies.fill(staff, action.replyId, conversationId);
        steps.push({ ...step, parts });
      }
    }
    return { steps, changedAt: row.changedAt, head: ticket.record.head };
  }

  /**
   * Does all of it in one unit, or nothing.
   * @throws Refused `stale-reply`, `reply-incomplete`, `move-refused` where the macro was changed since the preview, and
   * what its actions refuse.
   */
  async run(actor: Actor, id: string, { conversationId, changedAt, ...said }: RunMacro): Promise<ConversationRow> {
    const staff = userOf(actor);
    const row = await this.usable(staff, id);
    if (row.changedAt !== changedAt) throw new Refused('move-refused');
    await this.around.conversations.requireReadable(staff, conversationId);
    const prepared = await this.actions.prepare(staff, conversationId, row.actions, said);
    await this.database.write(async (tx) => {
      const { did } = await this.actions.apply(tx, prepared);
      if (did.length === 0) return;
      const about = [{ type: 'conversation', id: conversationId }] as const;
      const digest = this.around.audit.digest({ macro: id, did });
      await this.around.audit.record(tx, { actor, verb: 'macro.run', about, subject: prepared.subject, digest });
    });
    return this.around.inbox.row(conversationId);
  }

  private async usable(staff: StaffActor, id: string): Promise<MacroRow> {
    const row = await this.database.read((em) => em.findOneBy(MacroRow, { id, owner: In([SHARED, staff.id]) }));
    if (!row) throw new Refused('not-found');
    return row;
  }

  /** What all may do with one click is the desk's and stands in the audit. */
  private async record(tx: Tx, actor: Actor, { id, owner, name, actions }: MacroRow): Promise<void> {
    if (owner !== SHARED) return;
    const digest = this.around.audit.digest({ id, name, actions });
    await this.around.audit.record(tx, { actor, verb: 'macros.set', about: [], digest });
  }
}

const shown = ({ id, name, topic, owner, actions, changedAt }: MacroRow): Macro => ({
  id,
  name,
  ...(topic === null ? {} : { topic }),
  shared: owner === SHARED,
  actions,
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

async function theirs(tx: Tx, actor: Actor, id: string): Promise<MacroRow> {
  const row = await tx.em.findOneBy(MacroRow, { id });
  if (!row || row.owner !== ownerFor(actor, row.owner === SHARED)) throw new Refused('not-found');
  return row;
}

async function requireFreeName(tx: Tx, { id, owner, name }: MacroRow): Promise<void> {
  const standing = await tx.em.findOneBy(MacroRow, { owner, name });
  if (standing && standing.id !== id) throw new Refused('already-exists');
}
