import { newId } from '@candour/shared/ids.js';
import { DAY, MINUTE } from '@candour/shared/instant.js';
import { SURVEY_OPEN } from '@candour/shared/surveys.js';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { AuditTrail } from '../audit/audit.service.js';
import { system } from '../core/access/actor.js';
import { CONFIG, type Config } from '../core/config/config.js';
import { MailOutbox } from '../core/mail/outbox.service.js';
import { surveyMail } from '../core/mail/templates/survey.js';
import { ConversationUnitsService, type ConversationRecord } from '../conversations/conversation-units.service.js';
import { PostingSurroundings } from '../conversations/posting.service.js';
import { SurveyRow } from './survey.entity.js';
import { SurveyLinksService } from './survey-links.service.js';
import { surveyState } from './surveys.rules.js';
import { newSurvey, surveyOf } from './surveys.service.js';

/** A resolve is asked about after so long, since some are taken back at once, and not after so long any more. */
const AFTER = 30 * MINUTE;
const NOT_AFTER = 3 * DAY;

/** Asks customers who are answered by mail how they were helped: the row of the survey and its mail are one unit. */
@Injectable()
export class SurveyMailer implements BeforeApplicationShutdown {
  private readonly log = new Logger(SurveyMailer.name);
  private running: Promise<number> = Promise.resolve(0);

  constructor(
    private readonly surroundings: PostingSurroundings,
    private readonly units: ConversationUnitsService,
    private readonly links: SurveyLinksService,
    private readonly outbox: MailOutbox,
    private readonly audit: AuditTrail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    await this.running;
  }

  /** Answers how many were asked. One that cannot be asked keeps no other from it. */
  @Cron('*/10 * * * *')
  pass(): Promise<number> {
    this.running = this.running.then(async () => {
      const now = this.surroundings.clock.now();
      const over = await this.surroundings.database.read((em) =>
        this.units.resolvedByMail(em, now - NOT_AFTER, now - AFTER),
      );
      let asked = 0;
      for (const record of over) {
        try {
          if (await this.ask(record)) asked++;
        } catch (error) {
          const stack = error instanceof Error ? error.stack : 'unknown';
          this.log.error({ fault: 'A survey was not asked.', error: stack });
        }
      }
      return asked;
    });
    return this.running;
  }

  private async ask(record: ConversationRecord): Promise<boolean> {
    const { database, clock, policy } = this.surroundings;
    if (record.resolvedAt === null || surveyState({ ...record, answeredAt: null }, clock.now()) !== 'wanted')
      return false;
    if (await database.read((em) => surveyOf(em, record))) return false;
    const to = await this.units.addressOf(record);
    if (to === undefined) return false;
    const { subject } = await this.units.known(record.id);
    const id = newId(clock.now());
    const mail = await this.outbox.prepare({
      ...surveyMail(record.language, {
        number: record.number,
        link: `${this.config.publicUrl}/help/rate/${this.links.tokenOf(id)}`,
        days: SURVEY_OPEN / DAY,
        sender: this.config.mailFrom.replace(/\s*<.*$/, ''),
      }),
      ownerId: record.customerId,
      to,
      policyVersion: policy.version(),
      purpose: 'P5',
      expiresAt: record.resolvedAt + SURVEY_OPEN,
    });
    const { resolvedAt } = record;
    return database.write(async (tx) => {
      const current = await this.units.row(tx, record.id);
      if (current?.resolvedAt !== resolvedAt || (await surveyOf(tx.em, current))) return false;
      await tx.em.insert(SurveyRow, {
        ...newSurvey({ ...current, resolvedAt }, id, policy.version()),
        askedAt: clock.now(),
      });
      await this.outbox.queue(tx, mail);
      const about = [{ type: 'conversation', id: record.id }] as const;
      await this.audit.record(tx, { actor: system('surveys'), verb: 'survey.asked', about, subject });
      return true;
    });
  }
}
