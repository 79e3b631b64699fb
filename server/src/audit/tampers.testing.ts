import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LogBench } from './audit-log.testing.js';
import { leafOf } from './leaf.js';
import { Frontier } from './merkle.js';

/** One thing done to the log behind its back, and what is said of it. */
export interface Tamper {
  readonly words: string;
  readonly deed: (bench: LogBench) => Promise<void> | void;
  readonly fault: string;
}

/** Statements that a thief of the database would run. */
export const sql =
  (...statements: readonly string[]) =>
  (bench: LogBench): Promise<void> =>
    bench.database.write(async (tx) => {
      for (const statement of statements) await tx.em.query(statement);
    });

const hex = (bytes: Buffer, postgres: boolean): string =>
  postgres ? `'\\x${bytes.toString('hex')}'` : `x'${bytes.toString('hex')}'`;

/** Changes a leaf so well that only what is signed tells: its row, its number and the sequencer's own end. */
async function forgeThrough(bench: LogBench, ordinal: number): Promise<void> {
  const literal = (bytes: Buffer): string => hex(bytes, bench.database.engine === 'postgres');
  const forged = leafOf({ verb: 'order.read', about: [], actor: 'system:forger', at: 1 });
  await sql(
    `UPDATE audit_leaves SET verb = 'order.read', about = '[]', actor = 'system:forger', stored_at = 1,
       leaf = ${literal(forged)} WHERE ordinal = ${ordinal}`,
    `UPDATE audit_numbered SET leaf = ${literal(forged)} WHERE ordinal = ${ordinal}`,
  )(bench);
  await mendFrontier(bench);
}

async function mendFrontier(bench: LogBench): Promise<void> {
  const rows = await bench.database.read((em) =>
    em.query<{ leaf: Buffer }[]>('SELECT leaf FROM audit_numbered WHERE segment = 202602 ORDER BY number'),
  );
  const frontier = Frontier.empty();
  for (const { leaf } of rows) frontier.add(leaf);
  await bench.database.write((tx) =>
    tx.em.query('UPDATE audit_sequencer SET size = $1, frontier = $2', [frontier.size, frontier.toBytes()]),
  );
}

/** Changes the copies of a month. */
export const inFile =
  (change: (text: string) => string, name = '2026-02.txt') =>
  (bench: LogBench): void => {
    const file = join(bench.folder, name);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  };

// The log of each spec: January closed with ordinals 1 to 20, February with 21 to 45, signed at 10, 20 and 25 (45);
// 46 to 48 are numbered and not signed, 49 and 50 wait.
export const tampers: readonly Tamper[] = [
  {
    words: 'an edited verb',
    deed: sql("UPDATE audit_leaves SET verb = 'order.read' WHERE ordinal = 7"),
    fault: 'leaf-edited',
  },
  {
    words: 'an edited actor',
    deed: sql("UPDATE audit_leaves SET actor = 'staff:x' WHERE ordinal = 30"),
    fault: 'leaf-edited',
  },
  {
    words: 'an edited time',
    deed: sql('UPDATE audit_leaves SET stored_at = 5 WHERE ordinal = 47'),
    fault: 'leaf-edited',
  },
  {
    words: 'an edited list of records',
    deed: sql("UPDATE audit_leaves SET about = '[]' WHERE ordinal = 21"),
    fault: 'leaf-edited',
  },
  {
    words: 'a list of records that is none',
    deed: sql("UPDATE audit_leaves SET about = '{' WHERE ordinal = 21"),
    fault: 'leaf-edited',
  },
  {
    words: 'an edited leaf',
    deed: sql('UPDATE audit_leaves SET leaf = (SELECT leaf FROM audit_leaves WHERE ordinal = 2) WHERE ordinal = 3'),
    fault: 'leaf-changed',
  },
  {
    words: 'an edited numbered leaf',
    deed: sql('UPDATE audit_numbered SET leaf = (SELECT leaf FROM audit_leaves WHERE ordinal = 2) WHERE ordinal = 3'),
    fault: 'leaf-changed',
  },
  {
    words: 'a leaf forged with its row, number and end',
    deed: (bench) => forgeThrough(bench, 30),
    fault: 'root-differs',
  },
  { words: 'a leaf forged in a closed month', deed: (bench) => forgeThrough(bench, 5), fault: 'root-differs' },
  { words: 'a deleted leaf', deed: sql('DELETE FROM audit_leaves WHERE ordinal = 12'), fault: 'leaf-missing' },
  {
    words: 'a deleted leaf behind the last checkpoint',
    deed: sql('DELETE FROM audit_leaves WHERE ordinal = 48'),
    fault: 'leaf-missing',
  },
  { words: 'a deleted number', deed: sql('DELETE FROM audit_numbered WHERE ordinal = 12'), fault: 'number-missing' },
  {
    words: 'a deleted leaf and its number',
    deed: sql('DELETE FROM audit_leaves WHERE ordinal = 33', 'DELETE FROM audit_numbered WHERE ordinal = 33'),
    fault: 'number-missing',
  },
  {
    words: 'a deleted leaf whose gap was closed',
    deed: async (bench) => {
      await sql('DELETE FROM audit_leaves WHERE ordinal = 45', 'DELETE FROM audit_numbered WHERE ordinal = 45')(bench);
      for (const number of [25, 26, 27])
        await sql(`UPDATE audit_numbered SET number = number - 1 WHERE segment = 202602 AND number = ${number}`)(bench);
      await mendFrontier(bench);
    },
    fault: 'root-differs',
  },
  {
    words: 'two numbers exchanged',
    deed: sql(
      'UPDATE audit_numbered SET number = 1000 WHERE ordinal = 4',
      'UPDATE audit_numbered SET number = 3 WHERE ordinal = 5 AND segment = 202601',
      'UPDATE audit_numbered SET number = 4 WHERE ordinal = 4',
    ),
    fault: 'leaf-reordered',
  },
  {
    words: 'the leaves of two numbers exchanged, each with its row',
    deed: async (bench) => {
      await sql(
        'UPDATE audit_numbered SET ordinal = -1 WHERE ordinal = 46',
        'UPDATE audit_numbered SET ordinal = 46 WHERE ordinal = 47',
        'UPDATE audit_numbered SET ordinal = 47 WHERE ordinal = -1',
      )(bench);
      await sql(
        'UPDATE audit_numbered SET leaf = (SELECT leaf FROM audit_leaves l WHERE l.ordinal = audit_numbered.ordinal) WHERE ordinal IN (46, 47)',
      )(bench);
      await mendFrontier(bench);
    },
    fault: 'leaf-reordered',
  },
  {
    words: 'a tail cut',
    deed: sql('DELETE FROM audit_leaves WHERE ordinal > 40', 'DELETE FROM audit_numbered WHERE ordinal > 40'),
    fault: 'tail-cut',
  },
  {
    words: 'a tail cut with all that the database knows of it',
    deed: async (bench) => {
      await sql(
        'DELETE FROM audit_leaves WHERE ordinal > 40',
        'DELETE FROM audit_numbered WHERE ordinal > 40',
        'DELETE FROM audit_checkpoints WHERE segment = 202602 AND size > 20',
      )(bench);
      await mendFrontier(bench);
    },
    fault: 'checkpoint-removed',
  },
  {
    words: 'a month cut off',
    deed: sql(
      'DELETE FROM audit_leaves WHERE ordinal > 20',
      'DELETE FROM audit_numbered WHERE ordinal > 20',
      'DELETE FROM audit_segments WHERE segment = 202602',
      'UPDATE audit_sequencer SET segment = 202601',
    ),
    fault: 'segment-missing',
  },
  {
    words: 'all of it gone',
    deed: sql(
      'DELETE FROM audit_leaves',
      'DELETE FROM audit_numbered',
      'DELETE FROM audit_segments',
      'DELETE FROM audit_checkpoints',
      'DELETE FROM audit_sequencer',
    ),
    fault: 'checkpoint-removed',
  },
  {
    words: 'a leaf slipped in',
    deed: sql(
      'INSERT INTO audit_leaves (ordinal, txid, leaf, verb, about, actor, stored_at) SELECT -5, txid, leaf, verb, about, actor, stored_at FROM audit_leaves WHERE ordinal = 1',
    ),
    fault: 'leaf-unnumbered',
  },
  {
    words: 'a number behind the end of a closed month',
    deed: sql(
      'INSERT INTO audit_numbered (segment, number, leaf, source, ordinal) SELECT 202601, 20, leaf, 1, 49 FROM audit_leaves WHERE ordinal = 49',
    ),
    fault: 'number-surplus',
  },
  {
    words: 'a number from nowhere',
    deed: sql('UPDATE audit_numbered SET source = 9 WHERE ordinal = 2'),
    fault: 'source-unknown',
  },
  {
    words: 'a changed checkpoint',
    deed: sql('UPDATE audit_checkpoints SET size = 9 WHERE size = 10'),
    fault: 'checkpoint-changed',
  },
  {
    words: 'a changed note',
    deed: sql("UPDATE audit_checkpoints SET note = replace(note, '\n10\n', '\n9\n') WHERE size = 10"),
    fault: 'checkpoint-removed',
  },
  {
    words: 'a changed root of a checkpoint',
    deed: sql('UPDATE audit_checkpoints SET root = (SELECT leaf FROM audit_leaves WHERE ordinal = 1) WHERE size = 25'),
    fault: 'checkpoint-changed',
  },
  {
    words: 'a removed checkpoint',
    deed: sql('DELETE FROM audit_checkpoints WHERE size = 10'),
    fault: 'checkpoint-removed',
  },
  {
    words: 'a note changed in the database and in its file',
    deed: async (bench) => {
      await sql("UPDATE audit_checkpoints SET note = replace(note, '\n25\n', '\n24\n'), size = 24 WHERE size = 25")(
        bench,
      );
      inFile((text) => text.replace('\n25\n', '\n24\n'))(bench);
    },
    fault: 'copy-forged',
  },
  { words: 'a changed copy', deed: inFile((text) => text.replace('\n25\n', '\n24\n')), fault: 'copy-forged' },
  {
    words: 'a copy that is no checkpoint',
    deed: inFile((text) => `nothing to see\n${text}`),
    fault: 'copy-unreadable',
  },
  {
    words: 'a changed end of a closed month',
    deed: sql('UPDATE audit_segments SET size = 19 WHERE segment = 202601'),
    fault: 'root-differs',
  },
  {
    words: 'a changed root of a closed month',
    deed: sql(
      'UPDATE audit_segments SET root = (SELECT leaf FROM audit_leaves WHERE ordinal = 1) WHERE segment = 202601',
    ),
    fault: 'root-differs',
  },
  {
    words: 'a month opened again',
    deed: sql('UPDATE audit_segments SET size = NULL WHERE segment = 202601'),
    fault: 'segment-unclosed',
  },
  {
    words: 'a changed end of the log',
    deed: sql('UPDATE audit_sequencer SET frontier = (SELECT leaf FROM audit_leaves WHERE ordinal = 1)'),
    fault: 'frontier-differs',
  },
  { words: 'a forgotten end of the log', deed: sql('DELETE FROM audit_sequencer'), fault: 'sequencer-missing' },
];
