import { join } from 'node:path';
import sqlite3 from 'sqlite3';
import { Desk } from './desk.js';
import { LiveClient } from './live-clients.js';

describe('A desk whose database another process writes', () => {
  let desk: Desk;
  let customer: LiveClient;

  beforeEach(async () => {
    desk = await Desk.open();
    customer = await LiveClient.chat(desk);
  });
  afterEach(async () => {
    customer.close();
    await desk.close();
  });

  async function elsewhere(sql: string, parameters: unknown[]): Promise<void> {
    const other = new sqlite3.Database(join(desk.folder, 'main.sqlite'));
    await new Promise<void>((resolve, reject) => other.run(sql, parameters, (e) => (e ? reject(e) : resolve())));
    await new Promise<void>((resolve, reject) => other.close((e) => (e ? reject(e) : resolve())));
  }

  it('numbers the next message by what stands there now, and refuses it where the conversation was closed', async () => {
    const { conversation } = await customer.start('Hello');
    const { id } = conversation;
    const first = await customer.send(id, 'One');
    await customer.send(id, 'Two');
    await elsewhere('UPDATE conversations SET head = head + 5 WHERE id = ?', [id]);
    expect((await customer.send(id, 'Three')).seq).toBe(first.seq + 1 + 5 + 1);
    await elsewhere(`UPDATE conversations SET status = 'closed' WHERE id = ?`, [id]);
    const ask = { conversationId: id, clientId: 'after-it-closed', text: 'Four' };
    expect(await customer.refusal('message:send', ask)).toBe('conversation-closed');
  });
});
