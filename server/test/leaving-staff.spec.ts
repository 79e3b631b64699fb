import type { Conversation, ConversationRow, Entries } from '@candour/shared/conversations.js';
import type { ConversationDelta, QueueChange } from '@candour/shared/live.js';
import { MINUTE } from '@candour/shared/instant.js';
import type { StaffMember } from '@candour/shared/staff.js';
import { HandBackService } from '../src/conversations/hand-back.service.js';
import { ConversationRecord } from '../src/conversations/conversation.entity.js';
import { Database } from '../src/core/database/database.js';
import { eachDesk, type Browser, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';

const isBack = (row: ConversationDelta, id: string): boolean =>
  row.id === id && row.status === 'queued' && row.assignee === null;

eachDesk('When a member of staff cannot go on', (open) => {
  let desk: Desk;
  let admin: Browser;
  let leaver: Browser & { id: string };
  let other: Browser;
  let live: LiveClient;
  let customers: LiveClient[];

  beforeEach(async () => {
    desk = await open();
    admin = await desk.signedIn();
    const nell = await desk.addStaff('agent', 'nell@example.com');
    leaver = Object.assign(await desk.signedIn(nell), { id: nell.member.id });
    other = await desk.signedIn(await desk.addStaff('agent', 'basil@example.com'));
    live = await LiveClient.desk(desk, other);
    await live.ok('queue:show', {});
    customers = [];
  });
  afterEach(async () => {
    for (const client of [live, ...customers]) client.close();
    await desk.close();
  });

  const says = async (text: string): Promise<string> => {
    const customer = await LiveClient.chat(desk);
    customers.push(customer);
    desk.clock.advance(MINUTE);
    return (await customer.start(text)).conversation.id;
  };
  const change = async (ask: object): Promise<StaffMember> =>
    (await admin.ask('patch', `/api/staff/${leaver.id}`, ask)).body as StaffMember;
  const backInQueue = (id: string): Promise<void> =>
    live.until(() =>
      live.seen.events.some(([event, change]) => event === 'queue:changed' && isBack((change as QueueChange).row, id)),
    );
  const queue = async (): Promise<ConversationRow[]> =>
    ((await other.ask('get', '/api/conversations?view=queue')).body as { rows: ConversationRow[] }).rows;
  const factsOf = async (id: string) => {
    const { entries } = (await other.ask('get', `/api/conversations/${id}/entries`)).body as Entries;
    return entries.flatMap(({ fact, by }) => (fact ? [[fact.code, by.role]] : []));
  };

  it('their open talks stand at the head of the queue, in their order, each with its fact, told live', async () => {
    const waiting = await says('I have waited longest');
    const first = await says('First');
    const second = await says('Second');
    for (const id of [first, second]) await leaver.ask('post', `/api/conversations/${id}/take`);
    const talk = await LiveClient.desk(desk, leaver);
    desk.clock.advance(MINUTE);
    await talk.send(first, 'One moment');
    talk.close();
    expect((await change({ status: 'disabled' })).status).toBe('disabled');
    await backInQueue(first);
    await backInQueue(second);

    // The customer of the second waits for an answer and goes first; the first's got one, and waits from now on.
    expect((await queue()).map(({ id }) => id)).toEqual([second, waiting, first]);
    expect(await factsOf(second)).toEqual([
      ['started', 'system'],
      ['taken', 'staff'],
      ['released', 'system'],
    ]);
    expect((await other.ask('post', `/api/conversations/${first}/take`)).status).toBe(200);
  });

  it('nothing else of theirs changes: what is resolved stays so, under their name', async () => {
    const done = await says('Thank you');
    const open = await says('And another thing');
    for (const id of [done, open]) await leaver.ask('post', `/api/conversations/${id}/take`);
    await leaver.ask('post', `/api/conversations/${done}/resolve`);
    await change({ status: 'disabled' });
    await backInQueue(open);
    const record = await desk.app.get(Database).read((em) => em.findOneByOrFail(ConversationRecord, { id: done }));
    expect([record.status, record.assigneeId]).toEqual(['resolved', leaver.id]);
  });

  it('a customer who writes again in a talk they resolved comes to the queue, not to nobody', async () => {
    const id = await says('Thank you');
    await leaver.ask('post', `/api/conversations/${id}/take`);
    await leaver.ask('post', `/api/conversations/${id}/resolve`);
    await change({ status: 'disabled' });
    await customers[0]!.send(id, 'It broke after all');
    await backInQueue(id);
    expect((await queue()).map((row) => row.id)).toEqual([id]);
  });

  it('a role that may not answer counts the same, one that may does not', async () => {
    const id = await says('Hello');
    await leaver.ask('post', `/api/conversations/${id}/take`);
    await change({ role: 'design_expert' });
    await desk.app.get(HandBackService, { strict: false }).hourly();
    const row = await desk.app.get(Database).read((em) => em.findOneByOrFail(ConversationRecord, { id }));
    expect([row.status, row.assigneeId]).toEqual(['open', leaver.id]);
    await change({ role: 'installer' });
    await backInQueue(id);
  });

  it('what a crash cut off is made up for within the hour, once', async () => {
    const id = await says('Hello');
    await leaver.ask('post', `/api/conversations/${id}/take`);
    await change({ status: 'disabled' });
    await backInQueue(id);
    // As if the process had ended between the commit and the event.
    await desk.app
      .get(Database)
      .write((tx) => tx.em.update(ConversationRecord, { id }, { status: 'open', assigneeId: leaver.id }));
    const service = desk.app.get(HandBackService, { strict: false });
    expect(await service.hourly()).toBe(1);
    expect(await service.hourly()).toBe(0);
    expect((await queue()).map((row) => row.id)).toEqual([id]);
    expect(((await other.ask('get', `/api/conversations/${id}`)).body as Conversation).assignee).toBeUndefined();
  });
});
