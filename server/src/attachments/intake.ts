import { FILE_MAX, type FileType } from '@candour/shared/file-types.js';
import { Refused } from '@candour/shared/errors.js';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../core/database/database.js';
import { Files, type StoredFile } from '../core/files/files.service.js';
import type { Bytes } from '../core/files/sealed-chunks.js';
import { inspect, maskText } from '../core/guard/guard.rules.js';
import type { DataKey } from '../core/vault/sealing.js';
import { isMarkup, wordsOf } from './file-content.rules.js';
import { contentOf, HEAD, type Found } from './file-head.js';
import { officeType } from './office.rules.js';
import { Pictures } from './pictures.js';
import { emptied, tellingBoxes } from './video.rules.js';

const MEGABYTE = 1024 * 1024;
/** Largest text file, in bytes: it is read whole, for what must not be stored. */
const TEXT_FILE_MAX = MEGABYTE;
/** Bytes of a refused file that are still let by, so that its sender hears why. */
const LET_BY = 2 * FILE_MAX;

/** A file that was looked at and is stored, sealed, without what it should not hold. */
export interface TakenIn {
  readonly type: FileType;
  readonly file: StoredFile;
  readonly preview?: StoredFile;
  readonly width?: number;
  readonly height?: number;
}

/**
 * Takes files in as they come: each is sealed on its way to the disk, looked at there, and where it holds more than
 * its sender means to send, written anew. Nothing of a refused file stays.
 */
@Injectable()
export class Intake {
  constructor(
    @Inject(Files) private readonly files: Files,
    @Inject(Pictures) private readonly pictures: Pictures,
    @Inject(Database) private readonly database: Database,
  ) {}

  /** @throws Refused `file-empty`, `file-too-large`, `file-type-refused`, `file-unreadable`, `file-unsafe`, `picture-too-large`. */
  async take(key: DataKey, source: Bytes): Promise<TakenIn> {
    const { head, rest, whole } = await peeked(source);
    if (head.length === 0) throw new Refused('file-empty');
    const found = await contentOf(head);
    if (!found) {
      await letBy(rest);
      throw new Refused('file-type-refused');
    }
    const most = found === 'text/plain' ? TEXT_FILE_MAX : FILE_MAX;
    const raw = await this.files.put(key, limited(whole, most));
    try {
      const taken = await this.lookedAt(key, raw, found);
      if (taken.file.id !== raw.id) await this.letGo(raw);
      return taken;
    } catch (error) {
      await this.letGo(raw);
      throw error;
    }
  }

  private async lookedAt(key: DataKey, raw: StoredFile, found: Found): Promise<TakenIn> {
    switch (found) {
      case 'image/jpeg':
      case 'image/png':
      case 'image/webp':
      case 'image/gif':
        return this.picture(key, raw, found);
      case 'video/mp4':
      case 'video/quicktime':
        return this.video(key, raw, found);
      case 'text/plain':
        return this.text(key, raw);
      case 'zip':
        return { type: await officeType((start, end) => this.files.bytes(key, raw, start, end), raw.size), file: raw };
      default:
        return { type: found, file: raw };
    }
  }

  private async picture(key: DataKey, raw: StoredFile, found: FileType): Promise<TakenIn> {
    const { type, bytes, width, height, preview } = await this.pictures.anew(found, () => this.files.bytes(key, raw));
    const file = await this.files.put(key, [bytes]);
    return { type, file, preview: await this.files.put(key, [preview]), width, height };
  }

  private async video(key: DataKey, raw: StoredFile, type: FileType): Promise<TakenIn> {
    const boxes = await tellingBoxes((start, end) => this.files.bytes(key, raw, start, end), raw.size);
    if (boxes.length === 0) return { type, file: raw };
    return { type, file: await this.files.put(key, emptied(await this.files.read(key, raw), boxes)) };
  }

  /** Words are words, in a message or in a file: what must not be stored is masked. */
  private async text(key: DataKey, raw: StoredFile): Promise<TakenIn> {
    const words = wordsOf(await this.files.bytes(key, raw));
    if (words === undefined || isMarkup(words)) throw new Refused('file-type-refused');
    const { text } = maskText(words, inspect(words).spans);
    return { type: 'text/plain', file: await this.files.put(key, [Buffer.from(text)]) };
  }

  /** Files of an intake that came to nothing. */
  async letGo(...files: readonly (StoredFile | undefined)[]): Promise<void> {
    const ids = files.flatMap((file) => file?.id ?? []);
    await this.database.write((tx) => this.files.drop(tx, ids));
  }
}

/** The beginning, and the whole again. */
async function peeked(source: Bytes): Promise<{ head: Buffer; rest: Bytes; whole: Bytes }> {
  const pieces = source[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let length = 0;
  while (length < HEAD) {
    const next = await pieces.next();
    if (next.done) break;
    seen.push(next.value);
    length += next.value.byteLength;
  }
  const rest: Bytes = { [Symbol.asyncIterator]: () => pieces };
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield* seen;
    yield* rest;
  }
  return { head: Buffer.concat(seen, length).subarray(0, HEAD), rest, whole: whole() };
}

/** Lets a limited part of what is refused come in, unseen: whoever still sends would not hear the answer. */
async function letBy(source: Bytes): Promise<void> {
  let length = 0;
  for await (const piece of source) {
    length += piece.byteLength;
    if (length > LET_BY) return;
  }
}

/** @throws Refused `file-too-large` with `max` in MB. */
async function* limited(source: Bytes, most: number): AsyncGenerator<Uint8Array> {
  const pieces = source[Symbol.asyncIterator]();
  let length = 0;
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    length += next.value.byteLength;
    if (length > most) {
      await letBy({ [Symbol.asyncIterator]: () => pieces });
      throw new Refused('file-too-large', { max: most / MEGABYTE });
    }
    yield next.value;
  }
}
