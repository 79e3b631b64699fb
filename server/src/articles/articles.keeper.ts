import { Injectable } from '@nestjs/common';
import { Keeper, notPersonal, type RecordKeeper } from '../privacy/record-keeper.js';
import { ArticleRecord, ArticleTextRecord, ArticleWord } from './article.entity.js';

const why = 'Published explanations of the shop; who wrote one stands in the audit.';

@Keeper()
@Injectable()
export class ArticlesKeeper implements RecordKeeper {
  readonly name = 'articles';
  readonly personal = [];
  readonly notPersonal = [
    notPersonal(ArticleRecord, 'all', why),
    notPersonal(ArticleTextRecord, 'all', why),
    notPersonal(ArticleWord, 'all', why),
  ];
  readonly swept = [];
}
