import { Reading } from '@candour/shared/contact.js';
import { Refused } from '@candour/shared/errors.js';
import {
  OrderCodeAsk,
  OrderCodeTry,
  OwnReturn,
  OwnReturns,
  WithdrawalForm,
  WithdrawalTaken,
} from '@candour/shared/own-returns.js';
import { OwnReturnAsk, ReturnPreview } from '@candour/shared/returns.js';
import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { normalizeIp } from '@nestjs/throttler';
import type { Request } from 'express';
import { Open } from '../core/access/access.js';
import { Answers } from '../core/http/answers.js';
import { OwnReturnsService } from './own-returns.service.js';
import { WithdrawalsService } from './withdrawals.service.js';

const BY_TOKEN = 'the token in the header opens the returns of one order; it was given for a mailed code';

/** Returns by their customer, without an account. */
@Controller('api/help')
export class OwnReturnsController {
  constructor(
    private readonly own: OwnReturnsService,
    private readonly withdrawals: WithdrawalsService,
  ) {}

  /** Answered the same whether there is such an order or not. */
  @Post('returns/code')
  @HttpCode(204)
  @Open('a code goes to the address kept with the order; the answer tells nothing')
  @Answers(null)
  ask(@Body({ schema: OrderCodeAsk }) ask: OrderCodeAsk, @Req() request: Request): void {
    this.own.ask(ask, addressOf(request));
  }

  @Post('returns/open')
  @HttpCode(200)
  @Open('the code was mailed to the address kept with the order')
  @Answers(Reading)
  open(@Body({ schema: OrderCodeTry }) ask: OrderCodeTry, @Req() request: Request): Promise<Reading> {
    return this.own.open(ask, addressOf(request));
  }

  @Get('returns')
  @Open(BY_TOKEN)
  @Answers(OwnReturns)
  read(@Req() request: Request): Promise<OwnReturns> {
    return this.own.read(tokenOf(request));
  }

  @Post('returns')
  @HttpCode(200)
  @Open(BY_TOKEN)
  @Answers(OwnReturn)
  request(@Body({ schema: OwnReturnAsk }) ask: OwnReturnAsk, @Req() request: Request): Promise<OwnReturn> {
    return this.own.request(tokenOf(request), ask);
  }

  @Post('returns/preview')
  @HttpCode(200)
  @Open(BY_TOKEN)
  @Answers(ReturnPreview)
  preview(@Body({ schema: OwnReturnAsk }) ask: OwnReturnAsk, @Req() request: Request): Promise<ReturnPreview> {
    return this.own.preview(tokenOf(request), ask);
  }

  @Post('withdrawals')
  @HttpCode(200)
  @Open('the law lets everybody withdraw without an account')
  @Answers(WithdrawalTaken)
  withdraw(@Body({ schema: WithdrawalForm }) form: WithdrawalForm, @Req() request: Request): Promise<WithdrawalTaken> {
    return this.withdrawals.declare(form, addressOf(request));
  }
}

const addressOf = (request: Request): string => normalizeIp(request.ip ?? '', 64);

/** @throws Refused `token-invalid` where the request carries none. */
function tokenOf(request: Request): string {
  const [, token] = /^Bearer ([\w.-]{1,400})$/.exec(request.get('authorization') ?? '') ?? [];
  if (token === undefined) throw new Refused('token-invalid');
  return token;
}
