import type { ConversationRow, Entries } from '@candour/shared/conversations.js';
import { newId } from '@candour/shared/ids.js';
import type { Notice } from '@candour/shared/notices.js';
import type { Page } from '@candour/shared/paging.js';
import { eachDesk, type Browser, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';

eachDesk('From one colleague to another', (open) => {
  let desk: Desk;
  let nell: Browser;
  let basil: Browser;
  let lead: Browser;
  let customer: LiveClient;
  let id: string;
  const clients: LiveClient[] = [];

  beforeEach(async () => {
    desk = await open();
    nell = await desk.signedIn(await desk.addStaff('agent', 'nell@example.com'));
    basil = await desk.signedIn(await desk.addStaff('agent', 'basil@example.com'));
    lead = await desk.signedIn(await desk.addStaff('lead'));
    customer = await LiveClient.chat(desk);
    id = (await customer.start('My wardrobe has no back')).conversation.id;
    await nell.ask('post', `/api/conversations/${id}/take`);
  });
  afterEach(async () => {
    for (const one of [customer, ...clients.splice(0)]) one.close();
    await desk.close();
  });

  const idOf = (who: Browser): string => who.session!.staff.id;
  const live = async (who: Browser): Promise<LiveClient> => {
    const client = await LiveClient.desk(desk, who);
    clients.push(client);
    return client;
  };
  const deed = (who: Browser, path: string, body: object = {}, method: 'post' | 'delete' = 'post') =>
    who.ask(method, `/api/conversations/${id}/${path}`, method === 'post' ? body : undefined);
  const to = (who: Browser, note = 'She waits for the back panel; ask the warehouse.') => ({
    clientId: `handover-${newId()}`,
    staffId: idOf(who),
    note,
  });
  const entriesOf = async (who: Browser): Promise<Entries['entries']> =>
    ((await who.ask('get', `/api/conversations/${id}/entries`)).body as Entries).entries;
  const factsOf = async (who: Browser) => (await entriesOf(who)).flatMap(({ fact }) => fact?.code ?? []);
  const noticesOf = async (who: Browser): Promise<Notice[]> =>
    ((await who.ask('get', '/api/notices')).body as Page<Notice>).rows;
  const unread = async (who: Browser): Promise<number> =>
    ((await who.ask('get', '/api/notices/count')).body as { unread: number }).unread;

  it('a conversation goes when the other accepts, with the note that the first left', async () => {
    const basilLive = await live(basil);
    expect((await deed(basil, 'transfer', to(nell))).status).toBe(403);
    const asked = await deed(nell, 'transfer', to(basil));
    expect(asked.status).toBe(200);
    expect((asked.body as ConversationRow).assignee?.id).toBe(idOf(nell));
    await basilLive.until(() => basilLive.seen.events.some(([event]) => event === 'notices:changed'));
    expect(await unread(basil)).toBe(1);
    const [notice] = await noticesOf(basil);
    expect(notice).toEqual(jasmine.objectContaining({ kind: 'transfer', read: false, open: true }));
    expect(notice?.conversation.id).toBe(id);
    // Who is asked may read, to decide, and not yet reply.
    const note = (await entriesOf(basil)).find(({ kind }) => kind === 'note');
    expect(note).toEqual(jasmine.objectContaining({ seq: notice!.seq, mentions: [idOf(basil)] }));
    const words = { conversationId: id, clientId: `early-${newId()}`, text: 'Hello', seen: 1000 };
    expect(await basilLive.refusal('message:send', words)).toBe('not-allowed');

    expect((await deed(basil, 'asked', { accept: true })).status).toBe(200);
    expect((await deed(nell, 'release')).status).toBe(403);
    await basilLive.send(id, 'I take over from here.');
    expect(await unread(basil)).toBe(0);
    expect(await factsOf(basil)).toEqual(['started', 'taken', 'transfer-asked', 'transferred']);
    const seen = await customer.ok<Entries>('conversation:since', { conversationId: id, seq: 0 });
    expect(seen.entries.flatMap(({ fact }) => fact?.code ?? [])).toEqual(['started', 'taken', 'transferred']);
    expect(JSON.stringify(seen)).not.toContain('warehouse');
    // Of what was asked once nothing is left to answer.
    expect((await deed(basil, 'asked', { accept: true })).status).toBe(404);
  });

  it('it stays where it is when the other declines or is asked no more, and they read no more of it', async () => {
    const ask = to(basil);
    await deed(nell, 'transfer', ask);
    // A repeated ask is answered like the first; another one waits for it.
    expect((await deed(nell, 'transfer', ask)).status).toBe(200);
    expect((await deed(nell, 'transfer', to(lead))).body).toEqual(jasmine.objectContaining({ code: 'already-exists' }));
    const before = (await entriesOf(nell)).length;
    expect((await deed(basil, 'asked', { accept: false })).status).toBe(200);
    expect((await basil.ask('get', `/api/conversations/${id}`)).status).toBe(403);
    expect((await noticesOf(nell)).map(({ kind, read }) => [kind, read])).toEqual([['declined', false]]);
    expect((await entriesOf(nell)).length).toBe(before + 1);

    await deed(nell, 'transfer', to(basil));
    expect((await deed(nell, 'asked', {}, 'delete')).status).toBe(200);
    expect((await basil.ask('get', `/api/conversations/${id}`)).status).toBe(403);
    expect((await deed(basil, 'asked', { accept: true })).status).toBe(404);
    expect((await nell.ask('post', '/api/notices/read', { conversationId: id })).body).toEqual({ unread: 0 });
  });

  it('a note for whoever comes is required, and where the move is refused it is not written', async () => {
    expect((await deed(nell, 'transfer', { ...to(basil), note: '' })).status).toBe(400);
    const before = (await entriesOf(nell)).length;
    expect((await deed(nell, 'transfer', to(nell))).body).toEqual(jasmine.objectContaining({ code: 'transfer-unfit' }));
    const admin = await desk.signedIn();
    expect((await deed(nell, 'transfer', to(admin))).status).toBe(422);
    await deed(nell, 'release');
    expect((await deed(lead, 'transfer', to(basil))).body).toEqual(jasmine.objectContaining({ code: 'move-refused' }));
    expect((await entriesOf(lead)).length).toBe(before + 1);
  });

  it('it goes to a queue at once, to its head', async () => {
    desk.clock.advance(60_000);
    const other = await LiveClient.chat(desk);
    clients.push(other);
    await other.start('I wait too');
    const before = (await entriesOf(nell)).length;
    const nowhere = { clientId: `h-${newId()}`, teamId: newId(), note: 'To a team that is no more' };
    expect((await deed(nell, 'transfer', nowhere)).body).toEqual(jasmine.objectContaining({ code: 'team-unknown' }));
    expect((await entriesOf(nell)).length).toBe(before);
    const answer = await deed(nell, 'transfer', {
      clientId: `h-${newId()}`,
      topic: 'payment',
      note: 'A refund question',
    });
    expect(answer.body).toEqual(jasmine.objectContaining({ status: 'queued', topic: 'payment' }));
    const { rows } = (await basil.ask('get', '/api/conversations?view=queue')).body as Page<ConversationRow>;
    expect(rows[0]?.id).toBe(id);
    expect(await factsOf(basil)).toEqual(['started', 'taken', 'transferred-queue']);
  });

  it('several may reply in one conversation; the customer sees who comes and who goes', async () => {
    const basilLive = await live(basil);
    expect((await deed(nell, 'invite', to(basil, 'You know wardrobes'))).status).toBe(200);
    const joined = (await deed(basil, 'asked', { accept: true })).body as ConversationRow;
    expect(joined.assignee?.id).toBe(idOf(nell));
    expect(joined.participants).toEqual([{ id: idOf(basil), name: 'The agent', may: 'reply' }]);
    await basilLive.ok('conversation:show', { conversationId: id });
    await basilLive.send(id, 'The back is in the second box.');
    await customer.until(() => customer.seen.entries.some(({ fact }) => fact?.code === 'joined'));
    await customer.until(() => customer.seen.entries.some(({ text }) => text?.includes('second box') ?? false));
    // Taking part is not having it.
    expect((await deed(nell, 'release')).status).toBe(200);
    await nell.ask('post', `/api/conversations/${id}/take`);
    expect((await deed(basil, 'leave')).status).toBe(200);
    expect((await basil.ask('get', `/api/conversations/${id}`)).status).toBe(403);
    await basilLive.until(() => basilLive.seen.events.some(([event]) => event === 'conversation:changed'));
    expect(await basilLive.refusal('conversation:since', { conversationId: id, seq: 0 })).toBe('not-allowed');
    await customer.until(() => customer.seen.entries.some(({ fact }) => fact?.code === 'left'));
    const said = customer.seen.entries.flatMap(({ fact, by }) => (fact ? [[fact.code, by.name]] : []));
    expect(said).toEqual(
      jasmine.arrayContaining([
        ['joined', 'The agent'],
        ['left', 'The agent'],
      ]),
    );
  });

  it('who is named in a note is told so, if they may read it', async () => {
    const nellLive = await live(nell);
    const leadLive = await live(lead);
    const note = (mentions: string[]) => ({
      conversationId: id,
      clientId: `note-${newId()}`,
      text: '@The lead can we refund?',
      kind: 'note',
      mentions,
    });
    expect(await nellLive.refusal('message:send', note([idOf(basil)]))).toBe('mention-unfit');
    await nellLive.ok('message:send', note([idOf(lead)]));
    await leadLive.until(() => leadLive.seen.events.some(([event]) => event === 'notices:changed'));
    const [mention] = await noticesOf(lead);
    expect(mention).toEqual(jasmine.objectContaining({ kind: 'mention', open: false }));
    expect(await unread(nell)).toBe(0);
    expect((await lead.ask('post', '/api/notices/read', { upTo: mention!.id })).body).toEqual({ unread: 0 });
    const colleagues = [nell, basil].map((one) => ({ id: idOf(one), name: 'The agent', role: 'agent' }));
    expect((await lead.ask('get', '/api/colleagues')).body).toEqual(jasmine.arrayWithExactContents(colleagues));
    const told = await nellLive.refusal('message:send', { ...note([idOf(lead)]), kind: 'message', seen: 100 });
    expect(told).toBe('bad-input');
  });
});
