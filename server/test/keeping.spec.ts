import type { WhyAnswer } from '@candour/shared/conversations.js';
import type { ChatKeeping, DeleteAnswer, EarlierChat } from '@candour/shared/keeping.js';
import { HOUR } from '@candour/shared/instant.js';
import type { ChatHello } from '@candour/shared/live.js';
import type { Page } from '@candour/shared/paging.js';
import { CheckpointFiles } from '../src/audit/checkpoint-files.js';
import { CheckpointSigner } from '../src/audit/checkpoint-note.js';
import { Sequencer } from '../src/audit/sequencer.js';
import { verifyAudit } from '../src/audit/verify.js';
import { BearingsService } from '../src/conversations/bearings.service.js';
import { Database } from '../src/core/database/database.js';
import { TranscriptErasure } from '../src/keeping/transcript-erasure.js';
import { leafSources } from '../src/leaf-sources.js';
import type { HoldFact } from '../src/policy/facts.rules.js';
import { eachDesk, type Browser, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';

const WORDS = 'My wardrobe arrived scratched';

eachDesk('What is kept of a chat', (open) => {
  let desk: Desk;
  let agent: Browser;
  let customer: LiveClient;
  let token: string;
  let id: string;

  beforeEach(async () => {
    desk = await open();
    desk.clock.set(Date.parse('2026-03-02T10:00:00Z'));
    agent = await desk.signedIn(await desk.addStaff('supervisor'));
    customer = await LiveClient.chat(desk);
    const started = await customer.start(WORDS, { contact: { name: 'Duncan Wardrobe', email: 'duncan@example.com' } });
    ({ token } = started);
    ({ id } = started.conversation);
    await agent.ask('post', `/api/conversations/${id}/take`);
  });
  afterEach(async () => {
    customer.close();
    await desk.close();
  });

  const own = (more: object = {}) => ({ conversationId: id, language: 'en', ...more });
  const resolve = () => agent.ask('post', `/api/conversations/${id}/resolve`);
  const left = (table: string, where = '1 = 1') =>
    desk.app.get(Database).read(async (em) => {
      const [row] = await em.query<{ n: number | string }[]>(`SELECT count(*) AS n FROM ${table} WHERE ${where}`);
      return Number(row?.n);
    });
  /** Something that stops deletions, until the spec lets it fall. */
  function hold(): { holds: HoldFact[] } {
    const facts: { holds: HoldFact[] } = { holds: [{ kind: 'dispute', from: 0 }] };
    desk.app.get(BearingsService, { strict: false }).register({
      facts: (_em, ids) => Promise.resolve(new Map(ids.map((one) => [one, facts]))),
      removed: () => Promise.resolve(),
    });
    return facts;
  }

  it('is told to its customer with the rule and the date, in their language', async () => {
    const before = await customer.ok<ChatKeeping>('chat:keeping', own());
    expect(before.until).toBeUndefined();
    expect([before.messages, before.answers]).toEqual([1, 0]);
    expect(before.contact).toEqual({ name: 'Duncan Wardrobe', email: 'duncan@example.com' });
    expect(before.training.use).toBe('redacted');
    await resolve();
    const after = await customer.ok<ChatKeeping>('chat:keeping', own({ language: 'de' }));
    expect(after.until).toBe(Date.parse('2026-09-02T10:00:00Z'));
    expect(after.period.clause).toContain('R35');
    expect(after.period.period).toBe('6 Monate');
    expect(after.stop).toBeUndefined();
  });

  it('goes at once when they delete it: words, tags, claims, the visitor; every page of theirs clears', async () => {
    const tab = await LiveClient.chat(desk, { token });
    await tab.ok('chat:hello', {});
    await agent.ask('patch', `/api/conversations/${id}/ticket`, { tags: ['scratch'] });
    const staff = await LiveClient.desk(desk, agent);
    await staff.ok('conversation:show', { conversationId: id });
    const visitors = await left('customers', `kind = 'visitor'`);

    expect(await customer.ok<DeleteAnswer>('chat:delete', own())).toEqual({ deleted: true });
    for (const table of ['conversations', 'entries', 'conversation_tags', 'conversation_wishes']) {
      expect([table, await left(table)]).toEqual([table, 0]);
    }
    expect(await left('customers', `kind = 'visitor'`)).toBe(visitors - 1);
    await tab.until(() => tab.seen.events.some(([event, gone]) => event === 'conversation:gone' && gone === id));
    expect((await tab.ok<ChatHello>('chat:hello', {})).conversation).toBeUndefined();
    const late = { conversationId: id, clientId: 'too-late-1', text: 'Are you there?', seen: 100 };
    expect(await staff.refusal('message:send', late)).toBe('not-found');
    expect(await customer.refusal('message:send', { conversationId: id, clientId: 'too-late-2', text: 'Hm' })).toBe(
      'not-found',
    );
    expect((await agent.ask('get', `/api/conversations/${id}/entries`)).status).toBe(404);
    staff.close();
    tab.close();
  });

  it('leaves an audit that accounts for what went', async () => {
    await signed();
    await customer.ok('chat:delete', own());
    expect(await left('audit_leaves', `verb = 'conversation.erased'`)).toBe(1);
    await expectAsync(signed()).toBeResolved();
  });

  it('waits where something stops it, says so, and goes when nothing does any more', async () => {
    const facts = hold();
    const { deleted, keeping } = await customer.ok<DeleteAnswer>('chat:delete', own());
    expect(deleted).toBeFalse();
    expect(keeping?.stop).toEqual({ kind: 'hold', clause: 'R36' });
    expect(keeping?.deletionAskedAt).toBe(desk.clock.now());
    await customer.ok('chat:delete', own());
    expect(await left('audit_leaves', `verb = 'conversation.deletion-asked'`)).toBe(1);
    const erasure = desk.app.get(TranscriptErasure, { strict: false });
    desk.clock.advance(HOUR);
    await erasure.again();
    expect(await left('entries')).toBeGreaterThan(0);
    facts.holds = [];
    await erasure.again();
    expect(await left('entries')).toBe(0);
    expect(await left('conversation_wishes')).toBe(0);
  });

  it('trains nobody from the moment its customer says so', async () => {
    const why = async () =>
      ((await agent.ask('get', `/api/conversations/${id}/why/2`)).body as WhyAnswer).decision.training;
    expect((await why()).use).toBe('redacted');
    const told = await customer.ok<ChatKeeping>('chat:training', own({ withdrawn: true }));
    expect([told.trainingWithdrawn, told.training.rule]).toEqual([true, 'objection']);
    expect(await why()).toEqual({ use: 'no', rule: 'objection', clause: 'R12' });
    await customer.ok('chat:training', own({ withdrawn: true }));
    expect(await left('audit_leaves', `verb = 'conversation.training-withdrawn'`)).toBe(1);
    await customer.ok('chat:training', own({ withdrawn: false }));
    expect((await why()).use).toBe('redacted');
  });

  it('is nobody else’s to see, delete or decide', async () => {
    const stranger = await LiveClient.chat(desk);
    await stranger.start('Hello');
    for (const event of ['chat:keeping', 'chat:delete']) {
      expect([event, await stranger.refusal(event, own())]).toEqual([event, 'not-allowed']);
    }
    expect(await stranger.refusal('chat:training', own({ withdrawn: true }))).toBe('not-allowed');
    expect(await customer.refusal('chat:delete', { conversationId: id })).toBe('bad-input');
    stranger.close();
    const nobody = await LiveClient.chat(desk);
    expect(await nobody.refusal('chat:keeping', own())).toBe('token-invalid');
    nobody.close();
  });

  it('shows this browser its earlier chats, page by page, and no other’s', async () => {
    const numbers: number[] = [];
    for (let i = 0; i < 12; i++) {
      desk.clock.advance(1000);
      numbers.unshift((await customer.start(`Another question ${i}`)).conversation.number);
    }
    const stranger = await LiveClient.chat(desk);
    await stranger.start('Hello');
    const first = await customer.ok<Page<EarlierChat>>('chat:earlier', {});
    expect(first.rows.map(({ number }) => number)).toEqual(numbers.slice(0, 10));
    const second = await customer.ok<Page<EarlierChat>>('chat:earlier', { cursor: first.next });
    expect(second.rows.map(({ number }) => number).slice(0, 2)).toEqual(numbers.slice(10));
    expect([second.rows.length, second.next]).toEqual([3, undefined]);
    expect((await stranger.ok<Page<EarlierChat>>('chat:earlier', {})).rows.length).toBe(1);
    stranger.close();
  });

  /** Numbers and signs what waits, then holds every row against it: throws at the first fault. */
  async function signed(): Promise<void> {
    for (let waiting = 1; waiting > 0;) {
      await desk.app.get(Sequencer, { strict: false }).checkpoint();
      ({ waiting } = await verifyAudit({
        database: desk.app.get(Database),
        sources: leafSources,
        signer: desk.app.get(CheckpointSigner, { strict: false }),
        files: desk.app.get(CheckpointFiles, { strict: false }).read(),
      }));
    }
  }
});
