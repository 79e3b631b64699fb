import { Id } from '@candour/shared/ids.js';
import { pageOf, type Page } from '@candour/shared/paging.js';
import {
  Refund,
  Refundable,
  RefundAsk,
  RefundList,
  RefundPreview,
  RefundPreviewAsk,
  RefundRejection,
  Refunds,
} from '@candour/shared/refunds.js';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { RefundPagesService } from './refund-pages.service.js';
import { RefundsService } from './refunds.service.js';

@Controller('api/refunds')
export class RefundsController {
  constructor(
    private readonly refunds: RefundsService,
    private readonly pages: RefundPagesService,
  ) {}

  @Get()
  @Access('refund.read', 'P2')
  @Answers(pageOf(Refund))
  list(@CurrentActor() actor: Actor, @Query({ schema: RefundList }) ask: RefundList): Promise<Page<Refund>> {
    return this.pages.list(actor, ask);
  }

  @Get(':id')
  @Access('refund.read', 'P2')
  @Answers(Refund)
  get(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Refund> {
    return this.pages.get(actor, id);
  }

  @Post('preview')
  @HttpCode(200)
  @Access('refund.request', 'P2')
  @Answers(RefundPreview)
  preview(
    @CurrentActor() actor: Actor,
    @Body({ schema: RefundPreviewAsk }) ask: RefundPreviewAsk,
  ): Promise<RefundPreview> {
    return this.pages.preview(actor, ask);
  }

  @Post()
  @HttpCode(200)
  @Access('refund.request', 'P2')
  @Answers(Refunds)
  async request(
    @CurrentActor() actor: Actor,
    @Headers('idempotency-key') key: string | undefined,
    @Body({ schema: RefundAsk }) ask: RefundAsk,
  ): Promise<Refunds> {
    const ids = await this.refunds.request(actor, key, ask);
    return { refunds: await this.pages.byIds(actor, ids) };
  }

  @Post(':id/approve')
  @HttpCode(200)
  @Access('refund.approve', 'P2')
  @Answers(Refund)
  async approve(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Refund> {
    await this.refunds.approve(actor, id);
    return this.pages.get(actor, id);
  }

  @Post(':id/reject')
  @HttpCode(200)
  @Access('refund.approve', 'P2')
  @Answers(Refund)
  async reject(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: RefundRejection }) { why }: RefundRejection,
  ): Promise<Refund> {
    await this.refunds.reject(actor, id, why);
    return this.pages.get(actor, id);
  }

  @Post(':id/undo')
  @HttpCode(200)
  @Access('refund.request', 'P2')
  @Answers(Refund)
  async undo(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Refund> {
    await this.refunds.undo(actor, id);
    return this.pages.get(actor, id);
  }

  @Post(':id/retry')
  @HttpCode(200)
  @Access('refund.request', 'P2')
  @Answers(Refund)
  async retry(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Refund> {
    await this.refunds.retry(actor, id);
    return this.pages.get(actor, id);
  }
}

/** What is left of an order, beside it. */
@Controller('api/orders')
export class RefundableController {
  constructor(private readonly pages: RefundPagesService) {}

  @Get(':id/refundable')
  @Access('refund.read', 'P2')
  @Answers(Refundable)
  refundable(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Refundable> {
    return this.pages.refundable(actor, id);
  }
}
