import { languages } from '@candour/shared/words.js';
import { lintMail } from '../core/mail/linter.rules.js';
import { linkMail, linkMails, readingCode } from '../core/mail/templates/contact.js';
import { mailOwed, MAIL_APART, RECEIPT_WITHIN, UNREAD_FOR, type MailState, type Told } from './contact.rules.js';

const at = 1_000_000_000;
const form: MailState = { channel: 'email', createdAt: at, lastAt: at, status: 'queued', answerSeq: 0 };
const left: MailState = { ...form, channel: 'chat' };
const told: Told = { receiptAt: at, mailedSeq: 0, mailedAt: null };

describe('What a customer who is answered by mail is written', () => {
  for (const [what, of, before, now, owed] of [
    ['a receipt of what is fresh', form, null, at, 'receipt'],
    ['one alone', form, told, at, undefined],
    ['none of what is old', form, null, at + RECEIPT_WITHIN, undefined],
    ['an answer', { ...form, answerSeq: 4 }, told, at, 'answer'],
    ['an answer before any receipt', { ...form, answerSeq: 4 }, null, at, 'answer'],
    ['no answer twice', { ...form, answerSeq: 4 }, { ...told, mailedSeq: 4, mailedAt: at }, at + 1e9, undefined],
    ['not two mails at once', { ...form, answerSeq: 5 }, { ...told, mailedSeq: 4, mailedAt: at }, at + 1, undefined],
    [
      'the next when they stand apart',
      { ...form, answerSeq: 5 },
      { ...told, mailedSeq: 4, mailedAt: at },
      at + MAIL_APART,
      'answer',
    ],
    ['who may still look at the chat waits', { ...left, answerSeq: 4 }, told, at, undefined],
    ['and is written to then', { ...left, answerSeq: 4 }, told, at + UNREAD_FOR, 'answer'],
    ['nothing of spam', { ...form, status: 'spam', answerSeq: 4 }, told, at, undefined],
  ] as const) {
    it(what, () => expect(mailOwed(of, before, now)).toBe(owed));
  }

  it('asks for nothing and holds no word of the conversation, in any language', () => {
    for (const language of languages) {
      const values = { number: 1001, link: 'https://a.example.com/x#y', track: 'https://a.example.com/x', days: 7 };
      for (const kind of linkMails) {
        const { subject, text, secrets } = linkMail(kind, language, { ...values, sender: 'Kwoking' });
        expect(lintMail(subject, text)).toEqual([]);
        expect(secrets).toEqual([values.link]);
      }
      const code = readingCode(language, { number: 1001, code: '123456', minutes: 10, sender: 'Kwoking' });
      expect(lintMail(code.subject, code.text)).toEqual([]);
      expect(code.secrets).toEqual(['123456']);
    }
  });
});
