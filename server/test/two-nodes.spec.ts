import type { Entries } from '@candour/shared/conversations.js';
import type { Present } from '@candour/shared/live.js';
import { newDatabase } from '../src/core/testing/engines.js';
import { testEnvironment } from '../src/core/config/testing-environment.js';
import { Desk } from './desk.js';
import { LiveClient } from './live-clients.js';

const { postgresUrl, redisUrl } = testEnvironment();

describe('Two nodes on one PostgreSQL and one Redis', () => {
  if (!postgresUrl || !redisUrl) {
    it('need their servers', () => pending('TEST_POSTGRES_URL or TEST_REDIS_URL is not set; `npm test` starts both'));
    return;
  }

  let first: Desk;
  let second: Desk;
  let drop: () => Promise<void>;
  let clients: LiveClient[];

  beforeEach(async () => {
    const own = await newDatabase(postgresUrl);
    drop = own.drop;
    clients = [];
    const masterKey = Buffer.alloc(32, 7).toString('base64');
    const shared = { DATABASE_URL: own.url, REDIS_URL: redisUrl, MASTER_KEY: masterKey };
    first = await Desk.open(shared);
    second = await Desk.join(shared);
  });
  afterEach(async () => {
    for (const client of clients) client.close();
    await second.close();
    await first.close();
    await drop();
  });

  it('share a conversation: what is said at one is heard at the other, in one order', async () => {
    const agent = await first.addStaff('agent');
    const customer = await LiveClient.chat(first);
    const browser = await second.signedIn(agent);
    const staff = await LiveClient.desk(second, browser);
    clients.push(customer, staff);
    await staff.ok('queue:show', {});
    const { conversation } = await customer.start('Do you hear me over there?');
    await staff.until(() => staff.seen.events.some(([event]) => event === 'queue:changed'));
    expect((await browser.ask('post', `/api/conversations/${conversation.id}/take`)).status).toBe(200);
    await staff.ok('conversation:show', { conversationId: conversation.id });

    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        Promise.all([customer.send(conversation.id, `c${i}`), staff.send(conversation.id, `s${i}`)]),
      ),
    );
    await customer.until(
      () => customer.seen.entries.filter(({ by, text }) => by.role === 'staff' && text).length === 20,
    );
    await staff.until(
      () => staff.seen.entries.filter(({ by, kind }) => by.role === 'customer' && kind === 'message').length === 20,
    );
    const ask = { conversationId: conversation.id, seq: 0 };
    const [mine, theirs] = [
      await customer.ok<Entries>('conversation:since', ask),
      await staff.ok<Entries>('conversation:since', ask),
    ];
    expect(mine.entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 43 }, (_, i) => i + 1));
    expect(theirs.entries.map(({ id }) => id)).toEqual(mine.entries.map(({ id }) => id));
  });

  it('know of each other’s people: who has a conversation open, who writes, who goes', async () => {
    const customer = await LiveClient.chat(first);
    const { conversation } = await customer.start('Who is there?');
    const conversationId = conversation.id;
    const here = await LiveClient.desk(first, await first.signedIn(await first.addStaff('lead')));
    const there = await LiveClient.desk(second, await second.signedIn(await first.addStaff('supervisor')));
    clients.push(customer, here, there);
    await here.ok('conversation:show', { conversationId });
    const { present } = await there.ok<{ present: Present[] }>('conversation:show', { conversationId });
    expect(present.map(({ by }) => by?.name).sort()).toEqual(['The lead', 'The supervisor', undefined]);
    there.socket.emit('typing', { conversationId, on: true, kind: 'note' });
    await here.until(() => here.seen.events.some(([event]) => event === 'typing'));
    expect(here.seen.events.find(([event]) => event === 'present')).toEqual([
      'present',
      conversationId,
      { key: there.socket.id, by: { id: jasmine.any(String), name: 'The supervisor' } },
      true,
    ]);
    const gone = customer.socket.id;
    customer.close();
    const left = (client: LiveClient): boolean =>
      client.seen.events.some(
        ([event, , who, on]) => event === 'present' && (who as Present).key === gone && on === false,
      );
    await there.until(() => left(there));
    await here.until(() => left(here));
  });

  it('recognise a card number of which each took a part, whatever they remember of the sender', async () => {
    const here = await LiveClient.chat(first);
    clients.push(here);
    const { conversation, token } = await here.start('My card is declined');
    await here.send(conversation.id, 'order 1001');
    const there = await LiveClient.chat(second, { token });
    clients.push(there);
    await there.send(conversation.id, '1st half 41111111');
    await here.send(conversation.id, 'one moment');
    const sent = await here.send(conversation.id, '2nd half 11111111');
    expect(sent.text).toBe('2nd half ••••1111');
    const { entries } = await here.ok<Entries>('conversation:since', { conversationId: conversation.id, seq: 2 });
    expect(entries.flatMap(({ kind, text }) => (kind === 'message' ? [text] : []))).toEqual([
      'order 1001',
      '1st half ••••••••',
      'one moment',
      '2nd half ••••1111',
    ]);
    // What was hidden makes no other number with what follows.
    expect((await there.send(conversation.id, 'and order 1001')).text).toBeUndefined();
  });
});
