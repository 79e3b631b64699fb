import { Attachment, UploadAsk } from '@candour/shared/attachments.js';
import { Id } from '@candour/shared/ids.js';
import { Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ReaderFilesService } from '../attachments/reader-files.service.js';
import { Open } from '../core/access/access.js';
import { fileAnswer, partOf } from '../core/files/file-answer.js';
import { Answers, AnswersBytes } from '../core/http/answers.js';
import { readingToken } from './reading-tokens.js';
import { ReadersService } from './readers.service.js';

const BY_TOKEN = 'the token in the header opens one conversation, and its files with it';

/** Files of the conversation that somebody reads outside the chat. */
@Controller('api/help/conversation/files')
export class ReaderFilesController {
  constructor(
    private readonly readers: ReadersService,
    private readonly files: ReaderFilesService,
  ) {}

  /** The body is the file itself (`application/octet-stream`), read as it comes. */
  @Post()
  @HttpCode(201)
  @Open(BY_TOKEN)
  @Answers(Attachment, 201)
  async upload(@Query({ schema: UploadAsk }) { name }: UploadAsk, @Req() request: Request): Promise<Attachment> {
    return this.files.upload(await this.readers.writerOf(readingToken(request)), name, request);
  }

  @Delete(':id')
  @Open(BY_TOKEN)
  @Answers(null)
  async discard(@Param('id', { schema: Id }) id: string, @Req() request: Request): Promise<void> {
    return this.files.discard(await this.readers.writerOf(readingToken(request)), id);
  }

  @Get(':id')
  @Open(BY_TOKEN)
  @AnswersBytes()
  async file(
    @Param('id', { schema: Id }) id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const reader = await this.readers.readerOf(readingToken(request));
    return fileAnswer(response, await this.files.file(reader, id, partOf(request)));
  }

  @Get(':id/preview')
  @Open(BY_TOKEN)
  @AnswersBytes()
  async preview(
    @Param('id', { schema: Id }) id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const reader = await this.readers.readerOf(readingToken(request));
    return fileAnswer(response, await this.files.preview(reader, id));
  }
}
