import {
  Article,
  ArticleCard,
  ArticlePage,
  ArticlePreview,
  ArticleRow,
  ArticlesAsk,
  FindArticles,
  FoundArticles,
  LanguageAsk,
  PreviewArticle,
  Slug,
  WriteArticle,
} from '@candour/shared/articles.js';
import { Id } from '@candour/shared/ids.js';
import { PageAsk, pageOf, type Page } from '@candour/shared/paging.js';
import type { Language } from '@candour/shared/words.js';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { Access, CurrentActor, Open } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { ArticlesService } from './articles.service.js';

@Controller('api')
export class ArticlesController {
  constructor(private readonly articles: ArticlesService) {}

  @Get('help/articles')
  @Open('published articles are for everybody')
  @Answers(pageOf(ArticleCard))
  list(@Query({ schema: ArticlesAsk }) ask: ArticlesAsk): Promise<Page<ArticleCard>> {
    return this.articles.list(ask);
  }

  @Get('help/articles/search')
  @Open('published articles are for everybody')
  @Answers(FoundArticles)
  find(@Query({ schema: FindArticles }) ask: FindArticles): Promise<FoundArticles> {
    return this.articles.find(ask);
  }

  @Get('help/articles/:slug')
  @Open('published articles are for everybody')
  @Answers(ArticlePage)
  page(
    @Param('slug', { schema: Slug }) slug: string,
    @Query({ schema: LanguageAsk }) { language }: { language: Language },
  ): Promise<ArticlePage> {
    return this.articles.page(slug, language);
  }

  @Get('articles')
  @Access('articles.manage', 'house')
  @Answers(pageOf(ArticleRow))
  rows(@CurrentActor() actor: Actor, @Query({ schema: PageAsk }) ask: PageAsk): Promise<Page<ArticleRow>> {
    return this.articles.rows(actor, ask);
  }

  @Post('articles')
  @Access('articles.manage', 'house')
  @Answers(Article)
  add(@CurrentActor() actor: Actor, @Body({ schema: WriteArticle }) ask: WriteArticle): Promise<Article> {
    return this.articles.write(actor, ask);
  }

  @Post('articles/preview')
  @HttpCode(200)
  @Access('articles.manage', 'house')
  @Answers(ArticlePreview)
  preview(@CurrentActor() actor: Actor, @Body({ schema: PreviewArticle }) { body }: { body: string }): ArticlePreview {
    return this.articles.preview(actor, body);
  }

  @Get('articles/:id')
  @Access('articles.manage', 'house')
  @Answers(Article)
  article(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Article> {
    return this.articles.article(actor, id);
  }

  @Put('articles/:id')
  @Access('articles.manage', 'house')
  @Answers(Article)
  change(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: WriteArticle }) ask: WriteArticle,
  ): Promise<Article> {
    return this.articles.write(actor, ask, id);
  }

  @Delete('articles/:id')
  @HttpCode(204)
  @Access('articles.manage', 'house')
  @Answers(null)
  remove(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<void> {
    return this.articles.remove(actor, id);
  }
}
