import type {
  Article,
  ArticleCard,
  ArticlePage,
  ArticleRow,
  ArticlesAsk,
  ArticleText,
  FindArticles,
  FoundArticles,
  WriteArticle,
} from '@candour/shared/articles.js';
import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import type { Page, PageAsk } from '@candour/shared/paging.js';
import type { Language } from '@candour/shared/words.js';
import { Injectable } from '@nestjs/common';
import { In, LessThan, type EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit.service.js';
import { requireAccess } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database, type Tx } from '../core/database/database.js';
import { ArticleRecord, ArticleTextRecord, ArticleWord } from './article.entity.js';
import { Markdown } from './markdown.js';
import { askedWords, excerptOf, marked, plain, weights } from './words.rules.js';

/** Articles that a search shows, and most that one of its words is looked up in. */
const SHOWN = 20;
const LOOKED_AT = 500;
/** Words in one statement. */
const CHUNK = 200;

/** What the help centre explains: written by staff, read and searched by everybody. */
@Injectable()
export class ArticlesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly markdown: Markdown,
    private readonly audit: AuditTrail,
  ) {}

  /** Published ones in a language, the newest first. */
  list({ language, topic, cursor, limit }: ArticlesAsk): Promise<Page<ArticleCard>> {
    return this.database.read(async (em) => {
      const query = em
        .createQueryBuilder(ArticleRecord, 'a')
        .innerJoin(ArticleTextRecord, 't', 't.articleId = a.id AND t.language = :language', { language })
        .where({ status: 'published', ...(topic ? { topic } : {}), ...(cursor ? { id: LessThan(cursor) } : {}) })
        .orderBy('a.id', 'DESC')
        .limit(limit + 1);
      const rows = await query.getMany();
      const page = rows.slice(0, limit);
      const next = rows.length > limit ? page.at(-1)?.id : undefined;
      return { rows: await cardsOf(em, page, language), ...(next === undefined ? {} : { next }) };
    });
  }

  /** The published ones that hold every word of the question, by its beginning; the best first. */
  find({ language, q }: FindArticles): Promise<FoundArticles> {
    const asked = askedWords(q);
    if (asked.length === 0) return Promise.resolve({ rows: [] });
    return this.database.read(async (em) => {
      let ranks: Map<string, number> | undefined;
      for (const word of asked) {
        const found = await ranksOf(em, language, word);
        const before = ranks;
        ranks = before ? both(before, found) : found;
      }
      const best = [...(ranks ?? [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1)).slice(0, SHOWN);
      const records = await em.findBy(ArticleRecord, { id: In(best.map(([id]) => id)), status: 'published' });
      const texts = await textsOf(em, records, language);
      const rows = best.flatMap(([id]) => {
        const [record, text] = [records.find((one) => one.id === id), texts.get(id)];
        if (!record || !text) return [];
        const excerpt = excerptOf(`${text.summary} ${plain(text.body)}`, asked);
        return [{ ...cardOf(record, text), titleMarked: marked(text.title, asked), excerpt }];
      });
      return { rows };
    });
  }

  /** @throws Refused `not-found`, also for a draft. */
  page(slug: string, language: Language): Promise<ArticlePage> {
    return this.database.read(async (em) => {
      const text = await em.findOneBy(ArticleTextRecord, { language, slug });
      const record = text && (await em.findOneBy(ArticleRecord, { id: text.articleId, status: 'published' }));
      if (!text || !record) throw new Refused('not-found');
      const all = await em.findBy(ArticleTextRecord, { articleId: record.id });
      return {
        ...cardOf(record, text),
        language,
        html: this.markdown.html(text.body),
        updatedAt: record.updatedAt,
        others: all
          .filter((one) => one.language !== language)
          .map((one) => ({ language: one.language, slug: one.slug })),
      };
    });
  }

  /** Whether there is, or ever was, an article: the audit remembers those that are gone. */
  wereEver(): Promise<boolean> {
    return this.database.read(async (em) => {
      if (await em.existsBy(ArticleRecord, {})) return true;
      const rows = await em.query<unknown[]>(`SELECT 1 FROM audit_leaves WHERE verb = 'article.removed' LIMIT 1`);
      return rows.length > 0;
    });
  }

  /** Drafts too, for those who write them. */
  async rows(actor: Actor, { cursor, limit }: PageAsk): Promise<Page<ArticleRow>> {
    requireAccess(actor, 'articles.manage', 'house');
    return this.database.read(async (em) => {
      const where = cursor ? { id: LessThan(cursor) } : {};
      const records = await em.find(ArticleRecord, { where, order: { id: 'DESC' }, take: limit + 1 });
      const page = records.slice(0, limit);
      const texts = await em.find(ArticleTextRecord, {
        select: { articleId: true, language: true, title: true },
        where: { articleId: In(page.map(({ id }) => id)) },
      });
      const next = records.length > limit ? page.at(-1)?.id : undefined;
      const rows = page.map(({ id, topic, status, updatedAt }) => {
        const own = texts.filter(({ articleId }) => articleId === id);
        const title = (own.find(({ language }) => language === 'en') ?? own[0])?.title ?? '';
        return { id, topic, status, title, languages: own.map(({ language }) => language), updatedAt };
      });
      return { rows, ...(next === undefined ? {} : { next }) };
    });
  }

  /** @throws Refused `not-found`. */
  async article(actor: Actor, id: string): Promise<Article> {
    requireAccess(actor, 'articles.manage', 'house');
    return this.database.read((em) => whole(em, id));
  }

  preview(actor: Actor, body: string): { html: string } {
    requireAccess(actor, 'articles.manage', 'house');
    return { html: this.markdown.html(body) };
  }

  /** Writes a new one, or all of one anew. @throws Refused `not-found`, `already-exists` for a slug that is taken. */
  async write(actor: Actor, ask: WriteArticle, id?: string): Promise<Article> {
    requireAccess(actor, 'articles.manage', 'house');
    return this.database.write(async (tx) => {
      const now = this.clock.now();
      const article = id ?? newId(now);
      const before = id === undefined ? null : await tx.em.findOneBy(ArticleRecord, { id });
      if (id !== undefined && !before) throw new Refused('not-found');
      for (const { language, slug } of ask.texts) {
        const taken = await tx.em.findOneBy(ArticleTextRecord, { language, slug });
        if (taken && taken.articleId !== article) throw new Refused('already-exists', { slug });
      }
      const columns = { topic: ask.topic, status: ask.status, updatedAt: now };
      if (before) await tx.em.update(ArticleRecord, { id: article }, columns);
      else await tx.em.insert(ArticleRecord, { id: article, createdAt: now, ...columns });
      await this.replace(tx, article, ask.texts);
      await this.audit.record(tx, {
        actor,
        verb: 'article.written',
        about: [],
        digest: this.audit.digest({ id: article, ...ask }),
      });
      return whole(tx.em, article);
    });
  }

  /** @throws Refused `not-found`. */
  async remove(actor: Actor, id: string): Promise<void> {
    requireAccess(actor, 'articles.manage', 'house');
    await this.database.write(async (tx) => {
      const { affected } = await tx.em.delete(ArticleRecord, { id });
      if (affected === 0) throw new Refused('not-found');
      await this.replace(tx, id, []);
      await this.audit.record(tx, { actor, verb: 'article.removed', about: [], digest: this.audit.digest({ id }) });
    });
  }

  private async replace(tx: Tx, articleId: string, texts: readonly ArticleText[]): Promise<void> {
    await tx.em.delete(ArticleTextRecord, { articleId });
    await tx.em.delete(ArticleWord, { articleId });
    if (texts.length === 0) return;
    await tx.em.insert(
      ArticleTextRecord,
      texts.map((text) => ({ articleId, ...text })),
    );
    const words = texts.flatMap(({ language, ...text }) =>
      [...weights({ ...text, body: plain(text.body) })].map(([word, weight]) => ({
        articleId,
        language,
        word,
        weight,
      })),
    );
    for (let from = 0; from < words.length; from += CHUNK)
      await tx.em.insert(ArticleWord, words.slice(from, from + CHUNK));
  }
}

/** How well each article answers to one word. */
async function ranksOf(em: EntityManager, language: Language, word: string): Promise<Map<string, number>> {
  const rows = await em.query<{ id: string; rank: number | string }[]>(
    `SELECT article_id AS id, sum(weight) AS rank FROM article_words
     WHERE language = $1 AND word >= $2 AND word < $3 GROUP BY article_id ORDER BY sum(weight) DESC LIMIT ${LOOKED_AT}`,
    [language, word, `${word}\u{10ffff}`],
  );
  return new Map(rows.map(({ id, rank }) => [id, Number(rank)]));
}

/** Those that both know, with the sum of their ranks. */
const both = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): Map<string, number> =>
  new Map(
    [...other].flatMap(([id, rank]) => {
      const before = one.get(id);
      return before === undefined ? [] : [[id, rank + before] as const];
    }),
  );

async function textsOf(
  em: EntityManager,
  records: readonly ArticleRecord[],
  language: Language,
): Promise<Map<string, ArticleTextRecord>> {
  const texts = await em.findBy(ArticleTextRecord, { articleId: In(records.map(({ id }) => id)), language });
  return new Map(texts.map((text) => [text.articleId, text]));
}

async function cardsOf(
  em: EntityManager,
  records: readonly ArticleRecord[],
  language: Language,
): Promise<ArticleCard[]> {
  const texts = await textsOf(em, records, language);
  return records.flatMap((record) => {
    const text = texts.get(record.id);
    return text ? [cardOf(record, text)] : [];
  });
}

const cardOf = ({ id, topic }: ArticleRecord, { slug, title, summary }: ArticleTextRecord): ArticleCard => ({
  ...{ id, slug, topic, title, summary },
});

async function whole(em: EntityManager, id: string): Promise<Article> {
  const record = await em.findOneBy(ArticleRecord, { id });
  if (!record) throw new Refused('not-found');
  const { topic, status, createdAt, updatedAt } = record;
  const texts = await em.findBy(ArticleTextRecord, { articleId: id });
  return {
    ...{ id, topic, status, createdAt, updatedAt },
    texts: texts.map(({ language, slug, title, summary, body }) => ({ language, slug, title, summary, body })),
  };
}
