/** One frame as a browser sent it: its bytes, and its text unmasked (RFC 6455, section 5). */
export interface Frame {
  readonly bytes: Buffer;
  readonly text: string;
}

/** Takes the bytes that a browser sends on a WebSocket apart into whole frames. */
export class ClientFrames {
  private rest: Buffer = Buffer.alloc(0);

  /** The frames that are whole with this chunk; what remains waits for the next. */
  *take(chunk: Buffer): Generator<Frame> {
    this.rest = Buffer.concat([this.rest, chunk]);
    for (let size = this.wholeSize(); size > 0; size = this.wholeSize()) {
      const bytes = this.rest.subarray(0, size);
      this.rest = this.rest.subarray(size);
      yield { bytes, text: textOf(bytes) };
    }
  }

  /** Bytes of the first frame, or 0 while it is not whole. */
  private wholeSize(): number {
    if (this.rest.length < 2) return 0;
    const size = headSize(this.rest);
    if (this.rest.length < size) return 0;
    const whole = size + bodySize(this.rest);
    return this.rest.length < whole ? 0 : whole;
  }
}

/** The two first bytes, the longer length where there is one, and the mask's four. */
function headSize(frame: Buffer): number {
  const short = frame[1]! & 0x7f;
  return 2 + (short === 126 ? 2 : short === 127 ? 8 : 0) + 4;
}

function bodySize(frame: Buffer): number {
  const short = frame[1]! & 0x7f;
  if (short === 126) return frame.readUInt16BE(2);
  return short === 127 ? Number(frame.readBigUInt64BE(2)) : short;
}

function textOf(frame: Buffer): string {
  const from = headSize(frame);
  const mask = frame.subarray(from - 4, from);
  return Buffer.from(frame.subarray(from).map((byte, i) => byte ^ mask[i % 4]!)).toString('utf8');
}
