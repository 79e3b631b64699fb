import { MERGED_MOST } from '@candour/shared/merging.js';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import type { Scope } from '../core/access/access.js';
import type { Actor, VisitorActor } from '../core/access/actor.js';
import { Database } from '../core/database/database.js';
import { ConversationRecord } from './conversation.entity.js';
import { readersOf } from './joined.rules.js';
import { scopeOf } from './scope.rules.js';

/** Who reaches a conversation through one that it was merged with. Asked only where they do not reach it by itself. */
@Injectable()
export class Reach {
  constructor(private readonly database: Database) {}

  /** On what reading it depends for this actor; undefined where no merge leads there. */
  scope(actor: Actor, record: ConversationRecord): Promise<Scope | undefined> {
    return this.database.read(async (em) => {
      // Whoever may read where it goes on reads what came from here.
      if (actor.kind === 'staff') {
        return record.mergedInto === null ? undefined : scopeOf(await rootOf(em, record), 'read');
      }
      if (actor.kind !== 'visitor' || record.mergedInto !== null) return undefined;
      const own = await em.find(ConversationRecord, {
        where: { visitorId: actor.visitorId, mergedInto: Not(IsNull()) },
        order: { id: 'DESC' },
        take: MERGED_MOST,
      });
      for (const one of own) {
        if ((await this.onwardsIn(em, one))?.id === record.id) return { visitorId: actor.visitorId };
      }
      return undefined;
    });
  }

  /** The one in which a browser goes on with a conversation of its own: where it was merged into, if it may read that. */
  async onwards(record: ConversationRecord): Promise<ConversationRecord> {
    if (record.mergedInto === null) return record;
    return (await this.database.read((em) => this.onwardsIn(em, record))) ?? record;
  }

  /** Where what a browser says to this conversation belongs, if that is another one, or one of another browser. */
  async target(visitor: VisitorActor, conversationId: string): Promise<ConversationRecord | undefined> {
    const record = await this.database.read((em) => em.findOneBy(ConversationRecord, { id: conversationId }));
    if (!record) return undefined;
    if (record.visitorId !== visitor.visitorId) return (await this.scope(visitor, record)) ? record : undefined;
    const goesOn = await this.onwards(record);
    return goesOn === record ? undefined : goesOn;
  }

  /** Where it goes on, whoever asks; itself, where it was merged into none. */
  root(record: ConversationRecord): Promise<ConversationRecord> {
    return this.database.read((em) => rootOf(em, record));
  }

  private async onwardsIn(em: EntityManager, record: ConversationRecord): Promise<ConversationRecord | undefined> {
    const root = await rootOf(em, record);
    return readersOf(record, root) === 'apart' ? undefined : root;
  }
}

/** Where it goes on; itself, where it was merged into none. */
export async function rootOf(em: EntityManager, record: ConversationRecord): Promise<ConversationRecord> {
  let root = record;
  for (let steps = 0; root.mergedInto !== null && steps < MERGED_MOST; steps++) {
    const next = await em.findOneBy(ConversationRecord, { id: root.mergedInto });
    if (!next) return root;
    root = next;
  }
  return root;
}

/**
 * Of each conversation the others that it is one matter with: where it goes on, and all that was merged there. In a
 * constant number of statements where none was; absent where there is no other.
 */
export async function partsOf(
  em: EntityManager,
  records: readonly ConversationRecord[],
): Promise<Map<string, ConversationRecord[]>> {
  const known = new Map(records.map((one) => [one.id, one]));
  const fetch = async (ids: readonly string[]): Promise<void> => {
    const missing = ids.filter((id) => !known.has(id));
    if (missing.length === 0) return;
    for (const one of await em.findBy(ConversationRecord, { id: In(missing) })) known.set(one.id, one);
  };
  for (let up = [...known.values()]; up.some(({ mergedInto }) => mergedInto !== null && !known.has(mergedInto));) {
    const before = known.size;
    await fetch([...new Set(up.flatMap(({ mergedInto }) => mergedInto ?? []))]);
    if (known.size === before) break;
    up = [...known.values()];
  }
  for (const one of await below(em, [...known.keys()])) known.set(one.id, one);
  const top = (one: ConversationRecord): string => {
    let at = one;
    for (let steps = 0; at.mergedInto !== null && steps < MERGED_MOST; steps++) {
      const next = known.get(at.mergedInto);
      if (!next) break;
      at = next;
    }
    return at.id;
  };
  const groups = new Map<string, ConversationRecord[]>();
  for (const one of known.values()) groups.set(top(one), [...(groups.get(top(one)) ?? []), one]);
  return new Map(
    records.flatMap((one): [string, ConversationRecord[]][] => {
      const others = (groups.get(top(one)) ?? []).filter(({ id }) => id !== one.id);
      return others.length === 0 ? [] : [[one.id, others]];
    }),
  );
}

/** All that was merged into these, also by way of others. */
export async function below(em: EntityManager, ids: readonly string[]): Promise<ConversationRecord[]> {
  const found = new Map<string, ConversationRecord>();
  for (let from = ids; from.length > 0;) {
    const fresh: ConversationRecord[] = [];
    for (let i = 0; i < from.length; i += 500) {
      fresh.push(...(await em.findBy(ConversationRecord, { mergedInto: In(from.slice(i, i + 500)) })));
    }
    from = fresh.flatMap(({ id }) => (found.has(id) ? [] : id));
    for (const one of fresh) found.set(one.id, one);
  }
  return [...found.values()];
}
