import { SearchAsk, SearchPage } from '@candour/shared/search.js';
import { Controller, Get, Query } from '@nestjs/common';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { SearchService } from './search.service.js';

@Controller('api/search')
export class SearchController {
  constructor(private readonly searching: SearchService) {}

  @Get()
  @Access('conversation.list', 'P5')
  @Answers(SearchPage)
  search(@CurrentActor() actor: Actor, @Query({ schema: SearchAsk }) ask: SearchAsk): Promise<SearchPage> {
    return this.searching.search(actor, ask);
  }
}
