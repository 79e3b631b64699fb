import type { Actor } from './access/actor.js';
import type { Tx } from './database/database.js';
import { Witness, type MailDeed } from './witness.js';

/** Remembers what it was told; what the audit makes of it is the audit's to prove. */
export class RememberingWitness extends Witness {
  /** What became of each mail, in order; `+` where its reader was named. */
  readonly deeds = new Map<string, string[]>();
  readonly reads: string[] = [];

  override subject(ownerId: string): Promise<Uint8Array> {
    return Promise.resolve(Buffer.from(ownerId));
  }

  override mail(_: Tx, deed: MailDeed, id: string, subject: Uint8Array | undefined): Promise<void> {
    this.deeds.set(id, [...(this.deeds.get(id) ?? []), `${deed}${subject ? '+' : ''}`]);
    return Promise.resolve();
  }

  override mailRead(_: Actor, id: string): Promise<void> {
    this.reads.push(id);
    return Promise.resolve();
  }

  override mailsListed(_: Actor, ids: readonly string[]): Promise<void> {
    this.reads.push(`list of ${ids.length}`);
    return Promise.resolve();
  }
}
