import { timingSafeEqual } from 'node:crypto';
import { Refused } from '@candour/shared/errors.js';
import type { LinkedSurvey, Rating } from '@candour/shared/surveys.js';
import { Injectable } from '@nestjs/common';
import { Vault } from '../core/vault/vault.js';
import { ConversationUnitsService, type ConversationRecord } from '../conversations/conversation-units.service.js';
import { PostingSurroundings } from '../conversations/posting.service.js';
import { SurveyRow } from './survey.entity.js';
import { surveyState } from './surveys.rules.js';
import { SurveysService } from './surveys.service.js';

/** Surveys that are answered by a signed link, without any account. The link reaches this one survey and nothing else. */
@Injectable()
export class SurveyLinksService {
  constructor(
    private readonly vault: Vault,
    private readonly surroundings: PostingSurroundings,
    private readonly units: ConversationUnitsService,
    private readonly surveys: SurveysService,
  ) {}

  tokenOf(surveyId: string): string {
    return `${surveyId}.${this.vault.blindIndex('survey-link', surveyId)}`;
  }

  /** @throws Refused `token-invalid` for a link that was not made here, or whose survey is nobody's any more. */
  async read(token: string): Promise<LinkedSurvey> {
    const { conversation, survey } = await this.find(token);
    const state = surveyState({ ...conversation, answeredAt: survey.answeredAt }, this.surroundings.clock.now());
    // Of a resolve that was taken back since, there is nothing left to be rated by this link.
    const same = conversation.resolvedAt === survey.resolvedAt;
    return {
      number: conversation.number,
      language: conversation.language,
      state: survey.answeredAt !== null ? 'given' : same && state === 'wanted' ? 'wanted' : 'over',
    };
  }

  /** @throws Refused `token-invalid`, `survey-given`, `survey-over`. */
  async rate(token: string, rating: Rating): Promise<LinkedSurvey> {
    const { conversation, survey } = await this.find(token);
    const known = await this.units.known(conversation.id);
    await this.surroundings.database.write(async (tx) => {
      const current = await this.units.row(tx, conversation.id);
      if (!current) throw new Refused('token-invalid');
      if (survey.answeredAt !== null) throw new Refused('survey-given');
      if (current.resolvedAt !== survey.resolvedAt) throw new Refused('survey-over');
      await this.surveys.answer(tx, current, rating, known);
    });
    return this.read(token);
  }

  private async find(token: string): Promise<{ conversation: ConversationRecord; survey: SurveyRow }> {
    const id = token.slice(0, 36);
    const [given, made] = [Buffer.from(token), Buffer.from(this.tokenOf(id))];
    if (given.length !== made.length || !timingSafeEqual(given, made)) throw new Refused('token-invalid');
    return this.surroundings.database.read(async (em) => {
      const survey = await em.findOneBy(SurveyRow, { id });
      const conversation = survey?.conversationId ? await this.units.rowIn(em, survey.conversationId) : null;
      if (!survey || !conversation) throw new Refused('token-invalid');
      return { conversation, survey };
    });
  }
}
