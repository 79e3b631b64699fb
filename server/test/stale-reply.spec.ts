import type { Entries, Sent } from '@candour/shared/conversations.js';
import type { Problem } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import type { Answer } from '@candour/shared/live.js';
import { eachDesk, type Browser, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';

eachDesk('A reply written before a message that its writer has not seen', (open) => {
  let desk: Desk;
  let agent: Browser;
  let customer: LiveClient;
  let staff: LiveClient;
  let conversationId: string;

  beforeEach(async () => {
    desk = await open();
    agent = await desk.signedIn(await desk.addStaff('agent'));
    customer = await LiveClient.chat(desk);
    staff = await LiveClient.desk(desk, agent);
    conversationId = (await customer.start('The left leg is broken')).conversation.id;
    expect((await agent.ask('post', `/api/conversations/${conversationId}/take`)).status).toBe(200);
    await staff.ok('conversation:show', { conversationId });
  });
  afterEach(async () => {
    customer.close();
    staff.close();
    await desk.close();
  });

  const reply = (seen: number | undefined, more: object = {}): Promise<Answer<Sent>> =>
    staff.ask<Sent>('message:send', {
      conversationId,
      clientId: `reply-${newId()}`,
      text: 'A left leg is coming',
      seen,
      ...more,
    });
  const log = async (): Promise<Entries> => customer.ok<Entries>('conversation:since', { conversationId, seq: 0 });
  const held = (head: number) => ({
    problem: jasmine.objectContaining<Problem>({ code: 'stale-reply', facts: { head } }),
  });

  it('is held with the head, nothing of it is written, and goes out once its writer has seen', async () => {
    const seen = (await log()).head;
    const { seq } = await customer.send(conversationId, 'No, the right one!');
    const clientId = `reply-${newId()}`;
    expect(await reply(seen, { clientId })).toEqual(held(seq));
    expect((await log()).head).toBe(seq);
    const sent = await reply(seq, { clientId, text: 'A right leg is coming' });
    expect(sent).toEqual({ ok: jasmine.objectContaining({ seq: seq + 1 }) });
    // Asked again with what its writer had seen then, it is the one that was taken.
    await customer.send(conversationId, 'Thank you');
    expect(await reply(seq, { clientId })).toEqual(sent);
  });

  it('is held before the words of another agent too, and not before facts or private notes', async () => {
    const supervisor = await desk.signedIn(await desk.addStaff('supervisor'));
    const other = await LiveClient.desk(desk, supervisor);
    const { head } = await log();
    const note = { conversationId, clientId: `note-${newId()}`, text: 'He called before', kind: 'note' };
    await other.ok('message:send', note);
    await agent.ask('patch', `/api/conversations/${conversationId}/ticket`, { priority: 'high' });
    const first = await reply(head);
    expect(first).toEqual({ ok: jasmine.objectContaining({ seq: head + 3 }) });
    await other.send(conversationId, 'I have this');
    expect(await reply(head + 3)).toEqual(held(head + 4));
    other.close();
  });

  it('may be a note, which needs none to have been seen; a reply that says nothing of it is no reply', async () => {
    await customer.send(conversationId, 'Hello?');
    expect('ok' in (await reply(undefined, { kind: 'note' }))).toBeTrue();
    expect(await reply(undefined)).toEqual({
      problem: jasmine.objectContaining<Problem>({ code: 'bad-input', fields: [{ path: 'seen', rule: 'custom' }] }),
    });
  });

  it('is decided with the number: of two who write at once, whoever comes second has seen the first or is held', async () => {
    for (let round = 0; round < 40; round++) {
      const { head } = await log();
      // Now the one, now the other is sent first.
      const first = round % 2 === 0 ? undefined : customer.send(conversationId, `At once ${round}`);
      const [answer, said] = await Promise.all([
        reply(head),
        first ?? customer.send(conversationId, `At once ${round}`),
      ]);
      if ('ok' in answer) expect(answer.ok.seq).toBeLessThan(said.seq);
      else expect(answer.problem).toEqual(jasmine.objectContaining({ code: 'stale-reply', facts: { head: said.seq } }));
    }
    const { entries } = await log();
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, i) => i + 1));
  });
});
