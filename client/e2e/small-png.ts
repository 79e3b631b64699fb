// Makes a browser's PNG small: at most 256 colours, one byte a pixel, which is plenty for a screen's few tones.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const COLOURS = 256;

/** `png` has 8 bits a channel, RGB or RGBA, not interlaced: what Chromium writes. */
export function smallPng(png: Buffer): Buffer {
  const { width, height, channels, data } = parts(png);
  const pixels = colours(unfiltered(data, height, width * channels, channels), channels);
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byUse = [...counts].sort((a, b) => b[1] - a[1]);
  const palette = byUse.slice(0, COLOURS).map(([colour]) => colour);
  const nearest = new Map([...counts.keys()].map((colour) => [colour, indexOfNearest(palette, colour)]));

  const rows = Buffer.alloc(height * (width + 1));
  pixels.forEach((colour, i) => {
    rows[Math.floor(i / width) * (width + 1) + (i % width) + 1] = nearest.get(colour) ?? 0;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channelsOf))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function parts(png: Buffer): { width: number; height: number; channels: number; data: Buffer } {
  const channels = { 2: 3, 6: 4 }[png.readUInt8(25)];
  if (png.readUInt8(24) !== 8 || !channels || png.readUInt8(28) !== 0)
    throw new Error('A PNG of another kind than Chromium writes');
  const packed: Buffer[] = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') packed.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return {
    width: png.readUInt32BE(16),
    height: png.readUInt32BE(20),
    channels,
    data: inflateSync(Buffer.concat(packed)),
  };
}

/** Takes the row filters of the PNG specification (section 9) away. */
function unfiltered(data: Buffer, height: number, stride: number, bytes: number): Buffer {
  const out = Buffer.alloc(height * stride);
  const before = (at: number, there: boolean): number => (there ? (out[at] ?? 0) : 0);
  for (let y = 0; y < height; y++) {
    const filter = data[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = before(at - bytes, x >= bytes);
      const up = before(at - stride, y > 0);
      const corner = before(at - stride - bytes, x >= bytes && y > 0);
      const guess = [0, left, up, (left + up) >> 1, filter === 4 ? paeth(left, up, corner) : 0][filter] ?? 0;
      out[at] = (data[y * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function colours(bytes: Buffer, channels: number): Uint32Array {
  const found = new Uint32Array(bytes.length / channels);
  for (let i = 0; i < found.length; i++) found[i] = bytes.readUIntBE(i * channels, 3);
  return found;
}

const channelsOf = (colour: number): [number, number, number] => [colour >> 16, (colour >> 8) & 255, colour & 255];

function indexOfNearest(palette: readonly number[], colour: number): number {
  const [red, green, blue] = channelsOf(colour);
  const distances = palette.map((one) => {
    const [r, g, b] = channelsOf(one);
    return (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
  });
  return distances.indexOf(Math.min(...distances));
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
