import type { Evidence, RetentionClass } from '@candour/shared/policy.js';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager, type ObjectLiteral } from 'typeorm';
import type { Tx } from '../core/database/database.js';
import type { KeyFamily } from '../core/vault/vault.js';
import { PolicyService } from '../policy/policy.service.js';
import {
  Keeper,
  notPersonal,
  personal,
  type Candidate,
  type DueAsk,
  type PersonalColumn,
  type RecordKeeper,
  type SweptRecord,
} from '../privacy/record-keeper.js';
import { RoleGrantRow } from './role-grant.entity.js';
import { SignInLinkRow } from './sign-in-link.entity.js';
import { SignInRow } from './sign-in.entity.js';
import { StaffSessionRow } from './staff-session.entity.js';
import { StaffRow } from './staff.entity.js';

const plain: PersonalColumn = { category: 'staff', source: 'provided', purposes: ['house'], treatment: 'delete' };
const sealed: PersonalColumn = { ...plain, treatment: 'seal' };
const observed: PersonalColumn = { ...plain, source: 'automatic' };

/** Staff are people too: what is kept of them, and how long (house rule 11). */
@Keeper()
@Injectable()
export class StaffKeeper implements RecordKeeper {
  readonly name = 'staff';

  readonly personal = [
    personal(StaffRow, {
      whose: 'staff',
      owner: 'id',
      retention: ['staff-account'],
      columns: {
        name: sealed,
        email: sealed,
        emailIndex: plain,
        role: plain,
        grantedAlone: observed,
        skills: plain,
        passwordHash: plain,
        createdAt: plain,
        lastSeenAt: observed,
        disabledAt: plain,
      },
    }),
    personal(StaffSessionRow, {
      whose: 'staff',
      owner: 'staffId',
      retention: ['staff-account'],
      columns: { staffId: observed, signedInAt: observed, seenAt: observed },
    }),
    personal(SignInLinkRow, {
      whose: 'staff',
      owner: 'staffId',
      retention: ['staff-account'],
      columns: { staffId: observed, createdBy: observed, usedAt: observed },
    }),
    personal(RoleGrantRow, {
      whose: 'staff',
      owner: 'staffId',
      retention: ['staff-account'],
      columns: { staffId: observed, role: plain, proposedBy: observed, proposedAt: observed },
    }),
    personal(SignInRow, {
      whose: 'staff',
      owner: 'staffId',
      retention: ['sign-in'],
      columns: { staffId: observed, at: observed, way: observed },
    }),
  ];

  readonly notPersonal = [
    notPersonal(StaffRow, ['id', 'keyId'], 'Random ids.'),
    notPersonal(StaffSessionRow, ['id'], 'Digest of a random id; the row goes within 12 hours.'),
    notPersonal(SignInLinkRow, ['id', 'tokenHash', 'createdAt', 'expiresAt'], 'Of the link: ids, a digest, dates.'),
    notPersonal(RoleGrantRow, ['id', 'deed', 'approvedAt'], 'What waits, until somebody decides it.'),
    notPersonal(SignInRow, ['id'], 'A random id.'),
  ];

  readonly swept: readonly SweptRecord[];

  constructor(policy: PolicyService) {
    const evidence: EvidenceOf = (retentionClass, since, anchorAt) => ({
      // Known by its date: the rows need not say it.
      policyVersion: String(policy.current(since).number),
      category: 'staff',
      source: 'provided',
      purpose: 'house',
      retentionClass,
      anchorAt,
    });
    this.swept = [new SweptStaff(evidence), new SweptSignIns(evidence)];
  }
}

type EvidenceOf = (
  retentionClass: RetentionClass,
  since: number,
  anchorAt: number,
) => Evidence & { readonly anchorAt: number };

/** Somebody who left, with all that hangs on the account. */
class SweptStaff implements SweptRecord {
  readonly table = 'staff';
  readonly retentionClasses = ['staff-account'] as const;
  readonly families: readonly KeyFamily[] = ['staff'];

  constructor(private readonly evidence: EvidenceOf) {}

  async due(em: EntityManager, ask: DueAsk): Promise<readonly Candidate[]> {
    const rows = await dueBy(em, StaffRow, 'disabledAt', ask);
    const signIns = await countBy(
      em,
      rows.map(({ id }) => id),
    );
    return rows.flatMap(({ id, createdAt, disabledAt: left }) => {
      if (left === null) return [];
      return {
        id,
        evidence: this.evidence('staff-account', createdAt, left),
        facts: { events: { left } },
        label: id.slice(-8),
        rows: 1 + (signIns.get(id) ?? 0),
        ownerId: id,
      };
    });
  }

  async remove(tx: Tx, ids: readonly string[]): Promise<number> {
    const staffId = In([...ids]);
    let removed = 0;
    for (const entity of [StaffSessionRow, SignInLinkRow, RoleGrantRow, SignInRow]) {
      removed += (await tx.em.delete(entity, { staffId })).affected ?? 0;
    }
    return removed + ((await tx.em.delete(StaffRow, { id: staffId })).affected ?? 0);
  }

  async sealedOwners(em: EntityManager, _: KeyFamily, ownerIds: readonly string[]): Promise<readonly string[]> {
    const rows = await em.find(StaffRow, { select: { id: true }, where: { id: In([...ownerIds]) } });
    return rows.map(({ id }) => id);
  }
}

class SweptSignIns implements SweptRecord {
  readonly table = 'sign_ins';
  readonly retentionClasses = ['sign-in'] as const;
  readonly families: readonly KeyFamily[] = [];

  constructor(private readonly evidence: EvidenceOf) {}

  async due(em: EntityManager, ask: DueAsk): Promise<readonly Candidate[]> {
    const rows = await dueBy(em, SignInRow, 'at', ask);
    return rows.map(({ id, at }) => ({
      id,
      evidence: this.evidence('sign-in', at, at),
      facts: { events: { made: at } },
      label: id.slice(-8),
      rows: 1,
    }));
  }

  async remove(tx: Tx, ids: readonly string[]): Promise<number> {
    return (await tx.em.delete(SignInRow, { id: In([...ids]) })).affected ?? 0;
  }

  sealedOwners(): Promise<readonly string[]> {
    return Promise.resolve([]);
  }
}

/** Rows in the order of (`column`, `id`), behind the one the ask names. */
function dueBy<Row extends ObjectLiteral>(
  em: EntityManager,
  entity: new () => Row,
  column: keyof Row & string,
  { before, after, limit }: DueAsk,
): Promise<Row[]> {
  const query = em
    .createQueryBuilder(entity, 'r')
    .where(`r.${column} IS NOT NULL AND r.${column} <= :before`, { before })
    .orderBy(`r.${column}`)
    .addOrderBy('r.id')
    .limit(limit);
  if (after) {
    query.andWhere(`(r.${column} > :at OR (r.${column} = :at AND r.id > :id))`, { at: after.anchorAt, id: after.id });
  }
  return query.getMany();
}

async function countBy(em: EntityManager, staffIds: readonly string[]): Promise<Map<string, number>> {
  if (staffIds.length === 0) return new Map();
  const counts = await em
    .createQueryBuilder(SignInRow, 's')
    .select('s.staffId', 'id')
    .addSelect('COUNT(*)', 'count')
    .where({ staffId: In([...staffIds]) })
    .groupBy('s.staffId')
    .getRawMany<{ id: string; count: number | string }>();
  return new Map(counts.map(({ id, count }) => [id, Number(count)]));
}
