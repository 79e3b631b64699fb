import { DAY } from '@candour/shared/instant.js';
import { newId } from '@candour/shared/ids.js';
import type { Database } from '../core/database/database.js';
import { MailRecord } from '../core/mail/mail.entity.js';
import { eachEngine } from '../core/testing/engines.js';
import { decide } from '../policy/policy.rules.js';
import { kwoking } from '../policy/packs/kwoking/pack.js';
import { mainStore } from '../stores.js';
import { SweptMails } from './swept-mails.js';

eachEngine('Swept mails', (open) => {
  const now = Date.UTC(2026, 5, 1);
  const swept = new SweptMails();

  async function stored(database: Database, ownerId: string, anchorAt: number | null): Promise<string> {
    const id = newId();
    const nothing = Buffer.alloc(0);
    await database.write((tx) =>
      tx.em.insert(MailRecord, {
        id,
        ownerId,
        keyId: newId(),
        recipient: nothing,
        recipientIndex: 'x',
        subject: nothing,
        text: nothing,
        hidden: [],
        status: anchorAt === null ? 'waiting' : 'sent',
        attempts: 0,
        createdAt: anchorAt ?? now,
        policyVersion: '1',
        category: 'C1',
        source: 'automatic',
        purpose: 'P4',
        retentionClass: 'mail',
        anchorAt,
      }),
    );
    return id;
  }

  it('go thirty days after they were sent, and never while they wait', async () => {
    const database = await open(mainStore);
    const old = await stored(database, 'a', now - 31 * DAY);
    const young = await stored(database, 'a', now - 29 * DAY);
    await stored(database, 'b', null);
    const found = await database.read((em) => swept.due(em, { retentionClass: 'mail', before: now, limit: 10 }));
    const actions = found.map(({ id, evidence, facts }) => [id, decide(evidence, facts, kwoking, now).action]);
    expect(actions).toEqual([
      [old, 'delete'],
      [young, 'keep'],
    ]);
    const [first] = found;
    if (!first) throw new Error('no mail was found');
    const after = { anchorAt: first.evidence.anchorAt, id: first.id };
    const rest = await database.read((em) => swept.due(em, { retentionClass: 'mail', before: now, after, limit: 10 }));
    expect(rest.map(({ id }) => id)).toEqual([young]);
  });

  it('leave their owner a key as long as one is there', async () => {
    const database = await open(mainStore);
    const ids = [await stored(database, 'a', now), await stored(database, 'a', now), await stored(database, 'b', now)];
    const owners = (): Promise<readonly string[]> => database.read((em) => swept.sealedOwners(em, 'mail', ['a', 'b']));
    expect([...(await owners())].sort()).toEqual(['a', 'b']);
    expect(await database.write((tx) => swept.remove(tx, ids.slice(1)))).toBe(2);
    expect(await owners()).toEqual(['a']);
  });
});
