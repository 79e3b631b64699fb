import type { Entries } from '@candour/shared/conversations.js';
import type { CustomerPanel } from '@candour/shared/customers.js';
import { EntryRecord } from '../src/conversations/conversation.entity.js';
import { Database } from '../src/core/database/database.js';
import { eachDesk, type Browser, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';

eachDesk('A message and what the staff do at the same moment', (open) => {
  let desk: Desk;
  let agent: Browser;
  let customer: LiveClient;

  beforeEach(async () => {
    desk = await open();
    agent = await desk.signedIn(await desk.addStaff('agent'));
    customer = await LiveClient.chat(desk);
  });
  afterEach(async () => {
    customer.close();
    await desk.close();
  });

  it('both go through, and number on without a gap, fifty times over', async () => {
    const { conversation } = await customer.start('Hello');
    const path = `/api/conversations/${conversation.id}`;
    const deeds = [
      () => agent.ask('post', `${path}/take`),
      () => agent.ask('put', `${path}/order`, { orderId: null }),
      () => agent.ask('patch', `${path}/contact`, { name: 'Ottoline' }),
      () => agent.ask('post', `${path}/release`),
      () => agent.ask('post', `${path}/take`),
      // From here the customer's next word may reopen it before anybody does: both are one fact.
      () => agent.ask('post', `${path}/resolve`),
    ] as const;
    const facts: Record<string, number> = {};
    for (let round = 0; round < 50; round++) {
      const deed = deeds[round % deeds.length]!;
      const [answer, sent] = await Promise.all([deed(), customer.ask('message:send', message(conversation.id, round))]);
      expect(answer.status).withContext(`deed ${round}: ${answer.text}`).toBe(200);
      expect(sent).withContext(`message ${round}`).toEqual({ ok: jasmine.anything() });
      // Whoever was resolved and heard no word after it goes on.
      if (deed === deeds[5]) await customer.send(conversation.id, `Still there? ${round}`);
    }
    const ask = { conversationId: conversation.id, seq: 0 };
    const { entries, head } = await customer.ok<Entries>('conversation:since', ask);
    // The customer is not told of every fact.
    const rows = await desk.app.get(Database).read((em) => em.findBy(EntryRecord, { conversationId: conversation.id }));
    for (const { fact } of rows.map(({ detail }) => detail ?? {}))
      if (fact) facts[fact.code] = (facts[fact.code] ?? 0) + 1;
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: head }, (_, i) => i + 1));
    expect(entries.filter(({ kind }) => kind === 'message').length).toBe(1 + 50 + 8);
    expect(facts).toEqual({
      ...{ started: 1, taken: 9, released: 8, resolved: 8, reopened: 8 },
      ...{ 'order-linked': 9, 'contact-given': 8 },
    });
  });
});

eachDesk('Two who write down how to reach a customer at the same moment', (open) => {
  it('are both right', async () => {
    const desk = await open();
    const customer = await LiveClient.chat(desk);
    try {
      const agent = await desk.signedIn(await desk.addStaff('agent'));
      for (let round = 0; round < 10; round++) {
        const { conversation } = await customer.start('Hello');
        const path = `/api/conversations/${conversation.id}`;
        await agent.ask('post', `${path}/take`);
        const [noted] = await Promise.all([
          agent.ask('patch', `${path}/contact`, { phone: '+49 30 901820' }),
          customer.ok('chat:contact', {
            conversationId: conversation.id,
            contact: { name: 'Ottoline', email: 'ottoline@example.com' },
          }),
        ]);
        expect(noted.status).toBe(200);
        const panel = (await agent.ask('get', `${path}/customer`)).body as CustomerPanel;
        expect(panel.claimed).toEqual({
          ...{ name: 'Ottoline', email: 'ottoline@example.com', phone: '+49 30 901820' },
        });
      }
    } finally {
      customer.close();
      await desk.close();
    }
  });
});

const message = (conversationId: string, round: number): object => ({
  conversationId,
  clientId: `side-by-side-${round}`,
  text: `Word ${round}`,
});
