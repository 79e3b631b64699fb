import { Refused } from '@candour/shared/errors.js';
import type { ReadBytes } from './office.rules.js';

/** Bytes that are emptied, `[start, end)`, beneath a box that from now on is called `free`. */
export interface Emptied {
  /** Where the box's name stands. */
  readonly name: number;
  readonly start: number;
  readonly end: number;
}

/** Boxes that a video is made of; what they say is kept. */
const containers: ReadonlySet<string> = new Set(['moov', 'trak', 'mdia', 'moof', 'traf']);
/** What a device writes about the place, itself and its owner. */
const telling: ReadonlySet<string> = new Set(['udta', 'meta', 'uuid', 'XMP_', 'gps ', 'cprt']);
const BOXES_MAX = 5_000;
const DEPTH_MAX = 6;

/**
 * Which boxes of an MP4 or QuickTime file say where, with what and by whom it was taken (ISO/IEC 14496-12). Emptied in
 * their place, so that nothing else moves and the pictures are found where they were.
 * @throws Refused `file-unreadable` where the boxes do not fill the file, `file-unsafe` where they are too many.
 */
export async function tellingBoxes(read: ReadBytes, size: number): Promise<Emptied[]> {
  const found: Emptied[] = [];
  let boxes = 0;
  const walk = async (from: number, to: number, depth: number): Promise<void> => {
    if (depth > DEPTH_MAX) throw new Refused('file-unsafe');
    for (let at = from; at + 8 <= to;) {
      if (++boxes > BOXES_MAX) throw new Refused('file-unsafe');
      const head = await read(at, Math.min(at + 16, to));
      const name = head.toString('latin1', 4, 8);
      const { length, own } = lengthOf(head, to - at);
      // QuickTime ends a list of user data with four zero bytes; nothing else may be shorter than its head.
      if (length < own || at + length > to) throw new Refused('file-unreadable');
      if (telling.has(name)) found.push({ name: at + 4, start: at + own, end: at + length });
      else if (containers.has(name)) await walk(at + own, at + length, depth + 1);
      at += length;
    }
  };
  await walk(0, size, 0);
  return found;
}

/** A length of 0 reaches to the end, one of 1 stands in eight bytes behind the name. */
function lengthOf(head: Buffer, left: number): { length: number; own: number } {
  const short = head.readUInt32BE(0);
  if (short === 0) return { length: left, own: 8 };
  if (short !== 1) return { length: short, own: 8 };
  if (head.length < 16) throw new Refused('file-unreadable');
  return { length: Number(head.readBigUInt64BE(8)), own: 16 };
}

/** The file with those boxes empty. `boxes` in the order of the file. */
export async function* emptied(source: AsyncIterable<Uint8Array>, boxes: readonly Emptied[]): AsyncGenerator<Buffer> {
  let at = 0;
  let next = 0;
  for await (const piece of source) {
    const bytes = Buffer.from(piece);
    const end = at + bytes.length;
    while (boxes[next] && boxes[next]!.end <= at) next++;
    for (let i = next; boxes[i] && boxes[i]!.name < end; i++) {
      const box = boxes[i]!;
      bytes.fill(0, Math.max(0, box.start - at), Math.max(0, Math.min(box.end, end) - at));
      for (let letter = 0; letter < 4; letter++) {
        const place = box.name + letter - at;
        if (place >= 0 && place < bytes.length) bytes[place] = 'free'.charCodeAt(letter);
      }
    }
    at = end;
    yield bytes;
  }
}
