import type { ConversationRow, Entries } from '@candour/shared/conversations.js';
import { newId } from '@candour/shared/ids.js';
import type { Macro, MacroPreview, Macros } from '@candour/shared/macros.js';
import type { Replies, Reply } from '@candour/shared/replies.js';
import { eachDesk, type Browser, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';

eachDesk('A macro', (open) => {
  let desk: Desk;
  let lead: Browser;
  let agent: Browser;
  let customer: LiveClient;
  let id: string;
  let goodbye: Reply;

  beforeEach(async () => {
    desk = await open();
    lead = await desk.signedIn(await desk.addStaff('lead'));
    agent = await desk.signedIn(await desk.addStaff('agent'));
    customer = await LiveClient.chat(desk);
    id = (await customer.start('My sofa is late')).conversation.id;
    goodbye = ((await lead.ask('get', '/api/replies')).body as Replies).rows.find(({ name }) => name === 'goodbye')!;
  });
  afterEach(async () => {
    customer.close();
    await desk.close();
  });

  const code = (answer: { body: unknown }) => (answer.body as { code?: string }).code;
  const write = async (actions: object[], change: object = {}, by = lead) =>
    by.ask('post', '/api/macros', { name: `m${newId()}`, topic: null, shared: true, actions, ...change });
  const made = async (actions: object[]): Promise<Macro> => (await write(actions)).body as Macro;
  const preview = async (macro: Macro, by = agent) =>
    (await by.ask('post', `/api/macros/${macro.id}/preview`, { conversationId: id })).body as MacroPreview;
  const run = (macro: Macro, change: object = {}, by = agent) =>
    by.ask('post', `/api/macros/${macro.id}/run`, {
      ...{ conversationId: id, changedAt: macro.changedAt, seen: 2, clientId: `m-${newId()}`, replies: [] },
      ...change,
    });
  const entries = async () => ((await lead.ask('get', `/api/conversations/${id}/entries`)).body as Entries).entries;
  const row = async () => (await lead.ask('get', `/api/conversations/${id}`)).body as ConversationRow;

  it('shows what it would do, then does all of it in order, as one', async () => {
    const macro = await made([
      { do: 'take' },
      { do: 'priority', priority: 'high' },
      { do: 'topic', topic: 'delivery', reason: 'late' },
      { do: 'tag', tags: ['Sofa'] },
      { do: 'reply', replyId: goodbye.id },
      { do: 'note', text: 'Told the carrier.' },
      { do: 'resolve' },
    ]);
    const shown = await preview(macro);
    expect(shown.steps.map(({ outcome }) => outcome)).toEqual(Array(7).fill('change'));
    const { parts } = shown.steps[4]!;
    expect(parts?.length).toBe(1);
    expect((await entries()).length).toBe(2);
    const said = parts?.map((part) => ('text' in part ? part.text : '')).join('') ?? '';
    const answer = await run(macro, { replies: [said] });
    expect(answer.status).toBe(200);
    const { status, priority, topic, reason, tags, assignee } = answer.body as ConversationRow;
    expect({ status, priority, topic, reason, tags, by: assignee?.name }).toEqual({
      ...{ status: 'resolved', priority: 'high', topic: 'delivery', reason: 'late', tags: ['sofa'], by: 'The agent' },
    });
    expect((await entries()).slice(2).map(({ kind, fact, text }) => fact?.code ?? `${kind}: ${text}`)).toEqual([
      ...['taken', 'prioritised', 'topic-changed', 'reason-changed', 'tagged'],
      ...[`message: ${said}`, 'note: Told the carrier.', 'resolved'],
    ]);
    expect(said).toContain('The agent');
  });

  it('puts into the queue of a team that there is', async () => {
    expect(code(await write([{ do: 'queue', teamId: newId() }]))).toBe('team-unknown');
  });

  it('does nothing of it where one part is refused', async () => {
    const before = await entries();
    const tags = Array.from({ length: 12 }, (_, i) => `t${i}`);
    await lead.ask('patch', `/api/conversations/${id}/ticket`, { addTags: tags });
    const macro = await made([{ do: 'take' }, { do: 'note', text: 'A note' }, { do: 'tag', tags: ['one more'] }]);
    expect((await preview(macro)).steps.map(({ outcome }) => outcome)).toEqual(['change', 'change', 'refused']);
    expect(code(await run(macro))).toBe('too-many-tags');
    expect((await entries()).length).toBe(before.length + 1);
    expect((await row()).status).toBe('queued');
  });

  it('says nothing with a gap, nothing unseen, and nothing twice', async () => {
    const macro = await made([{ do: 'take' }, { do: 'reply', replyId: goodbye.id }]);
    expect(code(await run(macro))).toBe('reply-incomplete');
    expect(code(await run(macro, { replies: ['Dear {{customer.name}}'] }))).toBe('reply-incomplete');
    expect(code(await run(macro, { replies: ['one', 'two'] }))).toBe('reply-incomplete');
    await customer.send(id, 'And my chair');
    expect(code(await run(macro, { replies: ['Hello'] }))).toBe('stale-reply');
    const again = { replies: ['Hello'], seen: 3, clientId: 'macro-run-1' };
    expect((await run(macro, again)).status).toBe(200);
    expect((await run(macro, again)).status).toBe(200);
    expect((await entries()).filter(({ by, kind }) => kind === 'message' && by.role === 'staff').length).toBe(1);
  });

  it('is shown anew when it was changed since, and runs for those who may', async () => {
    const macro = await made([{ do: 'priority', priority: 'low' }]);
    const ask = { name: macro.name, topic: null, shared: true, actions: [{ do: 'priority', priority: 'urgent' }] };
    expect((await lead.ask('put', `/api/macros/${macro.id}`, ask)).status).toBe(200);
    expect(code(await run(macro))).toBe('move-refused');
    await lead.ask('post', `/api/conversations/${id}/take`);
    const [changed] = ((await agent.ask('get', '/api/macros')).body as Macros).rows;
    expect(code(await run(changed!))).toBe('not-allowed');
    expect(code(await agent.ask('post', `/api/macros/${macro.id}/preview`, { conversationId: id }))).toBe(
      'not-allowed',
    );
    expect((await run(changed!, {}, lead)).status).toBe(200);
    expect((await row()).priority).toBe('urgent');
    expect(code(await write([{ do: 'resolve' }], {}, agent))).toBe('not-allowed');
    expect((await write([{ do: 'resolve' }], { shared: false }, agent)).status).toBe(200);
    expect(((await lead.ask('get', '/api/macros')).body as Macros).rows.length).toBe(1);
    expect(code(await write([{ do: 'refund', amount: 100 }]))).toBe('bad-input');
    expect(code(await write([]))).toBe('bad-input');
  });
});
