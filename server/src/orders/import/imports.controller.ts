import { Refused } from '@candour/shared/errors.js';
import { Id } from '@candour/shared/ids.js';
import { Import, StartImport } from '@candour/shared/imports.js';
import { PageAsk, pageOf, type Page } from '@candour/shared/paging.js';
import { Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Access, CurrentActor } from '../../core/access/access.js';
import type { Actor } from '../../core/access/actor.js';
import { Answers } from '../../core/http/answers.js';
import { takesLong } from '../../core/http/body-deadline.js';
import { ImportsService } from './imports.service.js';

@Controller('api/imports')
export class ImportsController {
  constructor(@Inject(ImportsService) private readonly imports: ImportsService) {}

  /** The body is the file itself (`application/octet-stream`), read as it comes. */
  @Post()
  @Access('order.import', 'P2')
  @Answers(Import)
  run(
    @CurrentActor() actor: Actor,
    @Query({ schema: StartImport }) ask: StartImport,
    @Req() request: Request,
  ): Promise<Import> {
    if (!request.is('application/octet-stream')) throw new Refused('unsupported-format');
    takesLong(request);
    return this.imports.run(actor, ask, request as AsyncIterable<Buffer>);
  }

  @Get()
  @Access('order.import', 'P2')
  @Answers(pageOf(Import))
  list(@CurrentActor() actor: Actor, @Query({ schema: PageAsk }) ask: PageAsk): Promise<Page<Import>> {
    return this.imports.list(actor, ask);
  }

  @Get(':id')
  @Access('order.import', 'P2')
  @Answers(Import)
  get(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Import> {
    return this.imports.get(actor, id);
  }
}
