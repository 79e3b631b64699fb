import { Module } from '@nestjs/common';
import { ArticlesController } from './articles.controller.js';
import { ArticlesKeeper } from './articles.keeper.js';
import { ArticlesService } from './articles.service.js';
import { FirstArticles } from './first-articles.js';
import { Markdown } from './markdown.js';

/** What the help centre explains. */
@Module({
  controllers: [ArticlesController],
  providers: [ArticlesService, ArticlesKeeper, FirstArticles, Markdown],
  exports: [ArticlesService],
})
export class ArticlesModule {}
