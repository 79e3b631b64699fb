import { MINUTE } from '@candour/shared/instant.js';
import { newId } from '@candour/shared/ids.js';
import { eachEngine } from '../core/testing/engines.js';
import { CustomerRecord } from './customer.entity.js';
import { CustomersKeeper } from './customers.keeper.js';
import { customersBench } from './customers.testing.js';
import { VerificationCode } from './verification-code.entity.js';
import { VerificationService, type Checked } from './verification.service.js';
import type { OpenDatabase } from '../core/testing/engines.js';

async function bench(open: OpenDatabase) {
  const base = await customersBench(open);
  const codes = new VerificationService(base.database, base.vault, base.clock, base.customers);
  const prepared = await base.customers.prepareVisitor({
    language: 'en',
    policyVersion: '1',
    contact: { email: 'ottoline@example.com' },
  });
  await base.database.write((tx) => base.customers.insert(tx, prepared));
  const customerId = prepared.id;
  const identify = () =>
    base.database.write((tx) => tx.em.update(CustomerRecord, { id: customerId }, { kind: 'identified' }));
  const conversationId = newId();
  const prepare = (email?: string, conversation = conversationId) =>
    codes.prepare({
      conversationId: conversation,
      customerId,
      order: email === undefined ? undefined : { id: newId(), email },
      policyVersion: '1',
    });
  const send = async (email?: string, conversation?: string) => {
    const made = await prepare(email, conversation);
    await base.database.write((tx) => codes.send(tx, made));
    return made;
  };
  const check = (code: string): Promise<Checked> => base.database.write((tx) => codes.check(tx, conversationId, code));
  const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  return { ...base, codes, customerId, conversationId, identify, prepare, send, check, wrong };
}

eachEngine('one-time codes', (open) => {
  it('prove a customer by the address kept with the order or with them', async () => {
    const desk = await bench(open);
    await desk.identify();
    const byOrder = await desk.send('order@example.com');
    expect(byOrder.to).toBe('order@example.com');
    expect(byOrder.code).toMatch(/^\d{6}$/);
    expect((await desk.codes.waiting([desk.conversationId])).get(desk.conversationId)).toEqual({
      customerId: jasmine.any(String) as unknown as string,
      sentAt: desk.clock.now(),
      expiresAt: desk.clock.now() + 10 * MINUTE,
      to: 'o•••@e•••.com',
    });
    expect(await desk.check(byOrder.code)).toEqual({
      right: true,
      customerId: desk.customerId,
      orderId: byOrder.row.orderId,
    });
    expect(await desk.check(byOrder.code)).toEqual({ right: false, refusal: 'code-expired' });
    expect((await desk.codes.waiting([desk.conversationId])).size).toBe(0);
    expect((await desk.prepare()).to).toBe('ottoline@example.com');
  });

  it('never go to what a visitor merely claimed', async () => {
    const desk = await bench(open);
    await expectAsync(desk.prepare()).toBeRejectedWithError('no-address');
  });

  it('are void after five wrong tries, counted over units', async () => {
    const desk = await bench(open);
    await desk.identify();
    const { code } = await desk.send();
    const told: unknown[] = [];
    for (let i = 0; i < 5; i++) {
      const checked = await desk.check(desk.wrong(code));
      told.push(checked.right ? 'right' : [checked.refusal, checked.left]);
    }
    expect(told).toEqual([
      ['code-wrong', 4],
      ['code-wrong', 3],
      ['code-wrong', 2],
      ['code-wrong', 1],
      ['too-many-attempts', undefined],
    ]);
    expect(await desk.check(code)).toEqual({ right: false, refusal: 'too-many-attempts' });
  });

  it('count tries made at the same time, each once', async () => {
    const desk = await bench(open);
    await desk.identify();
    const { code } = await desk.send();
    const checks = await Promise.all(Array.from({ length: 8 }, () => desk.check(desk.wrong(code))));
    expect(checks.filter((checked) => !checked.right && checked.refusal === 'code-wrong').length).toBe(4);
    expect((await desk.check(code)).right).toBeFalse();
  });

  it('end after ten minutes, and when a newer one is sent', async () => {
    const desk = await bench(open);
    await desk.identify();
    const first = await desk.send();
    desk.clock.advance(MINUTE);
    const second = await desk.send();
    if (first.code !== second.code) expect((await desk.check(first.code)).right).toBeFalse();
    desk.clock.advance(10 * MINUTE);
    expect(await desk.check(second.code)).toEqual({ right: false, refusal: 'code-expired' });
  });

  it('are sent three times in ten minutes to a conversation and five times an hour to a customer', async () => {
    const desk = await bench(open);
    await desk.identify();
    for (let i = 0; i < 3; i++) await desk.send();
    await expectAsync(desk.send()).toBeRejectedWithError('too-many-requests');
    for (let i = 0; i < 2; i++) await desk.send(undefined, newId());
    await expectAsync(desk.send(undefined, newId())).toBeRejectedWithError('too-many-requests');
    desk.clock.advance(60 * MINUTE);
    await desk.send();
  });

  it('store neither the code nor the address, and go as soon as they are decided', async () => {
    const desk = await bench(open);
    await desk.identify();
    const { code } = await desk.send('order@example.com');
    await desk.check(code);
    const [row] = await desk.database.read((em) => em.find(VerificationCode));
    expect(JSON.stringify(row)).not.toContain('order@');
    expect(Object.values(row!)).not.toContain(code);
    const swept = new CustomersKeeper(desk.parts).swept.find(({ table }) => table === 'verification_codes');
    const ask = { retentionClass: 'verification', before: desk.clock.now(), limit: 5 } as const;
    const [due] = await desk.database.read((em) => swept!.due(em, ask));
    expect(due?.facts.events).toEqual({ made: desk.clock.now(), decided: desk.clock.now() });
    expect(await desk.database.read((em) => swept!.sealedOwners(em, 'contact', [desk.customerId]))).toEqual([
      desk.customerId,
    ]);
    expect(await desk.database.write((tx) => swept!.remove(tx, [due!.id]))).toBe(1);
  });
});
