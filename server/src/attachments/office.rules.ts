import type { FileType } from '@candour/shared/file-types.js';
import { Refused } from '@candour/shared/errors.js';

/** Reads the bytes `[start, end)` of a file. */
export type ReadBytes = (start: number, end: number) => Promise<Buffer>;

/** Parts of a document: a long presentation has some thousands. */
const PARTS_MAX = 10_000;
/** Bytes of the table of contents. */
const TABLE_MAX = 2 * 1024 * 1024;
/** Bytes that all parts have when they are unpacked. */
const UNPACKED_MAX = 300 * 1024 * 1024;
/** How much larger one part gets; ordinary text gets ten times as large, an empty table a hundred. */
const RATIO_MAX = 200;
/** Beneath, a large ratio does nobody any harm. */
const SMALL = 1024 * 1024;

const END = 0x06054b50;
const END_LENGTH = 22;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;

/** One part, as the table of contents has it. */
interface Part {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  /** Where it begins. */
  readonly at: number;
  readonly secret: boolean;
}

/** The part that says what a document is. */
const marks: readonly (readonly [part: string, type: FileType])[] = [
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
];
const openDocuments: readonly FileType[] = [
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
];
/** Programs in a document. */
const macros = /(^|\/)(vbaProject\.bin|vbaData\.xml)$|^(Basic|Scripts)\//i;

/**
 * Which office document a zip file is. Nothing is unpacked: the table of contents alone is read, and held against the
 * file's length, so that neither what it says nor where its parts lie can be invented.
 * @throws Refused `file-type-refused` for any other zip and for one with programs, `file-unsafe` for one that grows
 * beyond measure, `file-unreadable`.
 */
export async function officeType(read: ReadBytes, size: number): Promise<FileType> {
  const parts = await partsOf(read, size);
  requireHarmless(parts, size);
  const names = new Set(parts.map(({ name }) => name));
  if (parts.some(({ name, secret }) => secret || macros.test(name))) throw new Refused('file-type-refused');
  const found = names.has('[Content_Types].xml') ? marks.find(([part]) => names.has(part))?.[1] : undefined;
  const type = found ?? (await openDocument(read, parts[0]));
  if (!type) throw new Refused('file-type-refused');
  return type;
}

/** An OpenDocument begins with its type, unpacked. */
async function openDocument(read: ReadBytes, first: Part | undefined): Promise<FileType | undefined> {
  if (first?.name !== 'mimetype' || first.at !== 0 || first.packed !== first.unpacked || first.packed > 100) {
    return undefined;
  }
  const head = await read(0, LOCAL_LENGTH + first.name.length + first.packed);
  const text = head.subarray(LOCAL_LENGTH + first.name.length).toString('latin1');
  return openDocuments.find((type) => type === text);
}

async function partsOf(read: ReadBytes, size: number): Promise<Part[]> {
  // The end may carry a comment of 64 KB.
  const tailAt = Math.max(0, size - END_LENGTH - 0xffff);
  const tail = await read(tailAt, size);
  const end = lastMark(tail);
  if (end < 0) throw new Refused('file-unreadable');
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  const at = tail.readUInt32LE(end + 16);
  if (count > PARTS_MAX || length > TABLE_MAX) throw new Refused('file-unsafe');
  // More than 65,534 parts or 4 GB would stand elsewhere; neither fits into a file that may be attached.
  if (at + length > tailAt + end || count === 0) throw new Refused('file-unreadable');
  return entriesOf(await read(at, at + length), count);
}

function lastMark(tail: Buffer): number {
  for (let at = tail.length - END_LENGTH; at >= 0; at--) if (tail.readUInt32LE(at) === END) return at;
  return -1;
}

function entriesOf(table: Buffer, count: number): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + ENTRY_LENGTH > table.length || table.readUInt32LE(at) !== ENTRY) throw new Refused('file-unreadable');
    const nameLength = table.readUInt16LE(at + 28);
    parts.push({
      secret: (table.readUInt16LE(at + 8) & 1) === 1,
      packed: table.readUInt32LE(at + 20),
      unpacked: table.readUInt32LE(at + 24),
      at: table.readUInt32LE(at + 42),
      name: table.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength).toString('utf8'),
    });
    at += ENTRY_LENGTH + nameLength + table.readUInt16LE(at + 30) + table.readUInt16LE(at + 32);
  }
  return parts;
}

/** Parts that grow beyond measure, lie upon each other, or lie outside of the file. */
function requireHarmless(parts: readonly Part[], size: number): void {
  let unpacked = 0;
  for (const part of parts) {
    unpacked += part.unpacked;
    if (unpacked > UNPACKED_MAX) throw new Refused('file-unsafe');
    if (part.unpacked > SMALL && part.unpacked > part.packed * RATIO_MAX) throw new Refused('file-unsafe');
  }
  let free = 0;
  for (const { at, packed, name } of [...parts].sort((a, b) => a.at - b.at)) {
    if (at < free) throw new Refused('file-unsafe');
    free = at + LOCAL_LENGTH + Buffer.byteLength(name) + packed;
    if (free > size) throw new Refused('file-unsafe');
  }
}
