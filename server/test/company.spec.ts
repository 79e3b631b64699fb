import type { Present } from '@candour/shared/live.js';
import { eachDesk, type Browser, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';

eachDesk('Whoever has a conversation open', (open) => {
  let desk: Desk;
  let agent: Browser;
  let customer: LiveClient;
  let staff: LiveClient;
  let lead: LiveClient;
  let conversationId: string;
  let token: string;

  beforeEach(async () => {
    desk = await open();
    agent = await desk.signedIn(await desk.addStaff('agent'));
    customer = await LiveClient.chat(desk);
    staff = await LiveClient.desk(desk, agent);
    lead = await LiveClient.desk(desk, await desk.signedIn(await desk.addStaff('lead')));
    const started = await customer.start('Hello');
    token = started.token;
    conversationId = started.conversation.id;
    await agent.ask('post', `/api/conversations/${conversationId}/take`);
  });
  afterEach(async () => {
    for (const one of [customer, staff, lead]) one.close();
    await desk.close();
  });

  const show = (who: LiveClient) => who.ok<{ present: Present[] }>('conversation:show', { conversationId });
  const of = (who: LiveClient, name: string): unknown[][] =>
    who.seen.events.filter(([event]) => event === name).map(([, ...rest]) => rest);

  it('is known to the others: who comes, who is there already, who goes; the customer too', async () => {
    expect((await show(staff)).present.map(({ by }) => by?.name)).toEqual(['The agent', undefined]);
    const { present } = await show(lead);
    expect(present.map(({ by }) => by?.name).sort()).toEqual(['The agent', 'The lead', undefined]);
    await staff.until(() => of(staff, 'present').length === 1);
    const key = lead.socket.id;
    expect(of(staff, 'present')[0]).toEqual([
      conversationId,
      { key, by: { id: jasmine.any(String), name: 'The lead' } },
      true,
    ]);
    await lead.ok('conversation:hide', { conversationId });
    await staff.until(() => of(staff, 'present').length === 2);
    expect(of(staff, 'present')[1]).toEqual([conversationId, { key }, false]);

    const gone = customer.socket.id;
    customer.close();
    await staff.until(() => of(staff, 'present').length === 3);
    expect(of(staff, 'present')[2]).toEqual([conversationId, { key: gone }, false]);
    customer = await LiveClient.chat(desk, { token });
    await customer.ok('chat:hello', {});
    await staff.until(() => of(staff, 'present').length === 4);
    expect(of(staff, 'present')[3]).toEqual([conversationId, { key: customer.socket.id }, true]);
    // The customer is told of none of it.
    expect(of(customer, 'present')).toEqual([]);
  });

  it('hears who of the others writes; of a private note the customer hears nothing', async () => {
    await show(staff);
    await show(lead);
    lead.socket.emit('typing', { conversationId, on: true, kind: 'note' });
    await staff.until(() => of(staff, 'typing').length === 1);
    expect(of(staff, 'typing')[0]).toEqual([conversationId, true, { id: jasmine.any(String), name: 'The lead' }]);
    lead.socket.emit('typing', { conversationId, on: true });
    await customer.until(() => of(customer, 'typing').length === 1);
    expect(of(customer, 'typing')[0]).toEqual([conversationId, true]);
    customer.socket.emit('typing', { conversationId, on: true });
    await lead.until(() => of(lead, 'typing').length === 1);
    expect(of(lead, 'typing')[0]).toEqual([conversationId, true]);
    expect(of(customer, 'typing').length).toBe(1);
  });

  it('hears of it alone: an agent whom it does not concern is sent nothing at all', async () => {
    const other = await LiveClient.desk(desk, await desk.signedIn(await desk.addStaff('agent', 'other@example.com')));
    await other.ok('queue:show', {});
    await staff.ok('queue:show', {});
    await show(staff);
    for (let i = 0; i < 10; i++) {
      customer.socket.emit('typing', { conversationId, on: true });
      await customer.send(conversationId, `c${i}`);
      await staff.send(conversationId, `s${i}`);
    }
    staff.socket.emit('read', { conversationId, seq: 22 });
    await agent.ask('patch', `/api/conversations/${conversationId}/ticket`, { priority: 'high' });
    await customer.until(() => of(customer, 'read').length > 0);
    // What the conversation has brought about, it has brought to whom it concerns: then nothing is under way any more.
    await staff.until(() => JSON.stringify(of(staff, 'queue:changed')).includes('"priority":"high"'));
    expect(other.seen.events).toEqual([]);
    // Those whom it concerns are sent what was said and what changed, never the conversation.
    const whole = staff.seen.events.map(([, ...rest]) => JSON.stringify(rest)).filter((said) => said.length > 600);
    expect(whole).toEqual([]);
    // To the inbox a fast talk is a few gathered deltas.
    expect(of(staff, 'queue:changed').length).toBeLessThan(20);
    other.close();
  });
});
