import { randomBytes } from 'node:crypto';
import { CHUNK, chunksOf, opened, SEALED_CHUNK, sealed, sealedSize } from './sealed-chunks.js';

const key = { id: 'a-key', bytes: randomBytes(32) };

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}
async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}
const stored = (bytes: Buffer, id = 'a'): Promise<Buffer> =>
  whole(sealed(key, id, inPieces(bytes, 10_007), () => undefined));
function read(file: Buffer, size: number, start = 0, end = size, id = 'a'): Promise<Buffer> {
  const { from, to } = chunksOf(size, start, end);
  return whole(opened(key, id, { size, start, end }, inPieces(file.subarray(from, to), 9_001)));
}

describe('A file that is sealed in chunks', () => {
  for (const size of [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 17]) {
    it(`of ${size} bytes is read back, whole and in parts`, async () => {
      const bytes = randomBytes(size);
      const file = await stored(bytes);
      expect(file.length).toBe(sealedSize(size));
      expect((await read(file, size)).equals(bytes)).toBe(true);
      for (const [start, end] of [
        [0, 1],
        [CHUNK - 1, CHUNK + 1],
        [CHUNK, 2 * CHUNK],
        [size - 1, size],
      ] as const) {
        if (start < 0 || end > size) continue;
        expect((await read(file, size, start, end)).equals(bytes.subarray(start, end))).toBe(true);
      }
    });
  }

  it('is not read where a chunk was changed, moved, left out or taken from another file', async () => {
    const size = 3 * CHUNK;
    const file = await stored(randomBytes(size));
    const [one, two, three] = [0, 1, 2].map((i) => file.subarray(i * SEALED_CHUNK, (i + 1) * SEALED_CHUNK));
    const changed = Buffer.from(file);
    changed[SEALED_CHUNK + 100]! ^= 1;
    await expectAsync(read(changed, size)).toBeRejected();
    await expectAsync(read(Buffer.concat([two!, one!, three!]), size)).toBeRejected();
    await expectAsync(read(Buffer.concat([one!, two!]), 2 * CHUNK)).toBeRejected();
    await expectAsync(read(Buffer.concat([one!, three!]), 2 * CHUNK)).toBeRejected();
    await expectAsync(read(file, size, 0, size, 'b')).toBeRejected();
    expect((await read(file, size)).length).toBe(size);
  });
});
