import { randomBytes } from 'node:crypto';
import { TestClock } from '../core/clock.testing.js';
import type { Database } from '../core/database/database.js';
import type { OpenDatabase } from '../core/testing/engines.js';
import { MasterKey } from '../core/vault/master-key.js';
import { Vault } from '../core/vault/vault.js';
import { keyStore, mainStore } from '../stores.js';
import { AuditTrail } from './audit.service.js';

/** A desk's databases with a trail to write, for specs. */
export interface AuditBench {
  readonly database: Database;
  readonly keys: Database;
  readonly clock: TestClock;
  readonly vault: Vault;
  readonly trail: AuditTrail;
}

export async function auditBench(open: OpenDatabase): Promise<AuditBench> {
  const clock = new TestClock();
  const database = await open(mainStore);
  const keys = await open(keyStore);
  const vault = new Vault(keys, new MasterKey(randomBytes(32)), clock);
  return { database, keys, clock, vault, trail: new AuditTrail(database, clock, vault) };
}
