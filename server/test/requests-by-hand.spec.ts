import { DAY, HOUR, MINUTE } from '@candour/shared/instant.js';
import type { ConversationRow, WhyAnswer } from '@candour/shared/conversations.js';
import { newId } from '@candour/shared/ids.js';
import type { LoggedRequest, PrivacyRequest, Suggestions } from '@candour/shared/requests.js';
import type { TicketLinks } from '@candour/shared/ticket-links.js';
import { ConversationRecord } from '../src/conversations/conversation.entity.js';
import { CustomerRecord } from '../src/customers/customer.entity.js';
import { Database } from '../src/core/database/database.js';
import { RetentionSchedule } from '../src/privacy/retention.schedule.js';
import { PrivacyRequestRow } from '../src/requests/requests.entity.js';
import { eachDesk, type Browser, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';

const NOON = Date.parse('2026-03-02T12:00:00Z');

eachDesk('A privacy request that nothing spotted', (open) => {
  let desk: Desk;
  let agent: Browser;
  let customer: LiveClient;
  let id: string;

  beforeEach(async () => {
    desk = await open();
    desk.clock.set(NOON);
    agent = await desk.signedIn(await desk.addStaff('agent'));
    customer = await LiveClient.chat(desk);
    ({ id } = (await customer.start('I want out of your files, all of them.')).conversation);
  });
  afterEach(async () => {
    customer.close();
    await desk.close();
  });

  const mark = (seq: number, type = 'deletion', by = agent) =>
    by.ask('post', `/api/conversations/${id}/requests`, { seq, type, jurisdiction: 'eu' });
  const log = (change: object = {}, by = agent) =>
    by.ask('post', '/api/requests', {
      ...{ id: newId(), type: 'access', jurisdiction: 'uk', channel: 'letter', language: 'en' },
      ...{ receivedAt: NOON - 9 * DAY, from: { name: 'Duncan Wardrobe', email: 'duncan@example.com' }, ...change },
    });
  const stored = () => desk.app.get(Database).read((em) => em.find(PrivacyRequestRow));
  const kept = () => desk.app.get(Database).read((em) => em.existsBy(ConversationRecord, { id }));

  it('is opened from the message that makes it, as of when that came, and once', async () => {
    desk.clock.advance(10 * MINUTE);
    const first = await mark(2);
    expect(first.status).toBe(200);
    const [row] = (first.body as Suggestions).rows;
    expect([row!.status, row!.spans, row!.at]).toEqual(['opened', [[0, 38]], NOON]);
    expect((await mark(2)).status).toBe(200);
    const [request, ...more] = await stored();
    expect([more.length, request!.receivedAt, request!.openedAt]).toEqual([0, NOON, NOON + 10 * MINUTE]);
    const { topic, reason } = (await agent.ask('get', `/api/conversations/${id}`)).body as ConversationRow;
    expect([topic, reason]).toEqual(['privacy', 'deletion']);
  });

  it('is not made of what no customer said, nor by whoever may not read it', async () => {
    expect((await mark(1)).status).toBe(404);
    expect((await mark(99)).status).toBe(404);
    await agent.ask('post', `/api/conversations/${id}/take`);
    const other = await desk.signedIn(await desk.addStaff('agent', 'other@example.com'));
    expect((await mark(2, 'access', other)).status).toBe(403);
    expect(await stored()).toEqual([]);
  });

  it('that somebody took for none is opened all the same', async () => {
    await mark(2, 'access');
    await desk.app.get(Database).write(async (tx) => {
      await tx.em.clear(PrivacyRequestRow);
      await tx.em.query(`UPDATE request_suggestions SET status = 'dismissed', dismissal = 'misread'`);
    });
    expect((await mark(2, 'access')).status).toBe(200);
    expect((await stored()).map(({ type }) => type)).toEqual(['access']);
  });

  it('of a letter counts from its receipt, and asked twice it is one', async () => {
    const ask = { id: newId() };
    const both = await Promise.all([log(ask), log(ask)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const { number } = both[0].body as LoggedRequest;
    const shown = (await agent.ask('get', `/api/requests/${ask.id}`)).body as PrivacyRequest;
    expect([shown.number, shown.channel, shown.receivedAt, shown.openedAt]).toEqual([
      number,
      'letter',
      NOON - 9 * DAY,
      NOON,
    ]);
    expect(new Date(shown.dueAt).toISOString().slice(0, 10)).toBe('2026-03-23');
    expect(shown.conversation).toBeUndefined();
    expect(await desk.app.get(Database).read((em) => em.count(CustomerRecord))).toBe(2);
    expect(JSON.stringify(await stored())).not.toContain('duncan');
  });

  it('of a letter is refused with a receipt that is none', async () => {
    for (const change of [
      { receivedAt: NOON + HOUR },
      { receivedAt: NOON - 400 * DAY },
      { channel: 'chat' },
      { from: { name: '' } },
      { type: 'cake' },
    ]) {
      expect((await log(change)).status)
        .withContext(JSON.stringify(change))
        .toBe(400);
    }
    expect(await stored()).toEqual([]);
  });

  it('is what tickets are linked to by its number, by those who may read it', async () => {
    await mark(2);
    const [request] = await stored();
    await agent.ask('post', `/api/conversations/${id}/take`);
    const links = `/api/tickets/${id}/links`;
    const linked = await agent.ask('post', links, { kind: 'request', targetId: request!.id });
    expect(linked.status).withContext(JSON.stringify(linked.body)).toBe(200);
    expect((linked.body as TicketLinks).links.map(({ kind, label }) => [kind, label])).toEqual([
      ['request', `#${request!.number}`],
    ]);
    const logged = newId();
    await log({ id: logged }, await desk.signedIn(await desk.addStaff('privacy_officer')));
    expect((await agent.ask('post', links, { kind: 'request', targetId: logged })).status).toBe(403);
  });

  it('keeps its conversation until it is closed, and says so', async () => {
    await mark(2);
    await desk.app
      .get(Database)
      .write(({ em }) =>
        em.update(
          ConversationRecord,
          { id },
          { status: 'resolved', resolvedAt: NOON, anchorAt: NOON, waitingSince: null },
        ),
      );
    desk.clock.advance(800 * DAY);
    const sweep = () => desk.app.get(RetentionSchedule, { strict: false }).nightly();
    await sweep();
    expect(await kept()).toBe(true);
    const supervisor = await desk.signedIn(await desk.addStaff('supervisor'));
    const why = (await supervisor.ask('get', `/api/conversations/${id}/why/2`)).body as WhyAnswer;
    expect(JSON.stringify(why.decision)).toContain('open-request');
    await desk.app
      .get(Database)
      .write(({ em }) => em.update(PrivacyRequestRow, { status: 'received' }, { anchorAt: desk.clock.now() }));
    desk.clock.advance(DAY);
    await sweep();
    expect(await kept()).toBe(false);
  });
});
