import { hash } from 'node:crypto';
import { Refused } from '@candour/shared/errors.js';
import { HOUR } from '@candour/shared/instant.js';
import type { TicketAction } from '@candour/shared/macros.js';
import type { FileTicket } from '@candour/shared/tickets.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { requireAccess } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import type { Tx } from '../core/database/database.js';
import { ConversationUnitsService, replyScope, type Ticket } from '../conversations/conversation-units.service.js';
import { FilingService } from '../conversations/filing.service.js';
import { Moving } from '../conversations/moving.service.js';
import { PostingService, type PreparedMessage } from '../conversations/posting.service.js';
import { QueueService } from '../conversations/queue.service.js';
import { planActions, type Acting } from './actions.rules.js';

/** Actions that are ready for the unit that does them. */
export interface PreparedActions {
  readonly actor: Actor;
  readonly conversationId: string;
  readonly actions: readonly TicketAction[];
  readonly subject: Buffer;
  /** The words of replies and notes, sealed, by the place of their action. */
  readonly words: ReadonlyMap<number, PreparedMessage>;
}

/** What speaks, and what it says. */
interface Speaking {
  /** In the order of the replies among the actions. */
  readonly replies: readonly string[];
  /** The same run has the same, so that nothing is said twice. */
  readonly clientId: string;
  readonly seen?: number | undefined;
}

type Doing = { readonly tx: Tx; readonly ticket: Ticket; readonly prepared: PreparedActions };
type Deeds = {
  readonly [Do in TicketAction['do']]: (
    doing: Doing,
    action: Extract<TicketAction, { do: Do }>,
    place: number,
  ) => Promise<unknown>;
};

/** Into whose queues they move a ticket. */
export const teamsNamed = (actions: readonly TicketAction[]): string[] =>
  actions.flatMap((action) => (action.do === 'queue' && action.teamId !== null ? action.teamId : []));

export const actingOf = (actor: Actor): Acting => ({ staffId: actor.kind === 'staff' ? actor.id : null });

/** Does a ticket's actions, all of them or none, with the services that a person's clicks reach. */
@Injectable()
export class TicketActions {
  private readonly deeds: Deeds = {
    priority: (doing, { priority }) => this.file(doing, { priority }),
    topic: (doing, { topic, reason }) => this.file(doing, { topic, ...(reason === null ? {} : { reason }) }),
    tag: (doing, { tags }) => this.file(doing, { addTags: tags }),
    untag: (doing, { tags }) => this.file(doing, { removeTags: tags }),
    take: (doing) => this.take(doing),
    queue: ({ tx, ticket, prepared }, { teamId }) => {
      const fact = { code: 'released', ...said(prepared) } as const;
      return this.queue.toQueue(tx, ticket.id, { teamId: teamId ?? undefined, head: false, fact });
    },
    snooze: (doing, { hours }) => {
      const snoozedUntil = this.clock.now() + hours * HOUR;
      return this.move(doing, { status: 'snoozed', snoozedUntil }, 'snoozed', { until: snoozedUntil });
    },
    pending: (doing) => this.move(doing, { status: 'pending' }, 'awaiting'),
    reply: (doing, _, place) => this.say(doing, place),
    note: (doing, _, place) => this.say(doing, place),
    resolve: (doing) => this.move(doing, { status: 'resolved' }, 'resolved'),
  };

  constructor(
    private readonly units: ConversationUnitsService,
    private readonly filing: FilingService,
    private readonly moving: Moving,
    private readonly queue: QueueService,
    private readonly posting: PostingService,
    private readonly clock: Clock,
  ) {}

  /** Seals what will be said, before the unit. @throws Refused `not-found`, `reply-incomplete` for words that miss. */
  async prepare(
    actor: Actor,
    conversationId: string,
    actions: readonly TicketAction[],
    { replies, clientId, seen }: Speaking,
  ): Promise<PreparedActions> {
    const { subject } = await this.units.known(conversationId);
    const left = [...replies];
    const words = new Map<number, PreparedMessage>();
    for (const [place, action] of actions.entries()) {
      if (action.do !== 'reply' && action.do !== 'note') continue;
      const text = action.do === 'note' ? action.text : left.shift();
      if (text === undefined || /\{\{.*?\}\}/s.test(text)) throw new Refused('reply-incomplete');
      const kind = action.do === 'note' ? ('note' as const) : ('message' as const);
      const ask = {
        conversationId,
        clientId: `${clientId}-${place}`,
        text,
        kind,
        ...(seen === undefined ? {} : { seen }),
      };
      words.set(place, await this.posting.prepare(actor, ask));
    }
    if (left.length > 0) throw new Refused('reply-incomplete');
    return { actor, conversationId, actions, subject, words };
  }

  /**
   * Does them on the ticket as this unit reads it, and answers which changed something.
   * @throws Refused with the code of the first that is refused: then the unit must not commit.
   */
  async apply(tx: Tx, prepared: PreparedActions): Promise<{ did: TicketAction[]; head: number }> {
    const { actor, conversationId, actions } = prepared;
    let ticket = await this.read(tx.em, conversationId);
    requireAccess(actor, 'conversation.reply', 'P5', replyScope(ticket.record));
    const { steps, refused } = planActions(ticket, actions, actingOf(actor));
    if (refused) throw new Refused(refused);
    const did: TicketAction[] = [];
    for (const [place, { action, outcome }] of steps.entries()) {
      if (outcome !== 'change') continue;
      await this.deed({ tx, ticket, prepared }, action, place);
      did.push(action);
      ticket = await this.read(tx.em, conversationId);
    }
    return { did, head: ticket.record.head };
  }

  async read(em: EntityManager, id: string): Promise<Ticket> {
    const ticket = (await this.units.tickets(em, [id])).get(id);
    if (!ticket) throw new Refused('not-found');
    return ticket;
  }

  private deed(doing: Doing, action: TicketAction, place: number): Promise<unknown> {
    const deed = this.deeds[action.do] as (doing: Doing, action: TicketAction, place: number) => Promise<unknown>;
    return deed(doing, action, place);
  }

  private file({ tx, ticket, prepared }: Doing, ask: FileTicket): Promise<unknown> {
    return this.filing.fileIn(tx, prepared.actor, ticket.record, ask, prepared.subject);
  }

  private async take(doing: Doing): Promise<void> {
    const { actor } = doing.prepared;
    if (actor.kind !== 'staff') throw new Refused('not-allowed');
    requireAccess(actor, 'conversation.take', 'P5');
    const { status } = doing.ticket;
    await this.move(doing, { assigneeId: actor.id, status: status === 'queued' ? 'open' : status }, 'taken');
  }

  private move(
    { tx, ticket, prepared }: Doing,
    change: Parameters<Moving['move']>[2],
    code: 'taken' | 'snoozed' | 'awaiting' | 'resolved',
    params?: Record<string, number>,
  ): Promise<unknown> {
    const fact = { code, ...said(prepared), ...(params ? { params } : {}) };
    const name = prepared.actor.kind === 'staff' ? { assigneeName: prepared.actor.name } : {};
    return this.moving.move(tx, ticket.record, change, { fact, ...name });
  }

  private say({ tx, prepared }: Doing, place: number): Promise<unknown> {
    const message = prepared.words.get(place);
    if (!message) throw new Refused('reply-incomplete');
    return this.posting.within(tx, message);
  }
}

/** By whom and about whom a fact is. */
const said = ({ actor, subject }: PreparedActions) => ({
  subject,
  ...(actor.kind === 'staff' ? { by: { id: actor.id, name: actor.name } } : {}),
});

/** A client id that the same run always has. */
export const clientIdOf = (...parts: readonly string[]): string =>
  `auto-${hash('sha256', parts.join(' '), 'base64url').slice(0, 40)}`;
