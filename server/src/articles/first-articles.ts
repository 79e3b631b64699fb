import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { system } from '../core/access/actor.js';
import { ArticlesService } from './articles.service.js';
import { firstArticles } from './first-articles.data.js';

const actor = system('articles');

/** A desk without articles begins with a few of the shop's topics; the editors change or remove them. */
@Injectable()
export class FirstArticles implements OnApplicationBootstrap {
  constructor(private readonly articles: ArticlesService) {}

  async onApplicationBootstrap(): Promise<void> {
    if (await this.articles.wereEver()) return;
    for (const article of firstArticles) await this.articles.write(actor, article);
  }
}
