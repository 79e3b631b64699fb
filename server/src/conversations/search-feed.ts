import { setImmediate as turn } from 'node:timers/promises';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import type { StaffActor } from '../core/access/actor.js';
import { Database, type Engine } from '../core/database/database.js';
import { Vault } from '../core/vault/vault.js';
import {
  SearchSources,
  type Changed,
  type FoundEntry,
  type LogBatch,
  type LogPassage,
  type LogPlace,
  type Narrowing,
  type SearchSource,
  type Shown,
} from '../search/search-sources.service.js';
import { EntryRecord } from './conversation.entity.js';
import { shownRows, type ShownRow } from './search-feed.query.js';

/** Bodies opened before others get their turn. */
const OPENED = 50;

type Row = Pick<
  EntryRecord,
  'ordinal' | 'txid' | 'id' | 'conversationId' | 'seq' | 'kind' | 'role' | 'storedAt' | 'body' | 'keyId'
>;

const COLUMNS = `ordinal, txid, id, conversation_id AS "conversationId", seq, kind, role, stored_at AS "storedAt", body,
  key_id AS "keyId"`;
const byOrdinal = `SELECT ${COLUMNS} FROM entries WHERE ordinal > $1 AND ordinal <= $2 ORDER BY ordinal LIMIT $3`;
/** A lower ordinal may commit later: by transaction, and only those older than every running one (see audit). */
const byCommit = `SELECT ${COLUMNS} FROM entries
  WHERE ordinal > $1 AND (txid, ordinal) > ($2, $3) AND txid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
  ORDER BY txid, ordinal LIMIT $4`;
/** Entries of transactions that this server has not begun were restored from another one. */
const restored = `SELECT coalesce(max(ordinal), 0) AS floor FROM entries
  WHERE txid >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint`;

/** The log of the conversations, as search reads it. */
@Injectable()
export class SearchFeed implements SearchSource, OnModuleInit {
  private readonly engine: Engine;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(SearchSources) private readonly sources: SearchSources,
  ) {
    this.engine = database.engine;
  }

  onModuleInit(): void {
    this.sources.register(this);
  }

  async start(): Promise<LogPlace> {
    // On SQLite there is one writer: ordinals are the order of commits.
    if (this.engine === 'sqlite') return { floor: Number.MAX_SAFE_INTEGER, txid: 0, ordinal: 0 };
    const [row] = await this.database.readLong((em) => em.query<{ floor: number }[]>(restored));
    return { floor: row?.floor ?? 0, txid: 0, ordinal: 0 };
  }

  async after({ floor, txid, ordinal }: LogPlace, limit: number, only?: LogPassage['by']): Promise<LogBatch> {
    const ordered = txid === 0 && ordinal < floor;
    const rows = await this.database.readLong((em) =>
      em.query<Row[]>(
        ordered ? byOrdinal : byCommit,
        ordered ? [ordinal, floor, limit] : [floor, txid, ordinal, limit],
      ),
    );
    const last = rows.at(-1);
    const passages = await this.passages(only ? rows.filter(({ role }) => role === only) : rows);
    const short = rows.length < limit;
    // Behind what was restored counting begins anew.
    const turned = ordered && short && this.engine === 'postgres' && floor < Number.MAX_SAFE_INTEGER;
    const place = turned
      ? { floor, txid: 0, ordinal: floor }
      : { floor, txid: ordered ? 0 : (last?.txid ?? txid), ordinal: last?.ordinal ?? ordinal };
    return { passages, place, atEnd: short && !turned };
  }

  async again({ conversationId, seqs }: Changed): Promise<readonly LogPassage[]> {
    // Of a conversation that went nothing is left to be read.
    if (!seqs || seqs.length === 0) return [];
    const rows = await this.database.readLong((em) => em.findBy(EntryRecord, { conversationId, seq: In([...seqs]) }));
    return this.passages(rows);
  }

  async show(
    actor: StaffActor,
    narrowing: Narrowing,
    found: readonly { ordinal: number; conversationId: string }[],
    limit: number,
  ): Promise<Shown> {
    if (found.length === 0) return { ordinals: [], opened: () => Promise.resolve([]) };
    const { sql, parameters, rows: list } = shownRows(this.engine, actor, narrowing, found, limit);
    const rows = list.read(await this.database.read((em) => em.query(sql, parameters)));
    const last = rows.at(-1);
    return {
      ordinals: rows.map(({ ordinal }) => ordinal),
      opened: () => this.opened(rows),
      ...(rows.length === limit && last ? { downTo: last.ordinal } : {}),
    };
  }

  private async opened(rows: readonly ShownRow[]): Promise<FoundEntry[]> {
    const texts = new Map((await this.passages(rows)).map(({ ordinal, text }) => [ordinal, text]));
    return rows.flatMap((row): FoundEntry[] => {
      const text = texts.get(row.ordinal);
      return text === undefined ? [] : [foundEntry(row, text)];
    });
  }

  /** In slices, so that a message never waits for a batch of them. What has lost its key is not to be read. */
  private async passages(rows: readonly Row[]): Promise<LogPassage[]> {
    const said = rows.filter(({ kind, body }) => body !== null && (kind === 'message' || kind === 'note'));
    const keys = await this.vault.keys(said.map(({ keyId }) => keyId));
    const passages: LogPassage[] = [];
    for (const [i, { ordinal, txid, id, conversationId, seq, kind, role, storedAt, body, keyId }] of said.entries()) {
      if (i > 0 && i % OPENED === 0) await turn();
      const key = keys.get(keyId);
      if (!key || !body) continue;
      const text = this.vault.open(key, { table: 'entries', row: id, column: 'body' }, body);
      passages.push({ ordinal, txid, conversationId, seq, storedAt, staffOnly: kind === 'note', by: role, text });
    }
    return passages;
  }
}

function foundEntry(row: ShownRow, text: string): FoundEntry {
  const { conversationId, number, status, channel, topic, language, assigneeId } = row;
  return {
    ordinal: row.ordinal,
    id: row.id,
    seq: row.seq,
    at: row.storedAt,
    by: row.role,
    ...(row.kind === 'note' ? { note: true as const } : {}),
    conversation: {
      ...{ id: conversationId, number, status, channel, topic, language },
      ...(assigneeId === null ? {} : { assigneeId }),
    },
    text,
  };
}
