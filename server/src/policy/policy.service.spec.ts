import { auditBench } from '../audit/audit.testing.js';
import { AuditLeaf } from '../audit/audit-leaf.entity.js';
import { requireAccess } from '../core/access/access.js';
import { system } from '../core/access/actor.js';
import { eachEngine } from '../core/testing/engines.js';
import { PolicyService } from './policy.service.js';
import { evidenceOf } from './policy.testing.js';

eachEngine('The policy service', (open) => {
  it('publishes version 1 at the first start, once, with its audit leaf', async () => {
    const { database, clock, trail } = await auditBench(open);
    clock.set(Date.parse('2026-06-01T00:00:00Z'));
    await new PolicyService(database, clock, trail).onModuleInit();
    const policy = new PolicyService(database, clock, trail);
    await policy.onModuleInit();

    expect(policy.list().map(({ number, status }) => [number, status])).toEqual([[1, 'effective']]);
    const leaves = await database.read((em) => em.findBy(AuditLeaf, { verb: 'policy.published' }));
    expect(leaves.length).toBe(1);
  });

  it('gives the document in the language asked for, with the date it was last updated', async () => {
    const { database, clock, trail } = await auditBench(open);
    clock.set(Date.parse('2026-06-01T00:00:00Z'));
    const policy = new PolicyService(database, clock, trail);
    await policy.onModuleInit();

    const german = policy.document('de');
    expect(german.title).toBe('Datenschutzerklärung');
    expect(german.lastUpdated).toBe(Date.parse('2026-01-15T00:00:00Z'));
    expect(policy.document('fr', german.id).clauses.length).toBe(german.clauses.length);
    expect(() => policy.document('de', 'ffffffff-ffff-7fff-8fff-ffffffffffff')).toThrowMatching(
      (error: { code?: string }) => error.code === 'not-found',
    );
  });

  it('decides by the version in effect and hands the purposes matrix to access', async () => {
    const { database, clock, trail } = await auditBench(open);
    clock.set(Date.parse('2026-06-01T00:00:00Z'));
    const policy = new PolicyService(database, clock, trail);
    await policy.onModuleInit();

    const decision = policy.decide(evidenceOf('export', Date.parse('2026-05-01T00:00:00Z')), {});
    expect(decision.action).toBe('delete');
    expect(() => requireAccess(system('spec'), 'policy.read', 'P6', { categories: ['C4'] })).toThrowMatching(
      (error: { code?: string }) => error.code === 'purpose-denied',
    );
    expect(() => requireAccess(system('spec'), 'policy.read', 'P5', { categories: ['C5'] })).not.toThrow();
  });
});
