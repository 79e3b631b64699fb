import * as z from 'zod';
import { Id } from './ids.js';
import { Instant } from './instant.js';
import { Language, languages, Topic } from './words.js';

/** Longest text of an article, in UTF-16 code units. */
export const ARTICLE_MAX = 20_000;

export const Slug = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** An article in one language: Markdown without HTML. */
export const ArticleText = z.strictObject({
  language: Language,
  slug: Slug,
  title: z.string().trim().min(1).max(160),
  summary: z.string().trim().min(1).max(300),
  body: z.string().trim().min(1).max(ARTICLE_MAX),
});
export type ArticleText = z.infer<typeof ArticleText>;

export const ArticleStatus = z.enum(['draft', 'published']);
export type ArticleStatus = z.infer<typeof ArticleStatus>;

/** What is written: whole, in each language once. */
export const WriteArticle = z.strictObject({
  topic: Topic,
  status: ArticleStatus,
  texts: z
    .array(ArticleText)
    .min(1)
    .max(languages.length)
    .refine((texts) => new Set(texts.map(({ language }) => language)).size === texts.length, 'a language stands twice'),
});
export type WriteArticle = z.infer<typeof WriteArticle>;

export const Article = z.object({
  id: Id,
  topic: Topic,
  status: ArticleStatus,
  texts: z.array(z.object(ArticleText.shape)),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Article = z.infer<typeof Article>;

/** A row of the editors' list. */
export const ArticleRow = z.object({
  id: Id,
  topic: Topic,
  status: ArticleStatus,
  title: z.string(),
  languages: z.array(Language),
  updatedAt: Instant,
});
export type ArticleRow = z.infer<typeof ArticleRow>;

/** A published article in the reader's language, as lists show it. */
export const ArticleCard = z.object({ id: Id, slug: Slug, topic: Topic, title: z.string(), summary: z.string() });
export type ArticleCard = z.infer<typeof ArticleCard>;
export const ArticlesAsk = z.strictObject({
  language: Language,
  topic: Topic.optional(),
  cursor: Id.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export type ArticlesAsk = z.infer<typeof ArticlesAsk>;

/** Pieces of a text, those that were looked for marked. */
export const Marked = z.array(z.object({ text: z.string(), hit: z.boolean() }));
export type Marked = z.infer<typeof Marked>;
export const FoundArticle = ArticleCard.extend({ titleMarked: Marked, excerpt: Marked });
export type FoundArticle = z.infer<typeof FoundArticle>;
export const FoundArticles = z.object({ rows: z.array(FoundArticle) });
export type FoundArticles = z.infer<typeof FoundArticles>;
export const FindArticles = z.strictObject({ language: Language, q: z.string().trim().min(2).max(100) });
export type FindArticles = z.infer<typeof FindArticles>;

/** An article to be read. `html` is made from the Markdown; it holds no tag that somebody wrote. */
export const ArticlePage = ArticleCard.extend({
  language: Language,
  html: z.string(),
  updatedAt: Instant,
  /** The same in other languages. */
  others: z.array(z.object({ language: Language, slug: Slug })),
});
export type ArticlePage = z.infer<typeof ArticlePage>;

export const PreviewArticle = z.strictObject({ body: z.string().max(ARTICLE_MAX) });
export const ArticlePreview = z.object({ html: z.string() });
export type ArticlePreview = z.infer<typeof ArticlePreview>;
export const LanguageAsk = z.strictObject({ language: Language.default('en') });
