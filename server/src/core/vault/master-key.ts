import { hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Config } from '../config/config.js';

const LENGTH = 32;

/** The root of all keys. Never stored in a database; everything else is derived from it by label. */
export class MasterKey {
  constructor(private readonly bytes: Buffer) {}

  /** A 256-bit key for one use. */
  derive(label: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.bytes, 'candour', label, LENGTH));
  }
}

/**
 * From `MASTER_KEY`, else from the key file, which is made at the first start.
 * @throws Error when keys exist already and the file is gone: a new master key could not open them.
 */
export function readMasterKey(config: Config, keysExist: boolean): MasterKey {
  if (config.masterKey !== undefined) return new MasterKey(Buffer.from(config.masterKey, 'base64'));
  const file = config.masterKeyFile;
  if (!existsSync(file)) {
    if (keysExist) throw new Error('The master key file is missing, but data keys exist that only it can open.');
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, `${randomBytes(LENGTH).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  }
  chmodSync(file, 0o600);
  const bytes = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (bytes.length !== LENGTH) throw new Error('The master key file does not hold 32 bytes in base64.');
  return new MasterKey(bytes);
}
