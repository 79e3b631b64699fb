import type { Conversation, Entries } from '@candour/shared/conversations.js';
import type { CustomerPanel } from '@candour/shared/customers.js';
import type { ChatHello } from '@candour/shared/live.js';
import { MINUTE } from '@candour/shared/instant.js';
import { ConversationChanged } from '../src/conversations/conversations.events.js';
import { Events } from '../src/core/events.js';
import { MailOutbox } from '../src/core/mail/outbox.service.js';
import { ShopTokensService } from '../src/customers/shop-token.service.js';
import { eachDesk, type Browser, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';
import { withSofaOrder } from './talking.js';

eachDesk('Who a customer is', (open) => {
  let desk: Desk;
  let agent: Browser;
  let customer: LiveClient;

  beforeEach(async () => {
    desk = await open();
    await withSofaOrder(desk);
    agent = await desk.signedIn(await desk.addStaff('agent'));
    customer = await LiveClient.chat(desk);
  });
  afterEach(async () => {
    customer.close();
    await desk.close();
  });

  const begin = async (contact: object = {}): Promise<string> => {
    const { conversation } = await customer.start('Where is my sofa?', { contact });
    await agent.ask('post', `/api/conversations/${conversation.id}/take`);
    return conversation.id;
  };
  const panel = async (id: string): Promise<CustomerPanel> =>
    (await agent.ask('get', `/api/conversations/${id}/customer`)).body as CustomerPanel;
  const codeIn = async (address: string): Promise<string> => {
    const [mail] = await desk.app.get(MailOutbox, { strict: false }).mailboxOf(address);
    return /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? '';
  };

  for (const [words, contact, by] of [
    ['e-mail', { email: 'Ottoline@Example.com' }, 'email'],
    ['phone', { phone: '(202) 555-0143' }, 'phone'],
    ['order number', { orderNumber: '#kw-2001' }, 'order-number'],
  ] as const) {
    it(`is only claimed at first: an order found by ${words} stands under "do not disclose"`, async () => {
      const { level, matches } = await panel(await begin(contact));
      expect(level).toBe(0);
      expect(matches.map((match) => [match.order.number, match.by, match.disclose])).toEqual([['KW-2001', by, false]]);
    });
  }

  it('is proved by a code from the mailbox that the order knows; the talk is then theirs', async () => {
    const id = await begin();
    const noted = await agent.ask('patch', `/api/conversations/${id}/contact`, { orderNumber: 'KW-2001' });
    const orderId = (noted.body as CustomerPanel).matches[0]!.order.id;
    const sent = await agent.ask('post', `/api/conversations/${id}/code`, { orderId });
    expect(sent.status).toBe(200);
    expect((sent.body as CustomerPanel).code!.to).not.toContain('ottoline');
    await customer.until(() =>
      customer.seen.events.some(
        ([event, change]) =>
          event === 'conversation:changed' && (change as { codeWanted?: boolean }).codeWanted === true,
      ),
    );
    expect((await customer.ok<ChatHello>('chat:hello', {})).conversation!.codeWanted).toBeTrue();

    const told: unknown[] = [];
    desk.app.get(Events, { strict: false }).on(ConversationChanged, ({ row }) => void told.push(row.customer?.name));
    const code = await codeIn('ottoline@example.com');
    const wrong = code === '000000' ? '000001' : '000000';
    expect(await customer.refusal('code:verify', { conversationId: id, code: wrong })).toBe('code-wrong');
    expect((await panel(id)).level).toBe(0);
    expect(await customer.ok('code:verify', { conversationId: id, code })).toEqual({ level: 1 });

    const after = await panel(id);
    expect(after).toEqual(jasmine.objectContaining({ level: 1, verifiedBy: 'code' }));
    expect(after.customer).toEqual(jasmine.objectContaining({ kind: 'identified', name: 'Ottoline Sofabed' }));
    expect(after.matches.map(({ disclose }) => disclose)).toEqual([true]);
    expect(told).toContain('Ottoline Sofabed');
    const { decision } = (await agent.ask('get', `/api/conversations/${id}/why/2`)).body;
    expect(decision.retentionClass).toBe('conversation');
    // What was written before is still readable under the customer's keys.
    const { entries } = (await agent.ask('get', `/api/conversations/${id}/entries`)).body as Entries;
    expect(entries.find(({ seq }) => seq === 2)!.text).toBe('Where is my sofa?');
    expect(entries.flatMap(({ fact }) => fact?.code ?? [])).toEqual([
      'started',
      'taken',
      'contact-given',
      'code-sent',
      'verified',
    ]);
  });

  it('is not proved by a code that is used, late, or tried too often', async () => {
    const id = await begin({ email: 'ottoline@example.com' });
    await agent.ask('post', `/api/conversations/${id}/code`, {});
    const code = await codeIn('ottoline@example.com');
    desk.clock.advance(10 * MINUTE);
    expect(await customer.refusal('code:verify', { conversationId: id, code })).toBe('code-expired');
    await agent.ask('post', `/api/conversations/${id}/code`, {});
    const second = await codeIn('ottoline@example.com');
    const wrong = second === '000000' ? '000001' : '000000';
    for (let tried = 0; tried < 5; tried++) await customer.refusal('code:verify', { conversationId: id, code: wrong });
    expect(await customer.refusal('code:verify', { conversationId: id, code: second })).toBe('too-many-attempts');
    expect((await panel(id)).level).toBe(0);
  });

  it('gets no code to an address that is only claimed', async () => {
    const id = await begin({ email: 'stranger@example.com' });
    const answer = await agent.ask('post', `/api/conversations/${id}/code`, {});
    expect([answer.status, answer.body.code]).toEqual([422, 'no-address']);
    expect(await codeIn('stranger@example.com')).toBe('');
  });

  it('keeps the code from staff, on the Outbox screen too', async () => {
    const id = await begin({ email: 'ottoline@example.com' });
    await agent.ask('post', `/api/conversations/${id}/code`, {});
    const code = await codeIn('ottoline@example.com');
    const supervisor = await desk.signedIn(await desk.addStaff('supervisor', 'second@example.com'));
    const { rows } = (await supervisor.ask('get', '/api/outbox')).body as { rows: { id: string }[] };
    const mail = await supervisor.ask('get', `/api/outbox/${rows[0]!.id}`);
    expect(mail.status).toBe(200);
    expect(JSON.stringify([rows, mail.body])).not.toContain(code);
  });

  it('is known at once by the signed token of the shop, and only once by each', async () => {
    const token = desk.app
      .get(ShopTokensService, { strict: false })
      .make({ sub: 'c-1', email: 'ottoline@example.com', name: 'Ottoline Sofabed' });
    const known = await LiveClient.chat(desk, { shopToken: token });
    try {
      expect((await known.ok<ChatHello>('chat:hello', {})).name).toBe('Ottoline Sofabed');
      const { conversation } = await known.start('It is me');
      expect(conversation.level).toBe(1);
      await agent.ask('post', `/api/conversations/${conversation.id}/take`);
      const { level, verifiedBy, matches } = await panel(conversation.id);
      expect([level, verifiedBy, matches.map(({ disclose }) => disclose)]).toEqual([1, 'shop-token', [true]]);
      await expectAsync(LiveClient.chat(desk, { shopToken: token })).toBeRejectedWithError('token-replayed');
    } finally {
      known.close();
    }
  });

  const signedIn = (token: string, email: string): Promise<LiveClient> =>
    LiveClient.chat(desk, {
      token,
      shopToken: desk.app.get(ShopTokensService, { strict: false }).make({ sub: email, email }),
    });

  it('is lifted when the same person signs in at the shop in the middle of the talk', async () => {
    const { token, conversation } = await customer.start('Hello', { contact: { email: 'Ottoline@example.com' } });
    await agent.ask('post', `/api/conversations/${conversation.id}/take`);
    const known = await signedIn(token, 'ottoline@example.com');
    try {
      const hello = await known.ok<ChatHello>('chat:hello', {});
      expect([hello.conversation?.id, hello.conversation?.level]).toEqual([conversation.id, 1]);
      expect((await panel(conversation.id)).matches.map(({ disclose }) => disclose)).toEqual([true]);
    } finally {
      known.close();
    }
  });

  for (const [words, email] of [
    ['a customer of the shop', 'ottoline@example.com'],
    ['somebody the desk does not know', 'konrad@example.com'],
  ] as const) {
    it(`stays with whoever wrote, when ${words} signs in in the same browser`, async () => {
      const { token, conversation } = await customer.start('Mine alone', { contact: { email: 'bruno@example.com' } });
      await agent.ask('post', `/api/conversations/${conversation.id}/take`);
      const before = await panel(conversation.id);
      const other = await signedIn(token, email);
      try {
        expect((await other.ok<ChatHello>('chat:hello', {})).conversation).toBeUndefined();
        expect(await panel(conversation.id)).toEqual(before);
        const own = await other.start('And this is mine');
        expect(own.conversation.level).toBe(1);
        await agent.ask('post', `/api/conversations/${own.conversation.id}/take`);
        expect((await panel(own.conversation.id)).customer.id).not.toBe(before.customer.id);
        // Neither reaches what the other wrote.
        expect(await other.refusal('conversation:since', { conversationId: conversation.id, seq: 0 })).toBe(
          'not-allowed',
        );
        expect(await customer.refusal('conversation:since', { conversationId: own.conversation.id, seq: 0 })).toBe(
          'not-allowed',
        );
      } finally {
        other.close();
      }
    });
  }

  it('is not read into a talk that is over: who signs in later begins a new one', async () => {
    const { token, conversation } = await customer.start('That was all');
    await agent.ask('post', `/api/conversations/${conversation.id}/take`);
    await agent.ask('post', `/api/conversations/${conversation.id}/resolve`);
    const known = await signedIn(token, 'ottoline@example.com');
    try {
      expect((await known.ok<ChatHello>('chat:hello', {})).conversation).toBeUndefined();
      expect(await panel(conversation.id)).toEqual(jasmine.objectContaining({ level: 0, matches: [] }));
    } finally {
      known.close();
    }
  });

  it('proved by one customer shows nothing to another who signs in in the same browser', async () => {
    const first = await LiveClient.chat(desk, {
      shopToken: desk.app.get(ShopTokensService, { strict: false }).make({ sub: 'o', email: 'ottoline@example.com' }),
    });
    const { token } = await first.start('It is me');
    first.close();
    const other = await signedIn(token, 'konrad@example.com');
    const again = await signedIn(token, 'ottoline@example.com');
    try {
      expect((await other.ok<ChatHello>('chat:hello', {})).conversation).toBeUndefined();
      expect((await again.ok<ChatHello>('chat:hello', {})).conversation?.level).toBe(1);
    } finally {
      other.close();
      again.close();
    }
  });

  it('once proved is not carried into the next talk of the same browser', async () => {
    const token = desk.app
      .get(ShopTokensService, { strict: false })
      .make({ sub: 'c-1', email: 'ottoline@example.com', name: 'Ottoline Sofabed' });
    const known = await LiveClient.chat(desk, { shopToken: token });
    const first = await known.start('Signed in at the shop');
    known.close();
    const later = await LiveClient.chat(desk, { token: first.token });
    try {
      const second = await later.start('Somebody else at the same computer');
      expect(second.conversation.level).toBe(0);
      await agent.ask('post', `/api/conversations/${second.conversation.id}/take`);
      expect((await panel(second.conversation.id)).matches).toEqual([]);
    } finally {
      later.close();
    }
  });

  it('linked to an order keeps the talk as long as the order needs it', async () => {
    const id = await begin({ orderNumber: 'KW-2001' });
    const orderId = (await panel(id)).matches[0]!.order.id;
    expect((await agent.ask('put', `/api/conversations/${id}/order`, { orderId })).status).toBe(200);
    expect(((await agent.ask('get', `/api/conversations/${id}`)).body as Conversation).orderId).toBe(orderId);
    const { decision } = (await agent.ask('get', `/api/conversations/${id}/why/2`)).body;
    expect(decision.retentionClass).toBe('conversation-order');
  });
});
