import { newId } from '@candour/shared/ids.js';
import { REOPENS_FOR } from '@candour/shared/conversations.js';
import { DAY, MINUTE } from '@candour/shared/instant.js';
import { priorities, reasons } from '@candour/shared/tickets.js';
import { languages, topics, type Language, type Topic } from '@candour/shared/words.js';
import type { ConversationRecord, ConversationTag, EntryRecord } from '../../src/conversations/conversation.entity.js';
import { entryLeaf } from '../../src/conversations/entry-leaf.js';
import { conversationClass, conversationEvidence, entryEvidence } from '../../src/conversations/evidence.rules.js';
import { seal, type DataKey } from '../../src/core/vault/sealing.js';
import type { Given } from './bulk.js';
import { weighted, type Random } from './random.js';
import { messageText } from './texts.js';

/** Days that the history reaches back. */
const REACH = 170 * DAY;
/** Under way at once, at the most a fifth of all: as many as the people of a desk can have, however old it is. */
const UNDER_WAY = 2000;
/** Messages of a conversation, in turn: three on average. */
const LENGTHS = [2, 3, 4, 3, 3];

const topicTable = weighted<Topic>(topics.map((topic, i) => [topic, [30, 20, 15, 10, 12, 8, 5][i]!]));
const languageTable = weighted<Language>(languages.map((language, i) => [language, [40, 25, 20, 15][i]!]));
const statusTable = weighted<'queued' | 'open' | 'pending'>([
  ['queued', 30],
  ['open', 55],
  ['pending', 15],
]);
const tagTable = weighted([
  ['vip', 28],
  ['gift', 12],
  ['fragile', 10],
  ['second visit', 8],
  ['wholesale', 5],
  ['loan', 2],
]);

/** Whose conversation it is, with the keys and the salted digest that their rows carry. */
export interface Person {
  readonly id: string;
  readonly key: DataKey;
  readonly subject: Buffer;
  readonly identified: boolean;
}

export type EntryRow = Omit<EntryRecord, 'ordinal'>;

export interface Told {
  readonly conversation: Given<ConversationRecord>;
  readonly tags: readonly ConversationTag[];
  readonly entries: readonly EntryRow[];
  /** Texts of its messages, by number. */
  readonly texts: ReadonlyMap<number, string>;
}

export interface Setting {
  readonly random: Random;
  readonly now: number;
  readonly count: number;
  readonly staff: readonly string[];
  readonly policyVersion: string;
}

/** Messages of `count` conversations. */
export const messagesOf = (count: number): number =>
  Math.floor(count / LENGTHS.length) * LENGTHS.reduce((all, one) => all + one, 0) +
  LENGTHS.slice(0, count % LENGTHS.length).reduce((all, one) => all + one, 0);

/** The conversation number `i` of the history, oldest first, with its entries. */
export function conversationAt(i: number, person: Person, setting: Setting): Told {
  const { random, now, count, staff, policyVersion } = setting;
  const underWay = i >= count - Math.min(UNDER_WAY, count / 5);
  const createdAt = Math.floor(now - REACH + (REACH * i) / count);
  const id = newId(createdAt);
  const length = LENGTHS[i % LENGTHS.length]!;
  const language = random.of(languageTable);
  const topic = random.of(topicTable);
  // What was resolved long ago has been closed: otherwise the desk would do so while it is measured.
  const recent = createdAt > now - REOPENS_FOR + DAY;
  const status = underWay ? random.of(statusTable) : recent && random.chance(0.7) ? 'resolved' : 'closed';
  const waits = status === 'queued';
  const assigneeId = waits ? null : random.of(staff);
  const visitorId = newId(createdAt);

  const entries: EntryRow[] = [];
  const texts = new Map<number, string>();
  let at = createdAt;
  const add = (
    row: Pick<EntryRow, 'kind' | 'role' | 'authorId'> & { text?: string; fact?: 'started' | 'resolved' },
  ) => {
    const { text, fact, ...who } = row;
    const entryId = newId(at);
    const seq = entries.length + 1;
    const entry: Omit<EntryRow, 'leaf'> = {
      ...who,
      txid: 0,
      id: entryId,
      conversationId: id,
      seq,
      clientId: text === undefined ? null : newId(at),
      storedAt: at,
      body: text === undefined ? null : seal(person.key, { table: 'entries', row: entryId, column: 'body' }, text),
      keyId: person.key.id,
      masks: null,
      maskedAt: null,
      detail: fact === undefined ? null : { fact: { code: fact, params: {} } },
      subject: person.subject,
      ...entryEvidence,
      policyVersion,
    };
    entries.push({ ...entry, leaf: entryLeaf(entry) });
    if (text !== undefined) texts.set(seq, text);
  };
  add({ kind: 'fact', role: 'system', authorId: null, fact: 'started' });
  for (let n = 0; n < length; n++) {
    const ofStaff = n % 2 === 1 && assigneeId !== null;
    at += (1 + random.below(20)) * MINUTE;
    const author = ofStaff
      ? { role: 'staff' as const, authorId: assigneeId }
      : { role: 'customer' as const, authorId: visitorId };
    add({ kind: 'message', ...author, text: messageText(random, language) });
  }
  const lastMessageSeq = entries.length;
  const lastBy = entries.at(-1)!.role;
  const resolvedAt = underWay ? null : (at += 5 * MINUTE);
  if (resolvedAt !== null) add({ kind: 'fact', role: 'staff', authorId: assigneeId, fact: 'resolved' });

  const conversation: Given<ConversationRecord> = {
    id,
    number: 1001 + i,
    startDigest: `corpus ${i}`,
    customerId: person.id,
    visitorId,
    keyId: person.key.id,
    status,
    channel: random.chance(0.7) ? 'chat' : 'email',
    topic,
    reason: random.of(reasons[topic]),
    priority: random.below(priorities.length),
    language,
    assigneeId,
    head: entries.length,
    lastMessageSeq,
    customerReadSeq: entries.length,
    staffReadSeq: waits ? 0 : entries.length,
    createdAt,
    lastAt: at,
    lastBy,
    pausedMs: 0,
    // Nobody waits in a browser: the desk has no cause to remind hundreds at once when it starts.
    answerBy: underWay ? 'email' : null,
    waitingSince: !underWay || lastBy === 'staff' ? (waits ? at : null) : at,
    resolvedAt,
    level: person.identified ? 1 : 0,
    verifiedBy: person.identified ? 'shop-token' : null,
    verifiedAt: person.identified ? createdAt : null,
    ...conversationEvidence(
      policyVersion,
      conversationClass({ identified: person.identified, orderId: null }),
      resolvedAt,
    ),
  };
  return { conversation, tags: tagsOf(random, id, resolvedAt), entries, texts };
}

function tagsOf(random: Random, id: string, endedAt: number | null): ConversationTag[] {
  const count = random.chance(0.75) ? 1 + random.below(2) : 0;
  const tags = new Set(Array.from({ length: count }, () => random.of(tagTable)));
  return [...tags].map((tag) => ({ conversationId: id, tag, endedAt }));
}
