import { Refused } from '@candour/shared/errors.js';
import {
  fieldFits,
  FieldValue,
  type FillFields,
  type FilledFields,
  type SetFields,
  type TicketFields,
} from '@candour/shared/fields.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import * as z from 'zod';
import { requireAccess } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { inspect, maskText } from '../core/guard/guard.rules.js';
import type { DataKey } from '../core/vault/sealing.js';
import { ConversationUnitsService, replyScope } from '../conversations/conversation-units.service.js';
import { ConversationsService } from '../conversations/conversations.service.js';
import { TicketFieldRow, TicketValues } from './fields.entity.js';
import { staffOf } from './deeds.service.js';
import { TicketSurroundings } from './surroundings.js';

type Values = Record<string, FieldValue>;
const Stored = z.record(z.string(), FieldValue);
const place = (conversationId: string) => ({ table: 'ticket_values', row: conversationId, column: 'written' });

/** Fields of a topic beside those that every ticket has: defined by an administrator, filled in by whoever answers. */
@Injectable()
export class FieldsService {
  constructor(
    private readonly around: TicketSurroundings,
    private readonly conversations: ConversationsService,
    private readonly units: ConversationUnitsService,
  ) {}

  async list(actor: Actor): Promise<TicketFields> {
    requireAccess(actor, 'fields.manage', 'house');
    return { fields: await this.around.database.read(fieldsIn) };
  }

  /** Sets all of them at once, in the audit with a digest of what was set. */
  async set(actor: Actor, { fields }: SetFields): Promise<TicketFields> {
    requireAccess(actor, 'fields.manage', 'house');
    await this.around.database.write(async (tx) => {
      const before = await fieldsIn(tx.em);
      await tx.em.createQueryBuilder().delete().from(TicketFieldRow).execute();
      if (fields.length > 0)
        await tx.em.insert(
          TicketFieldRow,
          fields.map((field, i) => ({ ...field, place: i })),
        );
      const digest = this.around.audit.digest({ before, after: fields });
      await this.around.audit.record(tx, { actor, verb: 'fields.set', about: [], digest });
    });
    return this.list(actor);
  }

  /** Those of the ticket's topic, with what was written. @throws Refused `not-found`, `not-allowed`. */
  async of(actor: Actor, conversationId: string): Promise<FilledFields> {
    const { topic } = await this.conversations.requireReadable(actor, conversationId);
    const { key } = await this.units.known(conversationId);
    return this.around.database.read(async (em) => {
      const values = await this.valuesIn(em, conversationId, key);
      const fields = (await fieldsIn(em)).filter((field) => field.topic === topic);
      return { fields: fields.map((field) => ({ ...field, ...valueOf(field, values[field.id]) })) };
    });
  }

  /**
   * What is not named stays. Numbers of cards and the like are masked as in a message.
   * @throws Refused `not-found`, `not-allowed`, `conversation-closed`, `field-unfit`.
   */
  async fill(actor: Actor, conversationId: string, { values: given }: FillFields): Promise<FilledFields> {
    const staff = staffOf(actor);
    const { key, subject } = await this.units.known(conversationId);
    await this.around.database.write(async (tx) => {
      const record = await this.units.row(tx, conversationId);
      if (!record) throw new Refused('not-found');
      requireAccess(staff, 'conversation.reply', 'P5', replyScope(record));
      if (record.status === 'closed') throw new Refused('conversation-closed');
      const fields = new Map((await fieldsIn(tx.em)).map((field) => [field.id, field]));
      const before = await this.valuesIn(tx.em, conversationId, key);
      const after = new Map(Object.entries(before));
      for (const [id, value] of Object.entries(given)) {
        const field = fields.get(id);
        if (!field || field.topic !== record.topic) throw new Refused('field-unfit');
        if (value === null) after.delete(id);
        else if (fieldFits(field, value)) after.set(id, masked(field.kind, value));
        else throw new Refused('field-unfit');
      }
      if (JSON.stringify(sorted(Object.fromEntries(after))) === JSON.stringify(sorted(before))) return;
      const sealed = this.around.vault.seal(key, place(conversationId), JSON.stringify(Object.fromEntries(after)));
      await tx.em.save(TicketValues, { conversationId, keyId: key.id, written: sealed });
      const by = { id: staff.id, name: staff.name };
      await this.units.fact(tx, record, { code: 'fields-changed', subject, by });
    });
    return this.of(actor, conversationId);
  }

  private async valuesIn(em: EntityManager, conversationId: string, key: DataKey): Promise<Values> {
    const row = await em.findOneBy(TicketValues, { conversationId });
    if (!row || row.keyId !== key.id) return {};
    return Stored.parse(JSON.parse(this.around.vault.open(key, place(conversationId), row.written)));
  }
}

type Field = TicketFields['fields'][number];

async function fieldsIn(em: EntityManager): Promise<Field[]> {
  const rows = await em.find(TicketFieldRow, { order: { place: 'ASC' } });
  return rows.map(({ id, topic, kind, labels, choices }) => ({ id, topic, kind, labels, choices }));
}

/** What was written before its field changed its kind is not shown as what it is not. */
const valueOf = (field: Field, value: FieldValue | undefined): { value?: FieldValue } =>
  value !== undefined && fieldFits(field, value) ? { value } : {};

const masked = (kind: Field['kind'], value: FieldValue): FieldValue =>
  kind === 'text' && typeof value === 'string' ? maskText(value, inspect(value).spans).text : value;

const sorted = (values: Values): [string, FieldValue][] =>
  Object.entries(values).sort(([a], [b]) => a.localeCompare(b));
