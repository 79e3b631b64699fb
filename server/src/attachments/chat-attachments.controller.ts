import { Attachment, UploadAsk } from '@candour/shared/attachments.js';
import { Refused } from '@candour/shared/errors.js';
import { Id } from '@candour/shared/ids.js';
import { Controller, Delete, Get, Inject, Param, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Open } from '../core/access/access.js';
import type { VisitorActor } from '../core/access/actor.js';
import { fileAnswer, partOf } from '../core/files/file-answer.js';
import { Answers, AnswersBytes } from '../core/http/answers.js';
import { ChatService } from '../conversations/chat.service.js';
import { AttachmentsService } from './attachments.service.js';
import { DownloadsService } from './downloads.service.js';
import { UploadGate } from './upload-gate.js';

const BY_TOKEN = 'the visitor token in the header, which no other page has, stands for the browser that began the chat';

/** The same files, for the chat: no cookie, so nothing that another page could make a browser send. */
@Controller('api/chat')
export class ChatAttachmentsController {
  constructor(
    @Inject(AttachmentsService) private readonly attachments: AttachmentsService,
    @Inject(DownloadsService) private readonly downloads: DownloadsService,
    @Inject(UploadGate) private readonly gate: UploadGate,
    @Inject(ChatService) private readonly chat: ChatService,
  ) {}

  /** The body is the file itself (`application/octet-stream`), read as it comes. */
  @Post('conversations/:id/attachments')
  @Open(BY_TOKEN)
  @Answers(Attachment, 201)
  async upload(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: UploadAsk }) { name }: UploadAsk,
    @Req() request: Request,
  ): Promise<Attachment> {
    const visitor = await this.visitorOf(request);
    return this.gate.pass(visitor, id, request, (body) => this.attachments.upload(visitor, id, name, body));
  }

  @Delete('attachments/:id')
  @Open(BY_TOKEN)
  @Answers(null)
  async discard(@Param('id', { schema: Id }) id: string, @Req() request: Request): Promise<void> {
    return this.attachments.discard(await this.visitorOf(request), id);
  }

  @Get('attachments/:id')
  @Open(BY_TOKEN)
  @AnswersBytes()
  async file(
    @Param('id', { schema: Id }) id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return fileAnswer(response, await this.downloads.file(await this.visitorOf(request), id, partOf(request)));
  }

  @Get('attachments/:id/preview')
  @Open(BY_TOKEN)
  @AnswersBytes()
  async preview(
    @Param('id', { schema: Id }) id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return fileAnswer(response, await this.downloads.preview(await this.visitorOf(request), id));
  }

  /** @throws Refused `token-invalid`, `token-expired`. */
  private async visitorOf(request: Request): Promise<VisitorActor> {
    const [, token] = /^Bearer ([\w.-]{1,400})$/.exec(request.get('authorization') ?? '') ?? [];
    const visitor = await this.chat.visitorOf(token);
    if (!visitor) throw new Refused('token-invalid');
    return visitor;
  }
}
