import { MINUTE, SECOND } from '@candour/shared/instant.js';
import { roles } from '@candour/shared/staff.js';
import { permissions } from '../../src/core/access/permissions.rules.js';
import { Database } from '../../src/core/database/database.js';
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

  async function customerSays(text: string) {
    const live = await LiveClient.chat(desk);
    const started = await live.start(text);
    live.close();
    desk.clock.advance(SECOND);
    return started;
  }
});
