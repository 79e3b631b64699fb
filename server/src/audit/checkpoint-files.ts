import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { monthText } from './months.js';

/** A whole note and the blank line behind it; `$` ends what a crash may have torn. */
const WHOLE = /[^\n]+\n\d+\n[^\n]+\n\n\u2014 [^\n]+\n\n/g;

export interface CheckpointFile {
  readonly name: string;
  readonly notes: readonly string[];
  /** What stands between or behind whole notes: a torn write, or somebody's hand. */
  readonly rest: string;
}

/**
 * The copies of checkpoints outside the database, a file a month: a log that is cut at its tail no longer fits
 * them. Synced to disk before the checkpoint counts as made.
 */
export class CheckpointFiles {
  constructor(private readonly folder: string) {}

  /** Adds a note unless it stands there already; cuts what a crash left of an unfinished one. */
  append(segment: number, note: string): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const path = join(this.folder, `${monthText(segment)}.txt`);
    const known = existsSync(path) ? parse(path, readFileSync(path, 'utf8')) : undefined;
    if (known?.notes.includes(note)) return;
    const file = openSync(path, known ? 'r+' : 'wx', 0o600);
    try {
      const end = known ? Buffer.byteLength(known.notes.map((one) => `${one}\n`).join('')) : 0;
      // Only a torn tail is cut; anything else is left for `audit verify` to find.
      const at = known && known.torn ? end : (known?.length ?? 0);
      ftruncateSync(file, at);
      writeSync(file, `${note}\n`, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (!known) syncFolder(this.folder);
  }

  read(): CheckpointFile[] {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => parse(name, readFileSync(join(this.folder, name), 'utf8')));
  }
}

interface Parsed extends CheckpointFile {
  /** In bytes. */
  readonly length: number;
  /** The rest stands at the end alone. */
  readonly torn: boolean;
}

function parse(name: string, text: string): Parsed {
  const notes = (text.match(WHOLE) ?? []).map((note) => note.slice(0, -1));
  const rest = text.replace(WHOLE, '');
  return { name, notes, rest, length: Buffer.byteLength(text), torn: rest !== '' && text.endsWith(rest) };
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
