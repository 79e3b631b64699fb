import { In, type EntityManager } from 'typeorm';
import type { LeafSource, RawRow, Remake } from '../audit/audit.service.js';
import { EntryRecord } from './conversation.entity.js';
import { contentDigest, entryLeaf, type Leafed } from './entry-leaf.js';

/** Conversations whose masks are looked up together. */
const PAGE = 500;
/** Leaves of sweeps read together. */
const SWEEPS = 2000;

/** What one mask did to one entry. */
interface Change {
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

/** The entries as the audit numbers them, and how they are held against it. */
export const entryLeaves: LeafSource = {
  number: 2,
  table: 'entries',
  rows: 'erasable',
  remaking: async (em, rows) => {
    const masked = rows.filter((row) => row['masked_at'] !== null).map((row) => row['conversation_id'] as string);
    const changes = await changesIn(em, [...new Set(masked)]);
    return (row) => remake(row, changes);
  },
  gap,
  erased,
};

/** A masked row is held against the masks: the first says what its leaf was made of, the last what it holds now. */
function remake(raw: RawRow, changes: ReadonlyMap<string, readonly Change[]>): ReturnType<Remake> {
  const row = entryOf(raw);
  const maskedAt = raw['masked_at'] as number | null;
  if (maskedAt === null) return entryLeaf(row);
  const own = changes.get(slotOf(row)) ?? [];
  const [first, last] = [own[0], own.at(-1)];
  const linked = own.every(({ before }, i) => i === 0 || before === own[i - 1]!.after);
  if (!first || !last || !linked || last.at !== maskedAt || last.after !== textOf(contentDigest(row))) return undefined;
  return entryLeaf(row, Buffer.from(first.before, 'base64url'));
}

/** By (conversation, seq), oldest first. A mask whose own leaf does not fit changes nothing. */
async function changesIn(em: EntityManager, conversationIds: readonly string[]): Promise<Map<string, Change[]>> {
  const changes = new Map<string, Change[]>();
  for (let from = 0; from < conversationIds.length; from += PAGE) {
    const masks = await em.find(EntryRecord, {
      where: { conversationId: In(conversationIds.slice(from, from + PAGE)), kind: 'mask' },
      order: { conversationId: 'ASC', seq: 'ASC' },
    });
    for (const mask of masks) {
      if (mask.maskedAt !== null || !mask.leaf.equals(entryLeaf(mask))) continue;
      for (const { seq, before, after } of mask.detail?.changed ?? []) {
        if (seq >= mask.seq) continue;
        const slot = slotOf({ conversationId: mask.conversationId, seq });
        changes.set(slot, [...(changes.get(slot) ?? []), { at: mask.storedAt, before, after }]);
      }
    }
  }
  return changes;
}

/** A conversation counts its entries from 1 to its head and goes whole: one that is missing was not removed lawfully. */
async function gap(em: EntityManager): ReturnType<NonNullable<LeafSource['gap']>> {
  const [torn] = await em.query<{ id: string }[]>(
    `SELECT c.id AS id FROM conversations c LEFT JOIN entries e ON e.conversation_id = c.id
     GROUP BY c.id, c.head HAVING count(e.seq) <> c.head OR min(e.seq) <> 1 OR max(e.seq) <> c.head
     ORDER BY c.id LIMIT 1`,
  );
  if (torn) return { conversation: torn.id };
  const [stray] = await em.query<{ id: string }[]>(
    `SELECT e.conversation_id AS id FROM entries e
     WHERE NOT EXISTS (SELECT 1 FROM conversations c WHERE c.id = e.conversation_id) LIMIT 1`,
  );
  return stray && { conversation: stray.id };
}

/** Entries that sweeps and customers took, by their leaves: the rows removed less the conversations themselves. */
async function erased(em: EntityManager): Promise<number> {
  let sum = 0;
  for (let after = 0; ;) {
    const leaves = await em.query<{ ordinal: number; about: string }[]>(
      `SELECT ordinal, about FROM audit_leaves WHERE verb IN ('retention.swept', 'conversation.erased')
         AND ordinal > $1
       ORDER BY ordinal LIMIT ${SWEEPS}`,
      [after],
    );
    for (const { about } of leaves) {
      const things = JSON.parse(about) as { type: string; id: string }[];
      const conversations = things.filter(({ type }) => type === 'conversation').length;
      const rows = Number(things.find(({ type }) => type === 'rows')?.id ?? 0);
      if (conversations > 0) sum += rows - conversations;
    }
    const last = leaves.at(-1);
    if (!last) return sum;
    after = last.ordinal;
  }
}

const slotOf = ({ conversationId, seq }: Pick<Leafed, 'conversationId' | 'seq'>): string => `${conversationId} ${seq}`;
const textOf = (digest: Buffer | null): string | undefined => digest?.toString('base64url');

function entryOf(raw: RawRow): Leafed {
  const json = (column: string): unknown => {
    const text = raw[column] as string | null;
    return text === null ? null : JSON.parse(text);
  };
  return {
    id: raw['id'] as string,
    conversationId: raw['conversation_id'] as string,
    seq: Number(raw['seq']),
    kind: raw['kind'] as EntryRecord['kind'],
    role: raw['role'] as EntryRecord['role'],
    authorId: raw['author_id'] as string | null,
    storedAt: Number(raw['stored_at']),
    body: raw['body'] as Buffer | null,
    masks: json('masks') as EntryRecord['masks'],
    detail: json('detail') as EntryRecord['detail'],
    subject: raw['subject'] as Buffer,
  };
}
