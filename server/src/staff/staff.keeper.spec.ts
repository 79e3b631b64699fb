import { DAY } from '@candour/shared/instant.js';
import type { DueAsk } from '../privacy/record-keeper.js';
import { PolicyService } from '../policy/policy.service.js';
import { AuditTrail } from '../audit/audit.service.js';
import { TestClock } from '../core/clock.testing.js';
import type { Database } from '../core/database/database.js';
import { eachEngine } from '../core/testing/engines.js';
import type { Vault } from '../core/vault/vault.js';
import { mainStore } from '../stores.js';
import { SignInRow } from './sign-in.entity.js';
import { StaffKeeper } from './staff.keeper.js';
import { StaffRow } from './staff.entity.js';

eachEngine('What is kept of staff', (open) => {
  const clock = new TestClock();
  let database: Database;
  let policy: PolicyService;
  let keeper: StaffKeeper;

  beforeEach(async () => {
    database = await open(mainStore);
    // The policy's own records need no key.
    policy = new PolicyService(database, clock, new AuditTrail(database, clock, {} as Vault));
    await policy.onModuleInit();
    keeper = new StaffKeeper(policy);
  });

  const person = (id: string, disabledAt: number | null): StaffRow => ({
    id,
    keyId: `key ${id}`,
    name: Buffer.from('sealed'),
    email: Buffer.from('sealed'),
    emailIndex: `index ${id}`,
    role: 'agent',
    grantedAlone: false,
    skills: { topics: [], languages: [] },
    passwordHash: null,
    createdAt: 0,
    lastSeenAt: null,
    disabledAt,
  });
  const signIn = (id: string, staffId: string | null, at: number): SignInRow => ({ id, staffId, at, way: 'password' });
  const store = (...rows: (StaffRow | SignInRow)[]): Promise<void> =>
    database.write(async (tx) => {
      for (const row of rows) await tx.em.insert('emailIndex' in row ? StaffRow : SignInRow, row);
    });
  const swept = (table: string) => keeper.swept.find((record) => record.table === table)!;
  const due = (table: string, ask: Partial<DueAsk> = {}) =>
    database.read((em) =>
      swept(table).due(em, { retentionClass: 'staff-account', before: clock.now(), limit: 10, ...ask }),
    );

  it('is nothing to be swept while they work here', async () => {
    await store(person('a', null));
    expect(await due('staff')).toEqual([]);
  });

  it('goes six months after they left, with their sign-ins', async () => {
    const left = clock.now();
    await store(
      person('a', left),
      person('b', null),
      signIn('1', 'a', left),
      signIn('2', 'a', left),
      signIn('3', 'b', left),
    );
    const [candidate, ...others] = await due('staff');
    expect(others).toEqual([]);
    expect(candidate).toEqual(jasmine.objectContaining({ id: 'a', rows: 3, ownerId: 'a', label: 'a' }));
    const actionAfter = (days: number): string =>
      policy.decide(candidate!.evidence, candidate!.facts, left + days * DAY).action;
    expect([actionAfter(170), actionAfter(186)]).toEqual(['keep', 'delete']);

    expect(await database.write((tx) => swept('staff').remove(tx, ['a']))).toBe(3);
    expect(await database.read((em) => em.find(SignInRow))).toEqual([jasmine.objectContaining({ id: '3' })]);
    const owners = await database.read((em) => swept('staff').sealedOwners(em, 'staff', ['a', 'b']));
    expect(owners).toEqual(['b']);
  });

  it('of a sign-in goes after twelve months, whoever it was', async () => {
    const at = clock.now();
    await store(person('a', null), signIn('1', 'a', at - 400 * DAY), signIn('2', null, at - 300 * DAY));
    const rows = await due('sign_ins');
    const actions = rows.map(({ id, evidence, facts }) => [id, policy.decide(evidence, facts).action]);
    expect(actions).toEqual([
      ['1', 'delete'],
      ['2', 'keep'],
    ]);
    expect(await database.write((tx) => swept('sign_ins').remove(tx, ['1']))).toBe(1);
  });

  it('is found by pages in one order', async () => {
    await store(...['c', 'a', 'b'].map((id, i) => person(id, i === 0 ? 1 : 2)));
    const ids: string[] = [];
    let after: DueAsk['after'];
    for (;;) {
      const [row] = await due('staff', { limit: 1, ...(after ? { after } : {}) });
      if (!row) break;
      ids.push(row.id);
      after = { anchorAt: row.evidence.anchorAt, id: row.id };
    }
    expect(ids).toEqual(['c', 'a', 'b']);
  });
});
