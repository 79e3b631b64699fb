import { openBytes, sealBytes, SEAL_EXTRA, type DataKey } from '../vault/sealing.js';

/** Bytes of a file that are sealed together. */
export const CHUNK = 64 * 1024;
export const SEALED_CHUNK = CHUNK + SEAL_EXTRA;

/** Bytes in any pieces. */
export type Bytes = AsyncIterable<Uint8Array>;
/** The same, or all of them at hand. */
export type Content = Bytes | Iterable<Uint8Array>;

/**
 * Which chunk of which file it is, and whether it is the last: so none can be moved, left out or put in, and a file
 * that was cut off does not end where it seems to.
 */
const placeOf = (fileId: string, chunk: number, last: boolean) => ({
  table: 'files',
  row: fileId,
  column: `${chunk}${last ? ' last' : ''}`,
});

/** Pieces of exactly `size` bytes, but for the last. At least one, empty where there is nothing. */
export async function* regrouped(source: Content, size: number): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source) {
    waiting.push(piece);
    length += piece.byteLength;
    // One that is full goes out only when another follows: the last one is known as such.
    if (length <= size) continue;
    let all = Buffer.concat(waiting, length);
    for (; all.length > size; all = all.subarray(size)) yield all.subarray(0, size);
    waiting = [all];
    length = all.length;
  }
  yield Buffer.concat(waiting, length);
}

/** The file as it is stored. `told` sees each sealed chunk. */
export async function* sealed(
  key: DataKey,
  fileId: string,
  source: Content,
  told: (chunk: Buffer, plain: number) => void,
): AsyncGenerator<Buffer> {
  let number = 0;
  let before: Buffer | undefined;
  const close = (plain: Buffer, last: boolean): Buffer => {
    const chunk = sealBytes(key, placeOf(fileId, number++, last), plain);
    told(chunk, plain.length);
    return chunk;
  };
  for await (const plain of regrouped(source, CHUNK)) {
    if (before) yield close(before, false);
    before = plain;
  }
  yield close(before ?? Buffer.alloc(0), true);
}

/** Length of a stored file of so many bytes. */
export const sealedSize = (size: number): number => size + Math.max(1, Math.ceil(size / CHUNK)) * SEAL_EXTRA;

/** Which chunks hold the bytes `[start, end)` of a file of `size` bytes, and where they are stored. */
export function chunksOf(size: number, start: number, end: number) {
  const first = Math.floor(start / CHUNK);
  const last = Math.max(first, Math.ceil(end / CHUNK) - 1);
  const count = Math.max(1, Math.ceil(size / CHUNK));
  return { first, count, from: first * SEALED_CHUNK, to: Math.min((last + 1) * SEALED_CHUNK, sealedSize(size)) };
}

/** The bytes `[start, end)` again, from the chunks that hold them. @throws Error when anything was changed. */
export async function* opened(
  key: DataKey,
  fileId: string,
  { size, start, end }: { readonly size: number; readonly start: number; readonly end: number },
  stored: Bytes,
): AsyncGenerator<Buffer> {
  const { first, count } = chunksOf(size, start, end);
  let number = first;
  for await (const chunk of regrouped(stored, SEALED_CHUNK)) {
    const plain = openBytes(key, placeOf(fileId, number, number === count - 1), chunk);
    const at = number++ * CHUNK;
    yield plain.subarray(Math.max(0, start - at), Math.min(plain.length, end - at));
  }
}
