import type { Attachment } from '@candour/shared/attachments.js';
import type { Mail } from '@candour/shared/mail.js';
import type { ReadConversation } from '@candour/shared/contact.js';
import type { ConversationRow } from '@candour/shared/conversations.js';
import { DAY, HOUR, MINUTE } from '@candour/shared/instant.js';
import { newId } from '@candour/shared/ids.js';
import { Database } from '../src/core/database/database.js';
import { MailOutbox } from '../src/core/mail/outbox.service.js';
import { MailThread, PassRow } from '../src/contact/contact.entity.js';
import { AnswerMailer } from '../src/contact/answer-mailer.js';
import { PassesService } from '../src/contact/passes.service.js';
import { TrackingService } from '../src/contact/tracking.service.js';
import { ConversationRecord } from '../src/conversations/conversation.entity.js';
import { RetentionSchedule } from '../src/privacy/retention.schedule.js';
import { VerificationCode } from '../src/customers/verification-code.entity.js';
import type { EntityManager } from 'typeorm';
import { eachDesk, type Browser, type Credentials, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';
import { pdf, photo } from './sample-files.js';

const AT = Date.parse('2026-03-02T10:00:00Z');
const email = 'ottoline@example.com';

eachDesk(
  'A message that was left at the help centre',
  (open) => {
    let desk: Desk;
    let staff: Credentials;
    let agent: Browser;
    let line: LiveClient;
    let guest: Browser;
    let policyVersion: string;

    beforeAll(async () => {
      desk = await open();
      desk.clock.set(AT);
      staff = await desk.addStaff('agent');
      guest = desk.browser();
      policyVersion = ((await guest.ask('get', '/api/help/desk?language=en')).body as { policyVersion: string })
        .policyVersion;
    });
    afterAll(() => desk.close());
    beforeEach(async () => {
      // What one address may send in an hour is for each of these stories.
      desk.clock.advance(2 * HOUR);
      agent = await desk.signedIn(staff);
      line = await LiveClient.desk(desk, agent);
    });
    afterEach(() => line.close());

    const form = (more: object = {}) => ({
      ...{ formId: newId().replaceAll('-', ''), topic: 'delivery', language: 'en', policyVersion },
      ...{ email, text: 'Nobody came on Tuesday.', ...more },
    });
    const send = (body: object, from = guest) => from.ask('post', '/api/help/contact', body);
    const taken = async (more: object = {}): Promise<number> => {
      const answer = await send(form(more));
      expect(answer.status).toBe(200);
      return (answer.body as { number: number }).number;
    };
    const mailer = (): AnswerMailer => desk.app.get(AnswerMailer, { strict: false });
    const mailbox = (to = email): Promise<Mail[]> => desk.app.get(MailOutbox, { strict: false }).mailboxOf(to);
    const passIn = (mail: Mail | undefined): string => /#([0-9a-f-]{36}\.[\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
    const record = (number: number) =>
      desk.app.get(Database).read((em) => em.findOneByOrFail(ConversationRecord, { number }));
    const opened = async (pass: string): Promise<string> => {
      const answer = await guest.ask('post', '/api/help/pass', { pass });
      expect(answer.status).toBe(200);
      return (answer.body as { token: string }).token;
    };
    const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
    const read = async (token: string): Promise<ReadConversation> =>
      (await guest.ask('get', '/api/help/conversation', undefined, bearer(token))).body as ReadConversation;
    const write = (token: string, text: string) =>
      guest.ask(
        'post',
        '/api/help/conversation/messages',
        { clientId: newId().replaceAll('-', ''), text },
        bearer(token),
      );
    const codeOf = (problem: { body: unknown }): string => (problem.body as { code: string }).code;

    it('is one ticket, however often it is sent, and its receipt opens it after a click alone', async () => {
      const one = form({ name: 'Ottoline Sofabed', orderNumber: 'KW-1' });
      const [first, again] = await Promise.all([send(one), send(one)]);
      expect(again.body).toEqual(first.body);
      expect(Object.keys(first.body as object)).toEqual(['number']);
      const { number } = first.body as { number: number };
      await mailer().pass();
      const rows = ((await agent.ask('get', '/api/conversations?view=queue')).body as { rows: ConversationRow[] }).rows;
      expect(rows.filter((row) => row.number === number)).toEqual([
        jasmine.objectContaining({ channel: 'email', topic: 'delivery', status: 'queued' }),
      ]);

      const [receipt, ...more] = await mailbox();
      expect(more).toEqual([]);
      expect(receipt?.subject).toContain(String(number));
      expect(receipt?.text).not.toContain('Tuesday');
      const pass = passIn(receipt);
      const stored = await desk.app.get(Database).read((em) => em.findOneByOrFail(PassRow, { id: pass.slice(0, 36) }));
      expect(JSON.stringify(stored)).not.toContain(pass.slice(37));

      // A scanner fetches: the page alone, and nothing is opened.
      expect((await guest.ask('get', `/api/help/pass?pass=${pass}`)).status).toBe(404);
      expect(
        (await desk.app.get(Database).read((em) => em.findOneByOrFail(PassRow, { id: stored.id }))).openedAt,
      ).toBeNull();

      const shown = await read(await opened(pass));
      expect(shown.number).toBe(number);
      expect(shown.mayWrite).toBeTrue();
      expect(shown.entries.map(({ text }) => text)).toContain('Nobody came on Tuesday.');
      // What a link shows proves nobody to the desk.
      expect((await record(number)).level).toBe(0);
    });

    it('is answered by a mail that has the link and not the words, once for what comes together', async () => {
      const to = 'answered@example.com';
      const number = await taken({ email: to });
      const { id } = await record(number);
      await mailer().pass();
      await agent.ask('post', `/api/conversations/${id}/take`);
      desk.clock.advance(MINUTE);
      await line.send(id, 'The carrier comes on Friday.');
      await line.send(id, 'Between nine and noon.');
      await Promise.all([mailer().pass(), mailer().pass()]);
      const [answer, receipt, ...more] = await mailbox(to);
      expect(more).toEqual([]);
      expect(answer?.subject).toContain('there is an answer');
      expect(answer?.text).not.toContain('Friday');
      expect(passIn(receipt)).not.toBe(passIn(answer));

      const token = await opened(passIn(answer));
      expect((await read(token)).entries.map(({ text }) => text)).toContain('Between nine and noon.');
      expect((await write(token, 'Friday suits me.')).status).toBe(200);
      expect((await record(number)).lastBy).toBe('customer');

      // Read is read: the next mail is for what came since, and not before ten minutes are over.
      await line.send(id, 'See you then.');
      expect(await mailer().pass()).toBe(0);
      desk.clock.advance(10 * MINUTE);
      expect(await mailer().pass()).toBe(1);
      expect((await mailbox(to)).length).toBe(3);
    });

    it('carries files both ways for whoever it was opened for, and those of no other conversation', async () => {
      const to = 'photos@example.com';
      const [number, other] = [await taken({ email: to }), await taken({ email: 'else@example.com' })];
      const [{ id }, { id: otherId }] = [await record(number), await record(other)];
      await mailer().pass();
      const token = await opened(passIn((await mailbox(to))[0]));
      const bytes = { 'content-type': 'application/octet-stream' };
      const clientId = () => newId().replaceAll('-', '');

      // What the desk sends along with an answer is opened here, whoever sent it.
      for (const one of [id, otherId]) await agent.ask('post', `/api/conversations/${one}/take`);
      const sentTo = async (one: string): Promise<string> => {
        const plan = (await agent.ask('post', `/api/conversations/${one}/attachments?name=plan.pdf`, pdf(), bytes))
          .body;
        const { head: seen } = await record(one === id ? number : other);
        const attachments = [(plan as Attachment).id];
        const ask = {
          conversationId: one,
          clientId: clientId(),
          kind: 'message',
          text: 'The plan.',
          seen,
          attachments,
        };
        await line.ok('message:attach', ask);
        return (plan as Attachment).id;
      };
      const [plan, foreign] = [await sentTo(id), await sentTo(otherId)];
      // Were both of one browser, this token would still open the one alone.
      const { visitorId } = await record(number);
      await desk.app.get(Database).write(({ em }) => em.update(ConversationRecord, { id: otherId }, { visitorId }));
      const file = (one: string, by = token) =>
        fetch(`${desk.url}/api/help/conversation/files/${one}`, { headers: bearer(by) });
      const answer = await file(plan);
      expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
        200,
        'attachment; filename=plan.pdf',
      ]);
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdf());
      expect((await file(foreign)).status).toBe(404);

      // A photo goes the other way; until it is sent it is nobody's to see.
      const upload = (by: string) =>
        guest.ask('post', '/api/help/conversation/files?name=scratch.jpg', shot, { ...bytes, ...bearer(by) });
      const shot = await photo();
      const [first, second] = [(await upload(token)).body as Attachment, (await upload(token)).body as Attachment];
      expect((await file(first.id)).status).toBe(404);
      expect((await guest.ask('delete', `/api/help/conversation/files/${plan}`, undefined, bearer(token))).status).toBe(
        404,
      );
      expect(
        (await guest.ask('delete', `/api/help/conversation/files/${second.id}`, undefined, bearer(token))).status,
      ).toBe(204);
      const message = { clientId: clientId(), text: '', attachments: [first.id] };
      const posted = await guest.ask('post', '/api/help/conversation/messages', message, bearer(token));
      expect(posted.status).toBe(200);
      expect(
        codeOf(
          await guest.ask(
            'post',
            '/api/help/conversation/messages',
            { ...message, clientId: clientId(), attachments: [second.id] },
            bearer(token),
          ),
        ),
      ).toBe('file-gone');
      expect(
        codeOf(
          await guest.ask('post', '/api/help/conversation/messages', { clientId: clientId(), text: '' }, bearer(token)),
        ),
      ).toBe('bad-input');
      expect((await read(token)).entries.at(-1)?.attachments?.map(({ id: one, preview }) => [one, preview])).toEqual([
        [first.id, true],
      ]);
      const preview = await file(`${first.id}/preview`);
      expect([preview.status, preview.headers.get('content-type')]).toEqual([200, 'image/webp']);
      expect((await file(first.id, `${token}x`)).status).toBe(401);
    });

    it('is found again by number and code; a number that does not exist is answered no differently', async () => {
      const to = 'tracked@example.com';
      const number = await taken({ email: to });
      await mailer().pass();
      const tracking = desk.app.get(TrackingService, { strict: false });
      const ask = (body: object) => guest.ask('post', '/api/help/track', { language: 'en', ...body });
      const codes = async () => (await mailbox(to)).filter(({ subject }) => subject.includes('code'));

      const known = await ask({ number, email: to });
      const [stranger, nobody] = [
        await ask({ number, email: 'else@example.com' }),
        await ask({ number: 99, email: to }),
      ];
      await tracking.sent();
      for (const answer of [stranger, nobody]) {
        expect([answer.status, answer.text]).toEqual([known.status, known.text]);
      }
      const [mail, ...more] = await codes();
      expect(more).toEqual([]);
      const code = /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? '';
      const wrong = code === '000000' ? '000001' : '000000';
      const attempt = (body: object) => guest.ask('post', '/api/help/track/open', body);

      const refused = [
        await attempt({ number, email: to, code: wrong }),
        await attempt({ number: 99, email: to, code }),
        await attempt({ number, email: 'else@example.com', code }),
      ].map(({ status, body }) => [status, (body as { code: string }).code, (body as { facts?: object }).facts]);
      expect(refused).toEqual([1, 2, 3].map(() => [422, 'code-wrong', undefined]));

      const right = await attempt({ number, email: to, code });
      expect(right.status).toBe(200);
      expect((await read((right.body as { token: string }).token)).number).toBe(number);
      expect(codeOf(await attempt({ number, email: to, code }))).toBe('code-wrong');

      // Guessing ends alike where there is something to guess and where there is nothing.
      for (const at of [number, 98]) {
        const found: string[] = [];
        for (let i = 0; i < 7; i++) found.push(codeOf(await attempt({ number: at, email: to, code: wrong })));
        expect(found.at(-1)).toBe('too-many-attempts');
      }
      // A code to read with proves nobody to the desk, and none that proves somebody reads.
      const rows = await desk.app.get(Database).read((em) => em.findBy(VerificationCode, { use: 'reading' }));
      expect(rows.length).toBe(1);
      expect((await record(number)).level).toBe(0);
    });

    it('is refused where it was sent too often, holds no words, or under another policy', async () => {
      const to = 'often@example.com';
      expect(codeOf(await send(form({ policyVersion: 'another' })))).toBe('policy-not-accepted');
      expect(codeOf(await send(form({ text: '   ' })))).toBe('text-empty');
      expect(codeOf(await send(form({ email: 'no address' })))).toBe('bad-input');
      const answers: number[] = [];
      for (let i = 0; i < 6; i++) answers.push((await send(form({ email: to }))).status);
      expect(answers).toEqual([200, 200, 200, 200, 200, 429]);
    });

    it('opens for nobody by a token that was bent, that is over, or that is for something else', async () => {
      const to = 'bent@example.com';
      await taken({ email: to });
      await mailer().pass();
      const pass = passIn((await mailbox(to))[0]);
      const confirm = (one: string) => guest.ask('post', '/api/help/pass', { pass: one });
      const bent = `${pass.slice(0, -1)}${pass.endsWith('A') ? 'B' : 'A'}`;
      expect(codeOf(await confirm(bent))).toBe('token-invalid');
      const token = await opened(pass);
      expect((await guest.ask('get', '/api/help/conversation', undefined, bearer(`${token}x`))).status).toBe(401);
      expect((await guest.ask('get', '/api/help/conversation')).status).toBe(401);
      desk.clock.advance(HOUR);
      expect(codeOf(await guest.ask('get', '/api/help/conversation', undefined, bearer(token)))).toBe('token-expired');
      desk.clock.advance(7 * DAY);
      expect(codeOf(await confirm(pass))).toBe('token-expired');
      await desk.app.get(PassesService, { strict: false }).forget();
      expect(codeOf(await confirm(pass))).toBe('token-invalid');
    });

    it('leaves nothing of passes and mails behind when its conversation goes', async () => {
      const number = await taken({ email: 'gone@example.com' });
      await mailer().pass();
      const { id } = await record(number);
      const left = () =>
        desk.app
          .get(Database)
          .read(async (em) => [
            await em.countBy(PassRow, { conversationId: id }),
            await em.countBy(MailThread, { conversationId: id }),
          ]);
      expect(await left()).toEqual([1, 1]);
      await agent.ask('post', `/api/conversations/${id}/take`);
      await agent.ask('post', `/api/conversations/${id}/resolve`);
      desk.clock.advance(200 * DAY);
      await desk.app.get(RetentionSchedule, { strict: false }).nightly();
      expect(await desk.app.get(Database).read((em) => em.countBy(ConversationRecord, { id }))).toBe(0);
      expect(await left()).toEqual([0, 0]);
    });
  },
  true,
);

eachDesk(
  'From the chat',
  (open) => {
    let desk: Desk;
    beforeAll(async () => {
      desk = await open();
      desk.clock.set(AT);
    });
    afterAll(() => desk.close());

    const mailbox = (to = email): Promise<Mail[]> => desk.app.get(MailOutbox, { strict: false }).mailboxOf(to);

    it('who leaves the queue for an e-mail is written to, unless they read the answer in the chat', async () => {
      const agent = await desk.signedIn(await desk.addStaff('agent'));
      const line = await LiveClient.desk(desk, agent);
      const customer = await LiveClient.chat(desk);
      const { conversation } = await customer.start('My sofa is late');
      const { id } = conversation;
      const mailer = desk.app.get(AnswerMailer, { strict: false });
      await customer.ok('chat:overflow', { conversationId: id, way: 'email', contact: { email } });
      await mailer.pass();
      expect((await mailbox()).length).toBe(1);
      await agent.ask('post', `/api/conversations/${id}/take`);
      await line.send(id, 'It comes on Friday.');
      expect(await mailer.pass()).toBe(0);
      desk.clock.advance(MINUTE);
      expect(await mailer.pass()).toBe(1);
      expect((await mailbox())[0]?.subject).toContain('there is an answer');
      customer.close();
      line.close();
    });

    it('a link to the transcript is mailed, reads and does not write; and not again and again', async () => {
      const guest = desk.browser();
      const customer = await LiveClient.chat(desk);
      const { conversation, token: began } = await customer.start('My sofa is late');
      const to = 'transcript@example.com';
      const ask = { conversationId: conversation.id, email: to };
      expect(await customer.ok('chat:transcript', ask)).toEqual({ days: 7 });
      const [mail] = await mailbox(to);
      const pass = /#([0-9a-f-]{36}\.[\w-]{43})/.exec(mail?.text ?? '')?.[1];
      const { token } = (await guest.ask('post', '/api/help/pass', { pass })).body as { token: string };
      const headers = { authorization: `Bearer ${token}` };
      const shown = (await guest.ask('get', '/api/help/conversation', undefined, headers)).body as ReadConversation;
      expect(shown.entries.map(({ text }) => text)).toContain('My sofa is late');
      expect(shown.mayWrite).toBeFalse();
      const message = { clientId: newId().replaceAll('-', ''), text: 'Hello' };
      expect((await guest.ask('post', '/api/help/conversation/messages', message, headers)).status).toBe(403);
      const bytes = { ...headers, 'content-type': 'application/octet-stream' };
      expect((await guest.ask('post', '/api/help/conversation/files?name=a.pdf', pdf(), bytes)).status).toBe(403);

      // Whoever has the copy has read nothing in the customer's place, and is not shown where it goes on.
      const readSeq = async (): Promise<number> => {
        const row = (em: EntityManager) => em.findOneByOrFail(ConversationRecord, { id: conversation.id });
        return (await desk.app.get(Database).read(row)).customerReadSeq;
      };
      const before = await readSeq();
      const agent = await desk.signedIn(await desk.addStaff('agent', 'copy@example.com'));
      const line = await LiveClient.desk(desk, agent);
      await agent.ask('post', `/api/conversations/${conversation.id}/take`);
      await line.send(conversation.id, 'It comes on Friday');
      line.close();
      const again = await LiveClient.chat(desk, { token: began });
      const other = (await again.start('And my table?')).conversation;
      again.close();
      await agent.ask('post', `/api/conversations/${other.id}/take`);
      const merged = await agent.ask('post', `/api/conversations/${conversation.id}/merge`, { into: other.id });
      expect(merged.status).toBe(200);
      const copy = (await guest.ask('get', '/api/help/conversation', undefined, headers)).body as ReadConversation;
      expect(copy.number).toBe(conversation.number);
      expect(JSON.stringify(copy.entries)).toContain('It comes on Friday');
      expect(JSON.stringify(copy)).not.toContain('And my table?');
      expect(await readSeq()).toBe(before);

      const stranger = await LiveClient.chat(desk);
      await stranger.start('Somebody else');
      expect(await stranger.refusal('chat:transcript', ask)).toBe('not-allowed');
      await customer.ok('chat:transcript', ask);
      await customer.ok('chat:transcript', ask);
      expect(await customer.refusal('chat:transcript', ask)).toBe('too-many-requests');
      customer.close();
      stranger.close();
    });
  },
  true,
);
