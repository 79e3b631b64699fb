import type { Article, ArticleCard, ArticlePage, FoundArticles, WriteArticle } from '@candour/shared/articles.js';
import type { Page } from '@candour/shared/paging.js';
import { eachDesk, type Browser, type Desk } from './desk.js';

const text = (title: string, body = 'Some words.', slug = title.toLowerCase().replace(/\W+/g, '-')) => ({
  language: 'en' as const,
  slug,
  title,
  summary: `About ${title}`,
  body,
});

eachDesk('The articles of the help centre', (open) => {
  let desk: Desk;
  let editor: Browser;
  let reader: Browser;
  beforeEach(async () => {
    desk = await open();
    editor = await desk.signedIn(await desk.addStaff('supervisor'));
    reader = desk.browser();
  });
  afterEach(() => desk.close());

  const write = async (change: Partial<WriteArticle>): Promise<Article> => {
    const ask: WriteArticle = { topic: 'product', status: 'published', texts: [text('Oak care')], ...change };
    const answer = await editor.ask('post', '/api/articles', ask);
    expect([answer.status, answer.body]).toEqual([200, answer.body]);
    return answer.body as Article;
  };
  const find = async (q: string, language = 'en'): Promise<FoundArticles['rows']> => {
    const answer = await reader.ask('get', `/api/help/articles/search?language=${language}&q=${encodeURIComponent(q)}`);
    expect(answer.status).toBe(200);
    return (answer.body as FoundArticles).rows;
  };
  const read = (slug: string, language = 'en') => reader.ask('get', `/api/help/articles/${slug}?language=${language}`);

  it('begin with a few of the shop’s topics, in four languages', async () => {
    for (const [language, slug] of [
      ['en', 'send-something-back'],
      ['de', 'etwas-zuruecksenden'],
      ['fr', 'renvoyer-un-article'],
      ['es', 'devolver-un-articulo'],
    ] as const) {
      const page = (await read(slug, language)).body as ArticlePage;
      expect(page.html).toContain('<h2>');
      expect(page.others.length).toBe(3);
    }
  });

  it('are found by the beginnings of words, whatever case and accents; the title counts most', async () => {
    expect((await find('RÜCKSEND', 'de')).map(({ slug }) => slug)).toEqual(['etwas-zuruecksenden']);
    await write({ texts: [text('Return of the lamp')] });
    const [first, ...more] = await find('return');
    expect(first?.title).toBe('Return of the lamp');
    expect(first?.titleMarked.filter(({ hit }) => hit)).toEqual([{ text: 'Return', hit: true }]);
    expect(more.length).toBeGreaterThan(0);
    expect(await find('return unicorn')).toEqual([]);
    expect(await find('%_')).toEqual([]);
  });

  it('are read by everybody once published, and by nobody else before', async () => {
    const { id } = await write({ status: 'draft' });
    expect((await read('oak-care')).status).toBe(404);
    expect(await find('oak')).toEqual([]);
    const ask: WriteArticle = { topic: 'product', status: 'published', texts: [text('Oak care', '**Oil** it')] };
    expect((await editor.ask('put', `/api/articles/${id}`, ask)).status).toBe(200);
    expect(((await read('oak-care')).body as ArticlePage).html).toBe('<p><strong>Oil</strong> it</p>\n');
    expect((await editor.ask('delete', `/api/articles/${id}`)).status).toBe(204);
    expect((await read('oak-care')).status).toBe(404);
    expect(await find('oak')).toEqual([]);
  });

  it('are listed page by page, each once', async () => {
    for (let i = 0; i < 5; i++) {
      desk.clock.advance(1);
      await write({ texts: [text(`Chair ${i}`)] });
    }
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const path = `/api/help/articles?language=en&topic=product&limit=2${cursor && `&cursor=${cursor}`}`;
      const { rows, next } = (await reader.ask('get', path)).body as Page<ArticleCard>;
      seen.push(...rows.map(({ title }) => title));
      if (next === undefined) break;
      cursor = next;
    }
    expect(seen).toEqual(['Chair 4', 'Chair 3', 'Chair 2', 'Chair 1', 'Chair 0']);
  });

  it('are written by editors alone, each address once', async () => {
    await write({});
    expect(
      (await editor.ask('post', '/api/articles', { topic: 'product', status: 'draft', texts: [text('Oak care')] }))
        .status,
    ).toBe(409);
    const agent = await desk.signedIn(await desk.addStaff('agent'));
    const ask = { topic: 'product', status: 'draft', texts: [text('Mine')] };
    expect((await agent.ask('post', '/api/articles', ask)).status).toBe(403);
    expect((await agent.ask('get', '/api/articles')).status).toBe(403);
    expect((await reader.ask('post', '/api/articles', ask)).status).toBe(401);
    for (const slug of ['../etc', 'With Space', 'a--b', '']) {
      const bad = { ...ask, texts: [{ ...text('Bad'), slug }] };
      expect([slug, (await editor.ask('post', '/api/articles', bad)).status]).toEqual([slug, 400]);
    }
  });
});
