import type { Mask } from '@candour/shared/conversations.js';
import { newId } from '@candour/shared/ids.js';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/database.js';
import type { DataKey } from '../core/vault/sealing.js';
import { Vault } from '../core/vault/vault.js';
import { SearchTodos } from '../search/search-todos.service.js';
import { ConversationRecord, EntryRecord, type EntryDetail } from './conversation.entity.js';
import { EntryPosted } from './conversations.events.js';
import { contentDigest } from './entry-leaf.js';
import { MessageLog, viewOf, type Draft } from './message-log.js';
import type { NewEntry } from './new-entry.js';

/** An earlier entry with its text as it reads from now on. */
export interface MaskTarget {
  readonly seq: number;
  readonly entryId: string;
  readonly text: string;
  readonly masks: Mask[];
  /** A private note, which no customer is sent. */
  readonly note: boolean;
}

/** The one lawful change to a body: spans become unreadable, and an entry says so to every screen that showed them. */
@Injectable()
export class EntryMasking {
  constructor(
    private readonly log: MessageLog,
    private readonly vault: Vault,
    private readonly search: SearchTodos,
  ) {}

  /** Rewrites the targets and adds the mask entry, in the unit of the caller. */
  async mask(
    tx: Tx,
    conversationId: string,
    key: DataKey,
    targets: readonly MaskTarget[],
    cause: Draft,
  ): Promise<void> {
    if (targets.length === 0) return;
    const changed: NonNullable<EntryDetail['changed']> = [];
    for (const { seq, entryId, text, masks } of targets) {
      const before = await tx.em.findOneByOrFail(EntryRecord, { conversationId, seq });
      const body = this.vault.seal(key, { table: 'entries', row: entryId, column: 'body' }, text);
      await tx.em.update(EntryRecord, { conversationId, seq }, { body, masks, maskedAt: cause.storedAt });
      changed.push({ seq, before: digestOf(before), after: digestOf({ ...before, body, masks }) });
    }
    const { head } = await tx.em.findOneByOrFail(ConversationRecord, { id: conversationId });
    const entry: NewEntry = {
      id: newId(cause.storedAt),
      conversationId,
      seq: head + 1,
      kind: 'mask',
      role: 'system',
      authorId: null,
      clientId: null,
      storedAt: cause.storedAt,
      body: null,
      keyId: key.id,
      masks: null,
      detail: { targets: targets.map(({ seq, masks }) => ({ seq, masks })), changed },
      policyVersion: cause.policyVersion,
      subject: cause.subject,
    };
    await this.log.insert(tx, [entry]);
    await this.search.add(tx, [{ conversationId, seqs: targets.map(({ seq }) => seq) }]);
    await tx.em.update(ConversationRecord, { id: conversationId }, { head: entry.seq });
    tx.tell(
      new EntryPosted(conversationId, {
        ...viewOf(entry),
        targets: targets.map(({ seq, text, masks, note }) => ({ seq, text, masks, ...(note ? { note } : {}) })),
      }),
    );
  }
}

/** A target has a body, so that it has a digest. */
const digestOf = (entry: Parameters<typeof contentDigest>[0]): string => {
  const digest = contentDigest(entry);
  if (!digest) throw new Error('An entry without a text cannot be masked.');
  return digest.toString('base64url');
};
