import { AuditLeaf } from '../../src/audit/audit-leaf.entity.js';
import { Database } from '../../src/core/database/database.js';
import { eachDesk, type Browser, type Desk } from '../desk.js';
import { LiveClient } from '../live-clients.js';

eachDesk('Reading personal data (policy R8)', (open) => {
  let desk: Desk;
  let agent: Browser;
  let customer: LiveClient;
  let id: string;
  beforeEach(async () => {
    desk = await open();
    agent = await desk.signedIn(await desk.addStaff('agent'));
    customer = await LiveClient.chat(desk);
    id = (await customer.start('Where is my sofa?')).conversation.id;
  });
  afterEach(async () => {
    customer.close();
    await desk.close();
  });

  /** The readings in the audit: verb, purpose, and how many rows a list showed. */
  const readings = async (): Promise<string[]> => {
    const database = desk.app.get(Database, { strict: false });
    const leaves = await database.read((em) => em.find(AuditLeaf, { order: { ordinal: 'ASC' } }));
    const of = (leaf: AuditLeaf, type: string): string => leaf.about.find((one) => one.type === type)?.id ?? '';
    return leaves
      .filter((leaf) => of(leaf, 'purpose') !== '')
      .map((leaf) => [leaf.verb, of(leaf, 'purpose'), of(leaf, 'rows')].filter(Boolean).join(' '));
  };

  it('leaves nothing for looking at the inbox', async () => {
    for (let polled = 0; polled < 3; polled++) {
      expect((await agent.ask('get', '/api/conversations')).status).toBe(200);
      await agent.ask('get', '/api/conversations/counts');
    }
    expect(await readings()).toEqual([]);
  });

  it('leaves one leaf for opening a conversation, whichever way, and one for the panel beside it', async () => {
    const socket = await LiveClient.desk(desk, agent);
    try {
      await socket.ok('conversation:show', { conversationId: id });
      await socket.ok('conversation:since', { conversationId: id, seq: 0 });
    } finally {
      socket.close();
    }
    await agent.ask('get', `/api/conversations/${id}`);
    await agent.ask('get', `/api/conversations/${id}/entries`);
    await agent.ask('get', `/api/conversations/${id}/customer`);
    await agent.ask('get', `/api/conversations/${id}/customer`);
    expect(await readings()).toEqual(['conversation.read P5', 'customer.read P2 0']);
  });

  it('leaves none for the customer, who reads what is theirs', async () => {
    await customer.ok('conversation:since', { conversationId: id, seq: 0 });
    expect(await readings()).toEqual([]);
  });

  it('leaves one leaf for a list of orders, of what will be removed, and of mails', async () => {
    await agent.ask('get', '/api/orders?q=ottoline%40example.com');
    const supervisor = await desk.signedIn(await desk.addStaff('supervisor'));
    await supervisor.ask('get', '/api/retention/preview');
    await supervisor.ask('get', '/api/outbox');
    expect(await readings()).toEqual(['order.searched P2 0', 'retention.previewed house 0', 'mail.read P4 0']);
  });

  it('is refused before anything is noted, where it is not allowed', async () => {
    const admin = await desk.signedIn();
    expect((await admin.ask('get', `/api/conversations/${id}/entries`)).status).toBe(403);
    expect((await admin.ask('get', '/api/orders?q=')).status).toBe(403);
    expect(await readings()).toEqual([]);
  });
});
