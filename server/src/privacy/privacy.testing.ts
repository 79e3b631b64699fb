import { newId } from '@candour/shared/ids.js';
import type { RetentionClass } from '@candour/shared/policy.js';
import { Injectable, type INestApplicationContext } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { Entity, In, Index, type EntityManager, type MigrationInterface, type QueryRunner } from 'typeorm';
import { auditBench } from '../audit/audit.testing.js';
import { AccessTrail } from '../audit/access-trail.service.js';
import { AuditTrail } from '../audit/audit.service.js';
import { Clock } from '../core/clock.js';
import type { TestClock } from '../core/clock.testing.js';
import { id, idRef, instant, integer, sealed } from '../core/database/columns.js';
import { Database, type Tx } from '../core/database/database.js';
import type { OpenDatabase } from '../core/testing/engines.js';
import { Vault, type KeyFamily } from '../core/vault/vault.js';
import { WithEvidence } from '../policy/evidence.js';
import { PolicyService } from '../policy/policy.service.js';
import { mainStore } from '../stores.js';
import { DueService } from './due.service.js';
import { HouseKeeper } from './house.keeper.js';
import { Keepers } from './keepers.js';
import { KeySweep } from './key-sweep.js';
import { Keeper, type Candidate, type DueAsk, type RecordKeeper, type SweptRecord } from './record-keeper.js';
import { RetentionSchedule } from './retention.schedule.js';
import { RetentionService } from './retention.service.js';
import { Sweeper } from './sweeper.js';

/** A record of its own for specs: a sealed note about a customer. */
@Entity('spec_notes')
@Index(['retentionClass', 'anchorAt', 'id'])
export class Note extends WithEvidence {
  @id() id: string;
  @idRef() ownerId: string;
  @idRef({ nullable: true }) keyId: string | null;
  @sealed({ nullable: true }) body: Buffer | null;
  @instant({ nullable: true }) heldFrom: number | null;
  @integer() size: number;
}

class Notes1700000000000 implements MigrationInterface {
  name = 'Notes1700000000000';
  async up(runner: QueryRunner): Promise<void> {
    const bytes = runner.connection.options.type === 'postgres' ? 'bytea' : 'blob';
    await runner.query(
      `CREATE TABLE spec_notes (policy_version text NOT NULL, category text NOT NULL, source text NOT NULL,
        purpose text NOT NULL, retention_class text NOT NULL, anchor_at bigint, id text PRIMARY KEY,
        owner_id text NOT NULL, key_id text, body ${bytes}, held_from bigint, size bigint NOT NULL)`,
    );
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE spec_notes');
  }
}

/** What a spec makes happen between the sweep's look and its unit. */
@Injectable()
export class Between {
  look: () => Promise<void> = () => Promise.resolve();
}

@Keeper()
@Injectable()
export class NotesKeeper implements RecordKeeper {
  readonly name = 'notes';
  readonly personal = [];
  readonly notPersonal = [];
  readonly swept: readonly SweptRecord[];

  constructor(between: Between) {
    this.swept = [new SweptNotes(between)];
  }
}

class SweptNotes implements SweptRecord {
  readonly table = 'spec_notes';
  readonly retentionClasses = ['chat-unidentified', 'conversation', 'survey'] as const;
  readonly families: readonly KeyFamily[] = ['conversation'];

  constructor(private readonly between: Between) {}

  async due(em: EntityManager, { retentionClass, before, after, limit }: DueAsk): Promise<readonly Candidate[]> {
    const query = em
      .createQueryBuilder(Note, 'n')
      .where('n.retentionClass = :retentionClass AND n.anchorAt <= :before', { retentionClass, before })
      .orderBy({ 'n.anchorAt': 'ASC', 'n.id': 'ASC' })
      .limit(limit);
    if (after)
      query.andWhere('(n.anchorAt > :at OR (n.anchorAt = :at AND n.id > :id))', { at: after.anchorAt, ...after });
    const notes = await query.getMany();
    await this.between.look();
    return notes.map((note) => ({
      id: note.id,
      evidence: { ...note, anchorAt: note.anchorAt! },
      facts: note.heldFrom === null ? {} : { holds: [{ kind: 'dispute', from: note.heldFrom }] },
      label: note.id.slice(-4),
      rows: note.size,
      ownerId: note.ownerId,
    }));
  }

  async remove(tx: Tx, ids: readonly string[]): Promise<number> {
    await tx.em.delete(Note, { id: In([...ids]) });
    return ids.length;
  }

  async anonymise(tx: Tx, ids: readonly string[]): Promise<number> {
    await tx.em.update(Note, { id: In([...ids]) }, { anchorAt: null, ownerId: '', keyId: null, body: null });
    return ids.length;
  }

  async sealedOwners(em: EntityManager, _family: KeyFamily, ownerIds: readonly string[]): Promise<readonly string[]> {
    const notes = await em.findBy(Note, { ownerId: In([...ownerIds]) });
    return notes.map(({ ownerId }) => ownerId);
  }
}

/** Privacy with notes to sweep. */
export interface PrivacyBench {
  readonly database: Database;
  readonly clock: TestClock;
  readonly vault: Vault;
  readonly app: INestApplicationContext;
  readonly between: Between;
  notesOf(count: number, each: (i: number) => Parameters<PrivacyBench['note']>[0]): Promise<string[]>;
  /** Stores a sealed note and answers with its id. */
  note(
    of: { retentionClass?: RetentionClass; anchorAt: number | null; ownerId?: string } & Partial<Note>,
  ): Promise<string>;
  notes(): Promise<Note[]>;
}

export async function privacyBench(open: OpenDatabase): Promise<PrivacyBench> {
  const notesStore = {
    ...mainStore,
    entities: [...mainStore.entities, Note],
    migrations: {
      sqlite: [...mainStore.migrations.sqlite, Notes1700000000000],
      postgres: [...mainStore.migrations.postgres, Notes1700000000000],
    },
  };
  const desk = await auditBench((store) => open(store.name === 'main' ? notesStore : store));
  const { database, clock, vault } = desk;
  const app = await Test.createTestingModule({
    imports: [DiscoveryModule],
    providers: [
      { provide: Database, useValue: database },
      { provide: Clock, useValue: clock },
      { provide: Vault, useValue: vault },
      { provide: AuditTrail, useValue: desk.trail },
      ...[AccessTrail, PolicyService, HouseKeeper, NotesKeeper, Between, Keepers, DueService, KeySweep, Sweeper],
      ...[RetentionSchedule, RetentionService],
    ],
  }).compile();
  await app.init();
  await app.get(RetentionSchedule).idle();

  const note: PrivacyBench['note'] = async ({ ownerId = newId(clock.now()), ...of }) => {
    const noteId = newId(clock.now());
    const key = await vault.keyFor(ownerId, 'conversation');
    const row: Note = {
      id: noteId,
      ownerId,
      keyId: key.id,
      body: vault.seal(key, { table: 'spec_notes', row: noteId, column: 'body' }, 'A note.'),
      heldFrom: null,
      size: 1,
      policyVersion: '1',
      category: 'C5',
      source: 'provided',
      purpose: 'P5',
      retentionClass: 'chat-unidentified',
      ...of,
    };
    await database.write(({ em }) => em.insert(Note, row));
    return noteId;
  };
  const notesOf: PrivacyBench['notesOf'] = (count, each) =>
    Promise.all(Array.from({ length: count }, (_, i) => note(each(i))));
  return {
    notesOf,
    database,
    clock,
    vault,
    app,
    between: app.get(Between),
    note,
    notes: () => database.read((em) => em.find(Note)),
  };
}
