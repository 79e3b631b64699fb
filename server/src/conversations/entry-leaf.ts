import type { FactCode } from '@candour/shared/conversations.js';
import type { LeafSource, Verb } from '../audit/audit.service.js';
import { leafOf, type LeafFields } from '../audit/leaf.js';
import { sha256 } from '../core/vault/sha256.js';
import type { EntryRecord } from './conversation.entity.js';
import type { NewEntry } from './new-entry.js';

/** What an entry is in the audit. */
const verbOfKind = {
  message: 'message.stored',
  note: 'message.stored',
  mask: 'message.masked',
  removal: 'message.removed',
} as const satisfies Record<Exclude<NewEntry['kind'], 'fact'>, Verb>;

const verbOfFact: Record<FactCode, Verb> = {
  started: 'conversation.opened',
  taken: 'conversation.taken',
  released: 'conversation.released',
  resolved: 'conversation.resolved',
  reopened: 'conversation.reopened',
  'code-sent': 'customer.code-sent',
  verified: 'customer.verified',
  'order-linked': 'conversation.linked',
  'contact-given': 'customer.contact-given',
};

type Leafed = Pick<
  EntryRecord | NewEntry,
  'id' | 'conversationId' | 'kind' | 'role' | 'authorId' | 'storedAt' | 'body' | 'detail' | 'subject'
>;

/** The audit leaf of an entry, kept in its own row: what happened, to which ids, and a digest of the ciphertext. */
export const entryLeaf = (entry: Leafed): Buffer => leafOf(fieldsOf(entry));

function verbOf({ kind, detail }: Leafed): Verb {
  if (kind !== 'fact') return verbOfKind[kind];
  if (!detail?.fact) throw new Error('A fact without its code.');
  return verbOfFact[detail.fact.code];
}

function fieldsOf(entry: Leafed): LeafFields {
  return {
    verb: verbOf(entry),
    about: [
      { type: 'conversation', id: entry.conversationId },
      { type: 'entry', id: entry.id },
    ],
    actor:
      entry.role === 'staff'
        ? `staff:${entry.authorId}`
        : entry.role === 'customer'
          ? 'visitor'
          : 'system:conversations',
    at: entry.storedAt,
    subject: entry.subject,
    digest: entry.body === null ? null : sha256(entry.body),
  };
}

interface RawEntry {
  id: string;
  conversation_id: string;
  kind: NewEntry['kind'];
  role: NewEntry['role'];
  author_id: string | null;
  stored_at: number;
  body: Buffer | null;
  masked_at: number | null;
  detail: string | null;
  subject: Buffer;
}

/** The entries as the audit numbers them. */
export const entryLeaves: LeafSource = {
  number: 2,
  table: 'entries',
  rows: 'erasable',
  remake: (raw) => {
    const row = raw as unknown as RawEntry;
    if (row.masked_at !== null) return undefined;
    return entryLeaf({
      id: row.id,
      conversationId: row.conversation_id,
      kind: row.kind,
      role: row.role,
      authorId: row.author_id,
      storedAt: Number(row.stored_at),
      body: row.body,
      detail: row.detail === null ? null : (JSON.parse(row.detail) as EntryRecord['detail']),
      subject: row.subject,
    });
  },
};
