import { newId } from '@candour/shared/ids.js';
import { AuditLeaf } from '../src/audit/audit-leaf.entity.js';
import { Database } from '../src/core/database/database.js';
import { eachDesk, type Browser, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';

eachDesk('A copy of a conversation', (open) => {
  let desk: Desk;
  let agent: Browser;
  let customer: LiveClient;
  let id: string;

  beforeEach(async () => {
    desk = await open();
    agent = await desk.signedIn(await desk.addStaff('agent'));
    customer = await LiveClient.chat(desk);
    id = (await customer.start('My card is 4242 4242 4242 4242')).conversation.id;
    await agent.ask('post', `/api/conversations/${id}/take`);
    const live = await LiveClient.desk(desk, agent);
    await live.ok('message:send', { conversationId: id, clientId: `n-${newId()}`, text: 'Masked', kind: 'note' });
    live.close();
    for (let i = 0; i < 250; i++) await customer.send(id, `line ${i}`);
  });
  afterEach(async () => {
    customer.close();
    await desk.close();
  });

  const take = (by: Browser, format: string) => by.ask('get', `/api/conversations/${id}/transcript?format=${format}`);
  const leaves = (): Promise<number> =>
    desk.app.get(Database).read((em) => em.countBy(AuditLeaf, { verb: 'conversation.transcript' }));

  it('has every entry in its order, masked as stored, and stands in the audit', async () => {
    const json = await take(agent, 'json');
    expect(json.headers['content-disposition']).toMatch(/^attachment; filename="conversation-\d+\.json"$/);
    const copy = json.body as { entries: { seq: number }[] };
    expect(copy.entries.map(({ seq }) => seq)).toEqual(copy.entries.map((_, i) => i + 1));
    expect(copy.entries.length).toBe(254);
    const text = await take(agent, 'text');
    expect(text.text).toContain('(note): Masked');
    expect(text.text).toContain('line 249');
    expect(JSON.stringify(copy) + text.text).not.toContain('4242 4242 4242');
    expect(await leaves()).toBe(2);
  });

  it('is for those who may have one, and leaves nothing where it is refused', async () => {
    const other = await desk.signedIn(await desk.addStaff('agent', 'other@example.com'));
    expect((await take(other, 'text')).status).toBe(403);
    expect((await take(await desk.signedIn(), 'text')).status).toBe(403);
    expect((await take(agent, 'word')).status).toBe(400);
    expect(await leaves()).toBe(0);
  });
});
