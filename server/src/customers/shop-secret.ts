import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../core/config/config.js';

/** Shortest secret that is accepted, in characters: 32 random bytes in base64url have 43. */
const SHORTEST = 32;

export const SHOP_SECRETS = Symbol('ShopSecrets');

/**
 * The secrets shared with the shop, from `shop.secret` in the data folder, which is made at the first start. One a
 * line: the first signs the demonstration's tokens, each is believed, so that a new one can be brought in before the
 * old one goes.
 * @throws Error for a secret that could be guessed.
 */
export function readShopSecrets({ dataDir }: Pick<Config, 'dataDir'>): readonly string[] {
  const file = join(dataDir, 'shop.secret');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  }
  chmodSync(file, 0o600);
  const secrets = readFileSync(file, 'utf8').split(/\s+/).filter(Boolean);
  if (secrets.length === 0 || secrets.some((secret) => secret.length < SHORTEST)) {
    throw new Error(`shop.secret must hold secrets of at least ${SHORTEST} characters, one a line.`);
  }
  return secrets;
}
