import { setPurposesMatrix } from '../core/access/access.js';
import { system } from '../core/access/actor.js';
import { readConfig } from '../core/config/config.js';
import { EgressGate } from '../core/egress.js';
import { TestMailServer } from '../core/mail/mail.testing.js';
import { MailWorker } from '../core/mail/mail.worker.js';
import { MailOutbox, type MailDraft } from '../core/mail/outbox.service.js';
import { Postman } from '../core/mail/postman.js';
import { eachEngine } from '../core/testing/engines.js';
import { DataKeyRow } from '../core/vault/data-key.entity.js';
import { AccessTrail } from './access-trail.service.js';
import { AuditLeaf } from './audit-leaf.entity.js';
import { auditBench } from './audit.testing.js';
import { AuditWitness } from './audit-witness.js';

eachEngine('what the audit has of mails', (open) => {
  let server: TestMailServer;
  beforeEach(async () => {
    server = await TestMailServer.start();
    setPurposesMatrix((category, purpose) => category === 'C1' && purpose === 'P4');
  });
  afterEach(() => server.stop());

  async function bench() {
    const { database, keys, clock, vault, trail } = await auditBench(open);
    const witness = new AuditWitness(trail, new AccessTrail(database, clock, vault, trail));
    const config = readConfig({ DATA_DIR: '/nowhere', SMTP_URL: server.url });
    const outbox = new MailOutbox(database, clock, vault, config, witness);
    const worker = new MailWorker(database, clock, vault, new Postman(config, new EgressGate()), witness);
    const draft: MailDraft = {
      ownerId: 'customer-1',
      to: 'ottoline@example.com',
      subject: 'Your sofa',
      text: 'It is on its way.',
      policyVersion: '1',
    };
    const queue = async (words: Partial<MailDraft> = {}): Promise<string> => {
      const prepared = await outbox.prepare({ ...draft, ...words });
      return database.write((tx) => outbox.queue(tx, prepared));
    };
    /** Verbs of a mail, in order; `+` where they name its reader by digest. */
    const leaves = async (id: string, owner = 'customer-1'): Promise<string[]> => {
      const rows = await database.read((em) => em.find(AuditLeaf, { order: { ordinal: 'ASC' } }));
      const subject = await trail.subject(owner);
      const of = rows.filter(({ about }) => about.some((one) => one.type === 'mail' && one.id === id));
      return of.map((leaf) => `${leaf.verb}${leaf.subject?.equals(subject) ? '+' : ''}`);
    };
    return { database, keys, vault, outbox, worker, draft, queue, leaves };
  }

  it('is that it was queued and sent', async () => {
    const { worker, queue, leaves } = await bench();
    const id = await queue();
    await worker.pass();
    expect(await leaves(id)).toEqual(['mail.queued+', 'mail.sent+']);
  });

  it('is that it failed, and that the gate let it out to nobody', async () => {
    const { worker, queue, leaves } = await bench();
    server.refusals.push(550);
    const failed = await queue();
    const denied = await queue({ purpose: 'P7' });
    await worker.pass();
    expect(await leaves(failed)).toEqual(['mail.queued+', 'mail.failed+']);
    expect(await leaves(denied)).toEqual(['mail.queued+', 'egress.denied+', 'mail.failed+']);
  });

  it('is nothing for a mail whose unit failed', async () => {
    const { database, outbox, draft } = await bench();
    const prepared = await outbox.prepare(draft);
    const failing = database.write(async (tx) => {
      await outbox.queue(tx, prepared);
      throw new Error('after the mail');
    });
    await expectAsync(failing).toBeRejected();
    expect(await database.read((em) => em.count(AuditLeaf))).toBe(0);
  });

  it('makes no key again for somebody whose keys are gone', async () => {
    const { keys, vault, worker, queue } = await bench();
    await queue({ ownerId: 'customer-2' });
    await vault.shred('customer-2');
    const keysOf = () => keys.read((em) => em.countBy(DataKeyRow, { ownerId: 'customer-2' }));
    const before = await keysOf();
    await worker.pass();
    expect(await keysOf()).toBe(before);
  });

  it('is who opened it', async () => {
    const { database, outbox, queue } = await bench();
    const id = await queue();
    await outbox.mail(system('spec'), id);
    const [read] = await database.read((em) => em.findBy(AuditLeaf, { verb: 'mail.read' }));
    expect(read!.about).toEqual([
      { type: 'mail', id },
      { type: 'purpose', id: 'P4' },
    ]);
  });
});
