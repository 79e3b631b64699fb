import { Credit, GoodwillAsk } from '@candour/shared/credit.js';
import { Id } from '@candour/shared/ids.js';
import { Body, Controller, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { CreditService } from './credit.service.js';

@Controller('api')
export class CreditController {
  constructor(private readonly credit: CreditService) {}

  @Get('orders/:id/credit')
  @Access('refund.read', 'P2')
  @Answers(Credit)
  get(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Credit> {
    return this.credit.get(actor, id);
  }

  @Post('credit/goodwill')
  @HttpCode(200)
  @Access('refund.request', 'P2')
  @Answers(Credit)
  goodwill(
    @CurrentActor() actor: Actor,
    @Headers('idempotency-key') key: string | undefined,
    @Body({ schema: GoodwillAsk }) ask: GoodwillAsk,
  ): Promise<Credit> {
    return this.credit.goodwill(actor, key, ask);
  }
}
