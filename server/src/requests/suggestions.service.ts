import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import type { DismissSuggestion, MarkRequest, OpenRequest, Suggestion, Suggestions } from '@candour/shared/requests.js';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit.service.js';
import { requireAccess } from '../core/access/access.js';
import type { Actor, StaffActor } from '../core/access/actor.js';
import type { Tx } from '../core/database/database.js';
import { ConversationsService } from '../conversations/conversations.service.js';
import { ConversationUnitsService, type ConversationRecord } from '../conversations/conversation-units.service.js';
import { FilingService } from '../conversations/filing.service.js';
import { PostingSurroundings } from '../conversations/posting.service.js';
import { clockOf, guessJurisdiction } from './clock.rules.js';
import { SuggestionsChanged } from './requests.events.js';
import { PrivacyRequestRow, RequestSuggestionRow } from './requests.entity.js';
import { newRequest } from './new-request.js';

/** Instead of a rule: a person marked the message. */
const BY_HAND = 'by-hand';
/** Suggestions shown beside a conversation: the newest. */
const SHOWN = 20;

/** What deciding about a suggestion does to its conversation, in one. */
@Injectable()
export class SuggestionSurroundings {
  constructor(
    readonly conversations: ConversationsService,
    readonly units: ConversationUnitsService,
    readonly filing: FilingService,
    readonly audit: AuditTrail,
  ) {}
}

/** Messages that read like a privacy request, and what people make of them. Nothing happens without a person. */
@Injectable()
export class SuggestionsService {
  constructor(
    private readonly core: PostingSurroundings,
    private readonly around: SuggestionSurroundings,
  ) {}

  /** @throws Refused `not-found`, `not-allowed`. */
  async of(actor: Actor, conversationId: string): Promise<Suggestions> {
    const { language } = await this.around.conversations.requireReadable(actor, conversationId);
    return this.core.database.read(async (em) => {
      const rows = await em.find(RequestSuggestionRow, {
        where: { conversationId },
        order: { seq: 'DESC' },
        take: SHOWN,
      });
      const requests = await requestsOf(em, rows);
      return { rows: rows.map((row) => viewOf(row, requests.get(row.requestId ?? ''), language)) };
    });
  }

  /**
   * Opens the request that a message makes, received when the message came; the ticket is filed under privacy.
   * A minor is only noted: nothing is frozen before a supervisor has decided (house rule 8).
   * @throws Refused `not-found`, `not-allowed`, `suggestion-decided` where somebody said that it is none.
   */
  async open(actor: Actor, id: string, { type, jurisdiction }: OpenRequest): Promise<Suggestions> {
    const conversationId = await this.decide(actor, id, 'opened', async (tx, staff, row, conversation, subject) => {
      const where = jurisdiction ?? guessJurisdiction(conversation.language);
      const { customerId, channel, language } = conversation;
      const request = await newRequest(tx, this.core, staff, {
        ...{ type, jurisdiction: where, channel, language, customerId, receivedAt: row.at },
        said: { id: conversation.id, number: conversation.number },
      });
      await tx.em.update(RequestSuggestionRow, { id }, { requestId: request.id });
      // The fact's leaf is that of the deed: it names the type and the number.
      await this.around.units.fact(tx, conversation, {
        code: 'request-opened',
        params: { type, number: request.number },
        subject,
        by: { id: staff.id, name: staff.name },
      });
      const urgent = type === 'minor' ? { priority: 'urgent' as const } : {};
      await this.around.filing.fileIn(tx, staff, conversation, { topic: 'privacy', reason: type, ...urgent }, subject);
    });
    return this.of(actor, conversationId);
  }

  /**
   * Opens the request that a message makes which nothing spotted, or that somebody took for none before.
   * @throws Refused `not-found` where the customer said no such thing, `not-allowed`.
   */
  async mark(actor: Actor, conversationId: string, { seq, ...ask }: MarkRequest): Promise<Suggestions> {
    const { entries } = await this.around.conversations.entries(actor, conversationId, { since: seq - 1, limit: 1 });
    const said = entries.find((entry) => entry.seq === seq && entry.kind === 'message');
    if (said?.by.role !== 'customer') throw new Refused('not-found');
    requireAccess(actor, 'request.open', 'house', { categories: ['C5'] });
    const id = await this.core.database.write(async (tx) => {
      const conversation = await this.around.units.row(tx, conversationId);
      if (!conversation) throw new Refused('not-found');
      const before = await tx.em.findOneBy(RequestSuggestionRow, { conversationId, seq });
      if (before?.status === 'dismissed') {
        await tx.em.update(RequestSuggestionRow, { id: before.id }, { status: 'offered', dismissal: null });
      }
      if (before) return before.id;
      const row: RequestSuggestionRow = {
        ...{ id: newId(this.core.clock.now()), conversationId, customerId: conversation.customerId, seq, at: said.at },
        ...{ type: ask.type, spans: [[0, said.text?.length ?? 0]], rule: BY_HAND, status: 'offered' as const },
        ...{ dismissal: null, requestId: null, decidedAt: null, decidedBy: null },
      };
      await tx.em.insert(RequestSuggestionRow, row);
      return row.id;
    });
    return this.open(actor, id, ask);
  }

  /** @throws Refused `not-found`, `not-allowed`, `suggestion-decided` where it was opened. */
  async dismiss(actor: Actor, id: string, { reason }: DismissSuggestion): Promise<Suggestions> {
    const conversationId = await this.decide(actor, id, 'dismissed', async (tx, staff, row, { id: about }, subject) => {
      await tx.em.update(RequestSuggestionRow, { id }, { dismissal: reason });
      await this.around.audit.record(tx, {
        actor: staff,
        verb: 'request.dismissed',
        about: [{ type: 'conversation', id: about }],
        subject,
        digest: this.around.audit.digest({ seq: row.seq, reason }),
      });
    });
    return this.of(actor, conversationId);
  }

  /** One decision for each suggestion: the same one again changes nothing, another is refused. */
  private async decide(
    actor: Actor,
    id: string,
    status: 'opened' | 'dismissed',
    work: (
      tx: Tx,
      staff: StaffActor,
      row: RequestSuggestionRow,
      conversation: ConversationRecord,
      subject: Buffer,
    ) => Promise<void>,
  ): Promise<string> {
    if (actor.kind !== 'staff') throw new Refused('not-allowed');
    const offered = await this.core.database.read((em) => em.findOneBy(RequestSuggestionRow, { id }));
    if (!offered) throw new Refused('not-found');
    const { conversationId } = offered;
    await this.around.conversations.requireReadable(actor, conversationId);
    const { subject } = await this.around.units.known(conversationId);
    await this.core.database.write(async (tx) => {
      const row = await tx.em.findOneBy(RequestSuggestionRow, { id });
      const conversation = row && (await this.around.units.row(tx, conversationId));
      if (!row || !conversation) throw new Refused('not-found');
      requireAccess(actor, 'request.open', 'house', { categories: ['C5'] });
      if (row.status === status) return;
      if (row.status !== 'offered') throw new Refused('suggestion-decided');
      const decided = { status, decidedAt: this.core.clock.now(), decidedBy: actor.id };
      await tx.em.update(RequestSuggestionRow, { id }, decided);
      await work(tx, actor, row, conversation, subject);
      tx.tell(new SuggestionsChanged(conversationId));
    });
    return conversationId;
  }
}

async function requestsOf(
  em: EntityManager,
  rows: readonly RequestSuggestionRow[],
): Promise<Map<string, PrivacyRequestRow>> {
  const ids = rows.flatMap(({ requestId }) => requestId ?? []);
  if (ids.length === 0) return new Map();
  return new Map((await em.findBy(PrivacyRequestRow, { id: In(ids) })).map((request) => [request.id, request]));
}

function viewOf(row: RequestSuggestionRow, request: PrivacyRequestRow | undefined, language: string): Suggestion {
  const { id, seq, at, type, spans, status, dismissal } = row;
  const jurisdiction = guessJurisdiction(language);
  return {
    ...{ id, seq, at, type, spans, status },
    ...(dismissal === null ? {} : { dismissal }),
    ...(request
      ? { request: { id: request.id, number: request.number, type: request.type, dueAt: request.dueAt } }
      : {}),
    ...(status === 'offered' ? { offer: { jurisdiction, dueAt: clockOf(type, jurisdiction, at).dueAt } } : {}),
  };
}
