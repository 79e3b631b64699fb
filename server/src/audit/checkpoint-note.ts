import { createPrivateKey, createPublicKey, hash, sign, verify, type KeyObject } from 'node:crypto';
import { HASH } from './merkle.js';
import { monthText, parseMonth } from './months.js';

/* Signed checkpoints as C2SP writes them: signed-note (Ed25519) and tlog-checkpoint. */

/** PKCS #8 around a bare Ed25519 seed (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
/** Label under which the signing seed is derived from the master key. */
export const SIGNING_KEY = 'sign audit checkpoints';
/** Signature type of Ed25519 in a signed note. */
const ED25519 = 1;
const KEY_HASH = 4;

export interface Head {
  readonly segment: number;
  readonly size: number;
  readonly root: Buffer;
}

/** Signs the heads of this desk's log, and knows its own signature again. Each segment is a log of its own. */
export class CheckpointSigner {
  private readonly key: KeyObject;
  private readonly publicBytes: Buffer;
  /** Names this desk's logs: taken from the key, so that two desks never share an origin. */
  private readonly log: string;

  /** @param seed 32 bytes; the same for all nodes of a desk, and not to be had from its databases. */
  constructor(seed: Buffer) {
    this.key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
    this.publicBytes = createPublicKey(this.key).export({ format: 'der', type: 'spki' }).subarray(-HASH);
    this.log = `candour-audit-${hash('sha256', this.publicBytes, 'hex').slice(0, 8)}`;
  }

  origin(segment: number): string {
    return `${this.log}/${monthText(segment)}`;
  }

  /** The key that anyone checks a segment's checkpoints with, as signed-note writes it (a "vkey"). */
  verifierKey(segment: number): string {
    const name = this.origin(segment);
    const type = Buffer.concat([Buffer.of(ED25519), this.publicBytes]);
    return `${name}+${this.keyHash(name).toString('hex')}+${type.toString('base64')}`;
  }

  note({ segment, size, root }: Head): string {
    const name = this.origin(segment);
    const body = `${name}\n${size}\n${root.toString('base64')}\n`;
    const signature = Buffer.concat([this.keyHash(name), sign(null, Buffer.from(body), this.key)]);
    return `${body}\n\u2014 ${name} ${signature.toString('base64')}\n`;
  }

  /** Undefined where the note is not one of this desk's key. */
  read(note: string): Head | undefined {
    const parts = NOTE.exec(note)?.groups as NoteParts | undefined;
    if (!parts) return undefined;
    const { body, origin, size, root, name, signature } = parts;
    const segment = origin.startsWith(`${this.log}/`) ? parseMonth(origin.slice(this.log.length + 1)) : undefined;
    if (segment === undefined || name !== origin) return undefined;
    const bytes = Buffer.from(signature, 'base64');
    if (!bytes.subarray(0, KEY_HASH).equals(this.keyHash(name))) return undefined;
    const good = verify(null, Buffer.from(body), createPublicKey(this.key), bytes.subarray(KEY_HASH));
    return good ? { segment, size: Number(size), root: Buffer.from(root, 'base64') } : undefined;
  }

  private keyHash(name: string): Buffer {
    const named = Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(ED25519), this.publicBytes]);
    return hash('sha256', named, 'buffer').subarray(0, KEY_HASH);
  }
}

type NoteParts = Readonly<Record<'body' | 'origin' | 'size' | 'root' | 'name' | 'signature', string>>;
const NOTE =
  /^(?<body>(?<origin>[^\n]+)\n(?<size>\d{1,15})\n(?<root>[A-Za-z0-9+/]{43}=)\n)\n\u2014 (?<name>[^\n ]+) (?<signature>[A-Za-z0-9+/]+=*)\n$/;
