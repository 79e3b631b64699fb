import type { Conversation, ConversationRow, Entries, Sent, WhyAnswer } from '@candour/shared/conversations.js';
import type { ChatHello, ChatStarted } from '@candour/shared/live.js';
import type { DeleteAnswer } from '@candour/shared/keeping.js';
import type { MergeDone, MergeOthers, MergePreview } from '@candour/shared/merging.js';
import type { Attachment } from '@candour/shared/attachments.js';
import { newId } from '@candour/shared/ids.js';
import { DAY, MINUTE } from '@candour/shared/instant.js';
import { BearingsService } from '../src/conversations/bearings.service.js';
import { ConversationRecord } from '../src/conversations/conversation.entity.js';
import { Database } from '../src/core/database/database.js';
import { RetentionSchedule } from '../src/privacy/retention.schedule.js';
import { eachDesk, type Browser, type Credentials, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';
import { pdf } from './sample-files.js';

eachDesk('Two conversations that are one', (open) => {
  let desk: Desk;
  let agent: Credentials;
  let nell: Browser;
  let first: LiveClient;
  let second: LiveClient;
  let older: ChatStarted;
  let newer: ChatStarted;
  const clients: LiveClient[] = [];

  beforeEach(async () => {
    desk = await open();
    desk.clock.set(Date.parse('2026-03-02T10:00:00Z'));
    agent = await desk.addStaff('agent', 'nell@example.com');
    nell = await desk.signedIn(agent);
    first = await chat();
    older = await first.start('The wardrobe has no back');
    second = await chat({ token: older.token });
    newer = await second.start('And where is my sofa?');
    for (const { conversation } of [older, newer]) await nell.ask('post', `/api/conversations/${conversation.id}/take`);
  });
  afterEach(async () => {
    for (const one of clients.splice(0)) one.close();
    await desk.close();
  });

  const chat = async (auth: Record<string, unknown> = {}): Promise<LiveClient> => {
    const client = await LiveClient.chat(desk, auth);
    clients.push(client);
    return client;
  };
  const staffLive = async (): Promise<LiveClient> => {
    const client = await LiveClient.desk(desk, nell);
    clients.push(client);
    return client;
  };
  const from = (): string => newer.conversation.id;
  const into = (): string => older.conversation.id;
  const merge = (who = nell, one = from(), other = into()) =>
    who.ask('post', `/api/conversations/${one}/merge`, { into: other });
  const undo = (answer: { body: unknown }, who = nell) =>
    who.ask('post', `/api/merges/${(answer.body as MergeDone).undo}/undo`);
  const row = (id: string): Promise<ConversationRecord> =>
    desk.app.get(Database).read((em) => em.findOneByOrFail(ConversationRecord, { id }));
  const entries = async (id: string, who = nell): Promise<Entries['entries']> =>
    ((await who.ask('get', `/api/conversations/${id}/entries`)).body as Entries).entries;
  const said = async (id: string): Promise<string[]> => (await entries(id)).flatMap(({ text }) => text ?? []);
  const facts = async (id: string) => (await entries(id)).flatMap(({ fact }) => fact ?? []).map(({ code }) => code);
  const codeOf = (answer: { body: unknown }): unknown => (answer.body as { code?: string }).code;

  it('are merged: the one goes on in the other, whole; undone, both stand as they stood', async () => {
    await nell.ask('patch', `/api/conversations/${from()}/ticket`, { priority: 'urgent', addTags: ['sofa'] });
    await nell.ask('patch', `/api/conversations/${into()}/ticket`, { addTags: ['wardrobe'] });
    await nell.ask('post', `/api/tickets/${into()}/deed`, { kind: 'status', status: 'resolved' });
    const before = { from: await row(from()), into: await row(into()) };
    const found = (await nell.ask('get', `/api/conversations/${from()}/merge`)).body as MergeOthers;
    expect(found.rows.map(({ id, by, away }) => [id, by, away])).toEqual([[into(), 'browser', undefined]]);
    const preview = (await nell.ask('get', `/api/conversations/${from()}/merge/${into()}`)).body as MergePreview;
    expect(preview).toEqual(
      jasmine.objectContaining({ readers: 'one', status: 'open', priority: 'urgent', tags: ['sofa'], order: false }),
    );

    const merged = await merge();
    expect(merged.status).toBe(200);
    expect((merged.body as MergeDone).row).toEqual(
      jasmine.objectContaining({ id: into(), status: 'open', priority: 'urgent', tags: ['sofa', 'wardrobe'] }),
    );
    const away = (await nell.ask('get', `/api/conversations/${from()}`)).body as Conversation;
    expect([away.status, away.mergedInto, away.number]).toEqual(['closed', into(), newer.conversation.number]);
    // No entry was moved or written anew.
    expect(await said(from())).toEqual(['And where is my sofa?']);
    expect(await said(into())).toEqual(['The wardrobe has no back']);
    const [here] = (await entries(into())).flatMap(({ fact }) => (fact?.code === 'merged' ? [fact.params] : []));
    expect(here).toEqual({ id: from(), number: newer.conversation.number, way: 'here' });
    expect(codeOf(await merge())).toBe('merge-unfit');

    // Written meanwhile: it stays in the target.
    const meanwhile = await second.send(from(), 'Anybody there?');
    expect(await said(into())).toEqual(['The wardrobe has no back', 'Anybody there?']);
    const basil = await desk.signedIn(await desk.addStaff('supervisor'));
    expect(codeOf(await undo(merged, basil))).toBe('undo-over');
    const undone = await undo(merged);
    expect(undone.status).toBe(200);
    expect(codeOf(await undo(merged))).toBe('undo-over');
    const { head: ignored, ...stood } = await row(from());
    const { head: also, ...stands } = before.from;
    expect(stood).toEqual(stands);
    expect([ignored, also]).toEqual([(await entries(from())).length, ignored - 2]);
    expect((await entries(into())).at(-1)?.seq).toBeGreaterThan(meanwhile.seq);
    expect(await said(into())).toEqual(['The wardrobe has no back', 'Anybody there?']);
    const target = (await nell.ask('get', `/api/conversations/${into()}`)).body as ConversationRow;
    expect([target.status, target.priority, target.tags, target.waitingSince]).toEqual([
      'open',
      'normal',
      ['wardrobe'],
      meanwhile.at,
    ]);
    expect(await facts(from())).toEqual(['started', 'taken', 'prioritised', 'tagged', 'merged', 'unmerged']);
    // And with nothing written in between, the target too.
    await nell.ask('post', `/api/tickets/${into()}/deed`, { kind: 'status', status: 'resolved' });
    const quiet = await row(into());
    await undo(await merge());
    const again = await row(into());
    expect({ ...again, head: 0 }).toEqual({ ...quiet, head: 0 });
  });

  it('take what their customer writes once, whichever they write to, and wherever it was on its way', async () => {
    await first.ok('chat:hello', {});
    const clientId = `on-its-way-${newId()}`;
    const [stored, merged] = await Promise.all([second.send(from(), 'On its way', clientId), merge()]);
    expect(merged.status).toBe(200);
    // The ack was lost: sent again it is answered like the first, from wherever it stands.
    const again = await second.send(from(), 'On its way', clientId);
    expect([again.id, again.seq]).toEqual([stored.id, stored.seq]);
    const all = [...(await said(from())), ...(await said(into()))];
    expect(all.filter((text) => text === 'On its way').length).toBe(1);

    // The browser is told, and is in the other from then on, with all that was said there.
    await second.until(() => second.seen.events.some(([, change]) => (change as { goesOn?: true }).goesOn === true));
    const hello = await second.ok<ChatHello>('chat:hello', {});
    expect(hello.conversation?.id).toBe(into());
    const answered = await (await staffLive()).send(into(), 'Both are on their way.');
    await second.until(() => second.seen.entries.some(({ id }) => id === answered.id));

    // A file that was uploaded to the one goes down with the other.
    const file = (
      await desk
        .browser({ authorization: `Bearer ${newer.token}` })
        .ask('post', `/api/chat/conversations/${into()}/attachments?name=bill.pdf`, pdf(), {
          'content-type': 'application/octet-stream',
        })
    ).body as Attachment;
    await desk.app
      .get(Database)
      .write((tx) => tx.em.query('UPDATE attachments SET conversation_id = $1 WHERE id = $2', [from(), file.id]));
    const attach = { conversationId: from(), clientId: `file-${newId()}`, text: 'My bill', attachments: [file.id] };
    const sent = await second.ok<Sent>('message:attach', attach);
    expect((await second.ok<Sent>('message:attach', attach)).id).toBe(sent.id);
    const bill = (await entries(into())).find(({ id }) => id === sent.id);
    expect(bill?.attachments?.map(({ id }) => id)).toEqual([file.id]);
    // A reply that was written to the one merged away is held, not lost somewhere.
    expect(
      await (
        await staffLive()
      ).refusal('message:send', {
        ...{ conversationId: from(), clientId: `late-${newId()}`, text: 'Late', seen: 1000 },
      }),
    ).toBe('conversation-closed');
  });

  it('form no ring and no second merge, whoever merges what at the same time', async () => {
    const third = await (await chat({ token: older.token })).start('A third one');
    await nell.ask('post', `/api/conversations/${third.conversation.id}/take`);
    const answers = await Promise.all([merge(), merge(nell, into(), from())]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    const rows = await Promise.all([row(from()), row(into())]);
    expect(rows.filter(({ mergedInto }) => mergedInto === null).length).toBe(1);
    const root = rows.find(({ mergedInto }) => mergedInto === null)!;
    // A chain: what is written to its beginning goes to its end.
    expect((await merge(nell, root.id, third.conversation.id)).status).toBe(200);
    await first.send(into(), 'To the end');
    expect((await said(third.conversation.id)).at(-1)).toBe('To the end');
    expect(codeOf(await merge(nell, third.conversation.id, root.id))).toBe('merge-unfit');
  });

  it('are read by those alone who may: colleagues by where it goes on, browsers by what was proved in them', async () => {
    const basil = await desk.signedIn(await desk.addStaff('agent', 'basil@example.com'));
    const lead = await desk.signedIn(await desk.addStaff('lead'));
    expect((await merge(basil)).status).toBe(403);
    expect((await basil.ask('get', `/api/conversations/${from()}/merge`)).status).toBe(403);
    const officer = await desk.signedIn(await desk.addStaff('privacy_officer'));
    expect((await merge(officer)).status).toBe(403);
    // Another browser, of which nobody is known: not of one person as far as anybody can tell.
    const stranger = await chat();
    const strange = await stranger.start('Hello?');
    expect((await merge(lead, strange.conversation.id, into())).body).toEqual(
      jasmine.objectContaining({ code: 'merge-unfit', facts: { why: 'customers' } }),
    );
    const { customerId } = await row(into());
    const known = `UPDATE customers SET kind = 'identified' WHERE id = $1`;
    await desk.app.get(Database).write((tx) => tx.em.query(known, [customerId]));
    expect((await merge(lead, strange.conversation.id, into())).status).toBe(200);
    // It proved nothing: it is shown nothing of the other, and what it writes begins anew.
    const words = { conversationId: strange.conversation.id, clientId: `strange-${newId()}`, text: 'Let me in' };
    expect(await stranger.refusal('message:send', words)).toBe('conversation-closed');
    expect((await stranger.ok<ChatHello>('chat:hello', {})).conversation?.id).toBe(strange.conversation.id);
    expect((await merge(lead)).status).toBe(200);
    // Whoever has the target reads what came from the other; whoever has neither does not.
    expect((await basil.ask('get', `/api/conversations/${from()}/entries`)).status).toBe(403);
    await lead.ask('post', `/api/tickets/${into()}/deed`, { kind: 'assign', to: basil.session!.staff.id });
    expect((await entries(from(), basil)).length).toBeGreaterThan(0);
    // Asked for by itself, it leads on to where it goes on.
    expect((await basil.ask('get', `/api/conversations/${from()}`)).body).toEqual(
      jasmine.objectContaining({ code: 'merged-into', facts: { into: into() } }),
    );
    expect((await lead.ask('get', `/api/conversations/${from()}`)).status).toBe(200);
    expect(await stranger.refusal('conversation:since', { conversationId: into(), seq: 0 })).toBe('not-allowed');
    expect(
      await stranger.refusal('message:send', {
        ...{ conversationId: into(), clientId: `strange-${newId()}`, text: 'Let me in' },
      }),
    ).toBe('not-allowed');
  });

  it('are kept, held, explained and deleted as one', async () => {
    await nell.ask('post', `/api/conversations/${from()}/resolve`);
    await merge();
    desk.clock.advance(2 * DAY);
    nell = await desk.signedIn(agent);
    await second.ok('chat:training', { conversationId: into(), language: 'en', withdrawn: true });
    const why = async (id: string) => {
      const answer = await nell.ask('get', `/api/conversations/${id}/why/1`);
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
      const { decision } = answer.body as WhyAnswer;
      return {
        until: decision.until,
        training: decision.training.rule,
        kinds: decision.reasons.map(({ kind }) => kind),
      };
    };
    // Over for long, but the matter goes on; and what was objected to in one trains nobody in the other.
    expect(await why(from())).toEqual(jasmine.objectContaining({ until: undefined, training: 'objection' }));
    await nell.ask('post', `/api/conversations/${into()}/resolve`);
    const until = Date.parse('2026-09-04T10:00:00Z');
    expect([(await why(from())).until, (await why(into())).until]).toEqual([until, until]);
    let held: string | undefined = into();
    desk.app.get(BearingsService, { strict: false }).register({
      facts: (_em, ids) =>
        Promise.resolve(
          new Map(ids.flatMap((id) => (id === held ? [[id, { holds: [{ kind: 'dispute', from: 0 }] }] as const] : []))),
        ),
      removed: () => Promise.resolve(),
    });
    expect((await why(from())).kinds).toContain('hold');
    const left = () => desk.app.get(Database).read((em) => em.count(ConversationRecord));
    desk.clock.set(until + DAY);
    await desk.app.get(RetentionSchedule, { strict: false }).nightly();
    expect(await left()).toBe(2);
    held = undefined;
    desk.clock.advance(DAY);
    await desk.app.get(RetentionSchedule, { strict: false }).nightly();
    expect(await left()).toBe(0);
  });

  it('go together when their customer deletes the transcript; one that goes alone leaves the other standing', async () => {
    const third = await (await chat({ token: older.token })).start('A third one');
    await nell.ask('post', `/api/conversations/${third.conversation.id}/take`);
    await merge(nell, third.conversation.id, into());
    // Part of it alone: the rest goes on.
    await second.ok('chat:delete', { conversationId: third.conversation.id, language: 'en' });
    expect((await nell.ask('get', `/api/conversations/${third.conversation.id}`)).status).toBe(404);
    expect((await row(into())).status).toBe('open');
    const merged = await merge();
    await second.ok('chat:delete', { conversationId: into(), language: 'en' });
    for (const id of [from(), into()]) expect((await nell.ask('get', `/api/conversations/${id}`)).status).toBe(404);
    expect(codeOf(await undo(merged))).toBe('undo-over');
    expect(codeOf(await merge())).toBe('not-found');
  });

  it('stay to whom nothing proves that they are the same person, when the other deletes theirs', async () => {
    const { customerId } = await row(into());
    const known = `UPDATE customers SET kind = 'identified' WHERE id = $1`;
    await desk.app.get(Database).write((tx) => tx.em.query(known, [customerId]));
    const stranger = await chat();
    const { id } = (await stranger.start('I wrote before, the wardrobe is mine')).conversation;
    await nell.ask('post', `/api/conversations/${id}/take`);
    expect((await merge(nell, into(), id)).status).toBe(200);
    expect((await stranger.ok<DeleteAnswer>('chat:delete', { conversationId: id, language: 'en' })).deleted).toBeTrue();
    expect((await nell.ask('get', `/api/conversations/${id}`)).status).toBe(404);
    // It stands for itself again, and its own browser reads it as before.
    const left = await row(into());
    expect([left.status, left.mergedInto]).toEqual(['closed', null]);
    expect(await said(into())).toEqual(['The wardrobe has no back']);
    const { entries: own } = await first.ok<Entries>('conversation:since', { conversationId: into(), seq: 0 });
    expect(own.flatMap(({ text }) => text ?? [])).toEqual(['The wardrobe has no back']);
  });

  it('can be taken back for two minutes', async () => {
    const merged = await merge();
    desk.clock.advance(2 * MINUTE + 1);
    expect(codeOf(await undo(merged))).toBe('undo-over');
    expect((await row(from())).mergedInto).toBe(into());
  });
});
