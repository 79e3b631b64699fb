import type { ArticleStatus } from '@candour/shared/articles.js';
import type { Language, Topic } from '@candour/shared/words.js';
import { Entity, Index } from 'typeorm';
import { id, instant, integer, text } from '../core/database/columns.js';

/** Something that the help centre explains. */
@Entity('articles')
@Index(['status', 'id'])
@Index(['topic', 'status', 'id'])
export class ArticleRecord {
  @id() id: string;
  @text() topic: Topic;
  @text() status: ArticleStatus;
  @instant() createdAt: number;
  @instant() updatedAt: number;
}

/** Its words in one language. */
@Entity('article_texts')
@Index(['language', 'slug'], { unique: true })
export class ArticleTextRecord {
  @id() articleId: string;
  @id() language: Language;
  @text() slug: string;
  @text() title: string;
  @text() summary: string;
  /** Markdown. */
  @text() body: string;
}

/** Its words, folded, for searching by their beginnings: one small index that both engines have. */
@Entity('article_words')
@Index(['language', 'word'])
export class ArticleWord {
  @id() articleId: string;
  @id() language: Language;
  @id() word: string;
  /** More for words of the title than for those of the text. */
  @integer() weight: number;
}
