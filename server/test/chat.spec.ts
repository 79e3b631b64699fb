import type { ConversationRow, Entries } from '@candour/shared/conversations.js';
import type { ChatHello } from '@candour/shared/live.js';
import { TEXT_MAX } from '@candour/shared/conversations.js';
import { newId } from '@candour/shared/ids.js';
import { EntryPosted } from '../src/conversations/conversations.events.js';
import { Database } from '../src/core/database/database.js';
import { Events } from '../src/core/events.js';
import { eachDesk, type Browser, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';
import { entriesOf, over, take, talking } from './talking.js';

eachDesk('A chat', (open) => {
  let desk: Desk;
  let agent: Browser;
  let customer: LiveClient;
  let agentLive: LiveClient;

  beforeEach(async () => void ({ desk, agent, customer, agentLive } = await talking(open)));
  afterEach(() => over({ desk, customer, agentLive }));

  it('reaches the queue at once, is taken and answered, and both sides see the same', async () => {
    await agentLive.ok('queue:show', {});
    const { conversation } = await customer.start('Hello, where is my sofa?');
    await agentLive.until(() => agentLive.seen.events.some(([event]) => event === 'queue:changed'));
    const [, change] = agentLive.seen.events.find(([event]) => event === 'queue:changed')!;
    expect(change).toEqual(jasmine.objectContaining({ fresh: true }));
    expect((change as { row: ConversationRow }).row.preview).toBe('Hello, where is my sofa?');

    expect((await take(conversation.id, agent)).status).toBe(200);
    await agentLive.ok('conversation:show', { conversationId: conversation.id });
    await agentLive.send(conversation.id, 'It left the warehouse this morning.');
    await customer.until(() => customer.seen.entries.some((entry) => entry.by.role === 'staff' && entry.text));
    await customer.send(conversation.id, 'Wonderful, thank you.');
    await agentLive.until(() => agentLive.seen.entries.some((entry) => entry.text === 'Wonderful, thank you.'));

    const mine = await customer.ok<Entries>('conversation:since', { conversationId: conversation.id, seq: 0 });
    const theirs = await entriesOf(conversation.id, agent);
    expect(mine.entries.map(({ seq, text }) => [seq, text])).toEqual(
      theirs.entries.map(({ seq, text }) => [seq, text]),
    );
    expect(theirs.entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
  });

  it('comes whole to whoever may see it from now on: released, or reopened by its customer', async () => {
    const second = await desk.signedIn(await desk.addStaff('agent', 'second@example.com'));
    const secondLive = await LiveClient.desk(desk, second);
    const rowsOf = (live: LiveClient): ConversationRow[] =>
      live.seen.events
        .filter(([event]) => event === 'queue:changed')
        .map(([, change]) => (change as { row: ConversationRow }).row);
    const { conversation } = await customer.start('Is anybody there?');
    const whole = jasmine.objectContaining({ number: conversation.number, topic: 'orders', channel: 'chat' });
    await take(conversation.id, second);
    await agentLive.ok('queue:show', {});
    expect((await second.ask('post', `/api/conversations/${conversation.id}/release`)).status).toBe(200);
    await agentLive.until(() => rowsOf(agentLive).length > 0);
    expect(rowsOf(agentLive)[0]).toEqual(whole);

    await take(conversation.id, second);
    expect((await second.ask('post', `/api/conversations/${conversation.id}/resolve`)).status).toBe(200);
    await secondLive.ok('queue:show', {});
    await customer.send(conversation.id, 'One more thing.');
    await secondLive.until(() => rowsOf(secondLive).some(({ preview }) => preview === 'One more thing.'));
    expect(rowsOf(secondLive).at(-1)).toEqual(whole);
    secondLive.close();
  });

  it('is answered to the last message that came in before the desk closes', async () => {
    const { conversation } = await customer.start('Hello');
    let stored = 0;
    desk.app.get(Events, { strict: false }).on(EntryPosted, () => void stored++);
    let acknowledged = 0;
    const sent = Array.from({ length: 200 }, (_, i) =>
      customer
        .ask('message:send', { conversationId: conversation.id, clientId: `word-${i}-${newId()}`, text: `${i}` })
        .then(
          (answer) => void ('ok' in answer && acknowledged++),
          () => undefined,
        ),
    );
    await sent[0];
    await desk.app.close();
    await Promise.all(sent);
    expect(acknowledged).toBeGreaterThan(0);
    expect(acknowledged).toBe(stored);
  });

  it('goes to exactly one of two who take it at once', async () => {
    const second = await desk.signedIn(await desk.addStaff('agent', 'second@example.com'));
    for (let round = 0; round < 5; round++) {
      const { conversation } = await customer.start(`Question ${round}`);
      const answers = await Promise.all([take(conversation.id, agent), take(conversation.id, second)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(answers.find(({ status }) => status === 409)!.body).toEqual(
        jasmine.objectContaining({ code: 'conversation-taken' }),
      );
    }
  });

  it('answers a repeated message like the first, and numbers without a gap under a burst', async () => {
    const { conversation } = await customer.start('Burst');
    await take(conversation.id, agent);
    await agentLive.ok('conversation:show', { conversationId: conversation.id });
    const ids = Array.from({ length: 60 }, () => `burst-${newId()}`);
    const [sent, again, staff] = await Promise.all([
      Promise.all(ids.map((id, i) => customer.send(conversation.id, `part ${i}`, id))),
      Promise.all(ids.map((id, i) => customer.send(conversation.id, `part ${i}`, id))),
      Promise.all(ids.map((_, i) => agentLive.send(conversation.id, `reply ${i}`))),
    ]);
    expect(again).toEqual(sent);
    const { entries, head } = await entriesOf(conversation.id, agent);
    expect(entries.at(-1)!.seq).toBe(head);
    const all = await customer.ok<Entries>('conversation:since', { conversationId: conversation.id, seq: 0 });
    expect(all.entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 3 + 120 }, (_, i) => i + 1));
    const order = (role: string): (string | undefined)[] =>
      all.entries.filter(({ kind, by }) => kind === 'message' && by.role === role).map(({ text }) => text);
    expect(order('customer')).toEqual(['Burst', ...ids.map((_, i) => `part ${i}`)]);
    expect(order('staff')).toEqual(ids.map((_, i) => `reply ${i}`));
    expect(staff.length).toBe(60);
  });

  it("shows a private note to nobody but staff, and leaves no gap in the customer's numbers", async () => {
    const { conversation } = await customer.start('Anything');
    await take(conversation.id, agent);
    await agentLive.ok('message:send', {
      conversationId: conversation.id,
      clientId: `note-${newId()}`,
      text: 'Rude last week.',
      kind: 'note',
    });
    const mine = await customer.ok<Entries>('conversation:since', { conversationId: conversation.id, seq: 0 });
    expect(mine.entries.map(({ seq, kind }) => [seq, kind])).toEqual([
      [1, 'fact'],
      [2, 'message'],
      [3, 'fact'],
      [4, 'hidden'],
    ]);
    expect(JSON.stringify([mine, customer.seen])).not.toContain('Rude');
  });

  it('is found again by the browser that began it, and by no other', async () => {
    const { conversation, token } = await customer.start('Mine');
    const back = await LiveClient.chat(desk, { token });
    const stranger = await LiveClient.chat(desk);
    try {
      expect((await back.ok<ChatHello>('chat:hello', {})).conversation!.id).toBe(conversation.id);
      expect((await stranger.ok<ChatHello>('chat:hello', {})).conversation).toBeUndefined();
      const other = await stranger.start('Not mine');
      expect(other.conversation.id).not.toBe(conversation.id);
      expect(await stranger.refusal('conversation:since', { conversationId: conversation.id, seq: 0 })).toBe(
        'not-allowed',
      );
      expect(
        await stranger.refusal('message:send', {
          conversationId: conversation.id,
          clientId: 'x'.repeat(12),
          text: 'Hi',
        }),
      ).toBe('not-allowed');
    } finally {
      back.close();
      stranger.close();
    }
  });

  it('is found by nobody once its browser was told to forget', async () => {
    const { conversation, token } = await customer.start('Shared computer');
    await take(conversation.id, agent);
    const otherTab = await LiveClient.chat(desk, { token });
    const closed = new Promise((resolve) => otherTab.socket.once('disconnect', resolve));
    await customer.ok('chat:forget', {});
    await closed;
    expect((await customer.ok<ChatHello>('chat:hello', {})).conversation).toBeUndefined();
    expect(await customer.refusal('conversation:since', { conversationId: conversation.id, seq: 0 })).toBe(
      'token-invalid',
    );
    await expectAsync(LiveClient.chat(desk, { token })).toBeRejectedWithError('token-invalid');
    // The desk itself still has the talk.
    expect((await entriesOf(conversation.id, agent)).entries.length).toBe(3);
  });

  it('begun twice by a retry is one conversation', async () => {
    const again = { startId: `start-${newId()}`, message: { clientId: `first-${newId()}`, text: 'Once' } };
    const [first, second] = [await customer.start('Once', again), await customer.start('Once', again)];
    expect(second.conversation.id).toBe(first.conversation.id);
    expect(second.entries).toEqual(first.entries);
  });

  it('that a customer writes in again after it was resolved is open again, and says so', async () => {
    const { conversation } = await customer.start('Again');
    await take(conversation.id, agent);
    expect((await agent.ask('post', `/api/conversations/${conversation.id}/resolve`)).status).toBe(200);
    await customer.send(conversation.id, 'One more thing');
    const row = (await agent.ask('get', `/api/conversations/${conversation.id}`)).body as ConversationRow;
    expect(row.status).toBe('open');
    const { entries } = await entriesOf(conversation.id, agent);
    expect(entries.flatMap(({ fact }) => fact?.code ?? [])).toEqual(['started', 'taken', 'resolved', 'reopened']);
  });

  it('that is resolved is not handed back to the queue: it is reopened, and its period with it', async () => {
    const { conversation } = await customer.start('Hello');
    const path = `/api/conversations/${conversation.id}`;
    await take(conversation.id, agent);
    await agent.ask('post', `${path}/resolve`);
    const released = await agent.ask('post', `${path}/release`);
    expect([released.status, released.body.code, released.body.facts]).toEqual([
      422,
      'move-refused',
      { from: 'resolved', to: 'queued' },
    ]);
    expect((await agent.ask('get', path)).body.status).toBe('resolved');
    expect((await agent.ask('post', `${path}/reopen`)).body.status).toBe('open');
    expect((await agent.ask('post', `${path}/release`)).body.status).toBe('queued');
    expect((await agent.ask('get', path)).body.resolvedAt).toBeUndefined();
  });

  it('marks how far each side has read', async () => {
    const { conversation } = await customer.start('Read me');
    await take(conversation.id, agent);
    await agentLive.ok('conversation:show', { conversationId: conversation.id });
    agentLive.socket.emit('read', { conversationId: conversation.id, seq: 2 });
    await customer.until(() => customer.seen.events.some(([event, , seq]) => event === 'read' && seq === 2));
    customer.socket.emit('typing', { conversationId: conversation.id, on: true });
    await agentLive.until(() => agentLive.seen.events.some(([event]) => event === 'typing'));
    expect((await agent.ask('get', `/api/conversations/${conversation.id}`)).body).toEqual(
      jasmine.objectContaining({ staffReadSeq: 2 }),
    );
  });

  it('refuses bad asks by code, and stays up', async () => {
    const { conversation } = await customer.start('Bad asks');
    const conversationId = conversation.id;
    const clientId = 'bad-ask-0001';
    const cases: [unknown, string][] = [
      [{ conversationId, clientId, text: 'x', extra: 1 }, 'bad-input'],
      [{ conversationId, clientId, text: 7 }, 'bad-input'],
      [{ conversationId, clientId, text: 'x'.repeat(TEXT_MAX + 1) }, 'bad-input'],
      [{ conversationId, clientId, text: '   ' }, 'text-empty'],
      [{ conversationId: 'none', clientId, text: 'x' }, 'bad-input'],
      [{ conversationId: newId(), clientId, text: 'x' }, 'not-found'],
      [null, 'bad-input'],
      ['text', 'bad-input'],
      [[[[[]]]], 'bad-input'],
    ];
    for (const [ask, code] of cases) expect(await customer.refusal('message:send', ask)).toBe(code);
    expect(await customer.refusal('no:such:event', {})).toBe('unknown-event');
    customer.socket.emit('message:send', 'without an ack');
    await customer.until(() => customer.seen.events.some(([event]) => event === 'problem'));
    expect((await customer.send(conversationId, 'still here')).seq).toBe(3);
  });

  it('takes a text of the greatest length whole', async () => {
    const { conversation } = await customer.start('Long');
    const text = 'ü'.repeat(TEXT_MAX);
    await customer.send(conversation.id, text);
    const { entries } = await customer.ok<Entries>('conversation:since', { conversationId: conversation.id, seq: 2 });
    expect(entries[0]!.text).toBe(text);
  });

  it('leaves no word readable in the database', async () => {
    await customer.start('Canary-Zebra-42', { contact: { name: 'Pepper Footstool', email: 'pepper@example.com' } });
    const rows = await desk.app
      .get(Database)
      .read(async (em) => [
        await em.query('SELECT * FROM entries'),
        await em.query('SELECT * FROM conversations'),
        await em.query('SELECT * FROM customers'),
      ]);
    const text = JSON.stringify(rows, (_, value: unknown) =>
      (value as { type?: string })?.type === 'Buffer'
        ? Buffer.from((value as { data: number[] }).data).toString('latin1')
        : value,
    );
    for (const word of ['Canary', 'Zebra', 'Pepper', 'pepper@example.com']) expect(text).not.toContain(word);
  });
});
