import type { Entries } from '@candour/shared/conversations.js';
import { newId } from '@candour/shared/ids.js';
import { MINUTE, SECOND } from '@candour/shared/instant.js';
import { eachDesk, type Browser, type Desk } from './desk.js';
import { type LiveClient } from './live-clients.js';
import { entriesOf, over, take, talking } from './talking.js';

eachDesk('What must not be stored of a chat', (open) => {
  let desk: Desk;
  let agent: Browser;
  let customer: LiveClient;
  let agentLive: LiveClient;

  beforeEach(async () => void ({ desk, agent, customer, agentLive } = await talking(open)));
  afterEach(() => over({ desk, customer, agentLive }));

  it('masks a card number before anything is stored or shown', async () => {
    const { conversation } = await customer.start('My card is 4111 1111 1111 1111, is it declined?');
    await take(conversation.id, agent);
    const { entries } = await entriesOf(conversation.id, agent);
    const [message] = entries.filter(({ kind }) => kind === 'message');
    expect(message!.text).not.toContain('4111 1111');
    expect(message!.text).toContain('1111, is it declined?');
    expect(message!.masks).toEqual([jasmine.objectContaining({ type: 'card' })]);
  });

  it('masks all parts of a card number split over messages, on every screen, the moment it completes', async () => {
    const { conversation } = await customer.start('I want to pay by phone');
    await take(conversation.id, agent);
    await agentLive.ok('conversation:show', { conversationId: conversation.id });
    const first = await customer.send(conversation.id, 'first half 41111111');
    await agentLive.until(() => agentLive.seen.entries.some(({ text }) => text === 'first half 41111111'));
    desk.clock.advance(20 * SECOND);
    const last = await customer.send(conversation.id, '11111111 and the rest');
    expect(last.text).not.toContain('11111111');
    for (const client of [agentLive, customer]) {
      await client.until(() => client.seen.entries.some(({ kind }) => kind === 'mask'));
      const mask = client.seen.entries.find(({ kind }) => kind === 'mask')!;
      expect(mask.targets!.map(({ seq }) => seq)).toEqual([first.seq]);
      expect(mask.targets![0]!.text).not.toMatch(/\d{5}/);
    }
    expect(JSON.stringify(await entriesOf(conversation.id, agent))).not.toMatch(/1111111/);
  });

  it('keeps the order of what is sent behind the message that completes a number', async () => {
    const { conversation } = await customer.start('Fast typing');
    const texts = ['41111111', '11111111', 'one', 'two', 'three'];
    await customer.send(conversation.id, 'known 1');
    await Promise.all(texts.map((text) => customer.send(conversation.id, text)));
    const { entries } = await customer.ok<Entries>('conversation:since', { conversationId: conversation.id, seq: 3 });
    const said = entries.filter(({ kind }) => kind === 'message').map(({ text }) => text);
    expect(said).toEqual(['••••••••', '••••1111', 'one', 'two', 'three']);
  });

  it('never rewrites a stored message through a repeated one', async () => {
    const { conversation } = await customer.start('Twice');
    await customer.send(conversation.id, 'I agree 41111111', 'repeated-1');
    await customer.send(conversation.id, 'I never agreed 41111111', 'repeated-1');
    await customer.send(conversation.id, '11111111');
    const { entries } = await customer.ok<Entries>('conversation:since', { conversationId: conversation.id, seq: 2 });
    expect(entries[0]!.text).toBe('I agree ••••••••');
  });

  it('does not show a customer the masked words of private notes', async () => {
    const { conversation } = await customer.start('Pay');
    await take(conversation.id, agent);
    await agentLive.ok('conversation:show', { conversationId: conversation.id });
    for (const text of ['Grumpy, gave 41111111', '11111111']) {
      const clientId = `note-${newId()}`;
      await agentLive.ok('message:send', { conversationId: conversation.id, clientId, text, kind: 'note' });
    }
    for (const client of [agentLive, customer]) {
      await client.until(() => client.seen.entries.some(({ kind }) => kind === 'mask'));
    }
    const mine = await customer.ok<Entries>('conversation:since', { conversationId: conversation.id, seq: 0 });
    expect(JSON.stringify([mine, customer.seen])).not.toContain('Grumpy');
    expect(JSON.stringify(await entriesOf(conversation.id, agent))).toContain('Grumpy, gave ••••••••');
  });

  it('does not put a number together from messages more than a minute apart', async () => {
    const { conversation } = await customer.start('Two numbers');
    await customer.send(conversation.id, '41111111');
    desk.clock.advance(MINUTE + SECOND);
    const later = await customer.send(conversation.id, '11111111');
    expect(later.masks).toBeUndefined();
  });
});
