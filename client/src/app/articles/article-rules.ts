import type { Article, ArticleStatus, ArticleText } from '@candour/shared/articles.js';
import type { Language, Topic } from '@candour/shared/words.js';

/** An article while it is written: every language has its fields, empty where nothing was written. */
export interface Writing {
  topic: Topic;
  status: ArticleStatus;
  texts: Record<Language, ArticleText>;
}

/** An address made of a title: small letters, digits, single hyphens. */
export const slugOf = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 100)
    .replace(/-$/, '');

export function articleOf(article: Article | undefined): Writing {
  const text = (language: Language): ArticleText =>
    article?.texts.find((one) => one.language === language) ?? { language, slug: '', title: '', summary: '', body: '' };
  return {
    topic: article?.topic ?? 'product',
    status: article?.status ?? 'draft',
    texts: { en: text('en'), de: text('de'), fr: text('fr'), es: text('es') },
  };
}
