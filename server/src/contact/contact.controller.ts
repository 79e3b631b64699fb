import {
  ContactForm,
  FormTaken,
  HelpDesk,
  HelpDeskAsk,
  PassTry,
  Proved,
  ReadAsk,
  ReadConversation,
  ReaderCode,
  Reading,
  TrackAsk,
  TrackTry,
  WriteOn,
} from '@candour/shared/contact.js';
import { Sent, type Level } from '@candour/shared/conversations.js';
import { Body, Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { normalizeIp } from '@nestjs/throttler';
import type { Request } from 'express';
import { Open } from '../core/access/access.js';
import { Answers } from '../core/http/answers.js';
import { FormsService } from './forms.service.js';
import { readingToken } from './reading-tokens.js';
import { ReadersService } from './readers.service.js';
import { TrackingService } from './tracking.service.js';

const BY_TOKEN = 'the token in the header opens one conversation; it was given for a mailed link or code';

/** How customers reach the desk, and their conversations, without a chat and without an account. */
@Controller('api/help')
export class ContactController {
  constructor(
    private readonly forms: FormsService,
    private readonly tracking: TrackingService,
    private readonly readers: ReadersService,
  ) {}

  @Get('desk')
  @Open('whether the desk is open is for everybody')
  @Answers(HelpDesk)
  desk(@Query({ schema: HelpDeskAsk }) { language }: HelpDeskAsk): Promise<HelpDesk> {
    return this.forms.desk(language);
  }

  @Post('contact')
  @Open('writing to the desk needs no account')
  @Answers(FormTaken)
  take(@Body({ schema: ContactForm }) form: ContactForm, @Req() request: Request): Promise<FormTaken> {
    return this.forms.take(form, addressOf(request));
  }

  /** Answered the same whether there is such a conversation or not. */
  @Post('track')
  @HttpCode(204)
  @Open('a code goes to the address kept with the conversation; the answer tells nothing')
  @Answers(null)
  ask(@Body({ schema: TrackAsk }) ask: TrackAsk, @Req() request: Request): void {
    this.tracking.ask(ask, addressOf(request));
  }

  @Post('track/open')
  @Open('the code was mailed to the address kept with the conversation')
  @Answers(Reading)
  open(@Body({ schema: TrackTry }) ask: TrackTry, @Req() request: Request): Promise<Reading> {
    return this.tracking.open(ask, addressOf(request));
  }

  /** The confirming click: a link that is only fetched, by whomever, opens nothing. */
  @Post('pass')
  @Open('the pass was mailed to its customer; it opens one conversation')
  @Answers(Reading)
  confirm(@Body({ schema: PassTry }) { pass }: PassTry, @Req() request: Request): Promise<Reading> {
    return this.tracking.confirm(pass, addressOf(request));
  }

  @Get('conversation')
  @Open(BY_TOKEN)
  @Answers(ReadConversation)
  read(@Query({ schema: ReadAsk }) { since }: ReadAsk, @Req() request: Request): Promise<ReadConversation> {
    return this.readers.read(readingToken(request), since);
  }

  @Post('conversation/messages')
  @Open(BY_TOKEN)
  @Answers(Sent)
  write(@Body({ schema: WriteOn }) message: WriteOn, @Req() request: Request): Promise<Sent> {
    return this.readers.write(readingToken(request), message);
  }

  @Post('conversation/code')
  @Open(BY_TOKEN)
  @Answers(Proved)
  async prove(
    @Body({ schema: ReaderCode }) { code }: { code: string },
    @Req() request: Request,
  ): Promise<{ level: Level }> {
    return { level: await this.readers.prove(readingToken(request), code) };
  }
}

const addressOf = (request: Request): string => normalizeIp(request.ip ?? '', 64);
