import type { ConversationRow, Entry, Mask, Sent } from '@candour/shared/conversations.js';
import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import { Injectable } from '@nestjs/common';
import { constantEvidence } from '../policy/evidence.js';
import { entryEvidence } from './evidence.rules.js';
import { entryLeaf } from './entry-leaf.js';
import type { Enclosed } from './enclosures.service.js';
import { requireAccess } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Database, type Tx } from '../core/database/database.js';
import { eachTextOf, RowSet } from '../core/database/rows.js';
import { ConversationHeads, type Head } from './conversation-heads.js';
import { afterMessage, takesNoMessage } from './conversation.rules.js';
import { ConversationChanged, EntryPosted } from './conversations.events.js';
import { Dues } from './dues.js';
import type { NewEntry } from './new-entry.js';
import type { Participant } from './conversation.entity.js';
import { scopeOf } from './scope.rules.js';

/** A message that is sealed and waits for its number. */
export interface Draft {
  readonly actor: Actor;
  readonly id: string;
  readonly conversationId: string;
  readonly clientId: string;
  readonly kind: 'message' | 'note';
  readonly role: 'customer' | 'staff' | 'system';
  readonly author: { readonly id: string | null; readonly name?: string };
  readonly storedAt: number;
  readonly text: string;
  readonly masks: Mask[] | null;
  readonly body: Buffer;
  readonly keyId: string;
  readonly policyVersion: string;
  /** The customer's salted digest in the audit. */
  readonly subject: Buffer;
  /** The sender's socket: its ack tells it all. */
  readonly from?: string | undefined;
  /** The newest entry that the writer of a reply had before their eyes; absent where nobody has to have read. */
  readonly seen?: number | undefined;
  /** Files that go with it. */
  readonly enclosed?: Enclosed | undefined;
}

/** The message log: numbers and writes the messages of all waiting callers in one statement each. */
@Injectable()
export class MessageLog {
  private readonly heads: ConversationHeads;
  private readonly known: string;
  private readonly rows: RowSet;

  /** Writes one message. Answers after the commit; a repeated (conversation, clientId) is answered like the first. */
  readonly append: (draft: Draft) => Promise<Sent>;

  constructor(
    database: Database,
    private readonly dues: Dues,
  ) {
    const { engine } = database;
    this.heads = new ConversationHeads(database);
    this.known = `SELECT e.conversation_id AS "conversationId", e.client_id AS "clientId", e.id, e.seq, e.stored_at AS "at"
      FROM ${eachTextOf(engine, '$1')} JOIN entries e ON e.client_id = j.value`;
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
      },
      { txid, ...constantEvidence(entryEvidence) },
    );
    // What one batch has for the readers of a conversation is told in the same turn, and leaves in one write.
    this.append = database.coalesce(
      (tx, drafts) => {
        tx.keepEra();
        return this.run(tx, drafts, () => tx.era());
      },
      { kin: (draft) => draft.conversationId },
    );
  }

  /** Inserts entries that already have their numbers; for units that write more than one kind of thing. */
  insert(tx: Tx, entries: readonly NewEntry[]): Promise<void> {
    return this.rows.insert(tx.em, entries.map(cellsOf));
  }

  /** Writes one message in a unit that does more than that. */
  async within(tx: Tx, draft: Draft): Promise<Sent> {
    // What else the unit writes is not known here: the head is read, and none is kept.
    const [result] = await this.run(tx, [draft], () => Promise.resolve(undefined));
    if (result === undefined || result instanceof Error) throw result ?? new Error('The log gave no answer.');
    return result;
  }

  private async run(
    tx: Tx,
    drafts: readonly Draft[],
    eraNow: () => Promise<number | undefined>,
  ): Promise<(Sent | Error)[]> {
    const [era, sent] = await tx.together(eraNow, () => this.knownOf(tx, drafts));
    const conversations = drafts.map((draft) => draft.conversationId);
    const heads = await this.heads.of(tx, era, conversations);
    const entries: NewEntry[] = [];
    const results = drafts.map((draft): Sent | Error => {
      try {
        const head = heads.get(draft.conversationId)?.now;
        if (!head) throw new Refused('not-found');
        requireReply(draft.actor, head);
        const slot = slotOf(draft);
        const before = sent.get(slot);
        if (before) return { ...before, ...maskedPart(draft) };
        const answer = this.number(tx, draft, head, entries);
        sent.set(slot, answer);
        return answer;
      } catch (error) {
        if (error instanceof Refused) return error;
        throw error;
      }
    });
    const spoken = [...heads.values()].filter(({ before, now }) => now.head !== before.head);
    await tx.together(() => this.insert(tx, entries), ...this.heads.writes(tx, spoken));
    return results;
  }

  /** Refuses or numbers one draft, and says what to tell after the commit. */
  private number(tx: Tx, draft: Draft, head: Head, entries: NewEntry[]): Sent {
    if (takesNoMessage(head, draft.role, draft.storedAt)) throw new Refused('conversation-closed');
    // In the unit that gives the number: no message can come between this question and its answer.
    if (draft.seen !== undefined && head.lastMessageSeq > draft.seen) {
      throw new Refused('stale-reply', { head: head.head });
    }
    const { status: before, waitingSince: waited } = head;
    const { reopened, ...state } = afterMessage(head, draft.kind === 'note' ? 'system' : draft.role, draft.storedAt);
    Object.assign(head, state);
    const turned = head.status !== before || head.waitingSince !== waited;
    const due = turned ? this.dues.follow(head, before, draft.storedAt) : undefined;
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
    const entry: NewEntry = {
      ...draft,
      seq: ++head.head,
      authorId: draft.author.id,
      detail: draft.enclosed?.detail ?? null,
    };
    entries.push(entry);
    head.lastAt = draft.storedAt;
    if (draft.kind === 'message') {
      head.lastMessageSeq = entry.seq;
      head.lastBy = draft.role;
    }
    const view = viewOf(entry, draft.text, draft.author.name);
    if (draft.enclosed && draft.enclosed.attachments.length > 0) view.attachments = [...draft.enclosed.attachments];
    tx.tell(new EntryPosted(head.id, view, draft.from));
    const change = changeOf(head, draft, before);
    if (turned) change.row.due = due;
    tx.tell(change);
    return { id: entry.id, seq: entry.seq, at: entry.storedAt, ...maskedPart(draft) };
  }

  private async knownOf(tx: Tx, drafts: readonly Draft[]): Promise<Map<string, Sent>> {
    const rows = (await tx.em.query(this.known, [JSON.stringify(drafts.map(({ clientId }) => clientId))])) as (Sent &
      Pick<Draft, 'conversationId' | 'clientId'>)[];
    return new Map(rows.map((row) => [slotOf(row), { id: row.id, seq: row.seq, at: row.at }]));
  }
}

/** What the sender must show instead of what they typed. */
const maskedPart = ({ text, masks }: Draft): Partial<Sent> => (masks ? { text, masks } : {});

function requireReply(actor: Actor, head: Head): void {
  const { assigneeId, teamId, status, visitorId } = head;
  const scope =
    head.participants === null
      ? { assigneeId: assigneeId ?? '', queued: status === 'queued', teamId, visitorId }
      : scopeOf({ ...head, participants: JSON.parse(head.participants) as Participant[] }, 'reply');
  requireAccess(actor, 'conversation.reply', 'P5', scope);
}

const slotOf = (draft: Pick<Draft, 'conversationId' | 'clientId'>): string =>
  `${draft.conversationId} ${draft.clientId}`;

function changeOf(head: Head, draft: Draft, before: Head['status']): ConversationChanged {
  const row: Partial<ConversationRow> = {
    head: head.head,
    lastAt: head.lastAt,
    lastBy: head.lastBy,
    waitingSince: head.waitingSince ?? undefined,
  };
  if (head.status !== before) {
    row.status = head.status;
    row.snoozedUntil = undefined;
  }
  const queue = before === 'queued' || head.status === 'queued';
  const assignees = head.assigneeId === null ? [] : [head.assigneeId];
  if (head.participants !== null)
    for (const { id } of JSON.parse(head.participants) as Participant[]) assignees.push(id);
  const words = draft.kind === 'message' ? draft.text : undefined;
  return new ConversationChanged(head.id, row, { queue, assignees, teamId: head.teamId }, false, words);
}

/** A stored entry as its readers get it: only what it has. */
export function viewOf(entry: NewEntry, text?: string, name?: string): Entry {
  const { seq, id, kind, storedAt: at, role, authorId, clientId, masks, detail } = entry;
  const view: Entry = { seq, id, kind, at, by: { role } };
  if (authorId) view.by.id = authorId;
  if (name) view.by.name = name;
  if (clientId) view.clientId = clientId;
  if (text !== undefined) view.text = text;
  if (masks) view.masks = masks;
  if (detail?.fact) view.fact = detail.fact;
  if (detail?.mentions) view.mentions = [...detail.mentions];
  if (detail?.targets) view.targets = detail.targets;
  return view;
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
    entry.policyVersion,
  ];
}
