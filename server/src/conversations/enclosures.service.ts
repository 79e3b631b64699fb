import type { Attachment } from '@candour/shared/attachments.js';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/database.js';
import type { DataKey } from '../core/vault/sealing.js';
import type { EntryDetail } from './conversation.entity.js';
import { ConversationKeys } from './conversation-keys.js';

/** What goes down with a message, in one unit. */
export interface Enclosed {
  /** As the readers of the message see it. */
  readonly attachments: readonly Attachment[];
  /** What the log keeps of it. */
  readonly detail: EntryDetail;
  /** Called in the unit that stores the message, once it has its number. @throws Refused: then nothing is stored. */
  bind(
    tx: Tx,
    message: { readonly id: string; readonly seq: number; readonly kind: 'message' | 'note' },
  ): Promise<void>;
}

/** Who keeps what is enclosed, and what hangs on conversations beside their entries. */
export interface EnclosureSource {
  /** In a constant number of statements. One that has gone is absent. */
  of(ids: readonly string[]): Promise<ReadonlyMap<string, Attachment>>;
  /** All that hangs on conversations that go, in the unit that removes them. */
  remove(tx: Tx, conversationIds: readonly string[]): Promise<void>;
}

/** Lets a later feature keep what is enclosed in messages. */
@Injectable()
export class Enclosures {
  private source: EnclosureSource | undefined;
  private readonly hangers: ((tx: Tx, conversationIds: readonly string[]) => Promise<void>)[] = [];

  constructor(private readonly keys: ConversationKeys) {}

  register(source: EnclosureSource): void {
    this.source = source;
  }

  /** What seals a conversation seals what is enclosed in it. @throws Refused `not-found`. */
  async keyOf(conversationId: string): Promise<DataKey> {
    return (await this.keys.of(conversationId)).key;
  }

  /** Something else hangs on conversations, and goes in the unit that removes them. */
  alsoRemove(remove: (tx: Tx, conversationIds: readonly string[]) => Promise<void>): void {
    this.hangers.push(remove);
  }

  async of(enclosed: readonly { readonly id: string }[]): Promise<ReadonlyMap<string, Attachment>> {
    if (enclosed.length === 0 || !this.source) return new Map();
    return this.source.of(enclosed.map(({ id }) => id));
  }

  async remove(tx: Tx, conversationIds: readonly string[]): Promise<void> {
    await this.source?.remove(tx, conversationIds);
    for (const remove of this.hangers) await remove(tx, conversationIds);
  }
}
