import {
  TRIED_SHOWN,
  type Automation,
  type AutomationRun,
  type Automations,
  type RunsAsk,
  type SetAutomation,
  type Trial,
  type TryAutomation,
} from '@candour/shared/automations.js';
import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import { AUTOMATIONS_MAX } from '@candour/shared/macros.js';
import type { Page } from '@candour/shared/paging.js';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit.service.js';
import { requireAccess } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database, type Tx } from '../core/database/database.js';
import { ConversationUnitsService } from '../conversations/conversation-units.service.js';
import { QueueHooks } from '../conversations/queue-hooks.service.js';
import { planActions } from './actions.rules.js';
import { AutomationRow, AutomationRunRow } from './automation.entity.js';
import { holds, wouldAnswer } from './automation.rules.js';
import { AutomationsChanged } from './macros.events.js';
import { Offices } from './offices.js';
import { teamsNamed } from './ticket-actions.js';

/** The rules by which the desk does things by itself: written, tried, switched on, and what they did. */
@Injectable()
export class AutomationsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly units: ConversationUnitsService,
    private readonly offices: Offices,
    private readonly queues: QueueHooks,
  ) {}

  async list(actor: Actor): Promise<Automations> {
    requireAccess(actor, 'automation.manage', 'P5');
    return { rows: (await this.all()).map(shown) };
  }

  /** It stands last and is switched off. @throws Refused `capacity-reached`. */
  async add(actor: Actor, ask: SetAutomation): Promise<Automation> {
    requireAccess(actor, 'automation.manage', 'P5');
    const changedAt = this.clock.now();
    const id = newId(changedAt);
    return this.write(actor, id, async (tx) => {
      await this.queues.requireTeams(tx, teamsNamed(ask.actions));
      const standing = await tx.em.find(AutomationRow, { order: { place: 'DESC' }, take: AUTOMATIONS_MAX });
      if (standing.length >= AUTOMATIONS_MAX) throw new Refused('capacity-reached');
      const place = (standing[0]?.place ?? 0) + 1;
      const row: AutomationRow = { id, place, ...ask, enabled: false, version: 1, triedVersion: null, changedAt };
      await tx.em.insert(AutomationRow, row);
      return row;
    });
  }

  /** A changed one is another one: it is switched off until it was tried again. @throws Refused `not-found`. */
  async change(actor: Actor, id: string, ask: SetAutomation): Promise<Automation> {
    requireAccess(actor, 'automation.manage', 'P5');
    return this.write(actor, id, async (tx) => {
      await this.queues.requireTeams(tx, teamsNamed(ask.actions));
      const before = await one(tx, id);
      const row = { ...before, ...ask, enabled: false, version: before.version + 1, changedAt: this.clock.now() };
      await tx.em.update(AutomationRow, { id }, row);
      return row;
    });
  }

  /** @throws Refused `not-found`; `automation-untried` for one whose present version nobody has tried. */
  async enable(actor: Actor, id: string, enabled: boolean): Promise<Automation> {
    requireAccess(actor, 'automation.manage', 'P5');
    return this.write(actor, id, async (tx) => {
      const row = await one(tx, id);
      if (enabled && row.triedVersion !== row.version) throw new Refused('automation-untried');
      await tx.em.update(AutomationRow, { id }, { enabled });
      return { ...row, enabled };
    });
  }

  async remove(actor: Actor, id: string): Promise<void> {
    requireAccess(actor, 'automation.manage', 'P5');
    await this.write(actor, id, async (tx) => {
      const row = await one(tx, id);
      await tx.em.delete(AutomationRow, { id });
      return row;
    });
  }

  /** They run in this order. @throws Refused `bad-input` where the ids are not exactly those that stand. */
  async order(actor: Actor, ids: readonly string[]): Promise<Automations> {
    requireAccess(actor, 'automation.manage', 'P5');
    await this.database.write(async (tx) => {
      const standing = new Set((await tx.em.find(AutomationRow)).map(({ id }) => id));
      if (standing.size !== ids.length || new Set(ids).size !== ids.length || !ids.every((id) => standing.has(id))) {
        throw new Refused('bad-input', undefined, [{ path: 'ids', rule: 'all of them, once' }]);
      }
      for (const [i, id] of ids.entries()) await tx.em.update(AutomationRow, { id }, { place: i + 1 });
      await this.audit.record(tx, { actor, verb: 'automation.set', about: [], digest: this.audit.digest({ ids }) });
      tx.tell(new AutomationsChanged(this.clock.now()));
    });
    return this.list(actor);
  }

  /**
   * What it would do to the newest conversations as they stand now. Nothing is changed but that it counts as tried.
   * @throws Refused `not-found`.
   */
  async try(actor: Actor, id: string, { last }: TryAutomation): Promise<Trial> {
    requireAccess(actor, 'automation.manage', 'P5', { categories: ['C5'] });
    const row = await this.database.write(async (tx) => {
      const { version, ...rest } = await one(tx, id);
      await tx.em.update(AutomationRow, { id }, { triedVersion: version });
      return { ...rest, version };
    });
    const now = this.clock.now();
    const openAt = await this.offices.now();
    const tickets = await this.database.readLong((em) => this.units.newest(em, last));
    const rows: Trial['rows'] = [];
    let matched = 0;
    for (const ticket of tickets) {
      const facts = { ...ticket, officeOpen: openAt(ticket.language) };
      if (!wouldAnswer(row.trigger, facts, now) || !holds(row.conditions, facts, now)) continue;
      const { steps, changes, refused } = planActions(facts, row.actions, { staffId: null });
      if (!changes && !refused) continue;
      matched++;
      const { id: conversationId, topic, record } = ticket;
      if (rows.length < TRIED_SHOWN) rows.push({ conversationId, number: record.number, topic, steps });
    }
    return { looked: tickets.length, matched, rows };
  }

  /** What they did and were refused, newest first. @throws Refused `cursor-invalid`. */
  async runs(actor: Actor, { automationId, cursor, limit }: RunsAsk): Promise<Page<AutomationRun>> {
    requireAccess(actor, 'automation.manage', 'P5');
    const { rows, names } = await this.database.read(async (em) => {
      const query = em
        .createQueryBuilder(AutomationRunRow, 'r')
        .orderBy('r.at', 'DESC')
        .addOrderBy('r.id', 'DESC')
        .limit(limit + 1);
      if (automationId) query.andWhere('r.automationId = :automationId', { automationId });
      if (cursor !== undefined) query.andWhere('(r.at, r.id) < (:at, :after)', cursorOf(cursor));
      const standing = await em.find(AutomationRow, { select: { id: true, name: true } });
      return { rows: await query.getMany(), names: new Map(standing.map(({ id, name }) => [id, name])) };
    });
    const page = rows.slice(0, limit);
    const end = rows.length > limit ? page.at(-1) : undefined;
    return {
      rows: page.map(({ because, occasion, ...row }) => ({
        ...row,
        name: names.get(row.automationId) ?? '',
        on: occasion.split(':')[0] ?? '',
        ...(because === null ? {} : { because }),
      })),
      ...(end ? { next: `${end.at}.${end.id}` } : {}),
    };
  }

  /** Those that are switched on, in their order. */
  async enabled(): Promise<readonly AutomationRow[]> {
    return (await this.all()).filter(({ enabled }) => enabled);
  }

  private all(): Promise<AutomationRow[]> {
    return this.database.read((em) =>
      em.find(AutomationRow, { order: { place: 'ASC', id: 'ASC' }, take: AUTOMATIONS_MAX }),
    );
  }

  private async write(actor: Actor, id: string, change: (tx: Tx) => Promise<AutomationRow>): Promise<Automation> {
    const row = await this.database.write(async (tx) => {
      const changed = await change(tx);
      const { trigger, conditions, actions, enabled, version } = changed;
      const digest = this.audit.digest({ id, trigger, conditions, actions, enabled, version });
      await this.audit.record(tx, { actor, verb: 'automation.set', about: [], digest });
      tx.tell(new AutomationsChanged(this.clock.now()));
      return changed;
    });
    return shown(row);
  }
}

const shown = ({ id, name, trigger, conditions, actions, enabled, ...row }: AutomationRow): Automation => ({
  ...{ id, name, trigger, conditions, actions, enabled },
  tried: row.triedVersion === row.version,
  changedAt: row.changedAt,
});

async function one(tx: Tx, id: string): Promise<AutomationRow> {
  const row = await tx.em.findOneBy(AutomationRow, { id });
  if (!row) throw new Refused('not-found');
  return row;
}

function cursorOf(cursor: string): { at: number; after: string } {
  const match = /^(\d{1,16})\.([0-9a-f-]{36})$/.exec(cursor);
  if (!match) throw new Refused('cursor-invalid');
  return { at: Number(match[1]), after: match[2]! };
}
