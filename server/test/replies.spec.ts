import type { FilledReply, Replies, Reply } from '@candour/shared/replies.js';
import { languages } from '@candour/shared/words.js';
import { RepliesService } from '../src/replies/replies.service.js';
import { startingSet } from '../src/replies/starting-set.js';
import { system } from '../src/core/access/actor.js';
import { eachDesk, type Browser, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';

eachDesk('Canned replies', (open) => {
  let desk: Desk;
  let lead: Browser;
  let agent: Browser;

  beforeEach(async () => {
    desk = await open();
    lead = await desk.signedIn(await desk.addStaff('lead'));
    agent = await desk.signedIn(await desk.addStaff('agent'));
  });
  afterEach(() => desk.close());

  const list = async (by: Browser): Promise<readonly Reply[]> =>
    ((await by.ask('get', '/api/replies')).body as Replies).rows;
  const named = async (by: Browser, name: string) => (await list(by)).filter((reply) => reply.name === name);
  const reply = (change: object = {}) => ({
    ...{ name: 'parts', topic: 'returns', shared: true },
    ...{ texts: { en: 'Part {{ticket.number}} for {{customer.name}}', de: 'Teil' } },
    ...change,
  });
  const code = (answer: { body: unknown }) => (answer.body as { code?: string }).code;

  it('begin with a set in all four languages, which does not come back when it was changed', async () => {
    const rows = await list(agent);
    expect(rows.map(({ name }) => name).sort()).toEqual(startingSet.map(({ name }) => name).sort());
    for (const { texts } of rows) expect(Object.keys(texts).sort()).toEqual([...languages].sort());
    for (const { id } of rows) expect((await lead.ask('delete', `/api/replies/${id}`)).status).toBe(204);
    expect(await desk.app.get(RepliesService, { strict: false }).begin(system('spec'), startingSet)).toBe(0);
    expect(await list(agent)).toEqual([]);
  });

  it('are everybody’s by those who may, and one’s own otherwise', async () => {
    expect(code(await agent.ask('post', '/api/replies', reply()))).toBe('not-allowed');
    expect((await agent.ask('post', '/api/replies', reply({ shared: false }))).status).toBe(200);
    const shared = (await lead.ask('post', '/api/replies', reply())).body as Reply;
    expect((await named(agent, 'parts')).map((one) => one.shared).sort()).toEqual([false, true]);
    const own = (await named(agent, 'parts')).find((one) => !one.shared)!;
    expect((await named(lead, 'parts')).map(({ id }) => id)).toEqual([shared.id]);
    for (const path of [`/api/replies/${own.id}`]) {
      expect(code(await lead.ask('put', path, reply({ shared: false })))).toBe('not-found');
      expect(code(await lead.ask('delete', path))).toBe('not-found');
    }
    expect(code(await agent.ask('delete', `/api/replies/${shared.id}`))).toBe('not-allowed');
    expect((await agent.ask('put', `/api/replies/${own.id}`, reply({ shared: false, name: 'mine' }))).status).toBe(200);
    expect((await named(agent, 'mine')).length).toBe(1);
  });

  it('have one name each, and say nothing that the desk never says', async () => {
    await lead.ask('post', '/api/replies', reply());
    expect(code(await lead.ask('post', '/api/replies', reply()))).toBe('already-exists');
    for (const [texts, expected] of [
      [{}, 'bad-input'],
      [{ en: '   ' }, 'bad-input'],
      [{ en: 'Dear {{customer.nmae}}' }, 'bad-input'],
      [{ en: 'x'.repeat(4_001) }, 'bad-input'],
      [{ it: 'Buongiorno' }, 'bad-input'],
      [{ en: 'Please tell me your password.' }, 'mail-refused'],
      [{ de: 'Bitte nennen Sie mir die Prüfziffer Ihrer Karte.' }, 'mail-refused'],
      [{ en: 'Pay with 4111 1111 1111 1111.' }, 'mail-refused'],
      [{ en: 'Which delivery address shall it be? Please tell me your address.' }, undefined],
    ] as const) {
      const answer = await lead.ask('post', '/api/replies', reply({ name: 'other', texts }));
      expect(code(answer))
        .withContext(JSON.stringify(texts).slice(0, 60))
        .toBe(expected as string);
    }
  });

  it('are filled for a conversation with what its writer may see, and never with what is not known', async () => {
    const { id } = (await lead.ask('post', '/api/replies', reply())).body as Reply;
    const customer = await LiveClient.chat(desk);
    const { conversation } = await customer.start('Hello', { contact: { name: 'Ottoline' }, language: 'de' });
    const nobody = await customer.start('Hello again');
    customer.close();
    const fill = (conversationId: string, by = agent, which = id) =>
      by.ask('post', `/api/replies/${which}/fill`, { conversationId });
    expect((await fill(conversation.id)).body as FilledReply).toEqual({ language: 'de', parts: [{ text: 'Teil' }] });
    expect((await fill(nobody.conversation.id)).body as FilledReply).toEqual({
      language: 'en',
      parts: [{ text: `Part #${nobody.conversation.number} for ` }, { gap: 'customer.name', why: 'empty' }],
    });
    const hello = (await named(agent, 'hello'))[0]!;
    expect(((await fill(conversation.id, agent, hello.id)).body as FilledReply).parts).toEqual([
      { text: 'Guten Tag Ottoline, hier ist The agent. Einen Augenblick bitte, ich lese, was Sie geschrieben haben.' },
    ]);
    // What somebody else has taken is not the agent's to fill anything from.
    await lead.ask('post', `/api/conversations/${conversation.id}/take`);
    expect(code(await fill(conversation.id))).toBe('not-allowed');
    const officer = await desk.signedIn(await desk.addStaff('privacy_officer'));
    expect(code(await fill(conversation.id, officer))).toBe('not-allowed');
  });
});
