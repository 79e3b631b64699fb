import { DAY, HOUR, MINUTE } from '@candour/shared/instant.js';
import type { Entries } from '@candour/shared/conversations.js';
import type { ChatHello } from '@candour/shared/live.js';
import type { Surveys } from '@candour/shared/surveys.js';
import { Database } from '../src/core/database/database.js';
import { KEY_DATABASE } from '../src/core/tokens.js';
import { DataKeyRow } from '../src/core/vault/data-key.entity.js';
import { RetentionSchedule } from '../src/privacy/retention.schedule.js';
import { ConversationRecord } from '../src/conversations/conversation.entity.js';
import { MailOutbox } from '../src/core/mail/outbox.service.js';
import { SurveyMailer } from '../src/surveys/survey-mailer.js';
import { SurveyRow } from '../src/surveys/survey.entity.js';
import { eachDesk, type Browser, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';

eachDesk('After a conversation was resolved', (open) => {
  let desk: Desk;
  let agent: Browser;
  let supervisor: { email: string; password: string };
  let customer: LiveClient;
  let token: string;
  let id: string;

  beforeEach(async () => {
    desk = await open();
    desk.clock.set(Date.parse('2026-03-02T10:00:00Z'));
    supervisor = await desk.addStaff('supervisor');
    agent = await desk.signedIn(supervisor);
    customer = await LiveClient.chat(desk);
    const started = await customer.start('My sofa is late');
    ({ token } = started);
    ({ id } = started.conversation);
    await deed('take');
  });
  afterEach(async () => {
    customer.close();
    await desk.close();
  });

  const deed = async (move: string): Promise<void> => {
    desk.clock.advance(MINUTE);
    expect((await agent.ask('post', `/api/conversations/${id}/${move}`)).status).toBe(200);
  };
  const rate = (rating: object) => ({ conversationId: id, ...rating });
  const shown = async () => ((await agent.ask('get', `/api/conversations/${id}/surveys`)).body as Surveys).rows;
  const rows = () => desk.app.get(Database).read((em) => em.find(SurveyRow));
  const surveys = (): unknown[] =>
    customer.seen.events.flatMap(([event, change]) =>
      event === 'conversation:changed' && 'survey' in (change as object) ? [(change as { survey: string }).survey] : [],
    );
  async function hello(): Promise<string | undefined> {
    const again = await LiveClient.chat(desk, { token });
    const { conversation } = await again.ok<ChatHello>('chat:hello', {});
    again.close();
    return conversation?.survey;
  }

  it('its customer is asked, here and on the next page; what they say stands beside the conversation', async () => {
    expect(await hello()).toBeUndefined();
    await deed('resolve');
    await customer.until(() => surveys().includes('wanted'));
    expect(await hello()).toBe('wanted');

    await customer.ok('chat:rate', rate({ score: 4, comment: '  Kind, but pay with 4111 1111 1111 1111?  ' }));
    await customer.until(() => surveys().includes('given'));
    expect(await hello()).toBe('given');
    const [survey, ...more] = await shown();
    expect(more).toEqual([]);
    expect(survey?.score).toBe(4);
    expect(survey?.comment).toMatch(/^Kind, but pay with .*1111\?$/);
    expect(survey?.comment).not.toContain('4111');
    const [row] = await rows();
    expect(row?.comment?.includes('Kind')).toBeFalse();
    const { entries } = (await agent.ask('get', `/api/conversations/${id}/entries`)).body as Entries;
    expect(entries.at(-1)?.fact).toEqual({ code: 'rated' });
  });

  it('it is rated once a resolve, and never in between', async () => {
    expect(await customer.refusal('chat:rate', rate({ score: 5 }))).toBe('survey-over');
    await deed('resolve');
    await customer.ok('chat:rate', rate({ score: 5 }));
    expect(await customer.refusal('chat:rate', rate({ score: 1 }))).toBe('survey-given');
    await deed('reopen');
    expect(await customer.refusal('chat:rate', rate({ score: 1 }))).toBe('survey-over');
    await deed('resolve');
    await customer.ok('chat:rate', rate({ score: 2 }));
    expect((await shown()).map(({ score }) => score)).toEqual([2, 5]);
  });

  it('two tabs that rate at once leave one rating', async () => {
    await deed('resolve');
    const other = await LiveClient.chat(desk, { token });
    const answers = await Promise.all(
      [customer, other].map((tab, i) => tab.refusal('chat:rate', rate({ score: i + 1 }))),
    );
    other.close();
    expect(answers.sort()).toEqual(['survey-given', undefined]);
    expect((await rows()).length).toBe(1);
  });

  it('nobody else rates it, nothing but 1 to 5 is a score, and after 14 days it is too late', async () => {
    await deed('resolve');
    const stranger = await LiveClient.chat(desk);
    await stranger.start('Hello');
    expect(await stranger.refusal('chat:rate', rate({ score: 1 }))).toBe('not-allowed');
    stranger.close();
    for (const wrong of [{ score: 0 }, { score: 6 }, { score: 2.5 }, {}, { score: 3, comment: 'x'.repeat(2_001) }]) {
      expect(await customer.refusal('chat:rate', rate(wrong))).toBe('bad-input');
    }
    desk.clock.advance(14 * DAY);
    expect(await hello()).toBeUndefined();
    expect(await customer.refusal('chat:rate', rate({ score: 3 }))).toBe('survey-over');
  });

  it('who is answered by mail is asked there once, by a link that reaches this survey alone', async () => {
    await customer.ok('chat:contact', { conversationId: id, contact: { email: 'ottoline@example.com' } });
    await desk.app.get(Database).write((tx) => tx.em.update(ConversationRecord, { id }, { channel: 'email' }));
    await deed('resolve');
    const mailer = desk.app.get(SurveyMailer, { strict: false });
    expect(await mailer.pass()).toBe(0);
    desk.clock.advance(31 * MINUTE);
    expect(await Promise.all([mailer.pass(), mailer.pass()])).toEqual([1, 0]);
    const mails = await desk.app.get(MailOutbox, { strict: false }).mailboxOf('ottoline@example.com');
    expect(mails.length).toBe(1);
    const link = /\/help\/rate\/(\S+)/.exec(mails[0]?.text ?? '')?.[1] ?? '';
    const nobody = desk.browser();
    const read = async (path = link) => nobody.ask('get', `/api/surveys/${path}`);
    expect((await read()).body).toEqual({ number: 1001, language: 'en', state: 'wanted' });
    const forged = `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`;
    expect([(await read(forged)).status, (await read('x')).status]).toEqual([401, 400]);
    const rated = await nobody.ask('post', `/api/surveys/${link}`, { score: 5, comment: 'Thank you' });
    expect(rated.body).toEqual({ number: 1001, language: 'en', state: 'given' });
    expect((await nobody.ask('post', `/api/surveys/${link}`, { score: 1 })).status).toBe(409);
    agent = await desk.signedIn(supervisor);
    expect((await shown()).map(({ score, comment }) => [score, comment])).toEqual([[5, 'Thank you']]);
  });

  it('it is nobody’s after twelve months: the words are deleted, the score stays in its month', async () => {
    await deed('resolve');
    await customer.ok('chat:rate', rate({ score: 5, comment: 'Thank you' }));
    const night = async (at: string): Promise<void> => {
      desk.clock.set(Date.parse(at));
      await desk.app.get(RetentionSchedule, { strict: false }).nightly();
    };
    await night('2027-03-02T03:00:00Z');
    expect((await rows())[0]?.comment).not.toBeNull();
    await night('2027-03-03T03:00:00Z');
    const [{ conversationId, customerId, comment, keyId, score, answeredAt, resolvedAt, anchorAt } = {} as SurveyRow] =
      await rows();
    expect({ conversationId, customerId, comment, keyId, anchorAt }).toEqual({
      ...{ conversationId: null, customerId: null, comment: null, keyId: null, anchorAt: null },
    });
    expect([score, answeredAt, resolvedAt]).toEqual([5, Date.UTC(2026, 2), Date.UTC(2026, 2)]);
    // The conversation went half a year before: what sealed both is shredded with the last of them.
    await night('2027-03-04T03:00:00Z');
    desk.clock.advance(HOUR);
    await desk.app.get(RetentionSchedule, { strict: false }).hourly();
    const keys = await desk.app.get<Database>(KEY_DATABASE).read((em) => em.find(DataKeyRow));
    expect(keys.filter(({ family, wrapped }) => family === 'conversation' && wrapped !== null)).toEqual([]);
  });
});
