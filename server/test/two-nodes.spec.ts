import type { Entries } from '@candour/shared/conversations.js';
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

  it('share a conversation: what is said at one is heard at the other, in one order', async () => {
    const own = await newDatabase(postgresUrl);
    const masterKey = Buffer.alloc(32, 7).toString('base64');
    const shared = { DATABASE_URL: own.url, REDIS_URL: redisUrl, MASTER_KEY: masterKey };
    const first = await Desk.open(shared);
    const agent = await first.addStaff('agent');
    const second = await Desk.join(shared);
    const clients: LiveClient[] = [];
    try {
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
    } finally {
      for (const client of clients) client.close();
      await second.close();
      await first.close();
      await own.drop();
    }
  });
});
