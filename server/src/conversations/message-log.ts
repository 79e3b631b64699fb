import type { ConversationRow, Entry, Mask, Sent } from '@candour/shared/conversations.js';
import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import type { Evidence } from '@candour/shared/policy.js';
import { Injectable } from '@nestjs/common';
import { entryLeaf } from './entry-leaf.js';
import { requireAccess } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Database, type Tx } from '../core/database/database.js';
import { eachOf, eachTextOf, RowSet } from '../core/database/rows.js';
import { afterMessage, previewOf, type Touched } from './conversation.rules.js';
import { ConversationChanged, EntryPosted } from './conversations.events.js';
import type { NewEntry } from './new-entry.js';

/** A message that is sealed and waits for its number. */
export interface Draft {
  readonly actor: Actor;
  readonly id: string;
  readonly conversationId: string;
  readonly clientId: string;
  readonly kind: 'message' | 'note';
  readonly role: 'customer' | 'staff';
  readonly author: { readonly id: string; readonly name?: string };
  readonly storedAt: number;
  readonly text: string;
  readonly masks: Mask[] | null;
  readonly body: Buffer;
  readonly keyId: string;
  readonly evidence: Evidence;
  /** The customer's salted digest in the audit. */
  readonly subject: Buffer;
  /** The sender's socket: its ack tells it all. */
  readonly from?: string | undefined;
}

interface Head extends Touched {
  readonly id: string;
  readonly customerId: string;
  readonly visitorId: string;
  readonly assigneeId: string | null;
  head: number;
  lastMessageSeq: number;
  lastAt: number;
  lastBy: 'customer' | 'staff' | 'system';
  changed: boolean;
}

/** The message log: numbers and writes the messages of all waiting callers in one statement each. */
@Injectable()
export class MessageLog {
  private readonly heads: string;
  private readonly known: string;
  private readonly rows: RowSet;
  private readonly touches: RowSet;

  /** Writes one message. Answers after the commit; a repeated (conversation, clientId) is answered like the first. */
  readonly append: (draft: Draft) => Promise<Sent>;

  constructor(database: Database) {
    const { engine } = database;
    this.heads = `SELECT c.id, c.customer_id AS "customerId", c.visitor_id AS "visitorId", c.assignee_id AS "assigneeId",
      c.status, c.head, c.last_message_seq AS "lastMessageSeq", c.waiting_since AS "waitingSince",
      c.resolved_at AS "resolvedAt", c.last_at AS "lastAt", c.last_by AS "lastBy"
      FROM ${eachTextOf(engine, '$1')} JOIN conversations c ON c.id = j.value`;
    this.known = `SELECT e.conversation_id AS "conversationId", e.client_id AS "clientId", e.id, e.seq, e.stored_at AS "at"
      FROM ${eachOf(engine, '$1')} JOIN entries e ON e.conversation_id = j.value->>0 AND e.client_id = j.value->>1`;
    const txid = engine === 'postgres' ? 'pg_current_xact_id()::text::bigint' : '0';
    this.rows = new RowSet(
      engine,
      'entries',
      {
        id: 'text',
        conversation_id: 'text',
        seq: 'int',
        kind: 'text',
        role: 'text',
        author_id: 'text',
        client_id: 'text',
        stored_at: 'int',
        body: 'bytes',
        key_id: 'text',
        masks: 'text',
        detail: 'text',
        subject: 'bytes',
        leaf: 'bytes',
        policy_version: 'text',
        category: 'text',
        source: 'text',
        purpose: 'text',
        retention_class: 'text',
      },
      { txid },
    );
    this.touches = new RowSet(engine, 'conversations', {
      id: 'text',
      head: 'int',
      last_message_seq: 'int',
      last_at: 'int',
      last_by: 'text',
      status: 'text',
      waiting_since: 'int',
      resolved_at: 'int',
      anchor_at: 'int',
    });
    this.append = database.coalesce((tx, drafts) => this.run(tx, drafts));
  }

  /** Inserts entries that already have their numbers; for units that write more than one kind of thing. */
  insert(tx: Tx, entries: readonly NewEntry[]): Promise<void> {
    return this.rows.insert(tx.em, entries.map(cellsOf));
  }

  /** Writes one message in a unit that does more than that. */
  async within(tx: Tx, draft: Draft): Promise<Sent> {
    const [result] = await this.run(tx, [draft]);
    if (result === undefined || result instanceof Error) throw result ?? new Error('The log gave no answer.');
    return result;
  }

  private async run(tx: Tx, drafts: readonly Draft[]): Promise<(Sent | Error)[]> {
    const heads = await this.headsOf(tx, drafts);
    const sent = await this.knownOf(tx, drafts);
    const entries: NewEntry[] = [];
    const results = drafts.map((draft): Sent | Error => {
      const slot = slotOf(draft);
      const before = sent.get(slot);
      if (before) return { ...before, ...maskedPart(draft) };
      try {
        const answer = this.number(tx, draft, heads.get(draft.conversationId), entries);
        sent.set(slot, answer);
        return answer;
      } catch (error) {
        if (error instanceof Refused) return error;
        throw error;
      }
    });
    await this.insert(tx, entries);
    const changed = [...heads.values()].filter((head) => head.changed);
    await this.touches.update(
      tx.em,
      changed.map((c) => [
        c.id,
        c.head,
        c.lastMessageSeq,
        c.lastAt,
        c.lastBy,
        c.status,
        c.waitingSince,
        c.resolvedAt,
        c.resolvedAt,
      ]),
    );
    return results;
  }

  /** Refuses or numbers one draft, and says what to tell after the commit. */
  private number(tx: Tx, draft: Draft, head: Head | undefined, entries: NewEntry[]): Sent {
    if (!head) throw new Refused('not-found');
    requireAccess(draft.actor, 'conversation.reply', 'P5', {
      assigneeId: head.assigneeId ?? '',
      queued: head.status === 'queued',
      visitorId: head.visitorId,
    });
    if (head.status === 'closed') throw new Refused('conversation-closed');
    const wasQueued = head.status === 'queued';
    const { reopened, ...state } = afterMessage(head, draft.kind === 'note' ? 'system' : draft.role, draft.storedAt);
    Object.assign(head, state);
    if (reopened) {
      const fact: NewEntry = {
        ...draft,
        id: newId(draft.storedAt),
        seq: ++head.head,
        kind: 'fact',
        role: 'system',
        authorId: null,
        clientId: null,
        body: null,
        masks: null,
        detail: { fact: { code: 'reopened' } },
      };
      entries.push(fact);
      tx.tell(new EntryPosted(head.id, viewOf(fact)));
    }
    const entry: NewEntry = { ...draft, seq: ++head.head, authorId: draft.author.id, detail: null };
    entries.push(entry);
    head.changed = true;
    head.lastAt = draft.storedAt;
    if (draft.kind === 'message') {
      head.lastMessageSeq = entry.seq;
      head.lastBy = draft.role;
    }
    tx.tell(new EntryPosted(head.id, viewOf(entry, draft.text, draft.author.name), draft.from));
    tx.tell(changeOf(head, draft, wasQueued));
    return { id: entry.id, seq: entry.seq, at: entry.storedAt, ...maskedPart(draft) };
  }

  private async headsOf(tx: Tx, drafts: readonly Draft[]): Promise<Map<string, Head>> {
    const ids = [...new Set(drafts.map((draft) => draft.conversationId))];
    const rows = (await tx.em.query(this.heads, [JSON.stringify(ids)])) as Head[];
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async knownOf(tx: Tx, drafts: readonly Draft[]): Promise<Map<string, Sent>> {
    const slots = drafts.map((draft) => [draft.conversationId, draft.clientId]);
    const rows = (await tx.em.query(this.known, [JSON.stringify(slots)])) as (Sent &
      Pick<Draft, 'conversationId' | 'clientId'>)[];
    return new Map(rows.map((row) => [slotOf(row), { id: row.id, seq: row.seq, at: row.at }]));
  }
}

/** What the sender must show instead of what they typed. */
const maskedPart = ({ text, masks }: Draft): Partial<Sent> => (masks ? { text, masks } : {});

const slotOf = (draft: Pick<Draft, 'conversationId' | 'clientId'>): string =>
  `${draft.conversationId} ${draft.clientId}`;

function changeOf(head: Head, draft: Draft, wasQueued: boolean): ConversationChanged {
  const row: Partial<ConversationRow> = {
    head: head.head,
    status: head.status,
    lastAt: head.lastAt,
    lastBy: head.lastBy,
    waitingSince: head.waitingSince ?? undefined,
    ...(draft.kind === 'message' ? { preview: previewOf(draft.text) } : {}),
  };
  return new ConversationChanged(head.id, row, {
    queue: wasQueued || head.status === 'queued',
    assignees: head.assigneeId === null ? [] : [head.assigneeId],
  });
}

/** A stored entry as its readers get it. */
export function viewOf(entry: NewEntry, text?: string, name?: string): Entry {
  return {
    seq: entry.seq,
    id: entry.id,
    kind: entry.kind,
    at: entry.storedAt,
    by: { role: entry.role, ...(entry.authorId ? { id: entry.authorId } : {}), ...(name ? { name } : {}) },
    ...(entry.clientId ? { clientId: entry.clientId } : {}),
    ...(text === undefined ? {} : { text }),
    ...(entry.masks ? { masks: entry.masks } : {}),
    ...(entry.detail?.fact ? { fact: entry.detail.fact } : {}),
    ...(entry.detail?.targets ? { targets: entry.detail.targets } : {}),
  };
}

function cellsOf(entry: NewEntry): (string | number | Buffer | null)[] {
  return [
    entry.id,
    entry.conversationId,
    entry.seq,
    entry.kind,
    entry.role,
    entry.authorId,
    entry.clientId,
    entry.storedAt,
    entry.body,
    entry.keyId,
    entry.masks && JSON.stringify(entry.masks),
    entry.detail && JSON.stringify(entry.detail),
    entry.subject,
    entryLeaf(entry),
    entry.evidence.policyVersion,
    entry.evidence.category,
    entry.evidence.source,
    entry.evidence.purpose,
    entry.evidence.retentionClass,
  ];
}
