import type { Entries, EntriesAsk, Entry } from '@candour/shared/conversations.js';
import { Injectable } from '@nestjs/common';
import { In, LessThan, MoreThan, MoreThanOrEqual } from 'typeorm';
import { Database } from '../core/database/database.js';
import type { DataKey } from '../core/vault/sealing.js';
import { Vault } from '../core/vault/vault.js';
import { StaffService } from '../staff/staff.service.js';
import { EntryRecord } from './conversation.entity.js';
import { Enclosures } from './enclosures.service.js';
import type { Part } from './split-cards.js';

/** A conversation's newest message, as it is stored. */
interface Last {
  readonly id: string;
  readonly lastId: string | null;
  readonly lastBody: Buffer | null;
  readonly lastKeyId: string | null;
}

/** Reads the log of a conversation back: the same entries, in the same order, for every reader. */
@Injectable()
export class EntryReader {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly staff: StaffService,
    private readonly enclosures: Enclosures,
  ) {}

  /** A page of entries, oldest first: those after `since`, or the newest before `before`, or the newest. */
  async page(conversationId: string, head: number, ask: EntriesAsk): Promise<Entries> {
    const { since, before } = ask;
    const forward = since !== undefined;
    const seq = forward ? MoreThan(since) : before === undefined ? undefined : LessThan(before);
    const rows = await this.database.read((em) =>
      em.find(EntryRecord, {
        where: { conversationId, ...(seq ? { seq } : {}) },
        order: { seq: forward ? 'ASC' : 'DESC' },
        take: ask.limit + 1,
      }),
    );
    const more = rows.length > ask.limit;
    const page = rows.slice(0, ask.limit);
    if (!forward) page.reverse();
    return { entries: await this.views(page), head: Math.max(head, page.at(-1)?.seq ?? 0), more };
  }

  /** Opens many entries of one or more conversations in one pass. */
  async views(rows: readonly EntryRecord[]): Promise<Entry[]> {
    const texts = await this.texts(rows);
    const masked = await this.masked(rows);
    const files = await this.enclosures.of(rows.flatMap(({ detail }) => detail?.attachments ?? []));
    const names = await this.staff.names(
      rows.flatMap((row) => (row.role === 'staff' && row.authorId ? [row.authorId] : [])),
    );
    return rows.map((row) => {
      const name = row.authorId === null ? undefined : names.get(row.authorId);
      const text = texts.get(row.id);
      return {
        seq: row.seq,
        id: row.id,
        kind: row.kind,
        at: row.storedAt,
        by: { role: row.role, ...(row.authorId ? { id: row.authorId } : {}), ...(name ? { name } : {}) },
        ...(row.clientId ? { clientId: row.clientId } : {}),
        ...(text === undefined ? {} : { text }),
        ...(row.masks ? { masks: row.masks } : {}),
        ...(row.detail?.attachments
          ? { attachments: row.detail.attachments.flatMap((one) => files.get(one.id) ?? []) }
          : {}),
        ...(row.detail?.mentions ? { mentions: [...row.detail.mentions] } : {}),
        ...(row.detail?.fact ? { fact: row.detail.fact } : {}),
        ...(row.detail?.targets
          ? {
              targets: row.detail.targets.map((target) => ({
                ...target,
                ...masked.get(`${row.conversationId} ${target.seq}`),
              })),
            }
          : {}),
      };
    });
  }

  /** The newest words of conversations whose rows brought them along, sealed, for previews. */
  async lastTexts(records: readonly Last[]): Promise<Map<string, string>> {
    const keys = await this.vault.keys(records.flatMap(({ lastBody, lastKeyId }) => (lastBody && lastKeyId) || []));
    return new Map(
      records.flatMap(({ id, lastId, lastBody, lastKeyId }): [string, string][] => {
        const key = lastKeyId === null ? undefined : keys.get(lastKeyId);
        if (lastId === null || !lastBody || !key) return [];
        return [[id, this.vault.open(key, { table: 'entries', row: lastId, column: 'body' }, lastBody)]];
      }),
    );
  }

  /** The newest messages of one side since an instant, oldest first: what a split card number may stand in. */
  async recentOf(
    conversationId: string,
    role: 'customer' | 'staff',
    key: DataKey,
    since: number,
    limit: number,
  ): Promise<Part[]> {
    const rows = await this.database.read((em) =>
      em.find(EntryRecord, {
        where: { conversationId, role, kind: In(['message', 'note']), storedAt: MoreThanOrEqual(since) },
        order: { seq: 'DESC' },
        take: limit,
      }),
    );
    return rows.reverse().flatMap((row) => {
      if (!row.body || !row.clientId || row.keyId !== key.id) return [];
      const text = this.vault.open(key, { table: 'entries', row: row.id, column: 'body' }, row.body);
      const sent = Promise.resolve({ id: row.id, seq: row.seq, at: row.storedAt });
      const { clientId, id: entryId, masks, storedAt: at } = row;
      return [{ clientId, entryId, note: row.kind === 'note', text, masks: masks ?? [], at, sent }];
    });
  }

  /** The texts that mask entries speak of, as they read now. */
  private async masked(rows: readonly EntryRecord[]): Promise<Map<string, { text: string; note?: true }>> {
    const slots = rows.flatMap((row) =>
      row.kind === 'mask'
        ? (row.detail?.targets ?? []).map(({ seq }) => ({ conversationId: row.conversationId, seq }))
        : [],
    );
    if (slots.length === 0) return new Map();
    const targets = await this.database.read((em) => em.find(EntryRecord, { where: slots }));
    const texts = await this.texts(targets);
    return new Map(
      targets.map((row) => [
        `${row.conversationId} ${row.seq}`,
        { text: texts.get(row.id) ?? '', ...(row.kind === 'note' ? { note: true as const } : {}) },
      ]),
    );
  }

  private async texts(rows: readonly EntryRecord[]): Promise<Map<string, string>> {
    const keys = await this.vault.keys(rows.flatMap((row) => (row.body ? [row.keyId] : [])));
    return new Map(
      rows.flatMap((row) => {
        const key = keys.get(row.keyId);
        if (!row.body || !key) return [];
        return [[row.id, this.vault.open(key, { table: 'entries', row: row.id, column: 'body' }, row.body)] as const];
      }),
    );
  }
}
