import type { ConversationRow, Entries } from '@candour/shared/conversations.js';
import type { BulkResult, Deed, SnoozeTimes } from '@candour/shared/deeds.js';
import { newId } from '@candour/shared/ids.js';
import { DAY, HOUR, MINUTE } from '@candour/shared/instant.js';
import type { Page } from '@candour/shared/paging.js';
import type { FilledFields } from '@candour/shared/fields.js';
import type { SavedViews } from '@candour/shared/views.js';
import { ConversationRecord } from '../src/conversations/conversation.entity.js';
import { Database } from '../src/core/database/database.js';
import { TicketClock } from '../src/tickets/clock.service.js';
import { TicketValues } from '../src/tickets/fields.entity.js';
import { eachDesk, type Browser, type Credentials, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';

/** A Wednesday; the desk is open from 8 to 20. */
const noon = Date.parse('2026-11-25T12:00:00Z');

eachDesk('What is done to tickets', (open) => {
  let desk: Desk;
  let lead: Browser;
  let leadId: string;
  let credentials: Credentials;
  let clients: LiveClient[];

  beforeEach(async () => {
    desk = await open();
    desk.clock.set(noon);
    const added = await desk.addStaff('lead');
    credentials = added;
    leadId = added.member.id;
    lead = await desk.signedIn(added);
    clients = [];
  });
  afterEach(async () => {
    for (const client of clients) client.close();
    await desk.close();
  });

  async function begun(text = 'Where is my sofa?'): Promise<{ customer: LiveClient; id: string }> {
    const customer = await LiveClient.chat(desk);
    clients.push(customer);
    return { customer, id: (await customer.start(text)).conversation.id };
  }
  const deed = (id: string, ask: Deed, by = lead) => by.ask('post', `/api/tickets/${id}/deed`, ask);
  const bulk = async (ids: string[], ask: Deed, by = lead) =>
    (await by.ask('post', '/api/tickets/bulk', { ids, deed: ask })).body as BulkResult;
  const undo = async (id: string | undefined, by = lead) => by.ask('post', `/api/tickets/bulk/${id}/undo`);
  const record = (id: string) => desk.app.get(Database).read((em) => em.findOneByOrFail(ConversationRecord, { id }));
  const stands = async (id: string) => (await record(id)).status;
  const clock = () => desk.app.get(TicketClock, { strict: false });
  const code = (answer: { body: unknown }) => (answer.body as { code?: string }).code;
  const facts = async (id: string) =>
    ((await lead.ask('get', `/api/conversations/${id}/entries`)).body as Entries).entries.flatMap(
      ({ fact }) => fact?.code ?? [],
    );
  const list = async (query: string, by = lead) =>
    ((await by.ask('get', `/api/conversations?${query}`)).body as Page<ConversationRow>).rows.map(({ id }) => id);
  async function answers(id: string, text: string): Promise<void> {
    const live = await LiveClient.desk(desk, lead);
    clients.push(live);
    await live.send(id, text);
  }

  it('rests until its time and wakes by itself', async () => {
    const { id } = await begun();
    await lead.ask('post', `/api/conversations/${id}/take`);
    const answer = await deed(id, { kind: 'snooze', until: noon + 2 * HOUR });
    expect((answer.body as ConversationRow).snoozedUntil).toBe(noon + 2 * HOUR);
    expect([await list('view=mine'), await list('view=snoozed')]).toEqual([[], [id]]);
    desk.clock.advance(2 * HOUR - 1);
    expect(await clock().wake()).toBe(0);
    desk.clock.advance(1);
    expect(await clock().wake()).toBe(1);
    const { status, snoozedUntil } = await record(id);
    expect([status, snoozedUntil]).toEqual(['open', null]);
    lead = await desk.signedIn(credentials);
    expect((await facts(id)).slice(-2)).toEqual(['snoozed', 'woken']);
    expect(await clock().wake()).toBe(0);
  });

  it('wakes when the customer writes, whoever they wait for', async () => {
    const { customer, id } = await begun();
    await deed(id, { kind: 'snooze', until: 'tomorrow' });
    await customer.send(id, 'One more thing');
    const { status, snoozedUntil } = await record(id);
    expect([status, snoozedUntil]).toEqual(['queued', null]);
  });

  it('is snoozed in the hours of its language, and neither for a moment nor for ever', async () => {
    const times = (await lead.ask('get', '/api/tickets/snooze-times?language=en')).body as SnoozeTimes;
    expect(times).toEqual({
      hour: noon + HOUR,
      later: noon + 3 * HOUR,
      tomorrow: noon + 21 * HOUR,
      week: Date.parse('2026-11-30T09:00:00Z'),
    });
    const { id } = await begun();
    for (const until of [noon, noon + 91 * DAY])
      expect(code(await deed(id, { kind: 'snooze', until }))).toBe('snooze-unfit');
  });

  it('waits for no customer who waits for an answer', async () => {
    const { id } = await begun();
    await lead.ask('post', `/api/conversations/${id}/take`);
    expect(code(await deed(id, { kind: 'status', status: 'pending' }))).toBe('customer-waits');
    await answers(id, 'Which order is it?');
    expect((await deed(id, { kind: 'status', status: 'pending' })).status).toBe(200);
    expect((await record(id)).pausedSince).not.toBeNull();
  });

  it('opens again within a week of its end, and closes after it; what is written then begins anew and says so', async () => {
    const { customer, id } = await begun();
    await lead.ask('post', `/api/conversations/${id}/resolve`);
    desk.clock.advance(7 * DAY - 1);
    await customer.send(id, 'Still broken');
    expect(await stands(id)).toBe('queued');
    const again = await desk.signedIn(await desk.addStaff('lead', 'second@example.com'));
    await again.ask('post', `/api/conversations/${id}/resolve`);
    desk.clock.advance(7 * DAY);
    await expectAsync(customer.send(id, 'Hello?')).toBeRejected();
    expect(await clock().close()).toBe(1);
    expect(await stands(id)).toBe('closed');
    expect(await clock().close()).toBe(0);
    const next = (await customer.start('Me again')).conversation.id;
    expect((await record(next)).followsId).toBe(id);
  });

  it('is done to many at once, each for itself, and taken back where nothing changed since', async () => {
    const first = await begun('First');
    const second = await begun('Second');
    const gone = newId();
    const done = await bulk([first.id, second.id, gone], { kind: 'snooze', until: 'hour' });
    expect(done.results).toEqual([
      { id: first.id, outcome: 'done' },
      { id: second.id, outcome: 'done' },
      { id: gone, outcome: 'refused', code: 'not-found' },
    ]);
    const since = (await record(first.id)).waitingSince;
    await second.customer.send(second.id, 'Hello?');
    const back = (await undo(done.undo)).body as BulkResult;
    expect(back.results.map(({ outcome }) => outcome)).toEqual(['done', 'unchanged']);
    const { status, snoozedUntil, waitingSince } = await record(first.id);
    expect([status, snoozedUntil, waitingSince]).toEqual(['queued', null, since]);
    expect((await undo(done.undo)).status).toBe(410);
  });

  it('is filed many at once and taken back, but for what somebody has changed meanwhile', async () => {
    const [one, two] = [(await begun()).id, (await begun()).id];
    await bulk([one], { kind: 'tag', add: ['vip'], remove: [] });
    const tagged = await bulk([one, two], { kind: 'tag', add: ['vip', 'late'], remove: [] });
    expect(tagged.results.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    await lead.ask('patch', `/api/conversations/${two}/ticket`, { removeTags: ['late'] });
    const back = (await undo(tagged.undo)).body as BulkResult;
    expect(back.results.map(({ outcome }) => outcome)).toEqual(['done', 'unchanged']);
    const tags = async (id: string) =>
      ((await lead.ask('get', `/api/conversations/${id}`)).body as ConversationRow).tags;
    expect([await tags(one), await tags(two)]).toEqual([['vip'], ['vip']]);
  });

  it('is done by an agent to their own alone, and undone by nobody else', async () => {
    const added = await desk.addStaff('agent');
    const agent = await desk.signedIn(added);
    const [own, queued] = [(await begun()).id, (await begun()).id];
    await agent.ask('post', `/api/conversations/${own}/take`);
    const done = await bulk([own, queued], { kind: 'priority', priority: 'high' }, agent);
    expect(done.results).toEqual([
      { id: own, outcome: 'done' },
      { id: queued, outcome: 'refused', code: 'not-allowed' },
    ]);
    expect((await undo(done.undo, lead)).status).toBe(410);
    expect((await bulk([own], { kind: 'assign', to: leadId }, agent)).results).toEqual([{ id: own, outcome: 'done' }]);
    expect((await record(own)).assigneeId).toBe(leadId);
    const many = Array.from({ length: 201 }, () => newId());
    expect((await lead.ask('post', '/api/tickets/bulk', { ids: many, deed: { kind: 'spam' } })).status).toBe(400);
  });

  it('leaves the queues as spam, keeps its decision, and comes back; what is asked by law is never spam', async () => {
    const { customer, id } = await begun();
    const before = await record(id);
    await deed(id, { kind: 'spam' });
    const { status, retentionClass, policyVersion, category, purpose } = await record(id);
    expect([status, retentionClass, policyVersion, category, purpose]).toEqual([
      'spam',
      before.retentionClass,
      before.policyVersion,
      before.category,
      before.purpose,
    ]);
    expect([await list('view=queue'), await list('view=all'), await list('view=spam')]).toEqual([[], [], [id]]);
    await expectAsync(customer.send(id, 'Buy now')).toBeRejected();
    await deed(id, { kind: 'not-spam' });
    expect([await stands(id), (await record(id)).resolvedAt]).toEqual(['queued', null]);
    await lead.ask('patch', `/api/conversations/${id}/ticket`, { topic: 'privacy' });
    expect(code(await deed(id, { kind: 'spam' }))).toBe('matter-stands');
  });

  it('ends nothing in which somebody may be hurt before a supervisor has looked', async () => {
    const { id } = await begun('It fell on my child');
    const safety = { topic: 'product', reason: 'safety' };
    const filed = (await lead.ask('patch', `/api/conversations/${id}/ticket`, safety)).body as ConversationRow;
    expect(filed.priority).toBe('urgent');
    expect(code(await deed(id, { kind: 'status', status: 'resolved' }))).toBe('matter-stands');
    expect((await lead.ask('post', `/api/tickets/${id}/looked`)).status).toBe(403);
    const supervisor = await desk.signedIn(await desk.addStaff('supervisor'));
    expect((await supervisor.ask('post', `/api/tickets/${id}/looked`)).status).toBe(200);
    expect((await deed(id, { kind: 'status', status: 'resolved' })).status).toBe(200);
    desk.clock.advance(8 * DAY);
    expect(await clock().close()).toBe(0);
  });

  it('warns kindly in the customer’s language; a block keeps them from a new chat, not from what the law gives them', async () => {
    const { customer, id } = await begun('You idiots');
    await lead.ask('post', `/api/conversations/${id}/take`);
    const warned = await lead.ask('post', `/api/tickets/${id}/warn`);
    expect(warned.body).toEqual({ warnings: 1 });
    await customer.until(() => customer.seen.entries.some(({ text }) => text?.includes('polite')));
    const blocked = await lead.ask('put', `/api/tickets/${id}/block`, { reason: 'abuse', days: 7 });
    expect((blocked.body as { block: { until: number } }).block.until).toBe(noon + 7 * DAY);
    await expectAsync(customer.start('Again')).toBeRejected();
    expect((await customer.start('Delete my data', { topic: 'privacy' })).conversation.topic).toBe('privacy');
    expect(await stands(id)).toBe('open');
    expect((await lead.ask('delete', `/api/tickets/${id}/block`)).body).toEqual({ warnings: 1 });
    expect((await customer.start('Sorry')).conversation.topic).toBe('orders');
  });

  it('asks for fields by topic, keeps them sealed, and refuses what does not fit', async () => {
    const admin = await desk.signedIn();
    const labels = { en: 'Room', de: 'Raum', fr: 'Pièce', es: 'Habitación' };
    const [text, count, choice, option] = [newId(), newId(), newId(), newId()];
    const fields = [
      { id: text, topic: 'delivery', kind: 'text', labels },
      { id: count, topic: 'delivery', kind: 'number', labels },
      { id: choice, topic: 'orders', kind: 'choice', labels, choices: [{ id: option, labels }] },
    ];
    expect((await lead.ask('put', '/api/ticket-fields', { fields })).status).toBe(403);
    expect((await admin.ask('put', '/api/ticket-fields', { fields })).status).toBe(200);
    const { id } = await begun();
    await lead.ask('patch', `/api/conversations/${id}/ticket`, { topic: 'delivery' });
    const fill = (values: object) => lead.ask('patch', `/api/tickets/${id}/fields`, { values });
    const filled = (await fill({ [text]: 'The attic', [count]: 3 })).body as FilledFields;
    expect(filled.fields.map(({ id: of, value }) => [of, value])).toEqual([
      [text, 'The attic'],
      [count, 3],
    ]);
    for (const unfit of [{ [count]: 'three' }, { [choice]: option }, { [newId()]: 'x' }]) {
      expect(code(await fill(unfit))).toBe('field-unfit');
    }
    const row = await desk.app.get(Database).read((em) => em.findOneByOrFail(TicketValues, { conversationId: id }));
    expect(row.written.includes('attic')).toBe(false);
    expect(((await fill({ [text]: null })).body as FilledFields).fields[0]).not.toEqual(
      jasmine.objectContaining({ value: jasmine.anything() }),
    );
    await fill({ [text]: 'Card 4111 1111 1111 1111' });
    const masked = (await lead.ask('get', `/api/tickets/${id}/fields`)).body as FilledFields;
    expect(masked.fields[0]?.value).not.toContain('4111 1111');
  });

  it('is linked to another conversation by both their people, and to nothing that is not there', async () => {
    const [one, two] = [(await begun()).id, (await begun()).id];
    const link = (kind: string, targetId: string) => lead.ask('post', `/api/tickets/${one}/links`, { kind, targetId });
    const { number } = await record(two);
    const linked = (await link('conversation', two)).body as { links: object[] };
    expect(linked.links).toEqual([
      { kind: 'conversation', targetId: two, label: `#${number}`, linkedAt: noon, fixed: false },
    ]);
    expect([code(await link('conversation', newId())), code(await link('return', two))]).toEqual([
      'not-found',
      'kind-unknown',
    ]);
    const find = (label: string, by = lead, kind = 'conversation') =>
      by.ask('get', `/api/tickets/link-target?${new URLSearchParams({ kind, label })}`);
    expect((await find(`#${number}`)).body).toEqual({ kind: 'conversation', targetId: two, label: `#${number}` });
    expect([code(await find('#999999')), code(await find('sofa')), code(await find('1', lead, 'return'))]).toEqual([
      ...['not-found', 'not-found', 'kind-unknown'],
    ]);
    // Whoever may not read it is not told that it is there.
    await deed(two, { kind: 'assign', to: leadId });
    const agent = await desk.signedIn(await desk.addStaff('agent'));
    expect(code(await find(`${number}`, agent))).toBe('not-found');
    const left = await lead.ask('delete', `/api/tickets/${one}/links?kind=conversation&targetId=${two}`);
    expect((left.body as { links: object[] }).links).toEqual([]);
  });

  it('is found in views that people keep, counted to a bound', async () => {
    const agent = await desk.signedIn(await desk.addStaff('agent'));
    const urgent = (await begun()).id;
    await begun();
    await lead.ask('patch', `/api/conversations/${urgent}/ticket`, { priority: 'urgent' });
    const keep = (name: string, shared: boolean, by: Browser) =>
      by.ask('post', '/api/views', { name, shared, filter: { view: 'all', priority: 'urgent', sort: 'due' } });
    expect((await keep('For all', true, agent)).status).toBe(403);
    expect((await keep('Urgent', false, lead)).status).toBe(200);
    expect((await keep('For all', true, lead)).status).toBe(200);
    const views = async (by: Browser) => ((await by.ask('get', '/api/views')).body as SavedViews).views;
    expect((await views(lead)).map(({ name, count, mine }) => [name, count, mine])).toEqual([
      ['For all', 1, true],
      ['Urgent', 1, true],
    ]);
    const [shared] = await views(agent);
    expect((await views(agent)).map(({ name, mine }) => [name, mine])).toEqual([['For all', false]]);
    expect((await agent.ask('delete', `/api/views/${shared?.id}`)).status).toBe(403);
    expect((await lead.ask('delete', `/api/views/${shared?.id}`)).status).toBe(200);
    expect(await views(agent)).toEqual([]);
  });

  it('goes on in business time where the customer was waited for', async () => {
    const { customer, id } = await begun();
    await lead.ask('post', `/api/conversations/${id}/take`);
    await answers(id, 'A moment');
    await deed(id, { kind: 'status', status: 'pending' });
    desk.clock.advance(90 * MINUTE);
    await customer.send(id, 'Here it is');
    const { status, pausedMs, pausedSince } = await record(id);
    expect([status, pausedMs, pausedSince]).toEqual(['open', 90 * MINUTE, null]);
  });
});
