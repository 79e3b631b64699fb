import type { Actor } from './access/actor.js';
import type { Tx } from './database/database.js';

export type MailDeed = 'mail.queued' | 'mail.sent' | 'mail.failed' | 'egress.denied';

/** What the audit must know of `core`, which may not import it: `audit` implements this. */
export abstract class Witness {
  /** A person's salted digest. Asked before a unit: it may have to make a key. */
  abstract subject(ownerId: string): Promise<Uint8Array>;

  /** What became of a mail, in the unit that stores it. Without a subject: its reader's data were erased. */
  abstract mail(tx: Tx, deed: MailDeed, id: string, subject: Uint8Array | undefined): Promise<void>;

  /** Somebody opens a mail, or looks at a list of them; awaited before they are shown (policy R8). */
  abstract mailRead(actor: Actor, id: string): Promise<void>;
  abstract mailsListed(actor: Actor, ids: readonly string[]): Promise<void>;
}
