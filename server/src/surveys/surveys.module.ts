import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { CustomersModule } from '../customers/customers.module.js';
import { LinkedSurveysController } from './linked-surveys.controller.js';
import { SurveyLinksService } from './survey-links.service.js';
import { SurveyMailer } from './survey-mailer.js';
import { SurveyPart } from './survey-part.js';
import { SurveysController } from './surveys.controller.js';
import { SurveysKeeper } from './surveys.keeper.js';
import { SurveysService } from './surveys.service.js';

/** One question after a conversation was resolved. */
@Module({
  imports: [ConversationsModule, CustomersModule],
  controllers: [SurveysController, LinkedSurveysController],
  providers: [SurveysService, SurveyLinksService, SurveyMailer, SurveysKeeper, SurveyPart],
  exports: [SurveysService],
})
export class SurveysModule {}
