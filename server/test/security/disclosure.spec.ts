import type { Entries, Entry } from '@candour/shared/conversations.js';
import type { CustomerPanel } from '@candour/shared/customers.js';
import { eachDesk, type Browser, type Desk } from '../desk.js';
import { LiveClient } from '../live-clients.js';
import { withSofaOrder } from '../talking.js';

eachDesk('Under "do not disclose"', (open) => {
  let desk: Desk;
  let agent: Browser;
  let customer: LiveClient;

  beforeEach(async () => {
    desk = await open();
    await withSofaOrder(desk);
    agent = await desk.signedIn(await desk.addStaff('agent'));
    customer = await LiveClient.chat(desk);
  });
  afterEach(async () => {
    customer.close();
    await desk.close();
  });

  it("a customer's browser is sent nothing of the order that staff link to the conversation", async () => {
    const { conversation, token } = await customer.start('Where is it?', {
      contact: { email: 'ottoline@example.com' },
    });
    const path = `/api/conversations/${conversation.id}`;
    await agent.ask('post', `${path}/take`);
    const { level, matches } = (await agent.ask('get', `${path}/customer`)).body as CustomerPanel;
    expect([level, matches.map(({ disclose }) => disclose)]).toEqual([0, [false]]);
    expect((await agent.ask('put', `${path}/order`, { orderId: matches[0]!.order.id })).status).toBeLessThan(300);
    expect((await agent.ask('put', `${path}/order`, { orderId: null })).status).toBeLessThan(300);
    await agent.ask('post', `${path}/release`);
    await customer.until(() => customer.seen.entries.some(({ seq }) => seq === 6));

    const again = await LiveClient.chat(desk, { token });
    await again.ok('chat:hello', {});
    const { entries } = await again.ok<Entries>('conversation:since', { conversationId: conversation.id, seq: 0 });
    again.close();
    expect(JSON.stringify([customer.seen, entries])).not.toMatch(/KW-2001|order-linked/);
    const shown = (all: readonly Entry[]) => all.map(({ seq, kind, fact }) => [seq, fact?.code ?? kind]);
    expect(shown(entries)).toEqual([
      [1, 'started'],
      [2, 'message'],
      [3, 'taken'],
      [4, 'hidden'],
      [5, 'hidden'],
      [6, 'hidden'],
    ]);
    expect(shown(customer.seen.entries)).toEqual(shown(entries.slice(2)));
    // Staff see what happened.
    const theirs = (await agent.ask('get', `${path}/entries`)).body as Entries;
    expect(theirs.entries.map(({ fact }) => fact?.params?.['number'])).toContain('KW-2001');
  });
});
