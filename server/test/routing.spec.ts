import type { ConversationRow, Entries } from '@candour/shared/conversations.js';
import { MINUTE, SECOND } from '@candour/shared/instant.js';
import type { ChatQueue } from '@candour/shared/live.js';
import type { Duties, Duty, Offer, Routing } from '@candour/shared/routing.js';
import type { Role } from '@candour/shared/staff.js';
import { RoutingLoop } from '../src/routing/routing.loop.js';
import { eachDesk, type Browser, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';

eachDesk('The routing of chats', (open) => {
  let desk: Desk;
  let clients: LiveClient[];
  let people = 0;

  beforeEach(async () => {
    desk = await open();
    clients = [];
  });
  afterEach(async () => {
    for (const client of clients) client.close();
    await desk.close();
  });

  const look = () => desk.app.get(RoutingLoop, { strict: false }).look();
  /** Time passes; whatever is to happen by then has happened. */
  const passes = async (ms: number) => {
    desk.clock.advance(ms);
    await look();
  };
  const customer = async (text = 'Where is my sofa?', more = {}) => {
    desk.clock.advance(1);
    const client = await LiveClient.chat(desk);
    clients.push(client);
    const started = await client.start(text, more);
    return { client, id: started.conversation.id, started };
  };
  /** Somebody at their desk. */
  const staff = async (role: Role = 'agent') => {
    const who = await desk.addStaff(role, `person-${++people}@example.com`);
    const browser = await desk.signedIn(who);
    const live = await LiveClient.desk(desk, browser);
    clients.push(live);
    const duty = async (body: object) => (await browser.ask('put', '/api/routing/duty', body)).body as Duty;
    const offers = (): Offer[] =>
      live.seen.events.flatMap(([event, offer]) => (event === 'offer' ? [offer as Offer] : []));
    const offered = (id: string) => live.until(() => offers().some(({ row }) => row.id === id));
    const answer = (id: string, verb: 'accept' | 'refuse') => browser.ask('post', `/api/routing/offers/${id}/${verb}`);
    const accepts = async (id: string) => {
      await offered(id);
      return answer(id, 'accept');
    };
    return { id: who.member.id, browser, live, duty, offers, offered, answer, accepts };
  };
  const goes = async (live: LiveClient) => {
    const gone = new Promise((resolve) => live.socket.once('disconnect', resolve));
    live.close();
    await gone;
  };
  const rowOf = async (browser: Browser, id: string) =>
    (await browser.ask('get', `/api/conversations/${id}`)).body as ConversationRow;
  const places = (client: LiveClient): number[] =>
    client.seen.events.flatMap(([event, change]) => {
      const { queue } = change as { queue?: ChatQueue };
      return event === 'conversation:changed' && queue ? [queue.position] : [];
    });
  const factsOf = async (client: LiveClient, conversationId: string): Promise<(string | undefined)[]> => {
    const { entries } = await client.ok<Entries>('conversation:since', { conversationId, seq: 0 });
    return entries.flatMap(({ fact }) => (fact ? [fact.code] : []));
  };

  it('holds a chat for whoever is available, who takes it', async () => {
    const agent = await staff();
    expect((await agent.duty({ presence: 'available' })).capacity).toBe(3);
    const { client, id } = await customer();
    await agent.offered(id);
    expect(agent.offers()[0]).toEqual(jasmine.objectContaining({ ofMs: 30 * SECOND, leftMs: 30 * SECOND }));
    const taken = await agent.answer(id, 'accept');
    expect([taken.status, taken.body]).toEqual([200, jasmine.objectContaining({ status: 'open' })]);
    expect((taken.body as ConversationRow).assignee?.id).toBe(agent.id);
    expect(await factsOf(client, id)).toEqual(['started', 'taken']);
    expect((await agent.answer(id, 'accept')).body).toEqual(jasmine.objectContaining({ code: 'offer-gone' }));
    expect(((await agent.browser.ask('get', '/api/routing/duty')).body as Duty).load).toBe(1);
    // Whoever gives one away sees who is there, and how many they have.
    const seen = async () => (await agent.browser.ask('get', '/api/routing/duties')).body as Duties;
    const mine = { id: agent.id, capacity: 3, load: 1 };
    expect(await seen()).toEqual({ people: [{ ...mine, presence: 'available' }] });
    await agent.duty({ presence: 'break', breakKind: 'meal' });
    expect(await seen()).toEqual({ people: [{ ...mine, load: 0, presence: 'break' }] });
  });

  it('goes on to the next who fits when somebody says no, and not back to them', async () => {
    const [first, second] = [await staff(), await staff()];
    await first.duty({ presence: 'available' });
    const { id } = await customer();
    await first.offered(id);
    await second.duty({ presence: 'available' });
    expect((await first.answer(id, 'refuse')).status).toBe(200);
    await second.offered(id);
    await passes(31 * SECOND);
    // The second missed it; the first said no a moment ago.
    expect(first.offers().length).toBe(1);
    expect(((await first.browser.ask('get', '/api/routing/duty')).body as Duty).presence).toBe('available');
  });

  it('sets somebody to away who lets two offers pass, and lets go of what they do not answer', async () => {
    const agent = await staff();
    await agent.duty({ presence: 'available' });
    const answered = await customer();
    await agent.accepts(answered.id);
    const waiting = await customer();
    await agent.accepts(waiting.id);
    await agent.live.ok('conversation:show', { conversationId: answered.id });
    await agent.live.send(answered.id, 'It is on its way.');
    const passed = await customer();
    await agent.offered(passed.id);
    await passes(31 * SECOND);
    await passes(2 * MINUTE + SECOND);
    await agent.live.until(() => agent.offers().filter(({ row }) => row.id === passed.id).length === 2);
    await passes(31 * SECOND);
    const duty = (await agent.browser.ask('get', '/api/routing/duty')).body as Duty;
    expect([duty.presence, duty.missed]).toEqual(['away', true]);
    // Who waits goes back to the head; who was answered stays with them until they write again.
    expect((await rowOf(agent.browser, waiting.id)).status).toBe('queued');
    expect((await rowOf(agent.browser, answered.id)).assignee?.id).toBe(agent.id);
    const { rows } = (await agent.browser.ask('get', '/api/conversations?view=queue')).body as {
      rows: ConversationRow[];
    };
    expect(rows.map(({ id }) => id)).toEqual([waiting.id, passed.id]);
    await answered.client.send(answered.id, 'And when?');
    await look();
    expect((await rowOf(agent.browser, answered.id)).status).toBe('queued');
  });

  it('offers nobody more than they have room for, whoever gives it to them', async () => {
    const agent = await staff();
    await agent.duty({ presence: 'available' });
    const chats = [];
    for (let i = 0; i < 5; i++) chats.push(await customer());
    await look();
    await agent.live.until(() => agent.offers().length === 3);
    for (const { row } of agent.offers()) expect((await agent.answer(row.id, 'accept')).status).toBe(200);
    await look();
    expect(agent.offers().length).toBe(3);
    const fourth = await agent.browser.ask('post', `/api/conversations/${chats[4]!.id}/take`);
    expect(fourth.body).toEqual(jasmine.objectContaining({ code: 'capacity-reached', facts: { capacity: 3 } }));
    // A place is free when a chat is over, after a pause to write things down; saying so ends the pause.
    desk.clock.advance(SECOND);
    await agent.browser.ask('post', `/api/conversations/${chats[0]!.id}/resolve`);
    await look();
    expect(agent.offers().length).toBe(3);
    desk.clock.advance(SECOND);
    expect((await agent.duty({ presence: 'available' })).wrapUpUntil).toBeUndefined();
    await agent.offered(chats[3]!.id);
  });

  it('gives the chats of whoever goes away back to the head of the queue', async () => {
    const agent = await staff();
    await agent.duty({ presence: 'available' });
    const mine = await customer();
    await agent.accepts(mine.id);
    desk.clock.advance(SECOND);
    await agent.duty({ presence: 'away' });
    const later = await customer('later');
    const row = await rowOf(agent.browser, mine.id);
    expect([row.status, row.assignee]).toEqual(['queued', undefined]);
    const again = await LiveClient.chat(desk, { token: mine.started.token });
    clients.push(again);
    const { conversation } = await again.ok<{ conversation: { queue: ChatQueue } }>('chat:hello', {});
    expect(conversation.queue.position).toBe(1);
    expect(later.started.conversation.queue?.position).toBe(2);
    expect(later.started.conversation.queue).toEqual(jasmine.objectContaining({ staffed: false, overflow: true }));
  });

  it('gives the chats of whoever is gone back after a grace, but not of whoever is back in time', async () => {
    const agent = await staff();
    await agent.duty({ presence: 'available' });
    await passes(MINUTE);
    const { id } = await customer();
    await agent.accepts(id);
    const supervisor = await staff('supervisor');
    await goes(agent.live);
    await passes(20 * SECOND);
    expect((await rowOf(supervisor.browser, id)).assignee?.id).toBe(agent.id);
    const back = await LiveClient.desk(desk, agent.browser);
    clients.push(back);
    await back.until(() => back.seen.events.some(([event]) => event === 'duty'));
    await passes(20 * SECOND);
    expect((await rowOf(supervisor.browser, id)).assignee?.id).toBe(agent.id);
    await goes(back);
    await passes(61 * SECOND);
    expect((await rowOf(supervisor.browser, id)).status).toBe('queued');
  });

  it('tells each customer their place when it is another one', async () => {
    const agent = await staff();
    const [first, second, third] = [await customer(), await customer(), await customer('Bonjour', { language: 'fr' })];
    expect(first.started.conversation.queue?.position).toBe(1);
    expect(second.started.conversation.queue?.position).toBe(2);
    // A line of its own: whoever speaks French takes it.
    expect(third.started.conversation.queue?.position).toBe(1);
    await agent.browser.ask('post', `/api/conversations/${first.id}/take`);
    await second.client.until(() => places(second.client).at(-1) === 1);
    expect(places(third.client)).not.toContain(2);
    expect(new Set(places(third.client)).size).toBeLessThan(2);
  });

  it('lets a customer leave for an e-mail or a call, with their place', async () => {
    const [first, second] = [await customer(), await customer()];
    const ask = { conversationId: first.id, way: 'callback', contact: { phone: '+1 202 555 0134' } };
    expect((await first.client.ok<ChatQueue>('chat:overflow', ask)).position).toBe(1);
    expect(await first.client.refusal('chat:overflow', { ...ask, contact: {} })).toBe('bad-input');
    expect(await second.client.refusal('chat:overflow', ask)).toBe('not-allowed');
    const lead = await staff('lead');
    const row = await rowOf(lead.browser, first.id);
    expect([row.status, row.answerBy]).toEqual(['queued', 'callback']);
    await lead.duty({ presence: 'available' });
    await lead.offered(first.id);
    await lead.answer(first.id, 'accept');
    expect(await first.client.refusal('chat:overflow', ask)).toBe('move-refused');
    expect(await factsOf(first.client, first.id)).toContain('overflowed');

    // Whoever is not reached waits on; a call is an answer like a message.
    const called = (id: string, reached: boolean) =>
      lead.browser.ask('post', `/api/routing/conversations/${id}/called`, { reached });
    const missed = (await called(first.id, false)).body as ConversationRow;
    expect([missed.waitingSince !== undefined, missed.due?.kind]).toEqual([true, 'first-reply']);
    const reached = (await called(first.id, true)).body as ConversationRow;
    expect([reached.status, reached.waitingSince, reached.due?.kind]).toEqual(['open', undefined, 'resolution']);
    expect((await factsOf(first.client, first.id)).slice(-2)).toEqual(['call-missed', 'called']);
    expect((await called(second.id, true)).status).toBe(404);
    expect(((await rowOf(lead.browser, second.id)).waitingSince ?? 0) > 0).toBeTrue();
  });

  it('reminds a customer who says nothing, and then waits for them without a place of the agent’s', async () => {
    const agent = await staff();
    await agent.duty({ presence: 'available' });
    const { client, id } = await customer();
    await agent.accepts(id);
    await agent.live.ok('conversation:show', { conversationId: id });
    await passes(14 * MINUTE);
    // It is the agent who is silent.
    expect(await factsOf(client, id)).toEqual(['started', 'taken']);
    await agent.live.send(id, 'Which colour?');
    await passes(5 * MINUTE - SECOND);
    expect(await factsOf(client, id)).not.toContain('nudged');
    await passes(SECOND);
    await passes(MINUTE);
    expect((await factsOf(client, id)).filter((code) => code === 'nudged').length).toBe(1);
    await passes(9 * MINUTE);
    expect(await factsOf(client, id)).toContain('customer-silent');
    const lead = await staff('lead');
    expect((await rowOf(lead.browser, id)).status).toBe('pending');
    await client.send(id, 'Green.');
    expect((await rowOf(lead.browser, id)).status).toBe('open');
    // The agent is gone in the meantime: somebody else goes on.
    await goes(agent.live);
    await passes(MINUTE);
    expect((await rowOf(lead.browser, id)).status).toBe('queued');
  });

  it('hands a conversation to a design expert, who sees that one alone', async () => {
    const agent = await staff();
    const [mine, other] = [await customer(), await customer()];
    await agent.browser.ask('post', `/api/conversations/${mine.id}/take`);
    const path = `/api/routing/conversations/${mine.id}/hand-over`;
    expect((await agent.browser.ask('post', path, {})).body).toEqual(
      jasmine.objectContaining({ code: 'transfer-unfit' }),
    );
    const expert = await staff('design_expert');
    const bystander = await staff();
    expect((await bystander.browser.ask('post', path, {})).status).toBe(403);
    expect((await agent.browser.ask('post', path, {})).status).toBe(200);
    expect((await rowOf(expert.browser, mine.id)).assignee?.id).toBe(expert.id);
    expect((await expert.browser.ask('get', `/api/conversations/${other.id}`)).status).toBe(403);
    expect((await expert.browser.ask('put', '/api/routing/duty', { presence: 'available' })).status).toBe(403);
    expect((await agent.browser.ask('get', `/api/conversations/${mine.id}`)).status).toBe(403);
    expect(await factsOf(mine.client, mine.id)).toEqual(['started', 'taken', 'handed-over']);
  });

  it('keeps teams, capacities and rules as the administrator sets them, and lets nobody else', async () => {
    const [agent, admin] = [await staff(), await desk.signedIn()];
    const team = { name: 'Money', topics: ['payment'], languages: [], capacity: 1, memberIds: [agent.id] };
    for (const [method, path] of [
      ['get', '/api/routing'],
      ['post', '/api/routing/teams'],
    ] as const) {
      expect((await agent.browser.ask(method, path, method === 'post' ? team : undefined)).status).toBe(403);
    }
    const added = (await admin.ask('post', '/api/routing/teams', team)).body as Routing;
    const id = added.teams[0]!.id;
    expect(added.people.find((one) => one.id === agent.id)?.capacity).toBe(1);
    expect((await admin.ask('post', '/api/routing/teams', team)).body).toEqual(
      jasmine.objectContaining({ code: 'already-exists' }),
    );
    expect((await admin.ask('post', '/api/routing/teams', { ...team, name: 'x', memberIds: [id] })).status).toBe(400);
    const other = await staff();
    await other.duty({ presence: 'available' });
    const { id: chat } = await customer('My card is declined', { topic: 'payment' });
    expect((await rowOf(other.browser, chat)).teamId).toBe(id);
    await look();
    expect(other.offers()).toEqual([]);
    await agent.duty({ presence: 'available' });
    await agent.offered(chat);
    const own = (await admin.ask('put', `/api/routing/people/${agent.id}/capacity`, { capacity: 2 })).body as Routing;
    expect(own.people.find((one) => one.id === agent.id)?.capacity).toBe(2);
    const { rules } = own;
    const set = await admin.ask('put', '/api/routing/rules', { ...rules, offerMs: 10_000 });
    expect((set.body as Routing).rules.offerMs).toBe(10_000);
    expect((await admin.ask('put', '/api/routing/rules', { ...rules, fits: [{ afterMs: 5, by: [] }] })).status).toBe(
      400,
    );
    const gone = (await admin.ask('delete', `/api/routing/teams/${id}`)).body as Routing;
    expect(gone.teams).toEqual([]);
    expect((await rowOf(other.browser, chat)).teamId).toBeUndefined();
  });
});
