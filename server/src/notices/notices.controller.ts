import { Colleagues, Notice, NoticeCount, ReadNotices } from '@candour/shared/notices.js';
import { PageAsk, pageOf, type Page } from '@candour/shared/paging.js';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { NoticesService } from './notices.service.js';

/** What colleagues want of the one who asks; nobody else's. */
@Controller('api')
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  @Get('notices')
  @Access('conversation.list', 'P5')
  @Answers(pageOf(Notice))
  list(@CurrentActor() actor: Actor, @Query({ schema: PageAsk }) ask: PageAsk): Promise<Page<Notice>> {
    return this.notices.list(actor, ask);
  }

  @Get('notices/count')
  @Access('conversation.list', 'P5')
  @Answers(NoticeCount)
  count(@CurrentActor() actor: Actor): Promise<NoticeCount> {
    return this.notices.count(actor);
  }

  @Post('notices/read')
  @HttpCode(200)
  @Access('conversation.list', 'P5')
  @Answers(NoticeCount)
  read(@CurrentActor() actor: Actor, @Body({ schema: ReadNotices }) ask: ReadNotices): Promise<NoticeCount> {
    return this.notices.read(actor, ask);
  }

  @Get('colleagues')
  @Access('conversation.list', 'P5')
  @Answers(Colleagues)
  colleagues(@CurrentActor() actor: Actor): Promise<Colleagues> {
    return this.notices.colleagues(actor);
  }
}
