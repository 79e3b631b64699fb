import { DAY } from '@candour/shared/instant.js';
import { MoreThanOrEqual, type EntityManager } from 'typeorm';
import type { Database } from '../core/database/database.js';
import { AuditCheckpoint, AuditNumbered, AuditSegment, AuditSequencerRow } from './audit-log.entity.js';
import type { CheckpointFile } from './checkpoint-files.js';
import type { CheckpointSigner } from './checkpoint-note.js';
import type { LeafSource } from './leaf-source.js';
import { Frontier } from './merkle.js';
import { endOfMonth, monthText } from './months.js';
import { AuditFault, SourceCheck, type NumberedRow } from './verify-sources.js';

/** Rows looked at together. */
const CHUNK = 5000;

export interface VerifyAsk {
  readonly database: Database;
  readonly sources: readonly LeafSource[];
  readonly signer: CheckpointSigner;
  /** The copies outside the database: the desk's own, and those that were handed out. */
  readonly files: readonly CheckpointFile[];
}

export interface Verified {
  readonly segments: { readonly month: string; readonly leaves: number; readonly dropped: boolean }[];
  /** Signed heads found right, in the database and in files. */
  readonly checkpoints: number;
  readonly copies: number;
  /** Copies that only the database has: a crash came before the file. */
  readonly withoutCopy: number;
  /** Leaves made again from their stored fields. */
  readonly remade: number;
  /** Committed leaves that have no number yet. */
  readonly waiting: number;
}

/** A head that the log must have had: where, how long, which root, and who says so. */
interface Claim {
  readonly size: number;
  readonly root: Buffer;
  readonly by: string;
}

/**
 * Makes the whole log again from what is stored and holds it against every signed head.
 * @throws AuditFault that names the first thing that does not fit.
 */
export async function verifyAudit({ database, sources, signer, files }: VerifyAsk): Promise<Verified> {
  const claims = new Map<number, Claim[]>();
  const claim = (segment: number, one: Claim): void => {
    claims.set(segment, [...(claims.get(segment) ?? []), one]);
  };
  // Copies first, then the database: what is signed while this runs is not asked for.
  const copies = copiesIn(files, signer, claim);
  const { kept, segments, tail } = await database.readLong(readHeads);
  const known = new Set(kept.map(({ note }) => note));
  for (const { note, name } of copies) {
    if (!known.has(note)) throw new AuditFault('checkpoint-removed', { file: name });
  }
  for (const one of kept) {
    const head = signer.read(one.note);
    const by = `the checkpoint ${monthText(one.segment)}/${one.size}`;
    if (!head) throw new AuditFault('checkpoint-forged', { by });
    if (head.segment !== one.segment || head.size !== one.size || !head.root.equals(one.root)) {
      throw new AuditFault('checkpoint-changed', { by });
    }
    claim(one.segment, { size: one.size, root: one.root, by });
  }
  for (const segment of claims.keys()) {
    if (!segments.some((row) => row.segment === segment)) {
      throw new AuditFault('segment-missing', { month: monthText(segment) });
    }
  }

  const check = new SourceCheck(database, sources, tail, numberedSince(segments));
  const verified: Verified['segments'] = [];
  for (const row of segments) {
    const month = monthText(row.segment);
    const asked = claims.get(row.segment) ?? [];
    const end = endOf(row, tail, month);
    if (end.root) asked.push({ size: end.size, root: end.root, by: `the end of ${month}` });
    const dropped = row.dropAskedAt !== null;
    if (dropped) checkDropped(month, end.size, asked);
    else await checkSegment(database, check, row.segment, end.size, asked, end.root ? undefined : tail);
    verified.push({ month, leaves: end.size, dropped });
  }
  const waiting = await check.unnumbered();
  await check.whole();
  return {
    segments: verified,
    checkpoints: kept.length,
    copies: copies.length,
    withoutCopy: kept.filter(({ note }) => !copies.some((copy) => copy.note === note)).length,
    remade: check.remade,
    waiting,
  };
}

interface Heads {
  readonly kept: AuditCheckpoint[];
  readonly segments: AuditSegment[];
  readonly tail: AuditSequencerRow | undefined;
}

/** Rows stored earlier may have lost their number with a dropped month; clocks of nodes differ by less than a day. */
function numberedSince(segments: readonly AuditSegment[]): number {
  const dropped = segments.filter(({ dropAskedAt }) => dropAskedAt !== null).map(({ segment }) => segment);
  return dropped.length === 0 ? 0 : endOfMonth(Math.max(...dropped)) + DAY;
}

/** How long a month's log is: what it was closed with, or where the sequencer stands in it. */
function endOf(row: AuditSegment, tail: AuditSequencerRow | undefined, month: string): { size: number; root?: Buffer } {
  if (row.size !== null && row.root !== null) return { size: row.size, root: row.root };
  if (row.segment === tail?.segment && row.dropAskedAt === null) return { size: tail.size };
  throw new AuditFault('segment-unclosed', { month });
}

/** Checkpoints before the tail, so that each of them is covered; again when the month turns in between. */
async function readHeads(em: EntityManager): Promise<Heads> {
  for (;;) {
    const kept = await em.find(AuditCheckpoint, { order: { segment: 'ASC', size: 'ASC' } });
    const segments = await em.find(AuditSegment, { order: { segment: 'ASC' } });
    const tail = (await em.findOneBy(AuditSequencerRow, {})) ?? undefined;
    const last = segments.at(-1)?.segment;
    if (tail && last !== undefined && tail.segment > last) {
      if (await em.existsBy(AuditSegment, { segment: tail.segment })) continue;
      throw new AuditFault('segment-missing', { month: monthText(tail.segment) });
    }
    if (!tail && segments.length > 0) throw new AuditFault('sequencer-missing', {});
    if (tail && tail.segment !== last) throw new AuditFault('segment-missing', { month: monthText(tail.segment) });
    return { kept, segments, tail };
  }
}

function copiesIn(
  files: readonly CheckpointFile[],
  signer: CheckpointSigner,
  claim: (segment: number, one: Claim) => void,
): { note: string; name: string }[] {
  return files.flatMap(({ name, notes, rest }) => {
    if (rest.trim() !== '') throw new AuditFault('copy-unreadable', { file: name });
    return notes.map((note, i) => {
      const head = signer.read(note);
      if (!head) throw new AuditFault('copy-forged', { file: name, note: i + 1 });
      claim(head.segment, { size: head.size, root: head.root, by: `note ${i + 1} of ${name}` });
      return { note, name };
    });
  });
}

/** Of a dropped month its signed heads and its end are left: they must agree. */
function checkDropped(month: string, size: number, asked: readonly Claim[]): void {
  const ends = asked.filter((one) => one.size === size);
  for (const one of asked) {
    if (one.size > size) throw new AuditFault('tail-cut', { month, leaves: size, by: one.by });
    const differs = one.size === size && ends.some((end) => !end.root.equals(one.root));
    if (differs) throw new AuditFault('root-differs', { month, by: one.by });
  }
}

async function checkSegment(
  database: Database,
  check: SourceCheck,
  segment: number,
  size: number,
  asked: readonly Claim[],
  tail: AuditSequencerRow | undefined,
): Promise<void> {
  const month = monthText(segment);
  const bySize = new Map<number, Claim[]>();
  for (const one of asked) bySize.set(one.size, [...(bySize.get(one.size) ?? []), one]);
  const longest = asked.reduce<Claim | undefined>((a, b) => (a && a.size >= b.size ? a : b), undefined);
  const frontier = Frontier.empty();
  const judge = (): void => {
    for (const one of bySize.get(frontier.size) ?? []) {
      if (!one.root.equals(frontier.root())) throw new AuditFault('root-differs', { month, by: one.by });
    }
  };
  judge();
  while (frontier.size < size) {
    const rows = await database.readLong((em) =>
      em.query<NumberedRow[]>(
        `SELECT number, leaf, source, ordinal FROM audit_numbered
         WHERE segment = $1 AND number >= $2 AND number < $3 ORDER BY number`,
        [segment, frontier.size, Math.min(frontier.size + CHUNK, size)],
      ),
    );
    await check.chunk(month, rows);
    for (const row of rows) {
      if (row.number !== frontier.size) throw new AuditFault('number-missing', { month, number: frontier.size });
      frontier.add(row.leaf);
      judge();
    }
    if (rows.length === 0) {
      if (longest && longest.size > frontier.size) {
        throw new AuditFault('tail-cut', { month, leaves: frontier.size, by: longest.by });
      }
      throw new AuditFault('number-missing', { month, number: frontier.size });
    }
  }
  if (longest && longest.size > size) throw new AuditFault('tail-cut', { month, leaves: size, by: longest.by });
  if (
    !tail &&
    (await database.readLong((em) => em.existsBy(AuditNumbered, { segment, number: MoreThanOrEqual(size) })))
  ) {
    throw new AuditFault('number-surplus', { month, number: size });
  }
  if (tail && !tail.frontier.equals(frontier.toBytes())) throw new AuditFault('frontier-differs', { month });
}
