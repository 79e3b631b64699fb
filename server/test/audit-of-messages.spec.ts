import { entryLeaf } from '../src/conversations/entry-leaf.js';
import { EntryRecord } from '../src/conversations/conversation.entity.js';
import { CheckpointFiles } from '../src/audit/checkpoint-files.js';
import { CheckpointSigner } from '../src/audit/checkpoint-note.js';
import { Sequencer } from '../src/audit/sequencer.js';
import { verifyAudit, type Verified } from '../src/audit/verify.js';
import { Database } from '../src/core/database/database.js';
import { leafSources } from '../src/leaf-sources.js';
import { RetentionSchedule } from '../src/privacy/retention.schedule.js';
import { eachDesk, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';

const tables = ['entries', 'conversations', 'audit_numbered'] as const;
/** The entries of the talk that is tampered with, by their place in it. */
const [TAKEN, FIRST_HALF, SECOND_HALF, MASK, NOTE, LAST] = [3, 4, 5, 6, 7, 8] as const;

eachDesk('The audit of messages', (open) => {
  let desk: Desk;
  let database: Database;
  let talk: string;

  beforeEach(async () => {
    desk = await open();
    database = desk.app.get(Database);
    const supervisor = await desk.addStaff('supervisor');
    desk.clock.set(Date.UTC(2026, 1, 28, 10));
    const over = await chat('Thank you, that is all.');
    await over.close();
    await signed();
    desk.clock.set(Date.UTC(2026, 7, 29, 3));
    await desk.app.get(RetentionSchedule, { strict: false }).nightly();

    const { id, customer, close } = await chat('I want to pay by phone');
    talk = id;
    await customer.send(talk, 'first half 41111111');
    await customer.send(talk, '11111111');
    const agent = await desk.signedIn(supervisor);
    const staff = await LiveClient.desk(desk, agent);
    await staff.ok('message:send', { conversationId: talk, clientId: 'the-only-note', text: 'Hasty.', kind: 'note' });
    await customer.send(talk, 'Never mind.');
    staff.close();
    await close();

    async function chat(words: string): Promise<{ id: string; customer: LiveClient; close: () => Promise<void> }> {
      const browser = await desk.signedIn(supervisor);
      const customer = await LiveClient.chat(desk);
      const { conversation } = await customer.start(words);
      const path = `/api/conversations/${conversation.id}`;
      await browser.ask('post', `${path}/take`);
      return {
        id: conversation.id,
        customer,
        close: async () => {
          customer.close();
          await browser.ask('post', `${path}/resolve`);
        },
      };
    }
  });
  afterEach(() => desk.close());

  const sql = (...statements: readonly string[]): Promise<void> =>
    database.write(async (tx) => {
      for (const statement of statements) await tx.em.query(statement);
    });
  const entry = (seq: number): Promise<EntryRecord> =>
    database.read((em) => em.findOneByOrFail(EntryRecord, { conversationId: talk, seq }));
  const bytes = (value: Buffer): string =>
    database.engine === 'postgres' ? `'\\x${value.toString('hex')}'` : `x'${value.toString('hex')}'`;
  const at = (seq: number): string => `WHERE conversation_id = '${talk}' AND seq = ${seq}`;
  /** The sealed body of another entry. */
  const body = (seq: number): string => `body = (SELECT o.body FROM entries o ${at(seq)})`;

  const verify = (): Promise<Verified> =>
    verifyAudit({
      database,
      sources: leafSources,
      signer: desk.app.get(CheckpointSigner, { strict: false }),
      files: desk.app.get(CheckpointFiles, { strict: false }).read(),
    });

  /** Until nothing waits: on PostgreSQL leaves wait while any older transaction of the server runs. */
  async function signed(): Promise<Verified> {
    const sequencer = desk.app.get(Sequencer, { strict: false });
    for (;;) {
      await sequencer.checkpoint();
      const found = await verify();
      if (found.waiting === 0) return found;
    }
  }

  async function withoutGuards(): Promise<void> {
    const on = (table: string): string => (database.engine === 'postgres' ? ` ON ${table}` : '');
    for (const name of ['lasting', 'masked', 'whole']) {
      await sql(`DROP TRIGGER IF EXISTS entries_${name}${on('entries')}`);
    }
    for (const deed of ['update', 'delete']) await sql(`DROP TRIGGER audit_numbered_no_${deed}${on('audit_numbered')}`);
  }

  /** The row and its leaf made anew, as if it had always been so. */
  async function forged(seq: number, change: Partial<EntryRecord>): Promise<Buffer> {
    return entryLeaf({ ...(await entry(seq)), ...change });
  }

  it('is whole after messages, notes, a mask and a sweep', async () => {
    const { segments } = await signed();
    expect(segments.map(({ month }) => month)).toEqual(['2026-01', '2026-02', '2026-08']);
    expect((await entry(FIRST_HALF)).maskedAt).not.toBeNull();
    expect((await entry(MASK)).kind).toBe('mask');
    expect(JSON.stringify((await entry(MASK)).detail)).not.toContain('4111');
  });

  const guarded = {
    'a changed leaf': () => `UPDATE entries SET leaf = subject ${at(LAST)}`,
    'a changed place': () => `UPDATE entries SET seq = 99 ${at(LAST)}`,
    'a changed order': () => `UPDATE entries SET ordinal = 9999 ${at(LAST)}`,
    'a changed person': () => `UPDATE entries SET subject = leaf ${at(LAST)}`,
    'a note made a message': () => `UPDATE entries SET kind = 'message' ${at(NOTE)}`,
    'a changed text that no mask speaks of': () => `UPDATE entries SET ${body(LAST)} ${at(2)}`,
    'a mask taken back': () => `UPDATE entries SET masked_at = NULL ${at(FIRST_HALF)}`,
    'an emptied text': () => `UPDATE entries SET body = NULL, masked_at = 1 ${at(LAST)}`,
    'a deleted message': () => `DELETE FROM entries ${at(LAST)}`,
    'deleted messages of a talk that stands': () => `DELETE FROM entries WHERE conversation_id = '${talk}'`,
  };
  it('is guarded by the database against what nobody lawful does', async () => {
    for (const [words, statement] of Object.entries(guarded)) {
      await expectAsync(sql(statement()))
        .withContext(words)
        .toBeRejectedWithError(/append-only/);
    }
    if (database.engine === 'postgres') await expectAsync(sql('TRUNCATE entries')).toBeRejectedWithError(/append-only/);
    await signed();
  });

  const tampers: Record<string, [deed: () => Promise<void> | Promise<readonly string[]>, fault: string]> = {
    'a changed body': [() => sql(`UPDATE entries SET ${body(LAST)} ${at(2)}`), 'leaf-edited'],
    'a changed body that says it was masked': [
      () => sql(`UPDATE entries SET ${body(LAST)}, masked_at = 1 ${at(2)}`),
      'row-unaccounted',
    ],
    'a message that says it was masked': [
      () => sql(`UPDATE entries SET masked_at = stored_at ${at(2)}`),
      'row-unaccounted',
    ],
    'another body under a mask': [() => sql(`UPDATE entries SET ${body(LAST)} ${at(FIRST_HALF)}`), 'row-unaccounted'],
    'other spans under a mask': [() => sql(`UPDATE entries SET masks = '[]' ${at(FIRST_HALF)}`), 'row-unaccounted'],
    'a mask at another time': [() => sql(`UPDATE entries SET masked_at = 1 ${at(FIRST_HALF)}`), 'row-unaccounted'],
    'a mask denied': [() => sql(`UPDATE entries SET masked_at = NULL ${at(FIRST_HALF)}`), 'leaf-edited'],
    'masks on a message without any': [() => sql(`UPDATE entries SET masks = '[]' ${at(2)}`), 'leaf-edited'],
    'masks taken from a message': [() => sql(`UPDATE entries SET masks = NULL ${at(SECOND_HALF)}`), 'leaf-edited'],
    'a mask that says something else': [
      () => sql(`UPDATE entries SET detail = '{"targets":[]}' ${at(MASK)}`),
      'row-unaccounted',
    ],
    'a masked message moved in time': [
      () => sql(`UPDATE entries SET stored_at = stored_at - 1 ${at(FIRST_HALF)}`),
      'leaf-edited',
    ],
    'another person': [() => sql(`UPDATE entries SET subject = leaf ${at(LAST)}`), 'leaf-edited'],
    'a note made a message': [() => sql(`UPDATE entries SET kind = 'message' ${at(NOTE)}`), 'leaf-edited'],
    'a fact that says something else': [
      () => sql(`UPDATE entries SET detail = '{"fact":{"code":"taken","params":{"days":3}}}' ${at(TAKEN)}`),
      'leaf-edited',
    ],
    'a leaf rewritten with its row': [
      async () => {
        const leaf = await forged(LAST, { storedAt: 5 });
        await sql(`UPDATE entries SET stored_at = 5, leaf = ${bytes(leaf)} ${at(LAST)}`);
      },
      'leaf-changed',
    ],
    'a leaf rewritten with its row and its number': [
      async () => {
        const leaf = bytes(await forged(LAST, { storedAt: 5 }));
        const { ordinal } = await entry(LAST);
        await sql(
          `UPDATE entries SET stored_at = 5, leaf = ${leaf} ${at(LAST)}`,
          `UPDATE audit_numbered SET leaf = ${leaf} WHERE source = 2 AND ordinal = ${ordinal}`,
        );
      },
      'root-differs',
    ],
    'a mask forged to account for another body': [
      async () => {
        const other = await entry(LAST);
        const mask = await entry(MASK);
        const [changed] = mask.detail!.changed!;
        const after = Buffer.from(entryLeaf(other)).toString('base64url');
        const detail = { ...mask.detail, changed: [{ ...changed!, after }] };
        const leaf = bytes(await forged(MASK, { detail }));
        await sql(`UPDATE entries SET detail = '${JSON.stringify(detail)}', leaf = ${leaf} ${at(MASK)}`);
      },
      'row-unaccounted',
    ],
    'a mask made anew, its leaf too': [
      async () => {
        const detail = { ...(await entry(MASK)).detail, targets: [] };
        const leaf = bytes(await forged(MASK, { detail }));
        await sql(`UPDATE entries SET detail = '${JSON.stringify(detail)}', leaf = ${leaf} ${at(MASK)}`);
      },
      'leaf-changed',
    ],
    'a deleted message': [() => sql(`DELETE FROM entries ${at(NOTE)}`), 'row-missing'],
    'a deleted message whose gap was closed': [
      () =>
        sql(
          `DELETE FROM entries ${at(NOTE)}`,
          ...[LAST, LAST + 1].map((seq) => `UPDATE entries SET seq = ${seq - 1} ${at(seq)}`),
          `UPDATE conversations SET head = head - 1 WHERE id = '${talk}'`,
        ),
      'leaf-edited',
    ],
    'the end of a talk cut off': [
      () => sql(`DELETE FROM entries ${at(LAST + 1)}`, `UPDATE conversations SET head = head - 1 WHERE id = '${talk}'`),
      'erasure-unaccounted',
    ],
    'a talk deleted whole': [
      () =>
        sql(`DELETE FROM conversations WHERE id = '${talk}'`, `DELETE FROM entries WHERE conversation_id = '${talk}'`),
      'erasure-unaccounted',
    ],
    'a talk without its head': [() => sql(`DELETE FROM conversations WHERE id = '${talk}'`), 'row-missing'],
    'a message slipped in': [
      async () => {
        const { ordinal, ...copy } = {
          ...(await entry(LAST)),
          seq: LAST + 2,
          clientId: 'slipped-in',
          id: 'slipped-in',
        };
        const names = 'id, conversation_id, seq, kind, role, author_id, client_id, stored_at, body, key_id, subject';
        const rest = 'txid, leaf, policy_version, category, source, purpose, retention_class';
        await sql(
          `INSERT INTO entries (ordinal, ${names}, ${rest})
           SELECT -${ordinal}, '${copy.id}', conversation_id, ${copy.seq}, kind, role, author_id, '${copy.clientId}',
             stored_at, body, key_id, subject, ${rest} FROM entries ${at(LAST)}`,
          `UPDATE conversations SET head = head + 1 WHERE id = '${talk}'`,
        );
      },
      'leaf-unnumbered',
    ],
  };

  it('finds what was done behind its back', async () => {
    await signed();
    await withoutGuards();
    await sql(...tables.map((table) => `CREATE TABLE kept_${table} AS SELECT * FROM ${table}`));
    for (const [words, [deed, fault]] of Object.entries(tampers)) {
      await deed();
      await expectAsync(verify())
        .withContext(words)
        .toBeRejectedWith(jasmine.objectContaining({ code: fault }));
      await sql(
        ...tables.flatMap((table) => [`DELETE FROM ${table}`, `INSERT INTO ${table} SELECT * FROM kept_${table}`]),
      );
      await expectAsync(verify()).withContext(`without ${words}`).toBeResolved();
    }
  });
});
