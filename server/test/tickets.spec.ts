import type { ConversationRow, Entries } from '@candour/shared/conversations.js';
import { DAY, MINUTE } from '@candour/shared/instant.js';
import type { ConversationDelta, QueueChange } from '@candour/shared/live.js';
import type { Page } from '@candour/shared/paging.js';
import { ConversationRecord, ConversationTag } from '../src/conversations/conversation.entity.js';
import { inboxPage } from '../src/conversations/inbox.query.js';
import type { StaffActor } from '../src/core/access/actor.js';
import { Database } from '../src/core/database/database.js';
import { RetentionSchedule } from '../src/privacy/retention.schedule.js';
import { eachDesk, Desk, type Browser } from './desk.js';
import { LiveClient } from './live-clients.js';

eachDesk('What a ticket says of itself', (open) => {
  let desk: Desk;
  let lead: Browser;
  let customers: LiveClient[];

  beforeEach(async () => {
    desk = await open();
    lead = await desk.signedIn(await desk.addStaff('lead'));
    customers = [];
  });
  afterEach(async () => {
    for (const client of customers) client.close();
    await desk.close();
  });

  const says = async (text: string): Promise<string> => {
    const customer = await LiveClient.chat(desk);
    customers.push(customer);
    desk.clock.advance(MINUTE);
    return (await customer.start(text)).conversation.id;
  };
  const file = (id: string, ask: object, by = lead) => by.ask('patch', `/api/conversations/${id}/ticket`, ask);
  const deed = (id: string, move: string) => lead.ask('post', `/api/conversations/${id}/${move}`);
  const list = async (query: string, by = lead): Promise<Page<ConversationRow>> =>
    (await by.ask('get', `/api/conversations?${query}`)).body as Page<ConversationRow>;
  const ids = async (query: string, by = lead) => (await list(query, by)).rows.map(({ id }) => id);
  const endsOf = (id: string) =>
    desk.app.get(Database).read(async (em) => {
      const tags = await em.findBy(ConversationTag, { conversationId: id });
      return tags.map(({ tag, endedAt }) => [tag, endedAt] as const);
    });

  it('is changed by staff, stands on the time line without the words, and changes nothing when asked again', async () => {
    const id = await says('My sofa is late');
    const ask = { priority: 'high', topic: 'delivery', reason: 'late', addTags: ['VIP', 'white  glove'] };
    const answer = await file(id, ask);
    expect(answer.status).toBe(200);
    const row = answer.body as ConversationRow;
    const { priority, topic, reason, tags } = row;
    expect({ priority, topic, reason, tags }).toEqual({
      priority: 'high',
      topic: 'delivery',
      reason: 'late',
      tags: ['vip', 'white glove'],
    });
    expect(((await file(id, ask)).body as ConversationRow).head).toBe(row.head);
    const { entries } = (await lead.ask('get', `/api/conversations/${id}/entries`)).body as Entries;
    expect(entries.slice(2).map(({ seq, fact }) => [seq, fact])).toEqual([
      [3, { code: 'prioritised', params: { priority: 'high' } }],
      [4, { code: 'topic-changed', params: { topic: 'delivery' } }],
      [5, { code: 'reason-changed', params: { reason: 'late' } }],
      [6, { code: 'tagged', params: { added: 2, removed: 0 } }],
    ]);
  });

  it('is told live as a small delta, and to the customer not at all', async () => {
    const id = await says('Hello');
    const live = await LiveClient.desk(desk, lead);
    customers.push(live);
    await live.ok('queue:show', {});
    await file(id, { priority: 'urgent', addTags: ['vip'] });
    const deltas = (): ConversationDelta[] =>
      live.seen.events.flatMap(([event, change]) => (event === 'queue:changed' ? [(change as QueueChange).row] : []));
    await live.until(() => deltas().some((row) => row.priority === 'urgent'));
    expect(deltas().at(-1)).toEqual({ id, head: 4, priority: 'urgent', tags: ['vip'] });
    await customers[0]!.until(() => customers[0]!.seen.entries.some(({ seq }) => seq === 4));
    const seen = customers[0]!.seen.entries.filter(({ seq }) => seq > 2);
    expect(seen.map(({ kind, fact }) => [kind, fact])).toEqual([
      ['hidden', undefined],
      ['hidden', undefined],
    ]);
  });

  it('refuses what does not fit and what is not theirs, and writes nothing of it', async () => {
    const id = await says('Hello');
    const refused = async (ask: object, by = lead) => {
      const { status, body } = await file(id, ask, by);
      return [status, (body as { code: string }).code];
    };
    expect(await refused({ priority: 'high', reason: 'late' })).toEqual([422, 'reason-unfit']);
    expect(await refused({ addTags: ['anna@example.com'] })).toEqual([400, 'bad-input']);
    expect(await refused({ priority: 'extreme' })).toEqual([400, 'bad-input']);
    expect(await refused({})).toEqual([400, 'bad-input']);
    expect(await refused({ number: 7 })).toEqual([400, 'bad-input']);
    await deed(id, 'take');
    const agent = await desk.signedIn(await desk.addStaff('agent'));
    expect(await refused({ priority: 'high' }, agent)).toEqual([403, 'not-allowed']);
    expect(await refused({ priority: 'high' }, await desk.signedIn())).toEqual([403, 'not-allowed']);
    const [row] = (await list('view=all')).rows;
    expect([row!.priority, row!.head]).toEqual(['normal', 3]);
  });

  it('finds by status, assignee, topic, tag and priority, under way and ended, page by page', async () => {
    const all: string[] = [];
    for (let n = 0; n < 5; n++) all.push(await says(`Question ${n}`));
    for (const id of all) await file(id, { addTags: ['vip'] });
    await file(all[0]!, { topic: 'payment', priority: 'urgent' });
    expect(await ids('view=all&tag=VIP')).toEqual([...all].reverse());
    expect(await ids('view=queue&tag=vip&limit=2')).toEqual(all.slice(0, 2));
    expect(await ids('view=all&topic=payment')).toEqual([all[0]!]);
    expect(await ids('view=all&priority=urgent')).toEqual([all[0]!]);
    expect(await ids('view=all&tag=other')).toEqual([]);
    await file(all[1]!, { addTags: ['late', 'b-stock'] });
    expect((await lead.ask('get', '/api/conversations/tags')).body).toEqual(['b-stock', 'late', 'vip']);
    await deed(all[4]!, 'take');
    const me = lead.session!.staff.id;
    expect(await ids(`view=all&assignee=${me}`)).toEqual([all[4]!]);
    expect(await ids('view=all&assignee=nobody&status=queued')).toEqual(all.slice(0, 4).reverse());
    for (const id of all) {
      desk.clock.advance(MINUTE);
      await deed(id, 'take');
      await deed(id, 'resolve');
    }
    expect(await ids('view=all&tag=vip')).toEqual([]);
    const newest = [...all].reverse();
    for (const filter of ['tag=vip', `assignee=${me}`, 'status=resolved', 'language=en']) {
      const found: string[] = [];
      for (let next = ''; ;) {
        const page = await list(`view=resolved&limit=2&${filter}${next}`);
        found.push(...page.rows.map(({ id }) => id));
        if (page.next === undefined) break;
        next = `&cursor=${page.next}`;
      }
      expect(found).withContext(filter).toEqual(newest);
    }
    expect(await ids('view=resolved&topic=payment&tag=vip')).toEqual([all[0]!]);
    expect(await ids('view=resolved&priority=urgent')).toEqual([all[0]!]);
    const agent = await desk.signedIn(await desk.addStaff('agent'));
    expect(await ids('view=resolved&tag=vip', agent)).toEqual([]);
    expect(await ids(`view=resolved&assignee=${me}`, agent)).toEqual([]);
  });

  it('keeps with each tag when its conversation ended, also when the customer opens it again', async () => {
    const id = await says('Hello');
    await file(id, { addTags: ['vip'] });
    expect(await endsOf(id)).toEqual([['vip', null]]);
    await deed(id, 'take');
    await deed(id, 'resolve');
    const end = desk.clock.now();
    await file(id, { addTags: ['late'] });
    expect([...(await endsOf(id))].sort()).toEqual([
      ['late', end],
      ['vip', end],
    ]);
    await customers[0]!.send(id, 'It broke again');
    expect((await endsOf(id)).map(([, at]) => at)).toEqual([null, null]);
    expect(await ids('view=all&tag=late')).toEqual([id]);
  });

  it('goes with its conversation', async () => {
    const id = await says('Hello');
    await file(id, { addTags: ['vip'] });
    await deed(id, 'take');
    await deed(id, 'resolve');
    desk.clock.advance(400 * DAY);
    await desk.app.get(RetentionSchedule, { strict: false }).nightly();
    const left = await desk.app.get(Database).read((em) => em.countBy(ConversationRecord, { id }));
    expect([left, await endsOf(id)]).toEqual([0, []]);
  });

  it('keeps what is about safety from training', async () => {
    const id = await says('The wardrobe fell over');
    const training = async () => {
      const { body } = await lead.ask('get', `/api/conversations/${id}/why/2`);
      return (body as { decision: { training: object } }).decision.training;
    };
    const before = await training();
    await file(id, { topic: 'product', reason: 'safety' });
    expect(await training()).not.toEqual(before);
  });
});

describe('The lists of those that are over (SQLite)', () => {
  let desk: Desk;
  beforeEach(async () => (desk = await Desk.open()));
  afterEach(() => desk.close());

  const me = { kind: 'staff', id: '0190a000-0000-7000-8000-000000000001' } as const;
  const cursor = '1700000000000.0190a000-0000-7000-8000-000000000002';
  const lead = { ...me, role: 'lead' } as StaffActor;
  const agent = { ...me, role: 'agent' } as StaffActor;
  const cases: [string, StaffActor, object, RegExp][] = [
    ['all', lead, {}, /\(last_at\)|last_at/],
    ['a status', lead, { status: 'closed' }, /\(status=\? AND/],
    ['a topic', lead, { topic: 'orders' }, /\(topic=\? AND/],
    ['an assignee', lead, { assignee: me.id }, /\(assignee_id=\? AND/],
    ['nobody', lead, { assignee: 'nobody' }, /\(assignee_id=\? AND/],
    ['a priority', lead, { priority: 'urgent' }, /\(priority=\? AND/],
    ['a tag', lead, { tag: 'vip' }, /\(tag=\? AND \(ended_at|\(tag=\? AND ended_at/],
    ['a tag and a topic', lead, { tag: 'vip', topic: 'orders' }, /\(tag=\? AND/],
    ['a language', lead, { language: 'de' }, /last_at/],
    ['ones own', agent, {}, /\(assignee_id=\? AND/],
    ['ones own by topic', agent, { topic: 'orders' }, /\((assignee_id|topic)=\? AND/],
  ];
  for (const [words, who, ask, index] of cases) {
    it(`by ${words} go along an index and sort nothing, from a place in the middle too`, async () => {
      for (const place of [{}, { cursor }]) {
        const plan = await desk.app.get(Database).read(async (em) => {
          const { sql, parameters } = inboxPage(em, who, { view: 'resolved', limit: 50, ...ask, ...place });
          return em.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, parameters);
        });
        const whole = plan.map(({ detail }) => detail).join('\n');
        // Of one's own, what one has is a branch beside the little that one was asked into.
        const said = who === agent ? /CO-ROUTINE b0\n([^]*?)\nSCAN b0/.exec(whole)![1]! : whole;
        expect(said).not.toMatch(/TEMP B-TREE/);
        expect(said).toMatch(/USING (COVERING )?INDEX/);
        if ('cursor' in place) expect(said).toMatch(index);
        expect(said).not.toMatch(/SCAN (?!.* USING)/);
      }
    });
  }
});
