import { PageAsk } from '@candour/shared/paging.js';
import { RetentionPreview, RetentionPreviewAsk, SweepReport, SweepReports } from '@candour/shared/retention.js';
import { Controller, Get, Post, Query } from '@nestjs/common';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { RetentionService } from './retention.service.js';

/** What the policy would delete or anonymise next, and the sweeps that did. */
@Controller('api/retention')
export class RetentionController {
  constructor(private readonly retention: RetentionService) {}

  @Get('preview')
  @Access('retention.preview', 'house')
  @Answers(RetentionPreview)
  preview(
    @Query({ schema: RetentionPreviewAsk }) ask: RetentionPreviewAsk,
    @CurrentActor() actor: Actor,
  ): Promise<RetentionPreview> {
    return this.retention.preview(actor, ask);
  }

  @Get('sweeps')
  @Access('retention.preview', 'house')
  @Answers(SweepReports)
  sweeps(@Query({ schema: PageAsk }) ask: PageAsk, @CurrentActor() actor: Actor): Promise<SweepReports> {
    return this.retention.sweeps(actor, ask);
  }

  @Post('sweeps')
  @Access('retention.sweep', 'house')
  @Answers(SweepReport, 202)
  sweepNow(@CurrentActor() actor: Actor): Promise<SweepReport> {
    return this.retention.sweepNow(actor);
  }
}
