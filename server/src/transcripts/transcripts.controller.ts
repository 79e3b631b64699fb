import { Id } from '@candour/shared/ids.js';
import { TranscriptAsk } from '@candour/shared/transcripts.js';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { AnswersBytes } from '../core/http/answers.js';
import { TranscriptsService } from './transcripts.service.js';

const kinds = { text: ['text/plain; charset=utf-8', 'txt'], json: ['application/json', 'json'] } as const;

@Controller('api/conversations/:id/transcript')
export class TranscriptsController {
  constructor(private readonly transcripts: TranscriptsService) {}

  @Get()
  @Access('conversation.transcript', 'P5')
  @AnswersBytes()
  async take(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: TranscriptAsk }) { format }: TranscriptAsk,
  ): Promise<StreamableFile> {
    const { number, body } = await this.transcripts.take(actor, id, format);
    const [type, extension] = kinds[format];
    return new StreamableFile(body, {
      type,
      disposition: `attachment; filename="conversation-${number}.${extension}"`,
    });
  }
}
