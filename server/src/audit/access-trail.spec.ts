import { newId } from '@candour/shared/ids.js';
import { MINUTE } from '@candour/shared/instant.js';
import type { StaffActor } from '../core/access/actor.js';
import { eachEngine } from '../core/testing/engines.js';
import { AccessTrail, type Reading } from './access-trail.service.js';
import { AuditLeaf } from './audit-leaf.entity.js';
import { auditBench } from './audit.testing.js';

eachEngine('what the audit has of readings', (open) => {
  const actor: StaffActor = {
    kind: 'staff',
    id: newId(),
    name: 'The agent',
    role: 'agent',
    skills: { topics: [], languages: ['en'] },
    sessionId: newId(),
  };

  async function bench() {
    const { database, clock, vault, trail } = await auditBench(open);
    const leaves = (): Promise<AuditLeaf[]> => database.read((em) => em.find(AuditLeaf, { order: { ordinal: 'ASC' } }));
    return { access: new AccessTrail(database, clock, vault, trail), database, clock, trail, leaves };
  }
  const search = (access: AccessTrail, query: string, rows: readonly string[] = []): Reading => ({
    actor,
    verb: 'order.searched',
    purpose: 'P2',
    rows,
    query: access.asked(query),
  });

  it('has one leaf for a list: who, what for, how many', async () => {
    const { access, leaves } = await bench();
    await access.note(search(access, 'ottoline@example.com', [newId(), newId(), newId()]));
    const [leaf, ...more] = await leaves();
    expect(more).toEqual([]);
    expect(leaf).toEqual(
      jasmine.objectContaining({
        verb: 'order.searched',
        actor: `staff:${actor.id}`,
        about: [
          { type: 'rows', id: '3' },
          { type: 'purpose', id: 'P2' },
        ],
        subject: null,
      }),
    );
  });

  it('never has what was searched for, only a digest that another desk could not make', async () => {
    const { access, database, leaves } = await bench();
    const other = await bench();
    await access.note(search(access, 'ottoline@example.com'));
    await other.access.note(search(other.access, 'ottoline@example.com'));
    const [raw] = await database.read((em) => em.query<Record<string, unknown>[]>('SELECT * FROM audit_leaves'));
    expect(JSON.stringify(raw)).not.toContain('ottoline');
    const [mine] = await leaves();
    const [theirs] = await other.leaves();
    expect(mine!.digest!.length).toBe(32);
    expect(mine!.digest).not.toEqual(theirs!.digest);
  });

  it('names a customer by their digest alone', async () => {
    const { access, trail, leaves } = await bench();
    const about = [{ type: 'conversation', id: newId() }] as const;
    await access.note({ actor, verb: 'conversation.read', purpose: 'P5', about, customerId: 'customer-1' });
    const [leaf] = await leaves();
    expect(leaf!.subject).toEqual(await trail.subject('customer-1'));
    expect(JSON.stringify(leaf!.about)).not.toContain('customer-1');
  });

  it('takes the same look soon after for one, and another one for another', async () => {
    const { access, clock, leaves } = await bench();
    const id = newId();
    await access.note(search(access, 'KW-1', [id]));
    clock.advance(10 * MINUTE - 1);
    await access.note(search(access, 'KW-1', [id]));
    expect((await leaves()).length).toBe(1);
    await access.note(search(access, 'KW-1', [id, newId()]));
    await access.note(search(access, 'KW-2', [id]));
    await access.note({ ...search(access, 'KW-1', [id]), actor: { ...actor, id: newId() } });
    expect((await leaves()).length).toBe(4);
    clock.advance(1);
    await access.note(search(access, 'KW-1', [id]));
    expect((await leaves()).length).toBe(5);
  });

  it('says nothing of customers who read what is theirs', async () => {
    const { access, leaves } = await bench();
    await access.note({ ...search(access, ''), actor: { kind: 'visitor', visitorId: newId() } });
    expect(await leaves()).toEqual([]);
  });

  it('shows nothing that it could not note', async () => {
    const { access, database } = await bench();
    spyOn(database, 'writeOne').and.rejectWith(new Error('no room'));
    await expectAsync(access.note(search(access, 'KW-1'))).toBeRejectedWithError('no room');
  });
});
