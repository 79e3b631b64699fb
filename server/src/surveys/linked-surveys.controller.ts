import { LinkedSurvey, Rating, SurveyToken } from '@candour/shared/surveys.js';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Open } from '../core/access/access.js';
import { Answers } from '../core/http/answers.js';
import { SurveyLinksService } from './survey-links.service.js';

/** The page behind the link of a mail. */
@Controller('api/surveys')
export class LinkedSurveysController {
  constructor(private readonly links: SurveyLinksService) {}

  @Get(':token')
  @Open('the link is signed and was mailed to its customer; it reaches one survey')
  @Answers(LinkedSurvey)
  read(@Param('token', { schema: SurveyToken }) token: string): Promise<LinkedSurvey> {
    return this.links.read(token);
  }

  @Post(':token')
  @Open('the link is signed and was mailed to its customer; it reaches one survey')
  @Answers(LinkedSurvey)
  rate(
    @Param('token', { schema: SurveyToken }) token: string,
    @Body({ schema: Rating }) rating: Rating,
  ): Promise<LinkedSurvey> {
    return this.links.rate(token, rating);
  }
}
