import { Inject, Injectable } from '@nestjs/common';
import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import type { Mail, MailPage, MailRow } from '@candour/shared/mail.js';
import type { PageAsk } from '@candour/shared/paging.js';
import type { Purpose } from '@candour/shared/policy.js';
import { LessThan } from 'typeorm';
import { requireAccess } from '../access/access.js';
import type { Actor } from '../access/actor.js';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config/config.js';
import { Database, type Tx } from '../database/database.js';
import type { DataKey } from '../vault/sealing.js';
import { Vault } from '../vault/vault.js';
import { Witness } from '../witness.js';
import { lintMail } from './linter.rules.js';
import { MailRecord } from './mail.entity.js';
import { MailQueued } from './mail.events.js';
import { hiddenParts, openMail, recipientIndex, sealMail, withoutHidden, type OpenMail } from './sealed-mail.js';
import type { Written } from './templates/template.js';

export interface MailDraft extends Written {
  /** The person it is written to. */
  readonly ownerId: string;
  readonly to: string;
  /** Number of the policy version in effect. */
  readonly policyVersion: string;
  /** `P4` (account information) unless it says otherwise. */
  readonly purpose?: Purpose;
  /** After this instant it is not sent any more, milliseconds UTC. */
  readonly expiresAt?: number;
}

/** A mail that may go out, sealed, and ready for the unit that causes it. Made by `MailOutbox.prepare` alone. */
export class PreparedMail {
  constructor(
    readonly row: MailRecord,
    readonly subject: Uint8Array,
  ) {}
}

/** Mails on their way out: written with what causes them, sent afterwards by a worker. */
@Injectable()
export class MailOutbox {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Witness) private readonly witness: Witness,
  ) {}

  /**
   * Checks and seals a mail before the unit starts (it may have to make a key).
   * @throws Refused `mail-refused` with the rule, for a mail the policy does not let out (policy R14-R16).
   */
  async prepare(draft: MailDraft): Promise<PreparedMail> {
    const [rule] = lintMail(draft.subject, draft.text);
    if (rule) throw new Refused('mail-refused', { rule });
    const hidden = hiddenParts(draft);
    const key = await this.vault.keyFor(draft.ownerId, 'mail');
    const now = this.clock.now();
    const id = newId(now);
    const kept = this.config.smtpUrl === undefined;
    const row: MailRecord = {
      id,
      ownerId: draft.ownerId,
      keyId: key.id,
      ...sealMail(this.vault, key, id, { to: draft.to, subject: draft.subject, text: draft.text }),
      recipientIndex: recipientIndex(this.vault, draft.to),
      hidden,
      status: kept ? 'kept' : 'waiting',
      attempts: 0,
      createdAt: now,
      expiresAt: draft.expiresAt ?? null,
      nextAttemptAt: kept ? null : now,
      sentAt: null,
      error: null,
      claimedBy: null,
      claimedUntil: null,
      policyVersion: draft.policyVersion,
      category: 'C1',
      source: 'automatic',
      purpose: draft.purpose ?? 'P4',
      retentionClass: 'mail',
      anchorAt: kept ? now : null,
    };
    return new PreparedMail(row, await this.witness.subject(draft.ownerId));
  }

  /** Writes the mail in the caller's unit: it goes out if, and only if, the unit commits. Answers its id. */
  async queue(tx: Tx, { row, subject }: PreparedMail): Promise<string> {
    await tx.em.insert(MailRecord, row);
    await this.witness.mail(tx, 'mail.queued', row.id, subject);
    if (row.status === 'waiting') tx.tell(new MailQueued(row.id));
    return row.id;
  }

  /** The outbox, newest first. */
  async list(actor: Actor, { cursor, limit }: PageAsk): Promise<MailPage> {
    requireAccess(actor, 'outbox.read', 'P4', { categories: ['C1'] });
    const rows = await this.database.read((em) =>
      em.find(MailRecord, { where: cursor ? { id: LessThan(cursor) } : {}, order: { id: 'DESC' }, take: limit + 1 }),
    );
    const page = rows.slice(0, limit);
    await this.witness.mailsListed(
      actor,
      page.map(({ id }) => id),
    );
    const next = rows.length > limit ? page.at(-1)?.id : undefined;
    const keys = await this.vault.keys(page.map((row) => row.keyId));
    return { rows: page.map((row) => shown(row, this.opened(row, keys))), ...(next ? { next } : {}) };
  }

  /** One mail; what only its reader may see (a one-time code) is masked. @throws Refused `not-found`. */
  async mail(actor: Actor, id: string): Promise<Mail> {
    requireAccess(actor, 'outbox.read', 'P4', { categories: ['C1'] });
    const row = await this.database.read((em) => em.findOneBy(MailRecord, { id }));
    if (!row) throw new Refused('not-found');
    await this.witness.mailRead(actor, id);
    const mail = this.opened(row, await this.vault.keys([row.keyId]));
    return { ...shown(row, mail), text: withoutHidden(mail.text, row.hidden) };
  }

  /** What the owner of an address finds in their mailbox, whole, newest first. For the demonstration shop alone. */
  async mailboxOf(address: string, limit = 20): Promise<Mail[]> {
    const rows = await this.database.read((em) =>
      em.find(MailRecord, {
        where: { recipientIndex: recipientIndex(this.vault, address) },
        order: { id: 'DESC' },
        take: limit,
      }),
    );
    const keys = await this.vault.keys(rows.map((row) => row.keyId));
    return rows.map((row) => {
      const mail = this.opened(row, keys);
      return { ...shown(row, mail), text: mail.text };
    });
  }

  /** A mail whose key was shredded is empty. */
  private opened(row: MailRecord, keys: ReadonlyMap<string, DataKey>): OpenMail {
    const key = keys.get(row.keyId);
    return key ? openMail(this.vault, key, row) : { to: '', subject: '', text: '' };
  }
}

function shown(row: MailRecord, { to, subject }: OpenMail): MailRow {
  return {
    id: row.id,
    to,
    subject,
    status: row.status,
    attempts: row.attempts,
    createdAt: row.createdAt,
    sentAt: row.sentAt ?? undefined,
    nextAttemptAt: row.nextAttemptAt ?? undefined,
    error: row.error ?? undefined,
  };
}
