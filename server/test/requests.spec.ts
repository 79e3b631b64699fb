import { DAY, MINUTE } from '@candour/shared/instant.js';
import type { ConversationRow, Entries } from '@candour/shared/conversations.js';
import type { PrivacyRequest, RequestPage, Suggestion, Suggestions } from '@candour/shared/requests.js';
import { EntryRecord } from '../src/conversations/conversation.entity.js';
import { Database } from '../src/core/database/database.js';
import { RetentionSchedule } from '../src/privacy/retention.schedule.js';
import { RequestReader } from '../src/requests/request-reader.service.js';
import { PrivacyRequestRow, RequestReadingRow, RequestSuggestionRow } from '../src/requests/requests.entity.js';
import { eachDesk, type Browser, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';

const NOON = Date.parse('2026-03-02T12:00:00Z');

eachDesk('A message that reads like a privacy request', (open) => {
  let desk: Desk;
  let agent: Browser;
  let customer: LiveClient;
  let id: string;

  beforeEach(async () => {
    desk = await open();
    desk.clock.set(NOON);
    agent = await desk.signedIn(await desk.addStaff('agent'));
    customer = await LiveClient.chat(desk);
    ({ id } = (await customer.start('Hello! Please delete my personal data.')).conversation);
  });
  afterEach(async () => {
    customer.close();
    await desk.close();
  });

  let said = 0;
  const say = (text: string) =>
    customer.ok('message:send', { conversationId: id, clientId: `of-the-customer-${said++}`, text });
  /** Until the mark stands at the log's end: on PostgreSQL an entry is read once no older transaction runs. */
  const read = async (): Promise<void> => {
    const reader = desk.app.get(RequestReader, { strict: false });
    for (let read = false; !read;) {
      await reader.pass();
      read = await desk.app.get(Database).read(async (em) => {
        const mark = await em.findOneBy(RequestReadingRow, { id: 'log' });
        const [last] = await em.find(EntryRecord, { order: { txid: 'DESC', ordinal: 'DESC' }, take: 1 });
        return mark?.ordinal === last?.ordinal;
      });
    }
  };
  const suggestions = async (): Promise<Suggestion[]> =>
    ((await agent.ask('get', `/api/conversations/${id}/request-suggestions`)).body as Suggestions).rows;
  const stored = () => desk.app.get(Database).read((em) => em.find(RequestSuggestionRow));
  const decide = (suggestion: Suggestion, deed: string, body: object) =>
    agent.ask('post', `/api/request-suggestions/${suggestion.id}/${deed}`, body);
  async function offered(): Promise<Suggestion> {
    await read();
    const [first] = await suggestions();
    return first!;
  }

  it('is marked with the words that say so, once, and holds none of them', async () => {
    await say('And where is my sofa?');
    await read();
    await read();
    const rows = await suggestions();
    expect(rows.map(({ type, seq, status, spans }) => [type, seq, status, spans])).toEqual([
      [
        'deletion',
        rows[0]!.seq,
        'offered',
        [
          [14, 20],
          [21, 37],
        ],
      ],
    ]);
    expect(rows[0]!.at).toBe(NOON);
    expect(JSON.stringify(await stored())).not.toContain('personal data');
  });

  it('is found after a crash that lost what was found, and only once by two nodes', async () => {
    await desk.app.get(Database).write(async ({ em }) => {
      await em.clear(RequestSuggestionRow);
      await em.clear(RequestReadingRow);
    });
    const reader = desk.app.get(RequestReader, { strict: false });
    await Promise.all([reader.pass(), reader.pass(), reader.pass()]);
    await read();
    expect((await stored()).length).toBe(1);
  });

  it('is told to whoever shows the conversation', async () => {
    const console = await LiveClient.desk(desk, agent);
    await console.ok('conversation:show', { conversationId: id });
    await read();
    await console.until(() => console.seen.events.some(([event, of]) => event === 'requests:changed' && of === id));
    console.close();
  });

  it('is not looked for in what the desk itself says', async () => {
    await agent.ask('post', `/api/conversations/${id}/take`);
    const console = await LiveClient.desk(desk, agent);
    const { seq } = (await suggestions())[0] ?? { seq: 0 };
    await console.ok('message:send', {
      conversationId: id,
      clientId: 'reply-of-the-desk-1',
      text: 'Shall we delete all your personal data? Then write "delete my account".',
      seen: 99,
    });
    await read();
    expect((await suggestions()).filter((one) => one.seq > seq).length).toBe(1);
    console.close();
  });

  it('is opened as a request that was received when the message came', async () => {
    const suggestion = await offered();
    desk.clock.advance(10 * MINUTE);
    const opened = await decide(suggestion, 'open', { type: 'deletion', jurisdiction: 'eu' });
    expect(opened.status).toBe(200);
    const [{ request, status }] = (opened.body as Suggestions).rows as [Suggestion];
    expect(status).toBe('opened');
    const shown = (await agent.ask('get', `/api/requests/${request!.id}`)).body as PrivacyRequest;
    expect(shown.receivedAt).toBe(NOON);
    expect(shown.openedAt).toBe(NOON + 10 * MINUTE);
    expect(new Date(shown.dueAt).toISOString()).toBe('2026-04-02T21:59:59.999Z');
    expect(shown.clock.map(({ step }) => step)).toContain('period');
    const row = (await agent.ask('get', `/api/conversations/${id}`)).body as ConversationRow;
    expect([row.topic, row.reason]).toEqual(['privacy', 'deletion']);
    const { entries } = (await agent.ask('get', `/api/conversations/${id}/entries`)).body as Entries;
    expect(entries.flatMap(({ fact }) => (fact ? [fact] : []))).toContain({
      code: 'request-opened',
      params: { type: 'deletion', number: shown.number },
    });
  });

  it('is opened once, however often it is asked; dismissing it then is refused', async () => {
    const suggestion = await offered();
    const both = await Promise.all([1, 2].map(() => decide(suggestion, 'open', { type: 'access' })));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const { rows } = (await agent.ask('get', '/api/requests')).body as RequestPage;
    expect(rows.map(({ type }) => type)).toEqual(['access']);
    const refused = await decide(suggestion, 'dismiss', { reason: 'misread' });
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([409, 'suggestion-decided']);
  });

  it('is dismissed with a reason, and no request comes of it', async () => {
    const dismissed = await decide(await offered(), 'dismiss', { reason: 'about-goods' });
    expect((dismissed.body as Suggestions).rows.map((row) => [row.status, row.dismissal])).toEqual([
      ['dismissed', 'about-goods'],
    ]);
    expect(((await agent.ask('get', '/api/requests')).body as RequestPage).rows).toEqual([]);
  });

  it('of somebody under 16 waits for a supervisor within a day, and is urgent', async () => {
    await say("I'm 14 by the way");
    await read();
    const minor = (await suggestions()).find(({ type }) => type === 'minor')!;
    const opened = (await decide(minor, 'open', { type: 'minor' })).body as Suggestions;
    const request = opened.rows.find((row) => row.id === minor.id)!.request!;
    expect(request.dueAt).toBe(minor.at + DAY);
    const row = (await agent.ask('get', `/api/conversations/${id}`)).body as ConversationRow;
    expect([row.priority, row.reason]).toEqual(['urgent', 'minor']);
  });

  it('stands in the list by deadline; another law moves it, and others see only what is theirs', async () => {
    await say('Please close my account as well.');
    await read();
    const [second, first] = (await suggestions()) as [Suggestion, Suggestion];
    await decide(first, 'open', { type: 'deletion', jurisdiction: 'eu' });
    desk.clock.advance(MINUTE);
    await decide(second, 'open', { type: 'account-closure', jurisdiction: 'br' });
    const list = async (who: Browser) => ((await who.ask('get', '/api/requests')).body as RequestPage).rows;
    expect((await list(agent)).map(({ jurisdiction }) => jurisdiction)).toEqual(['br', 'eu']);
    const [nearest] = await list(agent);
    const moved = await agent.ask('put', `/api/requests/${nearest!.id}/jurisdiction`, { jurisdiction: 'us-ca' });
    expect((moved.body as PrivacyRequest).confirmBy).toBeDefined();
    expect((await list(agent)).map(({ jurisdiction }) => jurisdiction)).toEqual(['eu', 'us-ca']);
    const page = (await agent.ask('get', '/api/requests?limit=1')).body as RequestPage;
    const rest = (await agent.ask('get', `/api/requests?limit=1&cursor=${page.next}`)).body as RequestPage;
    expect([...page.rows, ...rest.rows].map(({ jurisdiction }) => jurisdiction)).toEqual(['eu', 'us-ca']);
    const other = await desk.signedIn(await desk.addStaff('agent', 'another@example.com'));
    expect(await list(other)).toEqual([]);
    expect((await other.ask('get', `/api/requests/${nearest!.id}`)).status).toBe(403);
    const officer = await desk.signedIn(await desk.addStaff('privacy_officer'));
    expect((await list(officer)).length).toBe(2);
  });

  it('goes with its conversation once the request is closed, which stays', async () => {
    await decide(await offered(), 'open', { type: 'deletion' });
    await agent.ask('post', `/api/conversations/${id}/take`);
    expect((await agent.ask('post', `/api/conversations/${id}/resolve`)).status).toBe(200);
    desk.clock.advance(400 * DAY);
    await desk.app
      .get(Database)
      .write(({ em }) => em.update(PrivacyRequestRow, { status: 'received' }, { anchorAt: desk.clock.now() }));
    await desk.app.get(RetentionSchedule, { strict: false }).nightly();
    expect(await stored()).toEqual([]);
    const officer = await desk.signedIn(await desk.addStaff('privacy_officer'));
    const { rows } = (await officer.ask('get', '/api/requests')).body as RequestPage;
    expect(rows.map(({ conversation }) => conversation)).toEqual([undefined]);
  });
});
