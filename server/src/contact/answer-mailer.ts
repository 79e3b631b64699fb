import { DAY, MINUTE } from '@candour/shared/instant.js';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { In } from 'typeorm';
import { AuditTrail } from '../audit/audit.service.js';
import { system } from '../core/access/actor.js';
import { Events } from '../core/events.js';
import { ConversationUnitsService, type MailedConversation } from '../conversations/conversation-units.service.js';
import { CustomerSideChanged } from '../conversations/conversations.events.js';
import { PostingSurroundings } from '../conversations/posting.service.js';
import { MailThread, PassRow } from './contact.entity.js';
import { MAIL_APART, mailOwed } from './contact.rules.js';
import { Letters } from './letters.js';

/** At the start it looks back so far: what was answered before the desk stood still is mailed too. */
const AT_START = 3 * DAY;
/** Afterwards nothing can be owed of what rested for longer than two mails stand apart. */
const LATER = MAIL_APART + 5 * MINUTE;
/** Conversations looked up together. */
const LOOK = 500;

/**
 * Tells customers who are answered by mail that their message arrived, and that there is an answer. What is owed is
 * read from the conversations themselves, each minute, so that the way of a message does nothing for it and a crash
 * forgets nothing. The mail, its pass and how far they were told are one unit.
 */
@Injectable()
export class AnswerMailer implements OnModuleInit, BeforeApplicationShutdown {
  private readonly log = new Logger(AnswerMailer.name);
  private running: Promise<number> = Promise.resolve(0);
  private back = AT_START;

  constructor(
    private readonly surroundings: PostingSurroundings,
    private readonly units: ConversationUnitsService,
    private readonly letters: Letters,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  onModuleInit(): void {
    // Rare, and not on the way of a message: somebody leaves the queue of chats for an e-mail.
    this.events.on(CustomerSideChanged, ({ conversationId, change }) => {
      if (change.answerBy === 'email') void this.look(conversationId);
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.running;
  }

  /** Answers how many mails were written. One that cannot be written keeps no other from it. */
  @Cron('* * * * *')
  pass(): Promise<number> {
    return this.inTurn(async () => {
      const { database, clock } = this.surroundings;
      const since = clock.now() - this.back;
      const found = await database.read((em) => this.units.answeredByMail(em, since));
      const threads = await this.threads(found);
      let written = 0;
      for (const one of found) if (await this.tried(one, threads.get(one.record.id))) written++;
      this.back = LATER;
      return written;
    });
  }

  /** One conversation, now. */
  look(conversationId: string): Promise<number> {
    return this.inTurn(async () => {
      const one = await this.surroundings.database.read((em) => this.units.mailed(em, conversationId));
      const threads = await this.threads(one ? [one] : []);
      return one && (await this.tried(one, threads.get(conversationId))) ? 1 : 0;
    });
  }

  private inTurn(work: () => Promise<number>): Promise<number> {
    this.running = this.running.then(work).catch((error: unknown) => this.failed(error));
    return this.running;
  }

  /** How far each was told, by conversation. */
  private async threads(of: readonly MailedConversation[]): Promise<Map<string, MailThread>> {
    const ids = of.map(({ record }) => record.id);
    const told = new Map<string, MailThread>();
    for (let from = 0; from < ids.length; from += LOOK) {
      const where = { conversationId: In(ids.slice(from, from + LOOK)) };
      const rows = await this.surroundings.database.read((em) => em.find(MailThread, { where }));
      for (const row of rows) told.set(row.conversationId, row);
    }
    return told;
  }

  private async tried(one: MailedConversation, told: MailThread | undefined): Promise<boolean> {
    try {
      return await this.write(one, told);
    } catch (error) {
      this.failed(error);
      return false;
    }
  }

  private failed(error: unknown): number {
    const stack = error instanceof Error ? error.stack : 'unknown';
    this.log.error({ fault: 'A customer was not written to.', error: stack });
    return 0;
  }

  private async write({ record, answerSeq }: MailedConversation, before: MailThread | undefined): Promise<boolean> {
    const { database, clock } = this.surroundings;
    const { id: conversationId } = record;
    const owed = mailOwed({ ...record, answerSeq }, before ?? null, clock.now());
    const to = owed && (await this.units.addressOf(record));
    if (owed === undefined || to === undefined) return false;
    const { subject } = await this.units.known(conversationId);
    const { mail, pass } = await this.letters.withLink(owed, record, to);
    return database.write(async (tx) => {
      const now = clock.now();
      const told = await tx.em.findOneBy(MailThread, { conversationId });
      const current = await this.units.row(tx, conversationId);
      // Another node was first, or it has gone.
      if (!current || mailOwed({ ...current, answerSeq }, told, now) !== owed) return false;
      const patch = owed === 'receipt' ? { receiptAt: now } : { mailedSeq: answerSeq, mailedAt: now };
      if (told) await tx.em.update(MailThread, { conversationId }, patch);
      else await tx.em.insert(MailThread, { conversationId, receiptAt: null, mailedSeq: 0, mailedAt: null, ...patch });
      await tx.em.insert(PassRow, pass);
      await this.letters.queue(tx, mail);
      const about = [{ type: 'conversation', id: conversationId }] as const;
      await this.audit.record(tx, { actor: system('contact'), verb: 'conversation.link-mailed', about, subject });
      return true;
    });
  }
}
