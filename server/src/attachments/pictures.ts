import { Refused } from '@candour/shared/errors.js';
import type { FileType } from '@candour/shared/file-types.js';
import { FILE_MAX } from '@candour/shared/file-types.js';
import { Injectable } from '@nestjs/common';
import sharp, { type Sharp } from 'sharp';

/** Pixels of a picture that is still opened: 8192 x 6144, what large phones take. */
export const PIXELS_MAX = 8192 * 6144;
/** Longest side of a picture that is kept, in pixels. */
const SIDE_MAX = 4096;
const PREVIEW_SIDE = 480;
/** Pictures that may wait; each is held sealed on the disk meanwhile. */
const WAITING_MAX = 40;

// What was read stays in no memory, and one picture at a time leaves the threads of the database theirs.
sharp.cache(false);
sharp.concurrency(1);
// Whoever sends a file chooses what reads it: no loaders but these.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif'],
});

export interface Picture {
  readonly type: FileType;
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  /** WebP. */
  readonly preview: Buffer;
}

/** Writes pictures anew: what remains is pixels, without place, device, owner or whatever else was hidden in the file. */
@Injectable()
export class Pictures {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /**
   * One after the other: an opened picture takes much memory. `read` is asked when it is this picture's turn.
   * @throws Refused `picture-too-large`, `file-unreadable`, `unavailable` where too many wait.
   */
  anew(type: FileType, read: () => Promise<Buffer>): Promise<Picture> {
    if (this.waiting >= WAITING_MAX) return Promise.reject(new Refused('unavailable'));
    this.waiting++;
    const mine = this.last.then(async () => write(type, await read())).finally(() => this.waiting--);
    this.last = mine.catch(() => undefined);
    return mine;
  }
}

async function write(type: FileType, bytes: Buffer): Promise<Picture> {
  try {
    const open = (): Sharp => sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: 'error' });
    const { width, height } = await open().metadata();
    if (width * height > PIXELS_MAX) throw new Refused('picture-too-large');
    const picture = open().autoOrient().resize({
      width: SIDE_MAX,
      height: SIDE_MAX,
      fit: 'inside',
      withoutEnlargement: true,
    });
    let kept = await encoded(picture, type);
    // Drawn noise grows when it is written as PNG.
    if (kept.bytes.length > FILE_MAX) kept = await encoded(picture, 'image/jpeg');
    const preview = await open()
      .autoOrient()
      .resize({ width: PREVIEW_SIDE, height: PREVIEW_SIDE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 72 })
      .toBuffer();
    return { ...kept, preview };
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(/pixel limit/i.test(String(error)) ? 'picture-too-large' : 'file-unreadable');
  }
}

async function encoded(picture: Sharp, type: FileType): Promise<Omit<Picture, 'preview'>> {
  const one = picture.clone();
  // Of a moving picture the first image is kept.
  const made: FileType = type === 'image/gif' ? 'image/png' : type;
  if (made === 'image/png') one.png();
  else if (made === 'image/webp') one.webp({ quality: 88 });
  else one.jpeg({ quality: 88 });
  const { data, info } = await one.toBuffer({ resolveWithObject: true });
  return { type: made, bytes: data, width: info.width, height: info.height };
}
