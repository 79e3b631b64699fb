import { newId } from '@candour/shared/ids.js';
import { MINUTE, SECOND } from '@candour/shared/instant.js';
import type { ChatHello } from '@candour/shared/live.js';
import { roles } from '@candour/shared/staff.js';
import { Logger } from '@nestjs/common';
import { permissions } from '../../src/core/access/permissions.rules.js';
import { Database } from '../../src/core/database/database.js';
import { PostingService } from '../../src/conversations/posting.service.js';
import { ShopTokensService } from '../../src/customers/shop-token.service.js';
import { LiveAsks } from '../../src/live/live-asks.js';
import { Desk } from '../desk.js';
import { LiveClient } from '../live-clients.js';

describe('Every socket ask', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());

  it('declares who may ask it and what for, or why it is open', () => {
    const { desk: ofStaff, chat } = desk.app.get(LiveAsks, { strict: false });
    const all = [...Object.entries(ofStaff), ...Object.entries(chat)];
    expect(all.length).toBeGreaterThan(12);
    for (const [event, { access }] of all) {
      const declared =
        'open' in access
          ? access.open.length > 10
          : Object.hasOwn(permissions, access.permission) && /^P\d$/.test(access.purpose);
      expect([event, declared]).toEqual([event, true]);
    }
    // Nothing that staff may ask is open.
    expect(Object.entries(ofStaff).filter(([, { access }]) => 'open' in access)).toEqual([]);
  });

  it('of the desk is refused to a role without the permission', async () => {
    const { conversation } = await customerSays('Who may read this?');
    for (const role of roles) {
      const live = await LiveClient.desk(desk, await desk.signedIn(await desk.addStaff(role)));
      const shown = await live.refusal('conversation:show', { conversationId: conversation.id });
      const sent = await live.refusal('message:send', {
        conversationId: conversation.id,
        clientId: `role-${role}-1`,
        text: 'Hi',
        seen: 1000,
      });
      const listed = await live.refusal('queue:show', {});
      const reads = ['agent', 'lead', 'supervisor'].includes(role);
      const replies = ['agent', 'lead', 'supervisor'].includes(role);
      const lists = reads || role === 'design_expert';
      expect([role, listed, shown, sent]).toEqual([
        role,
        lists ? undefined : 'not-allowed',
        reads ? undefined : 'not-allowed',
        replies ? undefined : 'not-allowed',
      ]);
      live.close();
    }
  });

  it('needs a session, and an origin of the desk itself', async () => {
    await expectAsync(LiveClient.desk(desk, desk.browser())).toBeRejectedWithError('sign-in-required');
    const agent = await desk.signedIn(await desk.addStaff('agent'));
    const foreign = { url: desk.url, cookie: agent.cookie };
    await expectAsync(
      LiveClient.from(`${desk.url}/desk`, { origin: 'https://evil.example.com', cookie: foreign.cookie ?? '' }),
    ).toBeRejected();
    await expectAsync(LiveClient.chat(desk, { token: 'made.up.token' })).toBeRejectedWithError('token-invalid');
  });

  it('of the desk needs the token of the session, as every changing request does', async () => {
    const agent = await desk.signedIn(await desk.addStaff('agent'));
    const other = await desk.signedIn(await desk.addStaff('lead'));
    const headers = { origin: desk.url, cookie: agent.cookie ?? '' };
    for (const auth of [{}, { csrf: 'made-up' }, { csrf: other.session?.csrf }, { csrf: 7 }]) {
      await expectAsync(LiveClient.from(`${desk.url}/desk`, headers, auth)).toBeRejectedWithError('csrf-failed');
    }
    (await LiveClient.from(`${desk.url}/desk`, headers, { csrf: agent.session?.csrf })).close();
  });

  it('keeps the session of somebody who works in the chat alone, and ends with it', async () => {
    const agent = await desk.signedIn(await desk.addStaff('agent'));
    const live = await LiveClient.desk(desk, agent);
    const { conversation } = await customerSays('Slow talk');
    for (let minutes = 0; minutes < 30; minutes += 10) {
      desk.clock.advance(10 * MINUTE);
      expect(await live.refusal('conversation:since', { conversationId: conversation.id, seq: 0 })).toBeUndefined();
      // Units are run in order: once this one is done, the use of the session is written down.
      await desk.app.get(Database).write(() => Promise.resolve());
    }
    expect((await agent.ask('get', '/api/session')).status).toBe(200);
    const closed = new Promise((resolve) => live.socket.once('disconnect', resolve));
    await agent.ask('delete', '/api/session');
    expect(await closed).toBe('io server disconnect');
  });

  it('is limited in number', async () => {
    await desk.close();
    desk = await Desk.open({ MESSAGE_RATE: '5' });
    const live = await LiveClient.chat(desk);
    const { conversation } = await live.start('One of five');
    const codes = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        live.refusal('message:send', { conversationId: conversation.id, clientId: `flood-${i}-xx`, text: 'more' }),
      ),
    );
    expect(codes.filter((code) => code === 'too-many-requests').length).toBeGreaterThanOrEqual(3);
    live.close();
  });

  it('counts the messages of all connections of a sender together, also of one who connects again', async () => {
    await desk.close();
    desk = await Desk.open({ MESSAGE_RATE: '5' });
    const first = await LiveClient.chat(desk);
    const { conversation, token } = await first.start('One of five');
    const send = (live: LiveClient, n: number) =>
      live.refusal('message:send', { conversationId: conversation.id, clientId: `shared-${n}-xx`, text: 'more' });
    const second = await LiveClient.chat(desk, { token });
    const codes = await Promise.all(Array.from({ length: 10 }, (_, n) => send(n % 2 ? first : second, n)));
    second.close();
    const third = await LiveClient.chat(desk, { token });
    codes.push(await send(third, 20), await send(third, 21));
    expect(codes.filter((code) => code === undefined).length).toBeLessThanOrEqual(7);

    const agent = await desk.signedIn(await desk.addStaff('supervisor'));
    const windows = [await LiveClient.desk(desk, agent), await LiveClient.desk(desk, agent)];
    const staff = await Promise.all(Array.from({ length: 8 }, (_, n) => send(windows[n % 2]!, 30 + n)));
    expect(staff.filter((code) => code === undefined).length).toBeLessThanOrEqual(6);
    for (const live of [first, third, ...windows]) live.close();
  });

  it('counts what else a sender asks over all their connections, and of an address that has begun none', async () => {
    await desk.close();
    desk = await Desk.open({ MESSAGE_RATE: '2' });
    const agent = await desk.signedIn(await desk.addStaff('agent'));
    const conversationId = newId();
    const [staff, browsers]: [string[], string[]] = [[], []];
    for (let n = 0; n < 4; n++) {
      const live = await LiveClient.desk(desk, agent);
      const chat = await LiveClient.chat(desk);
      const hide = (): Promise<string | undefined> => live.refusal('conversation:hide', { conversationId });
      const forget = (): Promise<string | undefined> => chat.refusal('chat:forget', {});
      staff.push(...(await Promise.all(Array.from({ length: 20 }, hide))).map(String));
      browsers.push(...(await Promise.all(Array.from({ length: 20 }, forget))).map(String));
      live.close();
      chat.close();
    }
    for (const codes of [staff, browsers]) {
      expect(new Set(codes)).toEqual(new Set(['undefined', 'too-many-requests']));
      expect(codes.filter((code) => code === 'too-many-requests').length).toBeGreaterThan(20);
    }
  });

  it('lets one address begin only so many chats, over whatever connections', async () => {
    await desk.close();
    desk = await Desk.open({ MESSAGE_RATE: '4' });
    const refused: unknown[] = [];
    for (let n = 0; n < 6; n++) {
      const live = await LiveClient.chat(desk);
      await live.start(`Chat ${n}`).catch((error: Error) => refused.push(error.message));
      live.close();
    }
    expect(refused.length).toBe(2);
    expect(refused[0]).toMatch(/too-many-requests.*retryAfter/);
    desk.clock.advance(MINUTE);
    // One whose answer was lost is asked for again, and is no other.
    const startId = `start-${newId()}`;
    const numbers: number[] = [];
    for (let n = 0; n < 6; n++) {
      const live = await LiveClient.chat(desk);
      numbers.push((await live.start('A minute later', { startId })).conversation.number);
      live.close();
    }
    expect(new Set(numbers).size).toBe(1);
  });

  it('lets one address connect only so often, and believes no header about it', async () => {
    await desk.close();
    desk = await Desk.open({ MESSAGE_RATE: '1' });
    const agent = await desk.signedIn(await desk.addStaff('agent'));
    for (const namespace of ['chat', 'desk']) {
      const codes: string[] = [];
      for (let n = 0; n < 30; n++) {
        const headers = { origin: desk.url, cookie: agent.cookie ?? '', 'x-forwarded-for': `203.0.113.${n}` };
        const auth = { csrf: agent.session?.csrf };
        const opened = LiveClient.from(`${desk.url}/${namespace}`, headers, auth);
        await opened.then(
          (live) => live.close(),
          (error: Error) => codes.push(error.message),
        );
      }
      expect([namespace, codes.length, new Set(codes)]).toEqual([namespace, 10, new Set(['too-many-requests'])]);
    }
    desk.clock.advance(MINUTE);
    (await LiveClient.chat(desk)).close();
  });

  it('counts the customers behind a proxy that is believed each by their own address', async () => {
    await desk.close();
    desk = await Desk.open({ MESSAGE_RATE: '1', TRUST_PROXY: 'loopback' });
    const open = (address: string) =>
      LiveClient.from(`${desk.url}/chat`, { origin: desk.url, 'x-forwarded-for': `198.51.100.9, ${address}` });
    for (let n = 0; n < 30; n++) (await open(`203.0.113.${n}`)).close();
    for (let n = 0; n < 20; n++) (await open('203.0.113.99')).close();
    await expectAsync(open('203.0.113.99')).toBeRejectedWithError('too-many-requests');
    // Whoever has one IPv6 address has the whole /64.
    for (let n = 0; n < 20; n++) (await open(`2001:db8::${n}`)).close();
    await expectAsync(open('2001:db8::ffff')).toBeRejectedWithError('too-many-requests');
  });

  it('that is refused answers with a trace; one that fails has the same in the log, with who asked', async () => {
    const live = await LiveClient.chat(desk);
    const { conversation } = await live.start('Hello');
    const ask = (n: number) =>
      live.ask('message:send', { conversationId: conversation.id, clientId: `trace-${n}-xx`, text: n ? 'again' : '' });
    const traceOf = (answer: object): string | undefined => (answer as { problem?: { trace?: string } }).problem?.trace;
    const refused = [traceOf(await ask(0)), traceOf(await ask(0)), traceOf(await live.ask('no:such', {}))];
    expect(new Set(refused).size).toBe(3);
    expect(refused).not.toContain(undefined);

    const lines: unknown[] = [];
    spyOn(Logger.prototype, 'error').and.callFake((line: unknown) => void lines.push(line));
    const agent = await desk.signedIn(await desk.addStaff('supervisor'));
    const staff = await LiveClient.desk(desk, agent);
    spyOn(desk.app.get(PostingService, { strict: false }), 'post').and.rejectWith(new Error('broken'));
    const text = { conversationId: conversation.id, clientId: 'trace-10-xx', text: 'Personal words', seen: 1 };
    const failed = traceOf(await staff.ask('message:send', text));
    expect(lines).toEqual([
      { event: 'message:send', code: 'internal', trace: failed, actor: agent.session?.staff.id, error: 'Error' },
    ]);
    expect(failed).toBeDefined();
    live.close();
    staff.close();
  });

  it('of somebody who signed out of the browser is no longer of the person whom the shop knew', async () => {
    for (const begun of [true, false]) {
      const email = `basil-${begun}@example.com`;
      const shopToken = desk.app.get(ShopTokensService, { strict: false }).make({ sub: email, email, name: 'Basil' });
      const live = await LiveClient.chat(desk, { shopToken });
      expect((await live.ok<ChatHello>('chat:hello', {})).name).toBe('Basil');
      if (begun) expect((await live.start('It is me')).conversation.level).toBe(1);
      await live.ok('chat:forget', {});
      expect((await live.ok<ChatHello>('chat:hello', {})).name).toBeUndefined();
      expect((await live.start('It is somebody else')).conversation.level).toBe(0);
      live.close();
    }
  });

  async function customerSays(text: string) {
    const live = await LiveClient.chat(desk);
    const started = await live.start(text);
    live.close();
    desk.clock.advance(SECOND);
    return started;
  }
});
