import { Id } from '@candour/shared/ids.js';
import {
  DismissSuggestion,
  LoggedRequest,
  LogRequest,
  MarkRequest,
  OpenRequest,
  PrivacyRequest,
  RequestPage,
  RequestsAsk,
  SetJurisdiction,
  Suggestions,
} from '@candour/shared/requests.js';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { LoggedRequestsService } from './logged-requests.service.js';
import { RequestsService } from './requests.service.js';
import { SuggestionsService } from './suggestions.service.js';

/** Messages that read like a request, beside their conversation. */
@Controller('api')
export class SuggestionsController {
  constructor(private readonly suggestions: SuggestionsService) {}

  @Get('conversations/:id/request-suggestions')
  @Access('conversation.read', 'P5')
  @Answers(Suggestions)
  of(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Suggestions> {
    return this.suggestions.of(actor, id);
  }

  @Post('conversations/:id/requests')
  @HttpCode(200)
  @Access('request.open', 'house')
  @Answers(Suggestions)
  mark(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: MarkRequest }) ask: MarkRequest,
  ): Promise<Suggestions> {
    return this.suggestions.mark(actor, id, ask);
  }

  @Post('request-suggestions/:id/open')
  @HttpCode(200)
  @Access('request.open', 'house')
  @Answers(Suggestions)
  open(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: OpenRequest }) ask: OpenRequest,
  ): Promise<Suggestions> {
    return this.suggestions.open(actor, id, ask);
  }

  @Post('request-suggestions/:id/dismiss')
  @HttpCode(200)
  @Access('request.open', 'house')
  @Answers(Suggestions)
  dismiss(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: DismissSuggestion }) ask: DismissSuggestion,
  ): Promise<Suggestions> {
    return this.suggestions.dismiss(actor, id, ask);
  }
}

/** Privacy requests and their clocks. */
@Controller('api/requests')
export class RequestsController {
  constructor(
    private readonly requests: RequestsService,
    private readonly logged: LoggedRequestsService,
  ) {}

  @Post()
  @HttpCode(200)
  @Access('request.open', 'house')
  @Answers(LoggedRequest)
  log(@CurrentActor() actor: Actor, @Body({ schema: LogRequest }) ask: LogRequest): Promise<LoggedRequest> {
    return this.logged.log(actor, ask);
  }

  @Get()
  @Access('request.read', 'house')
  @Answers(RequestPage)
  list(@CurrentActor() actor: Actor, @Query({ schema: RequestsAsk }) ask: RequestsAsk): Promise<RequestPage> {
    return this.requests.list(actor, ask);
  }

  @Get(':id')
  @Access('request.read', 'house')
  @Answers(PrivacyRequest)
  get(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<PrivacyRequest> {
    return this.requests.get(actor, id);
  }

  @Put(':id/jurisdiction')
  @Access('request.change', 'house')
  @Answers(PrivacyRequest)
  setJurisdiction(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SetJurisdiction }) ask: SetJurisdiction,
  ): Promise<PrivacyRequest> {
    return this.requests.setJurisdiction(actor, id, ask);
  }
}
