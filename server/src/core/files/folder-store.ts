import { constants } from 'node:fs';
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Id } from '@candour/shared/ids.js';
import { FileStore } from './file-store.js';

/** Read at once. */
const PIECE = 256 * 1024;
const UNFINISHED = '.part';

/** Files in a folder, spread over 256 others by the random end of their ids. */
export class FolderStore extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  async write(id: string, content: AsyncIterable<Uint8Array>): Promise<void> {
    const [folder, path] = [this.folderOf(id), this.pathOf(id)];
    const made = await mkdir(folder, { recursive: true, mode: 0o700 });
    if (made !== undefined) await syncFolder(this.folder);
    const unfinished = path + UNFINISHED;
    const file = await open(unfinished, 'wx', 0o600);
    try {
      for await (const piece of content) await file.write(piece);
      await file.sync();
    } catch (error) {
      await file.close();
      await rm(unfinished, { force: true });
      throw error;
    }
    await file.close();
    await rename(unfinished, path);
    await syncFolder(folder);
  }

  async size(id: string): Promise<number | undefined> {
    try {
      return (await stat(this.pathOf(id))).size;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async *read(id: string, start: number, end: number): AsyncIterable<Uint8Array> {
    const file = await open(this.pathOf(id), constants.O_RDONLY);
    try {
      for (let at = start; at < end;) {
        const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(Math.min(PIECE, end - at)), { position: at });
        if (bytesRead === 0) return;
        at += bytesRead;
        yield buffer.subarray(0, bytesRead);
      }
    } finally {
      await file.close();
    }
  }

  async remove(id: string): Promise<void> {
    const path = this.pathOf(id);
    await rm(path + UNFINISHED, { force: true });
    await rm(path, { force: true });
    await syncFolder(this.folderOf(id));
  }

  async *all(): AsyncIterable<string> {
    for await (const folder of entriesOf(this.folder)) {
      for await (const name of entriesOf(join(this.folder, folder))) {
        const id = name.endsWith(UNFINISHED) ? name.slice(0, -UNFINISHED.length) : name;
        if (Id.safeParse(id).success) yield id;
      }
    }
  }

  private folderOf(id: string): string {
    return join(this.folder, id.slice(-2));
  }

  /** @throws Error for what is no id: no other name ever becomes a path. */
  private pathOf(id: string): string {
    return join(this.folderOf(id), Id.parse(id));
  }
}

async function* entriesOf(folder: string): AsyncIterable<string> {
  try {
    for await (const { name } of await opendir(folder)) yield name;
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

/** A rename or removal is on the disk once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, constants.O_RDONLY);
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

const isMissing = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
