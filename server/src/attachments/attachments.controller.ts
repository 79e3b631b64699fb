import { Attachment, UploadAsk } from '@candour/shared/attachments.js';
import { Id } from '@candour/shared/ids.js';
import { Controller, Delete, Get, Inject, Param, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { fileAnswer, partOf } from '../core/files/file-answer.js';
import { Answers, AnswersBytes } from '../core/http/answers.js';
import { AttachmentsService } from './attachments.service.js';
import { DownloadsService } from './downloads.service.js';
import { UploadGate } from './upload-gate.js';

/** Files, for the console. */
@Controller('api')
export class AttachmentsController {
  constructor(
    @Inject(AttachmentsService) private readonly attachments: AttachmentsService,
    @Inject(DownloadsService) private readonly downloads: DownloadsService,
    @Inject(UploadGate) private readonly gate: UploadGate,
  ) {}

  /** The body is the file itself (`application/octet-stream`), read as it comes. */
  @Post('conversations/:id/attachments')
  @Access('conversation.reply', 'P5')
  @Answers(Attachment, 201)
  upload(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: UploadAsk }) { name }: UploadAsk,
    @Req() request: Request,
  ): Promise<Attachment> {
    return this.gate.pass(actor, id, request, (body) => this.attachments.upload(actor, id, name, body));
  }

  @Delete('attachments/:id')
  @Access('conversation.reply', 'P5')
  @Answers(null)
  discard(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<void> {
    return this.attachments.discard(actor, id);
  }

  @Get('attachments/:id')
  @Access('conversation.read', 'P5')
  @AnswersBytes()
  async file(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return fileAnswer(response, await this.downloads.file(actor, id, partOf(request)));
  }

  @Get('attachments/:id/preview')
  @Access('conversation.read', 'P5')
  @AnswersBytes()
  async preview(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return fileAnswer(response, await this.downloads.preview(actor, id));
  }
}
