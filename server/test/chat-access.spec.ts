import { eachDesk, type Browser, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';
import { over, take, talking } from './talking.js';

eachDesk('What of a chat is disclosed', (open) => {
  let desk: Desk;
  let agent: Browser;
  let customer: LiveClient;
  let agentLive: LiveClient;

  beforeEach(async () => void ({ desk, agent, customer, agentLive } = await talking(open)));
  afterEach(() => over({ desk, customer, agentLive }));

  it('can say of each message why it is here', async () => {
    const { conversation } = await customer.start('Why?');
    await take(conversation.id, agent);
    const open = await agent.ask('get', `/api/conversations/${conversation.id}/why/2`);
    expect(open.status).toBe(200);
    expect(open.body.decision).toEqual(
      jasmine.objectContaining({ action: 'keep', category: 'C5', retentionClass: 'chat-unidentified' }),
    );
    expect(open.body.decision.until).toBeUndefined();
    await agent.ask('post', `/api/conversations/${conversation.id}/resolve`);
    const { decision } = (await agent.ask('get', `/api/conversations/${conversation.id}/why/2`)).body;
    expect(decision.until).toBeGreaterThan(desk.clock.now());
    expect(decision.winning.clause).toBe('R35');
    expect(decision.training.use).toBe('redacted');
  });

  it('is not disclosed to an agent it is not assigned to', async () => {
    const { conversation } = await customer.start('Not for all');
    await take(conversation.id, agent);
    const other = await desk.signedIn(await desk.addStaff('agent', 'other@example.com'));
    expect((await other.ask('get', `/api/conversations/${conversation.id}`)).status).toBe(403);
    const live = await LiveClient.desk(desk, other);
    try {
      expect(await live.refusal('conversation:show', { conversationId: conversation.id })).toBe('not-allowed');
      expect(
        await live.refusal('message:send', {
          conversationId: conversation.id,
          clientId: 'intruder-1',
          text: 'Hi',
          seen: 1,
        }),
      ).toBe('not-allowed');
    } finally {
      live.close();
    }
  });

  it('is heard no more by an agent who showed it in the queue, once another has taken it', async () => {
    const { conversation } = await customer.start('Who takes me?');
    const other = await LiveClient.desk(desk, await desk.signedIn(await desk.addStaff('agent', 'other@example.com')));
    try {
      for (const live of [agentLive, other]) {
        await live.ok('queue:show', {});
        await live.ok('conversation:show', { conversationId: conversation.id });
      }
      await take(conversation.id, agent);
      await customer.send(conversation.id, 'For the one who took me');
      await agentLive.until(() => /"preview":"For the one/.test(JSON.stringify(agentLive.seen.events)));
      expect(agentLive.seen.entries.some(({ text }) => text === 'For the one who took me')).toBeTrue();
      await other.ok('queue:hide', {});
      expect(JSON.stringify(other.seen)).not.toContain('For the one');
      const told = other.seen.events.filter(([event]) => event === 'conversation:changed');
      expect(JSON.stringify(told)).toContain('"status":"open"');
    } finally {
      other.close();
    }
  });

  it('that was resolved without anybody is not for an agent to reach for', async () => {
    const { conversation } = await customer.start('Spam');
    const lead = await desk.signedIn(await desk.addStaff('lead', 'lead@example.com'));
    expect((await lead.ask('post', `/api/conversations/${conversation.id}/resolve`)).status).toBe(200);
    expect((await take(conversation.id, agent)).status).toBe(403);
    expect((await take(conversation.id, lead)).status).toBe(200);
  });
});
