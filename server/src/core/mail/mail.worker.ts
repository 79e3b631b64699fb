import { Inject, Injectable } from '@nestjs/common';
import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import { MINUTE } from '@candour/shared/instant.js';
import { In, IsNull, LessThanOrEqual } from 'typeorm';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { Vault } from '../vault/vault.js';
import { Witness } from '../witness.js';
import { afterFailure, type DeliveryError } from './delivery.rules.js';
import { MailRecord } from './mail.entity.js';
import { Postman } from './postman.js';
import { openMail } from './sealed-mail.js';

/** Mails claimed together; sending each of them may take the mail client's whole patience. */
const BATCH = 5;
/** How long a claim holds: longer than a batch takes, so that two nodes do not send the same mail. */
export const CLAIM = 10 * MINUTE;

/** Sends what waits. A crash between sending and noting it sends again, under the same Message-ID. */
@Injectable()
export class MailWorker {
  private readonly name = newId();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Postman) private readonly postman: Postman,
    @Inject(Witness) private readonly witness: Witness,
  ) {}

  /** One pass over what is due. Answers how many mails it tried. */
  async pass(): Promise<number> {
    if (!this.postman.working) return 0;
    const claimed = await this.claim();
    for (const row of claimed) await this.deliver(row);
    return claimed.length;
  }

  private async claim(): Promise<MailRecord[]> {
    const now = this.clock.now();
    const due = { status: 'waiting' as const, nextAttemptAt: LessThanOrEqual(now) };
    const free = [
      { ...due, claimedUntil: IsNull() },
      { ...due, claimedUntil: LessThanOrEqual(now) },
    ];
    // Most looks find nothing: they take no turn of the writer.
    if (!(await this.database.read((em) => em.existsBy(MailRecord, free)))) return [];
    return this.database.write(async (tx) => {
      const rows = await tx.em.find(MailRecord, { where: free, order: { nextAttemptAt: 'ASC' }, take: BATCH });
      if (rows.length === 0) return [];
      await tx.em.update(
        MailRecord,
        { id: In(rows.map((row) => row.id)) },
        { claimedBy: this.name, claimedUntil: now + CLAIM },
      );
      return rows;
    });
  }

  private async deliver(row: MailRecord): Promise<void> {
    const attempts = row.attempts + 1;
    if (row.expiresAt !== null && row.expiresAt <= this.clock.now()) {
      return this.note(row, { status: 'failed', error: 'expired', nextAttemptAt: null, anchorAt: this.clock.now() });
    }
    const key = (await this.vault.keys([row.keyId])).get(row.keyId);
    // Its reader's data were erased meanwhile.
    if (!key)
      return this.note(row, { status: 'failed', error: 'erased', nextAttemptAt: null, anchorAt: this.clock.now() });
    try {
      await this.postman.send(row, openMail(this.vault, key, row));
    } catch (error) {
      const now = this.clock.now();
      const verdict =
        error instanceof Refused
          ? { status: 'failed' as const, error: error.code }
          : afterFailure(error as DeliveryError, attempts, now);
      return this.note(row, {
        ...verdict,
        attempts,
        ...(verdict.status === 'failed' ? { nextAttemptAt: null, anchorAt: now } : {}),
      });
    }
    const now = this.clock.now();
    await this.note(row, { status: 'sent', attempts, sentAt: now, nextAttemptAt: null, error: null, anchorAt: now });
  }

  /** What became of it, with its leaf. A claim that was lost meanwhile notes nothing: another worker will. */
  private async note(row: MailRecord, outcome: Partial<MailRecord>): Promise<void> {
    const { status, error } = outcome;
    // Whose data were erased gets no new key for the sake of a leaf.
    const subject = error === 'erased' ? undefined : await this.witness.subject(row.ownerId);
    await this.database.write(async (tx) => {
      const mine = { id: row.id, claimedBy: this.name };
      const { affected } = await tx.em.update(MailRecord, mine, { ...outcome, claimedBy: null, claimedUntil: null });
      if (affected === 0) return;
      if (error === 'egress-denied') await this.witness.mail(tx, 'egress.denied', row.id, subject);
      if (status === 'sent') await this.witness.mail(tx, 'mail.sent', row.id, subject);
      if (status === 'failed') await this.witness.mail(tx, 'mail.failed', row.id, subject);
    });
  }
}
