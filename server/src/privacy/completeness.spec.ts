import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RetentionClass } from '@candour/shared/policy.js';
import { Entity, type EntityMetadata } from 'typeorm';
import { id, idRef, sealed, text } from '../core/database/columns.js';
import { sqliteSource } from '../core/database/sqlite-database.js';
import { gapsOf } from './completeness.js';
import { stepsOf } from './keepers.js';
import { notPersonal, personal, type PersonalColumn, type RecordKeeper, type SweptRecord } from './record-keeper.js';

@Entity('diaries')
class Diary {
  @id() id: string;
  @idRef() writerId: string;
  @idRef() keyId: string;
  @sealed() page: Buffer;
  @text() mood: string;
}
@Entity('locks')
class Lock {
  @id() id: string;
  @sealed() secret: Buffer;
}

const page: PersonalColumn = { category: 'C5', source: 'provided', purposes: ['P5'], treatment: 'seal' };
const mood: PersonalColumn = { ...page, treatment: 'delete' };
const diary = personal(Diary, {
  whose: 'customer',
  owner: 'writerId',
  retention: ['conversation'],
  columns: { page, mood, writerId: mood },
});
const ids = notPersonal(Diary, ['id', 'keyId'], 'Ids.');
const lock = notPersonal(Lock, 'all', 'A lock.');

function swept(
  table: string,
  retentionClasses: readonly RetentionClass[],
  looksAt: readonly string[] = [],
): SweptRecord {
  const none = (): Promise<never[]> => Promise.resolve([]);
  const remove = (): Promise<number> => Promise.resolve(0);
  return { table, retentionClasses, looksAt, families: [], due: none, remove, sealedOwners: none };
}

function keeper(of: Partial<RecordKeeper>): RecordKeeper {
  return {
    name: 'diaries',
    personal: [diary],
    notPersonal: [ids, lock],
    swept: [swept('diaries', ['conversation'])],
    ...of,
  };
}

describe('The completeness check', () => {
  let entities: readonly EntityMetadata[];
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'candour-spec-'));
    const none = { sqlite: [], postgres: [] };
    const store = { name: 'keys', entities: [Diary, Lock], migrations: none } as const;
    const source = await sqliteSource(join(folder, 'spec.sqlite'), store).initialize();
    entities = source.entityMetadatas;
    await source.destroy();
    rmSync(folder, { recursive: true });
  });

  const cases: readonly (readonly [words: string, keepers: readonly RecordKeeper[], gaps: readonly string[]])[] = [
    ['is content when all is said', [keeper({})], []],
    [
      'finds a column that nobody claims',
      [keeper({ notPersonal: [notPersonal(Diary, ['id'], 'Ids.'), lock] })],
      ['diaries.keyId is claimed by no keeper and explained by none.'],
    ],
    [
      'finds a whole table that nobody knows',
      [keeper({ notPersonal: [ids] })],
      [
        'locks.id is claimed by no keeper and explained by none.',
        'locks.secret is claimed by no keeper and explained by none.',
      ],
    ],
    [
      'finds a column that is claimed twice',
      [keeper({}), keeper({ name: 'twice', personal: [], swept: [], notPersonal: [notPersonal(Diary, ['mood'], '')] })],
      ['diaries.mood is declared 2 times.'],
    ],
    [
      'finds a claim without a column',
      [keeper({ personal: [{ ...diary, columns: { ...diary.columns, gone: mood } }] })],
      ['diaries.gone is declared but does not exist.'],
    ],
    [
      'finds text that is said to be sealed',
      [keeper({ personal: [{ ...diary, columns: { ...diary.columns, mood: page } }] })],
      ['diaries.mood is said to be sealed but is not a sealed column.'],
    ],
    [
      'finds sealed rows without the id of their key',
      [
        keeper({
          notPersonal: [ids, notPersonal(Lock, ['id'], 'Ids.')],
          personal: [diary, { ...diary, entity: Lock, owner: 'id', columns: { secret: page } }],
        }),
      ],
      ['locks is sealed but carries no keyId.'],
    ],
    [
      'finds a purpose that is missing',
      [keeper({ personal: [{ ...diary, columns: { ...diary.columns, mood: { ...mood, purposes: [] } } }] })],
      ['diaries.mood has no purpose.'],
    ],
    [
      'finds a class that never ends',
      [keeper({ swept: [] })],
      ['Records of diaries under conversation are never swept.'],
    ],
    [
      'finds a class that is swept twice',
      [keeper({ swept: [swept('diaries', ['conversation']), swept('diaries', ['conversation'])] })],
      ['diaries/conversation is swept twice.'],
    ],
  ];
  for (const [words, keepers, gaps] of cases) {
    it(words, () => expect(gapsOf(entities, keepers)).toEqual([...gaps]));
  }
});

describe('The steps of a sweep', () => {
  const keys = (...records: SweptRecord[]): string[] => stepsOf([keeper({ swept: records })]).map(({ key }) => key);

  it('come in the order of who looks at whom, lookers first', () => {
    expect(
      keys(
        swept('orders', ['bookkeeping']),
        swept('conversations', ['conversation', 'conversation-order'], ['orders']),
        swept('customers', ['account'], ['orders', 'conversations']),
      ),
    ).toEqual([
      'customers/account',
      'conversations/conversation',
      'conversations/conversation-order',
      'orders/bookkeeping',
    ]);
  });

  it('refuse a circle', () => {
    expect(() => keys(swept('a', ['export'], ['b']), swept('b', ['export'], ['a']))).toThrowError(/look at themselves/);
  });
});
