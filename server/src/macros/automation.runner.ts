import type { TriggerOn } from '@candour/shared/automations.js';
import { Refused, type RefusalCode } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import { DAY } from '@candour/shared/instant.js';
import type { TicketAction } from '@candour/shared/macros.js';
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { AuditTrail } from '../audit/audit.service.js';
import { system } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database, type Tx } from '../core/database/database.js';
import type { Ticket } from '../conversations/conversation-units.service.js';
import { RepliesService } from '../replies/replies.service.js';
import { planActions } from './actions.rules.js';
import { AutomationRunRow, type AutomationRow } from './automation.entity.js';
import { answers, holds, lasted, type Happening } from './automation.rules.js';
import { Offices } from './offices.js';
import { clientIdOf, TicketActions } from './ticket-actions.js';

/** Done to one conversation by automations in a day, at most: whatever goes round ends there. */
const DAILY = 20;
const actor = system('automations');

/** What ran: head of the conversation afterwards, so that nothing answers to it. */
export type Ran = { readonly head: number } | undefined;

/** Runs one automation on one conversation: its actions, its line in the log and its leaf are one unit, or nothing is. */
@Injectable()
export class AutomationRunner {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly actions: TicketActions,
    private readonly replies: RepliesService,
    private readonly offices: Offices,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Safe to run twice: one occasion is one line of the log.
   * @param mine told the head that the conversation will have, before anybody else hears of it
   */
  async run(row: AutomationRow, ticket: Ticket, happened: Happening, mine: (head: number) => void): Promise<Ran> {
    const open = await this.offices.now();
    try {
      const replies = await this.replyTexts(row.actions, ticket);
      const clientId = clientIdOf(row.id, ticket.id, happened.occasion);
      const prepared = await this.actions.prepare(actor, ticket.id, row.actions, { replies, clientId });
      return await this.database.write(async (tx) => {
        const now = await this.fresh(tx, row, ticket.id, happened, open);
        if (!now) return undefined;
        const { did, head } = await this.actions.apply(tx, prepared);
        if (did.length === 0) return undefined;
        mine(head);
        await this.note(tx, row, now, happened, { did });
        const about = [{ type: 'conversation', id: ticket.id }] as const;
        const digest = this.audit.digest({ automation: row.id, version: row.version, did });
        await this.audit.record(tx, { actor, verb: 'automation.ran', about, subject: prepared.subject, digest });
        return { head };
      });
    } catch (error) {
      if (!(error instanceof Refused) || error.code === 'not-found') throw error;
      const { code } = error;
      await this.database.write(async (tx) => {
        if (await this.fresh(tx, row, ticket.id, happened, open)) {
          await this.note(tx, row, ticket, happened, { because: code });
        }
      });
      return undefined;
    }
  }

  /** Of a trigger by time, whose occasion was not noted yet. */
  due(row: AutomationRow, ticket: Ticket, officeOpen: boolean): Happening | undefined {
    const now = this.clock.now();
    const facts = { ...ticket, officeOpen };
    const happened = lasted(row.trigger, facts, now);
    return happened && holds(row.conditions, facts, now) ? happened : undefined;
  }

  /** Whether an automation has anything to do here, by what was read outside the unit. */
  matches(row: AutomationRow, ticket: Ticket, happened: Happening, officeOpen: boolean): boolean {
    const facts = { ...ticket, officeOpen };
    if (!answers(row.trigger, happened) || !holds(row.conditions, facts, this.clock.now())) return false;
    const { changes, refused } = planActions(facts, row.actions, { staffId: null });
    return changes || refused !== undefined;
  }

  /** The conversation as the unit reads it, where the automation still has something to do there. */
  private async fresh(
    tx: Tx,
    row: AutomationRow,
    id: string,
    { occasion }: Happening,
    open: (language: Ticket['language']) => boolean,
  ): Promise<Ticket | undefined> {
    const known = { automationId: row.id, conversationId: id, occasion };
    if (await tx.em.existsBy(AutomationRunRow, known)) return undefined;
    const since = this.clock.now() - DAY;
    const lately = await tx.em.countBy(AutomationRunRow, { conversationId: id, at: MoreThan(since) });
    if (lately >= DAILY) return undefined;
    const ticket = await this.actions.read(tx.em, id);
    const facts = { ...ticket, officeOpen: open(ticket.language) };
    return holds(row.conditions, facts, this.clock.now()) ? ticket : undefined;
  }

  private async replyTexts(actions: readonly TicketAction[], ticket: Ticket): Promise<string[]> {
    const texts: string[] = [];
    for (const action of actions) {
      if (action.do !== 'reply') continue;
      const { parts } = await this.replies.fillForDesk(actor, action.replyId, ticket.id);
      if (parts.some((part) => 'gap' in part)) throw new Refused('reply-incomplete');
      texts.push(parts.map((part) => ('text' in part ? part.text : '')).join(''));
    }
    return texts;
  }

  private async note(
    tx: Tx,
    row: AutomationRow,
    { id: conversationId, record }: Ticket,
    { occasion }: Happening,
    { did = [], because }: { readonly did?: TicketAction[]; readonly because?: RefusalCode },
  ): Promise<void> {
    const at = this.clock.now();
    await tx.em.insert(AutomationRunRow, {
      ...{ id: newId(at), automationId: row.id, version: row.version, conversationId, number: record.number },
      ...{ occasion, at, outcome: because ? 'refused' : 'done', because: because ?? null, did },
    });
  }
}

/** Triggers that time alone brings about. */
export const timed: ReadonlySet<TriggerOn> = new Set<TriggerOn>(['waiting', 'silent']);
