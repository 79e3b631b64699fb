import { randomBytes } from 'node:crypto';
import { newId } from '@candour/shared/ids.js';
import { MINUTE } from '@candour/shared/instant.js';
import { keyStore, mainStore } from '../../stores.js';
import { setPurposesMatrix } from '../access/access.js';
import { system } from '../access/actor.js';
import { TestClock } from '../clock.testing.js';
import { readConfig } from '../config/config.js';
import type { Database } from '../database/database.js';
import { EgressGate } from '../egress.js';
import { eachEngine } from '../testing/engines.js';
import { MasterKey } from '../vault/master-key.js';
import { Vault } from '../vault/vault.js';
import { RememberingWitness } from '../witness.testing.js';
import { pauses } from './delivery.rules.js';
import { MailRecord } from './mail.entity.js';
import { TestMailServer } from './mail.testing.js';
import { CLAIM, MailWorker } from './mail.worker.js';
import { MailOutbox, type MailDraft } from './outbox.service.js';
import { Postman } from './postman.js';
import { oneTimeCode } from './templates/one-time-code.js';

eachEngine('the outbox', (open) => {
  let server: TestMailServer;
  beforeEach(async () => {
    server = await TestMailServer.start();
    setPurposesMatrix((category, purpose) => category === 'C1' && purpose === 'P4');
  });
  afterEach(() => server.stop());

  const desk = system('spec');
  const draft = (words: Partial<MailDraft> = {}): MailDraft => ({
    ownerId: 'customer-1',
    to: 'ottoline@example.com',
    policyVersion: '1',
    ...oneTimeCode('en', { code: '493817', minutes: 10, sender: 'Kwoking' }),
    ...words,
  });

  async function bench(smtpUrl: string | undefined = server.url) {
    const clock = new TestClock();
    const database = await open(mainStore);
    const vault = new Vault(await open(keyStore), new MasterKey(randomBytes(32)), clock);
    const config = readConfig({ DATA_DIR: '/nowhere', SMTP_URL: smtpUrl ?? '' });
    const witness = new RememberingWitness();
    const outbox = new MailOutbox(database, clock, vault, config, witness);
    const gate = new EgressGate();
    const worker = (on: Database = database): MailWorker =>
      new MailWorker(on, clock, vault, new Postman(config, gate), witness);
    const queue = async (words: Partial<MailDraft> = {}): Promise<string> => {
      const prepared = await outbox.prepare(draft(words));
      return database.write((tx) => outbox.queue(tx, prepared));
    };
    const row = (id: string): Promise<MailRecord> => database.read((em) => em.findOneByOrFail(MailRecord, { id }));
    return { clock, database, vault, outbox, worker, queue, row, witness };
  }

  it('sends what was committed, once, and notes it', async () => {
    const { worker, queue, row, clock, witness } = await bench();
    const id = await queue();
    const postman = worker();
    expect(await postman.pass()).toBe(1);
    expect(await postman.pass()).toBe(0);
    expect(server.received.map(({ to, messageId }) => [to, messageId])).toEqual([
      ['ottoline@example.com', `<${id}@kwoking.example.com>`],
    ]);
    expect(server.received[0]!.raw).toContain('493817');
    expect(await row(id)).toEqual(
      jasmine.objectContaining({
        status: 'sent',
        attempts: 1,
        sentAt: clock.now(),
        anchorAt: clock.now(),
        error: null,
      }),
    );
    expect(witness.deeds.get(id)).toEqual(['mail.queued+', 'mail.sent+']);
  });

  it('holds nothing readable in the database', async () => {
    const { database, queue } = await bench();
    await queue();
    const [raw] = await database.read((em) => em.query<Record<string, unknown>[]>('SELECT * FROM mails'));
    const bytes = Object.values(raw!).map((value) =>
      Buffer.isBuffer(value) ? value.toString('latin1') : String(value),
    );
    expect(bytes.join('|')).not.toMatch(/ottoline|493817|one-time/);
  });

  it('sends nothing for a unit that failed', async () => {
    const { database, outbox, worker } = await bench();
    const prepared = await outbox.prepare(draft());
    const failing = database.write(async (tx) => {
      await outbox.queue(tx, prepared);
      throw new Error('after the mail');
    });
    await expectAsync(failing).toBeRejected();
    expect(await worker().pass()).toBe(0);
    expect(server.received).toEqual([]);
  });

  it('tries again later when the server asks for it', async () => {
    const { worker, queue, row, clock, witness } = await bench();
    server.refusals.push(451);
    const id = await queue();
    await worker().pass();
    expect(await row(id)).toEqual(
      jasmine.objectContaining({ status: 'waiting', attempts: 1, error: 'smtp-451', anchorAt: null }),
    );
    expect(await worker().pass()).toBe(0);
    clock.advance(pauses[0]);
    expect(await worker().pass()).toBe(1);
    expect((await row(id)).status).toBe('sent');
    expect(server.received.length).toBe(1);
    // Waiting for another try is no outcome.
    expect(witness.deeds.get(id)).toEqual(['mail.queued+', 'mail.sent+']);
  });

  it('gives up what the server refuses for good', async () => {
    const { worker, queue, row, clock, witness } = await bench();
    server.refusals.push(550);
    const id = await queue();
    await worker().pass();
    expect(await row(id)).toEqual(
      jasmine.objectContaining({ status: 'failed', error: 'smtp-550', nextAttemptAt: null, anchorAt: clock.now() }),
    );
    clock.advance(pauses[0]);
    expect(await worker().pass()).toBe(0);
    expect(witness.deeds.get(id)).toEqual(['mail.queued+', 'mail.failed+']);
  });

  it('says so when the gate lets a mail out to nobody', async () => {
    const { worker, queue, row, witness } = await bench();
    const id = await queue({ purpose: 'P7' });
    await worker().pass();
    expect(await row(id)).toEqual(jasmine.objectContaining({ status: 'failed', error: 'egress-denied' }));
    expect(witness.deeds.get(id)).toEqual(['mail.queued+', 'egress.denied+', 'mail.failed+']);
    expect(server.received).toEqual([]);
  });

  it('waits for a server that is down', async () => {
    const { worker, queue, row } = await bench();
    const id = await queue();
    await server.stop();
    await worker().pass();
    expect(await row(id)).toEqual(jasmine.objectContaining({ status: 'waiting', attempts: 1 }));
    expect((await row(id)).error).toMatch(/^smtp-[a-z]+$/);
    server = await TestMailServer.start();
  });

  it('sends again under the same Message-ID after a crash between sending and noting', async () => {
    const { database, worker, queue, row, clock } = await bench();
    const id = await queue();
    let writes = 0;
    // The first write claims; the process dies before the second one.
    const dying = new Proxy(database, {
      get: (target, name) => {
        if (name === 'write' && ++writes > 1) return () => Promise.reject(new Error('killed'));
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    await expectAsync(worker(dying).pass()).toBeRejectedWithError('killed');
    expect(server.received.length).toBe(1);
    expect(await worker().pass()).toBe(0);
    clock.advance(CLAIM);
    expect(await worker().pass()).toBe(1);
    expect((await row(id)).status).toBe('sent');
    expect(server.received.length).toBe(2);
    expect(new Set(server.received.map((mail) => mail.messageId)).size).toBe(1);
  });

  it('sends each mail once when two nodes look at the same time', async () => {
    const { worker, queue } = await bench();
    const ids: string[] = [];
    for (let i = 0; i < 8; i++) ids.push(await queue({ to: `customer-${i}@example.com` }));
    const nodes = [worker(), worker()];
    const drain = async (node: MailWorker): Promise<void> => {
      while ((await node.pass()) > 0);
    };
    await Promise.all(nodes.map(drain));
    await drain(nodes[0]!);
    expect(server.received.map((mail) => mail.messageId).sort()).toEqual(
      ids.map((id) => `<${id}@kwoking.example.com>`).sort(),
    );
  });

  it('does not send what is of no use any more, nor what was erased', async () => {
    const { worker, queue, row, clock, vault, witness } = await bench();
    const late = await queue({ expiresAt: clock.now() + MINUTE });
    const erased = await queue({ ownerId: 'customer-2' });
    clock.advance(MINUTE);
    await vault.shred('customer-2');
    await worker().pass();
    expect([(await row(late)).error, (await row(erased)).error]).toEqual(['expired', 'erased']);
    // Nor does noting it make a key for somebody whose keys are gone.
    expect([witness.deeds.get(late), witness.deeds.get(erased)]).toEqual([
      ['mail.queued+', 'mail.failed+'],
      ['mail.queued+', 'mail.failed'],
    ]);
    expect(server.received).toEqual([]);
  });

  it('keeps mails where no mail server is configured', async () => {
    const { worker, queue, row, clock } = await bench('');
    const id = await queue();
    expect(await worker().pass()).toBe(0);
    expect(await row(id)).toEqual(jasmine.objectContaining({ status: 'kept', anchorAt: clock.now() }));
  });

  it('shows staff everything but the code, and its reader everything', async () => {
    const { outbox, queue, witness } = await bench('');
    const id = await queue();
    const seen = await outbox.mail(desk, id);
    expect(seen.to).toBe('ottoline@example.com');
    expect(seen.text).toContain('your one-time code is \u2022\u2022\u2022\u2022\u2022\u2022.');
    expect(JSON.stringify(await outbox.list(desk, { limit: 10 })) + JSON.stringify(seen)).not.toContain('493817');
    const [mail] = await outbox.mailboxOf(' Ottoline@Example.com ');
    expect(mail?.text).toContain('493817');
    expect(await outbox.mailboxOf('somebody.else@example.com')).toEqual([]);
    expect(witness.reads).toEqual([id, 'list of 1']);
    await expectAsync(outbox.mail(desk, newId())).toBeRejectedWith(jasmine.objectContaining({ code: 'not-found' }));
  });

  it('lists newest first, page by page', async () => {
    const { outbox, queue, clock } = await bench('');
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) {
      ids.unshift(await queue());
      clock.advance(1);
    }
    const first = await outbox.list(desk, { limit: 3 });
    const second = await outbox.list(desk, { limit: 3, cursor: first.next });
    expect([...first.rows, ...second.rows].map((row) => row.id)).toEqual(ids);
    expect(second.next).toBeUndefined();
  });

  it('lets no mail out that the policy forbids, nor one with its secret in the subject', async () => {
    const { outbox, database } = await bench();
    const refused = outbox.prepare(draft({ text: 'Please reply with your password.', secrets: [] }));
    await expectAsync(refused).toBeRejectedWith(
      jasmine.objectContaining({ code: 'mail-refused', facts: { rule: 'R16' } }),
    );
    await expectAsync(outbox.prepare(draft({ subject: 'Code 493817' }))).toBeRejected();
    expect(await database.read((em) => em.count(MailRecord))).toBe(0);
  });
});
