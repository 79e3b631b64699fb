import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { CustomersModule } from '../customers/customers.module.js';
import { SurveyPart } from './survey-part.js';
import { SurveysController } from './surveys.controller.js';
import { SurveysKeeper } from './surveys.keeper.js';
import { SurveysService } from './surveys.service.js';

/** One question after a conversation was resolved. */
@Module({
  imports: [ConversationsModule, CustomersModule],
  controllers: [SurveysController],
  providers: [SurveysService, SurveysKeeper, SurveyPart],
  exports: [SurveysService],
})
export class SurveysModule {}
