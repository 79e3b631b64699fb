import { createHash } from 'node:crypto';
import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import { HOUR } from '@candour/shared/instant.js';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../clock.js';
import { Database, type Tx } from '../database/database.js';
import type { DataKey } from '../vault/sealing.js';
import { FileRemoval } from './file-removal.entity.js';
import { FileStore } from './file-store.js';
import { FilesDropped } from './files.events.js';
import { chunksOf, opened, sealed, sealedSize, type Bytes, type Content } from './sealed-chunks.js';

/** A file that no record has taken by then is removed. */
const TAKEN_WITHIN = HOUR;

export interface StoredFile {
  readonly id: string;
  /** Bytes, unsealed. */
  readonly size: number;
  /** SHA-256 of what is stored. */
  readonly digest: Buffer;
}

/** Sealed files. Each has a record or a removal that waits, whatever is cut off when. */
@Injectable()
export class Files {
  constructor(
    @Inject(FileStore) private readonly store: FileStore,
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Stores what comes, chunk by chunk. It lasts an hour, unless a record takes it. */
  async put(key: DataKey, content: Content): Promise<StoredFile> {
    const now = this.clock.now();
    const id = newId(now);
    await this.database.write((tx) =>
      tx.em.insert(FileRemoval, { id, dueAt: now + TAKEN_WITHIN, begun: false, attempts: 0 }),
    );
    const hash = createHash('sha256');
    let size = 0;
    try {
      await this.store.write(
        id,
        sealed(key, id, content, (chunk, plain) => {
          hash.update(chunk);
          size += plain;
        }),
      );
    } catch (error) {
      await this.database.write((tx) => this.drop(tx, [id]));
      throw error;
    }
    return { id, size, digest: hash.digest() };
  }

  /** A record of this unit has the files from now on. @throws Refused `file-gone` where one was let go meanwhile. */
  async take(tx: Tx, ids: readonly string[]): Promise<void> {
    const { affected } = await tx.em.delete(FileRemoval, { id: In([...ids]), begun: false });
    if (affected !== ids.length) throw new Refused('file-gone');
  }

  /** The record of these files goes in this unit; they follow after the commit. */
  async drop(tx: Tx, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const dueAt = this.clock.now();
    for (let from = 0; from < ids.length; from += 500) {
      const part = ids.slice(from, from + 500);
      await tx.em.delete(FileRemoval, { id: In(part) });
      await tx.em.insert(
        FileRemoval,
        part.map((id) => ({ id, dueAt, begun: false, attempts: 0 })),
      );
    }
    tx.tell(new FilesDropped(ids.length));
  }

  /**
   * The bytes `[start, end)` of a file of `size` bytes.
   * @throws Refused `not-found` where it has gone; Error where it was cut off or changed.
   */
  async read(key: DataKey, { id, size }: Omit<StoredFile, 'digest'>, start = 0, end = size): Promise<Bytes> {
    const stored = await this.store.size(id);
    if (stored === undefined) throw new Refused('not-found');
    if (stored !== sealedSize(size)) throw new Error('A stored file is not as long as it was.');
    const { from, to } = chunksOf(size, start, end);
    return opened(key, id, { size, start, end }, this.store.read(id, from, to));
  }

  /** The same in one piece, for parts that are known to be small. */
  async bytes(key: DataKey, file: Omit<StoredFile, 'digest'>, start = 0, end = file.size): Promise<Buffer> {
    const pieces: Uint8Array[] = [];
    for await (const piece of await this.read(key, file, start, end)) pieces.push(piece);
    return Buffer.concat(pieces);
  }
}
