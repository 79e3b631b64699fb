import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from '@candour/shared/paging.js';
import type { SearchHit, SearchPage } from '@candour/shared/search.js';
import { AuditLeaf } from '../src/audit/audit-leaf.entity.js';
import { Database } from '../src/core/database/database.js';
import { SEARCH_DATABASE } from '../src/core/tokens.js';
import { RetentionSchedule } from '../src/privacy/retention.schedule.js';
import { driftOf } from '../src/search/drift.js';
import { Indexer } from '../src/search/indexer.js';
import { IndexStore } from '../src/search/index-store.js';
import { Passage } from '../src/search/passage.entity.js';
import { rebuild } from '../src/search/rebuild.js';
import { SearchSources } from '../src/search/search-sources.service.js';
import { eachDesk, type Browser, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';

eachDesk('Searching the history', (open) => {
  let desk: Desk;
  let agent: Browser;
  let supervisor: Browser;
  let customer: LiveClient;

  beforeEach(async () => {
    desk = await open();
    desk.clock.set(Date.parse('2026-02-28T10:00:00Z'));
    agent = await desk.signedIn(await desk.addStaff('agent'));
    supervisor = await desk.signedIn(await desk.addStaff('supervisor'));
    customer = await LiveClient.chat(desk);
  });
  afterEach(async () => {
    customer.close();
    await desk.close();
  });

  const of = <T>(part: abstract new (...args: never[]) => T): T => desk.app.get<T>(part as never, { strict: false });
  const drift = () => driftOf(of(Database), of(IndexStore), of(SearchSources));
  /** Until the index stands where the log stands. */
  async function indexed(): Promise<void> {
    for (;;) {
      const state = await drift();
      if (state && state.waiting === 0 && state.todos === 0) return;
      await delay(50);
    }
  }
  const ask = (browser: Browser, query: string) => browser.ask('get', `/api/search?${query}`);
  async function found(browser: Browser, query: string): Promise<SearchHit[]> {
    const answer = await ask(browser, query);
    expect(answer.status).toBe(200);
    return (answer.body as Page<SearchHit>).rows;
  }
  const marked = ({ excerpt: { text, marks } }: SearchHit): string[] =>
    marks.map(({ start, end }) => text.slice(start, end));

  it('finds words, phrases and beginnings, newest first, and says where they stand', async () => {
    const { conversation } = await customer.start('My GRÜNES sofa is late');
    await customer.send(conversation.id, 'The sofa is green, the delivery was due');
    await indexed();
    expect((await found(supervisor, 'q=sofa')).map(({ seq }) => seq)).toEqual([3, 2]);
    const [hit] = await found(supervisor, 'q=grunes');
    expect(marked(hit!)).toEqual(['GRÜNES']);
    expect([hit!.conversation.id, hit!.by]).toEqual([conversation.id, 'customer']);
    expect((await found(supervisor, 'q=%22sofa%20is%20green%22%20deliv*')).map(marked)).toEqual([
      ['sofa is green', 'delivery'],
    ]);
    expect(await found(supervisor, 'q=%22green%20sofa%22')).toEqual([]);
    for (const odd of ['"', '* AND NEAR(', "';--", 'NOT', 'a:b^c', '\\', '((']) {
      expect(await found(supervisor, `q=${encodeURIComponent(odd)}`)).toEqual([]);
    }
  });

  it('goes on where a page ended, and keeps to its filters', async () => {
    const { conversation } = await customer.start('lamp 0');
    for (const i of [1, 2, 3]) {
      desk.clock.advance(1000);
      await customer.send(conversation.id, `lamp ${i}`);
    }
    await indexed();
    const seen: string[] = [];
    let next: string | undefined = '';
    while (next !== undefined) {
      const page: Page<SearchHit> = (await ask(supervisor, `q=lamp&limit=1${next && `&cursor=${next}`}`)).body;
      seen.push(...page.rows.map(({ excerpt }) => excerpt.text));
      next = page.next;
    }
    expect(seen).toEqual(['lamp 3', 'lamp 2', 'lamp 1', 'lamp 0']);
    const [second] = await found(supervisor, 'q=%22lamp%201%22');
    const then = await found(supervisor, `q=lamp&from=${second!.at}&to=${second!.at}`);
    expect(then.map(({ id }) => id)).toEqual([second!.id]);
    expect(await found(supervisor, 'q=lamp&status=closed')).toEqual([]);
    expect((await found(supervisor, 'q=lamp&status=queued')).length).toBe(4);
    expect(await found(supervisor, `q=lamp&assignee=${conversation.id}`)).toEqual([]);
    expect((await ask(supervisor, 'q=lamp&cursor=nonsense')).status).toBe(400);
    expect((await ask(supervisor, 'q=lamp&status=lost')).status).toBe(400);
  });

  it('shows an agent the queue and their own, no more, and nobody who may not list; the search stands in the audit', async () => {
    const { conversation } = await customer.start('wardrobe');
    await indexed();
    expect((await found(agent, 'q=wardrobe')).length).toBe(1);
    await supervisor.ask('post', `/api/conversations/${conversation.id}/take`);
    expect(await found(agent, 'q=wardrobe')).toEqual([]);
    expect((await found(supervisor, 'q=wardrobe')).length).toBe(1);
    expect((await ask(await desk.signedIn(), 'q=wardrobe')).status).toBe(403);
    expect((await ask(desk.browser(), 'q=wardrobe')).status).toBe(401);
    const leaves = await of(Database).read((em) => em.findBy(AuditLeaf, { verb: 'conversation.searched' }));
    expect(leaves.length).toBe(3);
    expect(JSON.stringify(leaves)).not.toContain('wardrobe');
  });

  it('looks on where most of what the words find is not for the one who asks', async () => {
    const { conversation } = await customer.start('a shelf of theirs');
    const other = await LiveClient.chat(desk);
    const taken = await other.start('shelf');
    await supervisor.ask('post', `/api/conversations/${taken.conversation.id}/take`);
    for (let i = 0; i < 9; i++) await other.send(taken.conversation.id, `shelf ${i}`);
    other.close();
    await indexed();
    const page: SearchPage = (await ask(agent, 'q=shelf&limit=1')).body;
    expect(page.rows.map((row) => row.conversation.id)).toEqual([conversation.id]);
    expect(page.next).toBeUndefined();
    expect((await found(supervisor, 'q=shelf')).length).toBe(11);
  });

  it('marks private notes', async () => {
    const { conversation } = await customer.start('cupboard');
    await agent.ask('post', `/api/conversations/${conversation.id}/take`);
    const live = await LiveClient.desk(desk, agent);
    await live.ok('message:send', {
      conversationId: conversation.id,
      clientId: 'a-note-of-mine',
      text: 'scratched cupboard',
      kind: 'note',
    });
    live.close();
    await indexed();
    expect((await found(agent, 'q=cupboard')).map(({ note }) => note)).toEqual([true, undefined]);
    const [note] = await of(IndexStore).database.read((em) => em.findBy(Passage, { staffOnly: true }));
    expect(note?.conversationId).toBe(conversation.id);
  });

  it('knows a masked message as it reads since', async () => {
    const { conversation } = await customer.start('I pay');
    await customer.send(conversation.id, 'first 41111111');
    await indexed();
    expect((await found(supervisor, 'q=41111111')).length).toBe(1);
    await customer.send(conversation.id, '11111111 and more');
    await indexed();
    expect(await found(supervisor, 'q=41111111')).toEqual([]);
    expect((await found(supervisor, 'q=first')).length).toBe(1);
    expect(await drift()).toEqual(jasmine.objectContaining({ differing: [], stray: [] }));
  });

  it('forgets a swept conversation, in the bytes of its file too', async () => {
    const { conversation } = await customer.start('unmistakableword');
    await supervisor.ask('post', `/api/conversations/${conversation.id}/take`);
    await supervisor.ask('post', `/api/conversations/${conversation.id}/resolve`);
    await indexed();
    const file = join(desk.folder, 'search.sqlite');
    const inFiles = (): boolean =>
      [file, `${file}-wal`].some((name) => readFileSync(name).includes('unmistakableword'));
    const sqlite = of(Database).engine === 'sqlite';
    if (sqlite) expect(inFiles()).toBe(true);
    desk.clock.set(Date.parse('2026-08-29T03:00:00Z'));
    await of(RetentionSchedule).nightly();
    await indexed();
    expect(await of(IndexStore).database.read((em) => em.count(Passage))).toBe(0);
    expect(await drift()).toEqual({ compared: 0, waiting: 0, todos: 0, differing: [], stray: [] });
    if (sqlite) expect(inFiles()).toBe(false);
  });

  it('is checked against the log, and built anew while it answers', async () => {
    const { conversation } = await customer.start('bookcase one');
    await customer.send(conversation.id, 'bookcase two');
    await indexed();
    const store = of(IndexStore);
    const { generation } = (await store.live())!;
    const [first, second] = await store.database.read((em) => em.find(Passage, { order: { ordinal: 'ASC' } }));
    await store.database.write(async ({ em }) => {
      await store.words.remove(em, generation, [first!.ordinal, second!.ordinal]);
      await store.words.put(em, generation, [
        { ordinal: second!.ordinal, words: ['other'] },
        { ordinal: 1_000_000, words: ['stray'] },
      ]);
    });
    const broken = await drift();
    expect([[...(broken?.differing ?? [])].sort(), broken?.stray]).toEqual([
      [first!.ordinal, second!.ordinal],
      [1_000_000],
    ]);

    const places: number[] = [];
    await rebuild(store, of(Indexer), of(SearchSources), ({ ordinal }) => places.push(ordinal));
    expect(places.length).toBeGreaterThan(0);
    expect((await store.generations()).map(({ generation: one, state }) => [one, state])).toEqual([
      [1 - generation, 'live'] as never,
    ]);
    expect(await drift()).toEqual(jasmine.objectContaining({ compared: 2, differing: [], stray: [] }));
    expect((await found(supervisor, 'q=bookcase')).length).toBe(2);
    await customer.send(conversation.id, 'bookcase three');
    await indexed();
    expect((await found(supervisor, 'q=bookcase')).length).toBe(3);
  });

  it('narrows by channel, topic, language and tag, and by dates whatever the order they were stored in', async () => {
    const { conversation } = await customer.start('mirror one');
    await supervisor.ask('patch', `/api/conversations/${conversation.id}/ticket`, { addTags: ['vip'] });
    // The clock is turned back a month: what is stored later is older.
    desk.clock.set(Date.parse('2026-01-28T10:00:00Z'));
    await customer.send(conversation.id, 'mirror two');
    await indexed();
    const texts = async (query: string): Promise<string[]> =>
      (await found(supervisor, `q=mirror&${query}`)).map(({ excerpt }) => excerpt.text);
    for (const fits of [
      'channel=chat',
      'language=en',
      'tag=vip',
      `topic=${(await found(supervisor, 'q=mirror'))[0]!.conversation.topic}`,
    ]) {
      expect(await texts(fits))
        .withContext(fits)
        .toEqual(['mirror two', 'mirror one']);
    }
    for (const other of ['channel=letter', 'language=fr', 'tag=gift', 'topic=privacy']) {
      expect(await texts(other))
        .withContext(other)
        .toEqual([]);
    }
    const february = Date.parse('2026-02-01T00:00:00Z');
    expect(await texts(`from=${february}`)).toEqual(['mirror one']);
    expect(await texts(`to=${february}`)).toEqual(['mirror two']);
    expect(await texts(`to=${Date.parse('2025-01-01T00:00:00Z')}`)).toEqual([]);
  });

  it('says what it took for words, and refuses what is too long', async () => {
    const body = async (q: string) => (await ask(supervisor, `q=${encodeURIComponent(q)}`)).body as SearchPage;
    expect((await body('"green sofa" DELIV* de*')).terms).toEqual(['green sofa', 'deliv*', 'de']);
    expect(await body('?! ()')).toEqual({ rows: [], terms: [] });
    expect((await body('the and of')).rows).toEqual([]);
    expect((await ask(supervisor, `q=${'x'.repeat(201)}`)).status).toBe(400);
    expect((await ask(supervisor, `q=${encodeURIComponent('a '.repeat(100))}`)).status).toBe(200);
  });

  it('misses nothing that is written while it is built anew', async () => {
    const { conversation } = await customer.start('ladder 0');
    await indexed();
    const sending = (async () => {
      for (let i = 1; i <= 20; i++) await customer.send(conversation.id, `ladder ${i}`);
    })();
    await rebuild(of(IndexStore), of(Indexer), of(SearchSources), () => undefined);
    await sending;
    await indexed();
    expect((await found(supervisor, 'q=ladder&limit=50')).length).toBe(21);
    expect(await drift()).toEqual(jasmine.objectContaining({ compared: 21, differing: [], stray: [] }));
  });

  it('is a store of its own', () => {
    expect(desk.app.get(SEARCH_DATABASE)).not.toBe(of(Database));
  });
});
