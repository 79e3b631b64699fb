/** Where a record begins, both from 1. `record` is its number, where a line need not be one record. */
export interface RecordPlace {
  readonly line: number;
  readonly record?: number;
}

/** A record of a file as it was read: its text, or why it could not be. */
export type RawRecord = RecordPlace &
  ({ readonly text: string } | { readonly reason: 'record-too-large' | 'record-not-an-object' | 'file-ends-early' });

/** Largest record, in bytes. */
export const RECORD_MAX = 1024 * 1024;
/** So much of the file is looked at to tell how its records stand. */
export const HEAD = 64 * 1024;

const [QUOTE, BACKSLASH, OPEN, CLOSE, LIST, LIST_END, NEWLINE] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d, 0x0a];
const between = new Set([0x20, 0x09, 0x0d, NEWLINE, 0x2c]);

/**
 * Cuts a stream of JSON into its records: an array, `{"orders": [...]}`, one record a line, or records one after
 * another. Each is given as text, so that one that cannot be parsed harms no other; memory holds one at a time.
 */
export async function* jsonRecords(chunks: AsyncIterable<Buffer>, head: Buffer): AsyncGenerator<RawRecord> {
  const text = head.toString('utf8').replace(/^\uFEFF/, '');
  const opening = /^\s*(?:\{\s*"orders"\s*:\s*)?\[/.exec(text);
  const mark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  if (opening) yield* new Values(opening[0]).records(chunks, mark);
  else if (isByLine(text)) yield* lines(chunks);
  else yield* new Values('').records(chunks, mark);
}

function isByLine(text: string): boolean {
  const [first = '', second = ''] = text.split('\n').filter((line) => line.trim() !== '');
  if (second.startsWith('{') && first.trim() !== '{') return true;
  try {
    return typeof JSON.parse(first) === 'object';
  } catch {
    return false;
  }
}

async function* lines(chunks: AsyncIterable<Buffer>): AsyncGenerator<RawRecord> {
  let line = 1;
  let parts: Buffer[] = [];
  let size = 0;
  const take = function* (): Generator<RawRecord> {
    if (size > RECORD_MAX) yield { line, reason: 'record-too-large' };
    else {
      const text = Buffer.concat(parts)
        .toString('utf8')
        .replace(/^\uFEFF/, '')
        .trim();
      if (text !== '') yield { line, text };
    }
    parts = [];
    size = 0;
    line++;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      size += at - from;
      if (size <= RECORD_MAX) parts.push(chunk.subarray(from, at));
      yield* take();
      from = at + 1;
    }
    size += chunk.length - from;
    if (size <= RECORD_MAX) parts.push(chunk.subarray(from));
  }
  yield* take();
}

/** Finds objects by their braces, behind the opening of the list that holds them. */
class Values {
  private depth = 0;
  private inText = false;
  private escaped = false;
  private number = 0;
  private line: number;
  /** Line on which the value under way begins. */
  private begun = 1;
  private parts: Buffer[] = [];
  private size = 0;
  private stray = false;
  private over = false;

  constructor(private readonly opening: string) {
    this.line = opening.split('\n').length;
  }

  async *records(chunks: AsyncIterable<Buffer>, mark: number): AsyncGenerator<RawRecord> {
    let skip = mark + Buffer.byteLength(this.opening);
    for await (const chunk of chunks) {
      const from = Math.min(skip, chunk.length);
      skip -= from;
      if (from < chunk.length && !this.over) yield* this.cut(chunk, from);
    }
    if (this.stray && this.depth === 0) yield this.notAnObject();
    if (this.depth > 0) yield { line: this.begun, record: this.number + 1, reason: 'file-ends-early' };
    else if (this.opening !== '' && !this.over)
      yield { line: this.line, record: this.number + 1, reason: 'file-ends-early' };
  }

  private *cut(chunk: Buffer, from: number): Generator<RawRecord> {
    let start = from;
    for (let i = from; i < chunk.length; i++) {
      const byte = chunk[i]!;
      if (byte === NEWLINE) this.line++;
      if (this.inText) {
        if (this.escaped) this.escaped = false;
        else if (byte === BACKSLASH) this.escaped = true;
        else if (byte === QUOTE) this.inText = false;
      } else if (byte === QUOTE) {
        this.inText = true;
        if (this.depth === 0) this.astray();
      } else if (byte === OPEN || byte === LIST) {
        if (this.depth++ === 0) {
          start = i;
          this.begun = this.line;
        }
      } else if (byte === CLOSE || byte === LIST_END) {
        if (this.depth === 0) {
          if (this.stray) yield this.notAnObject();
          this.over = true;
          return;
        }
        if (--this.depth === 0) yield this.complete(chunk.subarray(start, i + 1));
      } else if (this.depth === 0) {
        if (!between.has(byte)) this.astray();
        else if (this.stray && byte === 0x2c) yield this.notAnObject();
      }
    }
    if (this.depth > 0) this.keep(chunk.subarray(start));
  }

  private keep(part: Buffer): void {
    this.size += part.length;
    if (this.size <= RECORD_MAX) this.parts.push(part);
    else this.parts = [];
  }

  private complete(last: Buffer): RawRecord {
    this.keep(last);
    const place = { line: this.begun, record: ++this.number };
    const tooLarge = this.size > RECORD_MAX;
    const text = tooLarge ? '' : Buffer.concat(this.parts).toString('utf8');
    this.parts = [];
    this.size = 0;
    this.stray = false;
    return tooLarge ? { ...place, reason: 'record-too-large' } : { ...place, text };
  }

  private astray(): void {
    if (!this.stray) this.begun = this.line;
    this.stray = true;
  }

  private notAnObject(): RawRecord {
    this.stray = false;
    return { line: this.begun, record: ++this.number, reason: 'record-not-an-object' };
  }
}
