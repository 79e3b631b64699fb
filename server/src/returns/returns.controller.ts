import {
  Claim,
  ClaimAsk,
  ClaimDecision,
  Claims,
  ClaimsAsk,
  FreightClaim,
  FreightClaimAsk,
  FreightClaims,
  FreightMove,
} from '@candour/shared/claims.js';
import { Id } from '@candour/shared/ids.js';
import { pageOf, type Page } from '@candour/shared/paging.js';
import {
  Exchange,
  ExchangeDraft,
  ExchangeMove,
  Return,
  Returnable,
  ReturnAsk,
  ReturnList,
  ReturnMove,
  ReturnPreview,
  ReturnSummary,
} from '@candour/shared/returns.js';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { ClaimsService } from './claims.service.js';
import { ExchangesService } from './exchanges.service.js';
import { ReturnMovesService } from './return-moves.service.js';
import { ReturnsService } from './returns.service.js';

@Controller('api/returns')
export class ReturnsController {
  constructor(
    private readonly returns: ReturnsService,
    private readonly moves: ReturnMovesService,
    private readonly exchanges: ExchangesService,
  ) {}

  @Get()
  @Access('return.read', 'P2')
  @Answers(pageOf(ReturnSummary))
  list(@CurrentActor() actor: Actor, @Query({ schema: ReturnList }) ask: ReturnList): Promise<Page<ReturnSummary>> {
    return this.returns.list(actor, ask);
  }

  @Get('returnable')
  @Access('return.read', 'P2')
  @Answers(Returnable)
  returnable(@CurrentActor() actor: Actor, @Query({ schema: ClaimsAsk }) ask: ClaimsAsk): Promise<Returnable> {
    return this.returns.returnable(actor, ask.orderId);
  }

  @Get(':id')
  @Access('return.read', 'P2')
  @Answers(Return)
  get(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Return> {
    return this.returns.get(actor, id);
  }

  @Post()
  @HttpCode(200)
  @Access('return.manage', 'P2')
  @Answers(Return)
  request(@CurrentActor() actor: Actor, @Body({ schema: ReturnAsk }) ask: ReturnAsk): Promise<Return> {
    return this.returns.request(actor, ask);
  }

  @Post('preview')
  @HttpCode(200)
  @Access('return.manage', 'P2')
  @Answers(ReturnPreview)
  preview(@CurrentActor() actor: Actor, @Body({ schema: ReturnAsk }) ask: ReturnAsk): Promise<ReturnPreview> {
    return this.returns.preview(actor, ask);
  }

  @Post(':id/moves')
  @HttpCode(200)
  @Access('return.manage', 'P2')
  @Answers(Return)
  move(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ReturnMove }) ask: ReturnMove,
  ): Promise<Return> {
    return this.moves.move(actor, id, ask);
  }

  @Put(':id/exchange')
  @Access('return.manage', 'P2')
  @Answers(Exchange)
  exchange(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ExchangeDraft }) ask: ExchangeDraft,
  ): Promise<Exchange> {
    return this.exchanges.draft(actor, id, ask);
  }

  @Post(':id/exchange/moves')
  @HttpCode(200)
  @Access('return.manage', 'P2')
  @Answers(Exchange)
  moveExchange(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ExchangeMove }) ask: ExchangeMove,
  ): Promise<Exchange> {
    return this.exchanges.move(actor, id, ask);
  }
}

@Controller('api')
export class ClaimsController {
  constructor(private readonly claims: ClaimsService) {}

  @Get('claims')
  @Access('return.read', 'P2')
  @Answers(Claims)
  list(@CurrentActor() actor: Actor, @Query({ schema: ClaimsAsk }) ask: ClaimsAsk): Promise<Claims> {
    return this.claims.ofOrder(actor, ask.orderId);
  }

  @Post('claims')
  @HttpCode(200)
  @Access('return.manage', 'P2')
  @Answers(Claim)
  make(@CurrentActor() actor: Actor, @Body({ schema: ClaimAsk }) ask: ClaimAsk): Promise<Claim> {
    return this.claims.make(actor, ask);
  }

  @Post('claims/:id/decision')
  @HttpCode(200)
  @Access('return.manage', 'P2')
  @Answers(Claim)
  decide(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ClaimDecision }) ask: ClaimDecision,
  ): Promise<Claim> {
    return this.claims.decide(actor, id, ask);
  }

  @Get('freight-claims')
  @Access('return.read', 'P2')
  @Answers(FreightClaims)
  freight(@CurrentActor() actor: Actor, @Query({ schema: ClaimsAsk }) ask: ClaimsAsk): Promise<FreightClaims> {
    return this.claims.freightOfOrder(actor, ask.orderId);
  }

  @Post('freight-claims')
  @HttpCode(200)
  @Access('return.manage', 'P2')
  @Answers(FreightClaim)
  note(@CurrentActor() actor: Actor, @Body({ schema: FreightClaimAsk }) ask: FreightClaimAsk): Promise<FreightClaim> {
    return this.claims.note(actor, ask);
  }

  @Post('freight-claims/:id/moves')
  @HttpCode(200)
  @Access('return.manage', 'P2')
  @Answers(FreightClaim)
  moveFreight(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: FreightMove }) ask: FreightMove,
  ): Promise<FreightClaim> {
    return this.claims.freightMove(actor, id, ask);
  }
}
