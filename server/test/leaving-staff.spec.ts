import type { Conversation, ConversationRow, Entries } from '@candour/shared/conversations.js';
import type { ConversationDelta, QueueChange } from '@candour/shared/live.js';
import { MINUTE } from '@candour/shared/instant.js';
import type { StaffMember } from '@candour/shared/staff.js';
import { HandBackService } from '../src/conversations/hand-back.service.js';
import { QueueService } from '../src/conversations/queue.service.js';
import { StaffService } from '../src/staff/staff.service.js';
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

  describe('while their talks go back, each is asked about again', () => {
    let talks: string[];
    beforeEach(async () => {
      talks = [await says('First'), await says('Second')];
      for (const id of talks) await leaver.ask('post', `/api/conversations/${id}/take`);
    });
    const stand = async () => {
      const database = desk.app.get(Database);
      const records = await database.read((em) => em.find(ConversationRecord, { order: { number: 'ASC' } }));
      return records.map(({ status, assigneeId }) => [status, assigneeId]);
    };
    const handBack = () => desk.app.get(HandBackService, { strict: false }).hourly();

    it('whoever comes back in the middle of it keeps the others', async () => {
      const staff = desk.app.get(StaffService, { strict: false });
      let asked = 0;
      const gone = spyOn(staff, 'without').and.callFake((_, ids) => {
        // Gone when it begins and for the first of them, and here again for the second.
        asked += 1;
        return Promise.resolve(asked <= 2 ? [...ids] : []);
      });
      expect(await handBack()).toBe(1);
      expect(gone).toHaveBeenCalledTimes(3);
      expect(await stand()).toEqual([
        ['open', leaver.id],
        ['queued', null],
      ]);
    });

    it('one that a colleague was given in between stays with them', async () => {
      const colleague = other.session?.staff.id ?? '';
      const queueing = desk.app.get(QueueService, { strict: false });
      const subjectOf = queueing.subjectOf.bind(queueing);
      spyOn(queueing, 'subjectOf').and.callFake(async (id) => {
        await desk.app.get(Database).write((tx) => tx.em.update(ConversationRecord, { id }, { assigneeId: colleague }));
        return subjectOf(id);
      });
      spyOn(desk.app.get(StaffService, { strict: false }), 'without').and.callFake((_, ids) =>
        Promise.resolve([...ids]),
      );
      expect(await handBack()).toBe(0);
      expect(await stand()).toEqual([
        ['open', colleague],
        ['open', colleague],
      ]);
    });
  });
});
