import type { FactCode } from '@candour/shared/conversations.js';
import type { Verb } from '../audit/audit.service.js';
import { digestOf, leafOf, type LeafFields } from '../audit/leaf.js';
import { sha256 } from '../core/vault/sha256.js';
import type { EntryRecord } from './conversation.entity.js';
import type { NewEntry } from './new-entry.js';

/** What an entry is in the audit. */
const verbOfKind = {
  message: 'message.stored',
  note: 'note.stored',
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
  prioritised: 'conversation.prioritised',
  'topic-changed': 'conversation.filed',
  'reason-changed': 'conversation.filed',
  tagged: 'conversation.filed',
  nudged: 'conversation.nudged',
  'customer-silent': 'conversation.silent',
  'handed-over': 'conversation.handed-over',
  overflowed: 'conversation.overflowed',
  called: 'conversation.called',
  'call-missed': 'conversation.called',
  rated: 'survey.answered',
  'transfer-asked': 'conversation.transfer-asked',
  'transfer-declined': 'conversation.transfer-declined',
  transferred: 'conversation.transferred',
  'transferred-queue': 'conversation.transferred',
  invited: 'conversation.invited',
  joined: 'conversation.joined',
  left: 'conversation.left',
  merged: 'conversation.merged',
  unmerged: 'conversation.unmerged',
  assigned: 'conversation.assigned',
  awaiting: 'conversation.awaiting',
  snoozed: 'conversation.snoozed',
  woken: 'conversation.woken',
  closed: 'conversation.closed',
  spam: 'conversation.spam',
  'not-spam': 'conversation.not-spam',
  warned: 'conversation.warned',
  'fields-changed': 'conversation.detailed',
  linked: 'conversation.linked',
  unlinked: 'conversation.unlinked',
  undone: 'conversation.bulk-undone',
  looked: 'conversation.looked',
  'request-opened': 'request.opened',
  'visit-planned': 'visit.planned',
  'visit-canceled': 'visit.canceled',
  'visit-done': 'visit.done',
  'refund-asked': 'refund.requested',
  'refund-approved': 'refund.approved',
  'refund-rejected': 'refund.rejected',
  'refund-canceled': 'refund.canceled',
  'refund-settled': 'refund.succeeded',
  'refund-failed': 'refund.failed',
  'refund-reversed': 'refund.reversed',
  'credit-given': 'credit.given',
  'order-cancel-asked': 'order.change-asked',
  'order-address-asked': 'order.change-asked',
  'order-change-sent': 'order.change-sent',
  'order-change-failed': 'order.change-failed',
  'order-change-done': 'order.change-done',
  'return-asked': 'return.requested',
  'return-approved': 'return.approved',
  'return-declined': 'return.declined',
  'return-canceled': 'return.canceled',
  'return-pickup': 'return.pickup-booked',
  'return-received': 'return.received',
  'return-inspected': 'return.inspected',
  'return-closed': 'return.closed',
};

type Content = Pick<EntryRecord | NewEntry, 'body' | 'masks' | 'detail'>;
export type Leafed = Content &
  Pick<EntryRecord | NewEntry, 'id' | 'conversationId' | 'seq' | 'kind' | 'role' | 'authorId' | 'storedAt' | 'subject'>;

/**
 * The audit leaf of an entry, kept in its own row: what happened, to which ids, in which place, and a digest of what
 * the row holds. A masked row has lost what its leaf was made of: there the digest is given.
 */
export const entryLeaf = (entry: Leafed, digest = contentDigest(entry)): Buffer => leafOf(fieldsOf(entry, digest));

/** SHA-256 of the ciphertext, or of it, its masks and what else the entry says in canonical JSON. */
export function contentDigest({ body, masks, detail }: Content): Buffer | null {
  if (!masks && !detail) return body && sha256(body);
  const sealed = body ? { body: sha256(body).toString('base64url') } : {};
  return digestOf({ ...sealed, ...(masks ? { masks } : {}), ...(detail ? { detail } : {}) });
}

function verbOf({ kind, detail }: Leafed): Verb {
  if (kind !== 'fact') return verbOfKind[kind];
  if (!detail?.fact) throw new Error('A fact without its code.');
  return verbOfFact[detail.fact.code];
}

function fieldsOf(entry: Leafed, digest: Buffer | null): LeafFields {
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
    digest,
    seq: entry.seq,
  };
}
