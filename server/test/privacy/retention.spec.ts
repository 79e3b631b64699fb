import type { RetentionPreview, SweepReports } from '@candour/shared/retention.js';
import { DAY, HOUR } from '@candour/shared/instant.js';
import { ConversationRecord, EntryRecord } from '../../src/conversations/conversation.entity.js';
import { SilenceService } from '../../src/conversations/silence.service.js';
import { Database } from '../../src/core/database/database.js';
import { KEY_DATABASE } from '../../src/core/tokens.js';
import { DataKeyRow } from '../../src/core/vault/data-key.entity.js';
import { CustomerRecord } from '../../src/customers/customer.entity.js';
import { RetentionSchedule } from '../../src/privacy/retention.schedule.js';
import { eachDesk, type Browser, type Desk } from '../desk.js';
import { LiveClient } from '../live-clients.js';

eachDesk('A chat whose time is over', (open) => {
  let desk: Desk;
  let officer: { email: string; password: string };

  beforeEach(async () => {
    desk = await open();
    officer = await desk.addStaff('privacy_officer');
  });
  afterEach(() => desk.close());

  const at = (instant: string): void => desk.clock.set(Date.parse(instant));
  const count = (entity: new () => object): Promise<number> => desk.app.get(Database).read((em) => em.count(entity));
  const night = (): Promise<void> => desk.app.get(RetentionSchedule, { strict: false }).nightly();
  const previewOf = async (browser: Browser): Promise<RetentionPreview> =>
    (await browser.ask('get', '/api/retention/preview')).body as RetentionPreview;

  async function chats(): Promise<{ over: string; open: string }> {
    const agent = await desk.signedIn(await desk.addStaff('supervisor'));
    const started: string[] = [];
    for (const words of ['Thank you, that is all.', 'My sofa is late.']) {
      const customer = await LiveClient.chat(desk);
      const { conversation } = await customer.start(words);
      await agent.ask('post', `/api/conversations/${conversation.id}/take`);
      started.push(conversation.id);
      customer.close();
    }
    const [over, stays] = started as [string, string];
    expect((await agent.ask('post', `/api/conversations/${over}/resolve`)).status).toBeLessThan(300);
    return { over, open: stays };
  }

  it('is announced the day before, goes that night with its keys, and leaves the other alone', async () => {
    at('2026-02-28T10:00:00Z');
    const { over } = await chats();

    at('2026-08-27T12:00:00Z');
    expect((await previewOf(await desk.signedIn(officer))).rows).toEqual([]);

    // Six months from 28 February, 10:00: the night after.
    at('2026-08-28T12:00:00Z');
    const preview = await previewOf(await desk.signedIn(officer));
    const [row] = preview.rows.filter(({ table }) => table === 'conversations');
    expect([row?.id, row?.decision.action, row?.decision.winning.clause]).toEqual([over, 'delete', 'R35']);
    expect(preview.at).toBe(Date.parse('2026-08-29T03:00:00Z'));

    at('2026-08-29T03:00:00Z');
    await night();
    expect([await count(ConversationRecord), await count(EntryRecord)]).toEqual([1, 3]);
    const { rows } = (await (await desk.signedIn(officer)).ask('get', '/api/retention/sweeps')).body as SweepReports;
    expect(rows[0]?.deleted).toBe(preview.rows.length);

    // The visitor goes the night after their last conversation, their keys an hour later.
    at('2026-08-30T03:00:00Z');
    await night();
    expect(await count(CustomerRecord)).toBe(1);
    desk.clock.advance(HOUR);
    await desk.app.get(RetentionSchedule, { strict: false }).hourly();
    const keys = await desk.app.get<Database>(KEY_DATABASE).read((em) => em.find(DataKeyRow));
    const ofCustomers = keys.filter(({ family }) => family === 'conversation' || family === 'subject');
    expect(ofCustomers.map(({ wrapped }) => wrapped === null).sort()).toEqual([false, false, true, true]);
  });

  it('ends by itself when nobody writes any more, and its period begins then', async () => {
    at('2026-02-01T10:00:00Z');
    const supervisor = await desk.addStaff('supervisor');
    const browser = await desk.signedIn(supervisor);
    const customer = await LiveClient.chat(desk);
    try {
      const { conversation } = await customer.start('My sofa is late.');
      const { id } = conversation;
      await browser.ask('post', `/api/conversations/${id}/take`);
      const socket = await LiveClient.desk(desk, browser);
      await socket.send(id, 'It comes tomorrow.');
      socket.close();
      const silence = desk.app.get(SilenceService, { strict: false });
      const state = async () => {
        const row = await desk.app.get(Database).read((em) => em.findOneByOrFail(ConversationRecord, { id }));
        return [row.status, row.anchorAt];
      };

      at('2026-02-15T09:59:59Z');
      expect(await silence.hourly()).toBe(0);
      expect(await state()).toEqual(['open', null]);
      at('2026-02-15T10:00:00Z');
      expect(await silence.hourly()).toBe(1);
      expect(await state()).toEqual(['resolved', Date.parse('2026-02-15T10:00:00Z')]);
      expect(await silence.hourly()).toBe(0);
      await customer.until(() => customer.seen.entries.some(({ fact }) => fact?.code === 'resolved'));
      const said = customer.seen.entries.find(({ fact }) => fact?.code === 'resolved')!;
      expect([said.by.role, said.fact?.params]).toEqual(['system', { days: 14 }]);

      // Whoever writes again has it back.
      await customer.send(id, 'It did not come.');
      expect(await state()).toEqual(['open', null]);

      // Unanswered it stays open longer, but not for ever.
      at('2026-04-15T10:00:00Z');
      expect(await silence.hourly()).toBe(0);
      at('2026-05-16T10:00:00Z');
      expect(await silence.hourly()).toBe(1);
      at('2026-11-15T03:00:00Z');
      await night();
      expect(await count(ConversationRecord)).toBe(1);
      at('2026-11-17T03:00:00Z');
      await night();
      expect(await count(ConversationRecord)).toBe(0);
    } finally {
      customer.close();
    }
  });

  it('is swept at once by the privacy officer, and by nobody else', async () => {
    at('2026-02-28T10:00:00Z');
    const { over } = await chats();
    desk.clock.advance(200 * DAY);

    const agent = await desk.signedIn(await desk.addStaff('agent'));
    expect((await agent.ask('get', '/api/retention/preview')).status).toBe(403);
    expect((await agent.ask('post', '/api/retention/sweeps')).status).toBe(403);
    expect((await desk.browser().ask('get', '/api/retention/preview')).status).toBe(401);

    const browser = await desk.signedIn(officer);
    expect((await browser.ask('post', '/api/retention/sweeps')).status).toBe(202);
    await desk.app.get(RetentionSchedule, { strict: false }).idle();
    const left = await desk.app.get(Database).read((em) => em.find(ConversationRecord));
    expect(left.map(({ id }) => id)).not.toContain(over);
    expect(left.length).toBe(1);
  });

  it('answers bad questions with a code', async () => {
    const browser = await desk.signedIn(officer);
    const answers = await Promise.all(
      ['preview?cursor=nonsense', 'preview?limit=1000', 'preview?at=tomorrow', 'preview?other=1'].map((path) =>
        browser.ask('get', `/api/retention/${path}`),
      ),
    );
    expect(answers.map(({ status, body }) => [status, (body as { code: string }).code])).toEqual([
      [400, 'cursor-invalid'],
      [400, 'bad-input'],
      [400, 'bad-input'],
      [400, 'bad-input'],
    ]);
  });

  it('is explained by a policy that everybody may read, in four languages', async () => {
    const browser = desk.browser();
    for (const language of ['en', 'de', 'fr', 'es']) {
      const { status, body } = await browser.ask('get', `/api/policy?language=${language}`);
      expect([status, (body as { language: string }).language]).toEqual([200, language]);
    }
    const { body } = await browser.ask('get', '/api/policy/versions');
    const [version] = (body as { rows: { id: string; number: number }[] }).rows;
    expect(version?.number).toBe(1);
    expect((await browser.ask('get', `/api/policy/versions/${version?.id}`)).status).toBe(200);
    expect((await browser.ask('get', '/api/policy?language=it')).status).toBe(400);
  });
});
