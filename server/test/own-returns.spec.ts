import type { Mail } from '@candour/shared/mail.js';
import { newId } from '@candour/shared/ids.js';
import { HOUR } from '@candour/shared/instant.js';
import type { OwnReturn, OwnReturns } from '@candour/shared/own-returns.js';
import type { ReturnPreview } from '@candour/shared/returns.js';
import { system } from '../src/core/access/actor.js';
import { Database } from '../src/core/database/database.js';
import { MailOutbox } from '../src/core/mail/outbox.service.js';
import { ImportsService } from '../src/orders/import/imports.service.js';
import { genericOrder } from '../src/orders/orders.testing.js';
import { OwnReturnsService } from '../src/returns/own-returns.service.js';
import { ReturnRecord } from '../src/returns/return.entity.js';
import { eachDesk, type Browser, type Desk } from './desk.js';

const email = 'amelie@example.com';
const clientId = (): string => newId().replaceAll('-', '');

eachDesk(
  'A customer’s own returns',
  (open) => {
    let desk: Desk;
    let guest: Browser;
    beforeAll(async () => {
      desk = await open();
      desk.clock.set(Date.parse('2026-04-15T10:00:00Z'));
      guest = desk.browser();
      const order = (number: string, country: string) =>
        genericOrder(number, {
          ...{ currency: 'EUR', country, fulfilmentStatus: 'delivered', deliveredAt: '2026-03-20T09:00:00Z' },
          ...{ customer: { name: 'Amélie Tabouret', email }, subtotal: 20000, total: 20000 },
          lines: [
            { title: 'Chair', quantity: 2, unitPrice: 5000 },
            { title: 'Bench', quantity: 1, unitPrice: 10000, finalSale: true },
          ],
        });
      const orders = [order('F-1', 'FR'), order('F-2', 'FR')];
      async function* file(): AsyncGenerator<Buffer> {
        yield await Promise.resolve(Buffer.from(JSON.stringify(orders)));
      }
      const imports = desk.app.get(ImportsService, { strict: false });
      await imports.run(system('spec'), { format: 'auto', name: 'file' }, file());
    });
    afterAll(() => desk.close());
    beforeEach(() => desk.clock.advance(2 * HOUR));

    const mailbox = (to = email): Promise<Mail[]> => desk.app.get(MailOutbox, { strict: false }).mailboxOf(to);
    const ask = (orderNumber: string, to = email) =>
      guest.ask('post', '/api/help/returns/code', { orderNumber, email: to, language: 'fr' });
    const sent = () => desk.app.get(OwnReturnsService, { strict: false }).sent();
    const tried = (orderNumber: string, code: string, to = email) =>
      guest.ask('post', '/api/help/returns/open', { orderNumber, email: to, code });
    async function opened(orderNumber: string): Promise<{ authorization: string }> {
      expect((await ask(orderNumber)).status).toBe(204);
      await sent();
      const code = /\b\d{6}\b/.exec((await mailbox())[0]?.text ?? '')?.[0] ?? '';
      const answer = await tried(orderNumber, code);
      expect(answer.status).toBe(200);
      return { authorization: `Bearer ${(answer.body as { token: string }).token}` };
    }
    const codeOf = (answer: { body: unknown }): string => (answer.body as { code: string }).code;

    it('are opened by a code from the order’s mailbox, and by nothing else; nothing says what exists', async () => {
      const before = (await mailbox()).length;
      for (const [number, to] of [
        ['F-1', 'other@example.com'],
        ['F-99', email],
      ] as const) {
        expect((await ask(number, to)).status).toBe(204);
        await sent();
        const answer = await tried(number, '123456', to);
        expect([answer.status, codeOf(answer)]).toEqual([422, 'code-wrong']);
      }
      expect((await mailbox('other@example.com')).length).toBe(0);
      expect((await mailbox()).length).toBe(before);
      expect(codeOf(await guest.ask('get', '/api/help/returns'))).toBe('token-invalid');
      const bearer = await opened('F-1');
      const forged = { authorization: bearer.authorization.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) };
      expect(codeOf(await guest.ask('get', '/api/help/returns', undefined, forged))).toBe('token-invalid');
      const own = (await guest.ask('get', '/api/help/returns', undefined, bearer)).body as OwnReturns;
      expect(own.returnable.lines.map(({ title, left }) => `${left} ${title}`)).toEqual(['2 Chair', '1 Bench']);
      desk.clock.advance(HOUR);
      expect(codeOf(await guest.ask('get', '/api/help/returns', undefined, bearer))).toBe('token-expired');
    });

    it('are asked for by the rules alone, once, and are followed', async () => {
      const bearer = await opened('F-2');
      const { returnable } = (await guest.ask('get', '/api/help/returns', undefined, bearer)).body as OwnReturns;
      const [chair, bench] = returnable.lines;
      const form = (lineId: string | undefined, quantity: number, reason = 'changed-mind') => ({
        ...{ clientId: clientId(), method: 'drop_off', lines: [{ lineId, quantity, reason }] },
      });
      const send = (body: object) => guest.ask('post', '/api/help/returns', body, bearer);
      expect(codeOf(await send(form(bench?.lineId, 1)))).toBe('return-refused');
      expect(codeOf(await send(form(chair?.lineId, 3)))).toBe('quantity-unfit');
      expect(codeOf(await send(form(newId(), 1)))).toBe('line-unknown');
      const rows = () => desk.app.get(Database).read((em) => em.count(ReturnRecord));
      expect(await rows()).toBe(0);
      const one = form(chair?.lineId, 2);
      const shown = await guest.ask('post', '/api/help/returns/preview', one, bearer);
      expect((shown.body as ReturnPreview).fees.map(({ fee, amount }) => `${fee} ${amount.amount}`)).toEqual([
        'restocking 1000',
      ]);
      expect(codeOf(await guest.ask('post', '/api/help/returns/preview', one))).toBe('token-invalid');
      expect(await rows()).toBe(0);
      const [first, again] = [await send(one), await send(one)];
      expect((again.body as OwnReturn).id).toBe((first.body as OwnReturn).id);
      expect(await rows()).toBe(1);
      // The shop's own return costs what the shop asks; goods that are not what was bought cost nothing.
      expect((first.body as OwnReturn).fees.map(({ fee, amount }) => `${fee} ${amount.amount}`)).toEqual([
        'restocking 1000',
      ]);
      expect(((await send(form(bench?.lineId, 1, 'defective'))).body as OwnReturn).fees).toEqual([]);
      const { returns } = (await guest.ask('get', '/api/help/returns', undefined, bearer)).body as OwnReturns;
      expect(returns.length).toBe(2);
      expect(Object.keys(returns[0] ?? {})).not.toContain('can');
    });

    it('may be withdrawn without any of it: the receipt repeats what was declared', async () => {
      const { policyVersion } = (await guest.ask('get', '/api/help/desk?language=de')).body as {
        policyVersion: string;
      };
      const to = 'withdrawn@example.com';
      const form = {
        ...{ formId: clientId(), language: 'de', policyVersion, name: 'Konrad Eckbank', email: to },
        ...{ orderNumber: 'unknown-7', goods: 'Eckbank' },
      };
      const answer = await guest.ask('post', '/api/help/withdrawals', form);
      expect(answer.status).toBe(200);
      const { number } = answer.body as { number: number };
      const receipt = (await mailbox(to)).find(({ subject }) => subject === 'Ihr Widerruf ist eingegangen');
      for (const word of ['unknown-7', 'Eckbank', 'Konrad Eckbank', '2026-04-15', `#${number}`]) {
        expect(receipt?.text).withContext(word).toContain(word);
      }
      expect(((await guest.ask('post', '/api/help/withdrawals', form)).body as { number: number }).number).toBe(number);
      const bad = { ...form, formId: clientId(), name: ' ' };
      expect(codeOf(await guest.ask('post', '/api/help/withdrawals', bad))).toBe('bad-input');
    });
  },
  true,
);
