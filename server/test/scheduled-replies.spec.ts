import type { Entries } from '@candour/shared/conversations.js';
import { DAY, HOUR, MINUTE } from '@candour/shared/instant.js';
import { newId } from '@candour/shared/ids.js';
import type { Cancelled, ScheduledReplies, ScheduledReply } from '@candour/shared/replies.js';
import { Database } from '../src/core/database/database.js';
import { PostingService } from '../src/conversations/posting.service.js';
import { ScheduledReplyRow } from '../src/replies/scheduled-reply.entity.js';
import { ScheduledLoop } from '../src/replies/scheduled.loop.js';
import { ScheduledSender } from '../src/replies/scheduled-sender.service.js';
import { StaffService } from '../src/staff/staff.service.js';
import { system } from '../src/core/access/actor.js';
import { eachDesk, type Browser, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';

eachDesk('A reply that is written now and sent later', (open) => {
  let desk: Desk;
  let agent: Browser;
  let credentials: { email: string; password: string };
  let customer: LiveClient;
  let id: string;

  beforeEach(async () => {
    desk = await open();
    // A Monday, within the hours of the default office.
    desk.clock.set(Date.parse('2026-03-02T10:00:00Z'));
    credentials = await desk.addStaff('agent');
    agent = await desk.signedIn(credentials);
    customer = await LiveClient.chat(desk);
    id = (await customer.start('My sofa is late')).conversation.id;
    await agent.ask('post', `/api/conversations/${id}/take`);
  });
  afterEach(async () => {
    customer.close();
    await desk.close();
  });

  const path = (more = '') => `/api/conversations/${id}/scheduled${more}`;
  const schedule = async (change: object = {}, by = agent) => {
    const answer = await by.ask('post', path(), {
      ...{ clientId: `later-${newId()}`, text: 'It comes tomorrow.', at: desk.clock.now() + HOUR, seen: 3 },
      ...change,
    });
    // The desk looks by itself after each change; a look that is late would send what a spec sends.
    await desk.app.get(ScheduledLoop, { strict: false }).look();
    return answer;
  };
  const list = async (): Promise<ScheduledReplies> => (await agent.ask('get', path())).body as ScheduledReplies;
  const pass = (): Promise<number> => desk.app.get(ScheduledSender, { strict: false }).pass();
  const rows = () => desk.app.get(Database).read((em) => em.find(ScheduledReplyRow));
  const code = (answer: { body: unknown }) => (answer.body as { code?: string }).code;
  // An hour without a request signs the agent out.
  const later = async (ms: number): Promise<void> => {
    desk.clock.advance(ms);
    agent = await desk.signedIn(credentials);
  };
  const texts = async (): Promise<(string | undefined)[]> =>
    ((await agent.ask('get', `/api/conversations/${id}/entries`)).body as Entries).entries
      .filter(({ kind, by }) => kind === 'message' && by.role === 'staff')
      .map(({ text }) => text);

  it('waits, sealed, and is sent when its time has come, once, in its author’s name', async () => {
    const made = (await schedule()).body as ScheduledReply;
    expect([made.status, made.text, made.author.name]).toEqual(['waiting', 'It comes tomorrow.', 'The agent']);
    expect((await list()).rows).toEqual([made]);
    expect((await rows())[0]?.text.includes('tomorrow')).toBeFalse();
    await later(HOUR - 1);
    expect(await pass()).toBe(0);
    expect(await texts()).toEqual([]);
    desk.clock.advance(1);
    expect(await Promise.all([pass(), pass()])).toEqual([1, 1]);
    expect(await texts()).toEqual(['It comes tomorrow.']);
    expect((await list()).rows).toEqual([]);
    expect(await pass()).toBe(0);
  });

  it('is not sent again where the desk died between sending and noting it', async () => {
    const clientId = `later-${newId()}`;
    await schedule({ clientId });
    const [row] = await rows();
    await later(HOUR);
    await pass();
    await customer.send(id, 'Thank you');
    // The row as it stood before: what was sent is known by its clientId, also behind a newer message.
    await desk.app.get(Database).write((tx) => tx.em.insert(ScheduledReplyRow, row!));
    expect(await pass()).toBe(1);
    expect(await texts()).toEqual(['It comes tomorrow.']);
    expect(await rows()).toEqual([]);
  });

  it('waits for a log that is not there, and is sent when it is', async () => {
    await schedule();
    await later(HOUR);
    const post = spyOn(desk.app.get(PostingService, { strict: false }), 'post').and.rejectWith(new Error('gone'));
    await expectAsync(pass()).toBeRejected();
    expect((await rows())[0]?.status).toBe('waiting');
    post.and.callThrough();
    await pass();
    expect(await texts()).toEqual(['It comes tomorrow.']);
  });

  it('is not sent once it was taken back, also where it is on its way already', async () => {
    const made = (await schedule()).body as ScheduledReply;
    await later(HOUR);
    const posting = desk.app.get(PostingService, { strict: false });
    const post = posting.post.bind(posting);
    let taken: unknown;
    spyOn(posting, 'post').and.callFake(async (...message) => {
      taken = (await agent.ask('delete', path(`/${made.id}`))).body;
      return post(...message);
    });
    await pass();
    expect(taken).toEqual({ text: 'It comes tomorrow.' });
    expect(await texts()).toEqual([]);
    expect(await rows()).toEqual([]);
  });

  it('keeps no other waiting where it cannot be sent', async () => {
    expect(code(await schedule({ text: ' \n ' }))).toBe('text-empty');
    const broken = (await schedule({ text: 'Unreadable' })).body as ScheduledReply;
    await desk.app
      .get(Database)
      .write((tx) => tx.em.update(ScheduledReplyRow, { id: broken.id }, { text: Buffer.from('x') }));
    await schedule();
    await later(HOUR);
    await expectAsync(pass()).toBeRejected();
    expect(await texts()).toEqual(['It comes tomorrow.']);
    expect((await rows()).map((row) => row.id)).toEqual([broken.id]);
  });

  it('is held when its customer wrote meanwhile, told to its author, and sent on confirmation', async () => {
    const live = await LiveClient.desk(desk, agent);
    await schedule();
    await customer.send(id, 'It came!');
    await later(HOUR);
    await pass();
    expect(await texts()).toEqual([]);
    const [held] = (await list()).rows;
    expect([held?.status, held?.held]).toEqual(['held', 'newer-message']);
    const told = () =>
      live.seen.events.flatMap(([event, change]) =>
        event === 'scheduled:changed' ? [(change as { held?: string }).held] : [],
      );
    await live.until(() => told().includes('newer-message'));
    live.close();
    await customer.send(id, 'Or half of it');
    const send = (seen: number) => agent.ask('post', path(`/${held!.id}/send`), { seen });
    expect(code(await send(4))).toBe('stale-reply');
    expect((await send(5)).status).toBe(204);
    expect(await texts()).toEqual(['It comes tomorrow.']);
    expect(code(await send(6))).toBe('not-found');
  });

  it('is held when the conversation is over, its author may not answer any more, or it is far too late', async () => {
    await schedule();
    await agent.ask('post', `/api/conversations/${id}/resolve`);
    await later(HOUR);
    await pass();
    expect((await list()).rows.map(({ held }) => held)).toEqual(['over']);
    const [row] = await rows();
    await agent.ask('post', `/api/conversations/${id}/reopen`);
    const again = (change: object) =>
      desk.app.get(Database).write(async (tx) => {
        await tx.em.update(ScheduledReplyRow, { id: row!.id }, { status: 'waiting', held: null, ...change });
      });
    await again({});
    await later(12 * HOUR + 1);
    await pass();
    expect((await list()).rows.map(({ held }) => held)).toEqual(['late']);
    await again({ at: desk.clock.now() });
    const staff = desk.app.get(StaffService, { strict: false });
    await staff.change(system('spec'), row!.authorId, { status: 'disabled' });
    await pass();
    expect((await rows()).map(({ held }) => held)).toEqual(['not-allowed']);
    expect(await desk.app.get(ScheduledSender, { strict: false }).drop()).toBe(0);
    desk.clock.advance(31 * DAY);
    expect(await desk.app.get(ScheduledSender, { strict: false }).drop()).toBe(1);
  });

  it('is taken back with its words, and masked as every message is', async () => {
    const made = (await schedule({ text: 'Card 4111 1111 1111 1111, see?' })).body as ScheduledReply;
    expect(made.text).not.toContain('4111');
    const answer = (await agent.ask('delete', path(`/${made.id}`))).body as Cancelled;
    expect(answer.text).toBe(made.text);
    expect(code(await agent.ask('delete', path(`/${made.id}`)))).toBe('not-found');
    await later(HOUR);
    expect(await pass()).toBe(0);
  });

  it('is refused for a wrong instant, a wrong person, and beyond five; asked twice it is one', async () => {
    const now = desk.clock.now();
    for (const at of [now, now - MINUTE, now + 30 * DAY + 1]) expect(code(await schedule({ at }))).toBe('bad-input');
    const other = await desk.signedIn(await desk.addStaff('agent', 'other@example.com'));
    expect(code(await schedule({}, other))).toBe('not-allowed');
    const twice = `later-${newId()}`;
    const [one, two] = [await schedule({ clientId: twice }), await schedule({ clientId: twice })];
    expect((one.body as ScheduledReply).id).toBe((two.body as ScheduledReply).id);
    for (let n = 2; n <= 5; n++) expect((await schedule()).status).toBe(200);
    expect(code(await schedule())).toBe('capacity-reached');
    const { presets } = await list();
    expect(presets.map(({ when, at }) => [when, new Date(at).toISOString()])).toEqual([
      ['hour', '2026-03-02T11:00:00.000Z'],
      ['opening', '2026-03-03T08:00:00.000Z'],
      ['next-opening', '2026-03-04T08:00:00.000Z'],
    ]);
  });
});
