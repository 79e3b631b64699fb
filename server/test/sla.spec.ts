import type { ConversationRow } from '@candour/shared/conversations.js';
import { DAY, HOUR, MINUTE, SECOND } from '@candour/shared/instant.js';
import type { Page } from '@candour/shared/paging.js';
import type { DueAlarm, Sla } from '@candour/shared/sla.js';
import { ConversationRecord } from '../src/conversations/conversation.entity.js';
import { Database } from '../src/core/database/database.js';
import { SlaService } from '../src/sla/sla.service.js';
import { eachDesk, type Browser, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';

/** A Wednesday in the middle of the day. */
const noon = Date.parse('2026-11-25T12:00:00Z');

eachDesk('What is due to customers', (open) => {
  let desk: Desk;
  let lead: Browser;
  let clients: LiveClient[];

  beforeEach(async () => {
    desk = await open();
    desk.clock.set(noon);
    lead = await desk.signedIn(await desk.addStaff('lead'));
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
  async function atDesk(): Promise<LiveClient> {
    const live = await LiveClient.desk(desk, lead);
    clients.push(live);
    return live;
  }
  const record = (id: string) => desk.app.get(Database).read((em) => em.findOneByOrFail(ConversationRecord, { id }));
  const row = async (id: string): Promise<ConversationRow> =>
    (await lead.ask('get', `/api/conversations/${id}`)).body as ConversationRow;
  const ids = async (query: string) =>
    ((await lead.ask('get', `/api/conversations?${query}`)).body as Page<ConversationRow>).rows.map(({ id }) => id);

  it('is the first reply of a chat, then the next, and nothing once it is answered', async () => {
    const { customer, id } = await begun();
    expect((await row(id)).due).toEqual({ kind: 'first-reply', dueAt: noon + MINUTE, warnAt: noon + 45 * SECOND });
    await lead.ask('post', `/api/conversations/${id}/take`);
    const live = await atDesk();
    desk.clock.advance(30 * SECOND);
    await live.send(id, 'I am looking');
    expect((await row(id)).due).toBeUndefined();
    const { firstReplyAt, dueAt, alarmAt } = await record(id);
    expect([firstReplyAt, dueAt, alarmAt]).toEqual([noon + 30 * SECOND, null, null]);
    desk.clock.advance(MINUTE);
    await customer.send(id, 'And?');
    const asked = noon + 90 * SECOND;
    expect((await row(id)).due).toEqual({ kind: 'next-reply', dueAt: asked + 2 * MINUTE, warnAt: asked + 90 * SECOND });
    // One who writes again while they wait waits no longer for it.
    desk.clock.advance(30 * SECOND);
    await customer.send(id, 'Hello?');
    expect((await record(id)).dueAt).toBe(asked + 2 * MINUTE);
  });

  it('is told once when it is at risk, and once when it is late', async () => {
    const { id } = await begun();
    const live = await atDesk();
    await live.ok('queue:show', {});
    const sla = desk.app.get(SlaService, { strict: false });
    const alarms = () =>
      live.seen.events.flatMap(([event, alarm]) => (event === 'due:alarm' ? [alarm as DueAlarm] : []));
    await sla.ring();
    desk.clock.advance(46 * SECOND);
    await sla.ring();
    await sla.ring();
    await live.until(() => alarms().length > 0);
    desk.clock.advance(20 * SECOND);
    await sla.ring();
    await sla.ring();
    await live.until(() => alarms().length > 1);
    expect(alarms().map(({ id: of, kind, state }) => [of, kind, state])).toEqual([
      [id, 'first-reply', 'warning'],
      [id, 'first-reply', 'breached'],
    ]);
  });

  it('orders a list', async () => {
    const first = await begun('First');
    desk.clock.advance(MINUTE);
    const second = await begun('Second');
    await lead.ask('patch', `/api/conversations/${second.id}/ticket`, { topic: 'product', reason: 'safety' });
    await lead.ask('post', `/api/conversations/${first.id}/take`);
    await (await atDesk()).send(first.id, 'Answered');
    expect(await ids('view=all&sort=due')).toEqual([second.id, first.id]);
    const page = (await lead.ask('get', '/api/conversations?view=all&sort=due&limit=1')).body as Page<ConversationRow>;
    expect(await ids(`view=all&sort=due&limit=1&cursor=${page.next}`)).toEqual([first.id]);
  });

  it('is counted anew when the administrator sets other targets, and only they may', async () => {
    const { id } = await begun();
    const admin = await desk.signedIn();
    expect((await lead.ask('get', '/api/sla')).status).toBe(403);
    const sla = (await admin.ask('get', '/api/sla')).body as Sla;
    expect(sla.topics.map(({ topic }) => topic)).toContain('privacy');
    const answer = await admin.ask('put', '/api/sla', { ...sla, chat: { first: 300, next: 600 } });
    expect(answer.status).toBe(200);
    expect((await row(id)).due?.dueAt).toBe(noon + 5 * MINUTE);
    const twice = { ...sla, topics: [...sla.topics.slice(1), sla.topics[1]] };
    expect((await admin.ask('put', '/api/sla', twice)).status).toBe(400);
    const unfit = sla.topics.map((one) => ({ ...one, faster: [{ reason: 'safety', reply: { minutes: 5 } }] }));
    expect((await admin.ask('put', '/api/sla', { ...sla, topics: unfit })).status).toBe(400);
    expect((await admin.ask('get', '/api/sla')).body).toEqual({ ...sla, chat: { first: 300, next: 600 } });
  });

  it('is foreseen for other targets before they are set, by the administrator alone, and nothing is written', async () => {
    const late = await begun();
    const { id } = await begun('And my chair?');
    await lead.ask('post', `/api/conversations/${id}/take`);
    await (await atDesk()).send(id, 'On its way');
    desk.clock.advance(2 * MINUTE);
    const admin = await desk.signedIn(await desk.addStaff('admin'));
    const sla = (await admin.ask('get', '/api/sla')).body as Sla;
    const asked = { ...sla, chat: { first: 600, next: 600 } };
    const foreseen = await admin.ask('post', '/api/sla/preview', asked);
    expect(foreseen.body).toEqual({
      looked: 2,
      now: { none: 1, ok: 0, warning: 0, breached: 1 },
      then: { none: 1, ok: 1, warning: 0, breached: 0 },
    });
    expect((await record(late.id)).dueAt).toBe(noon + MINUTE);
    expect((await admin.ask('get', '/api/sla')).body).toEqual(sla);
    expect((await lead.ask('post', '/api/sla/preview', asked)).status).toBe(403);
    expect((await admin.ask('post', '/api/sla/preview', { ...asked, warnAt: 99 })).status).toBe(400);
  });

  it('rests while nobody can be expected to answer, and goes on with the hours', async () => {
    desk.clock.set(noon + DAY + 9 * HOUR);
    const { id } = await begun();
    expect((await record(id)).dueAt).toBe(noon + DAY + 20 * HOUR + MINUTE);
  });
});
