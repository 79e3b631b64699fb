import type { Category, Evidence, Purpose, RetentionClass, Source } from '@candour/shared/policy.js';
import { DiscoveryService } from '@nestjs/core';
import type { EntityManager } from 'typeorm';
import type { AboutType } from '../audit/audit.service.js';
import type { Tx } from '../core/database/database.js';
import type { KeyFamily } from '../core/vault/vault.js';
import type { Facts } from '../policy/facts.rules.js';

/**
 * `seal`: ciphertext of the vault, and gone with the record. `mask`: what must never be stored is masked before.
 * `delete`: goes with the record, or is emptied when it is anonymised. `keep`: stays after anonymisation.
 */
export type Treatment = 'seal' | 'mask' | 'delete' | 'keep';

export interface PersonalColumn {
  readonly category: Category;
  readonly source: Source;
  readonly purposes: readonly Purpose[];
  readonly treatment: Treatment;
  /** Only where it differs from the table's, such as the notes of an order. */
  readonly retentionClass?: RetentionClass;
}

export type EntityClass<Row extends object = object> = new () => Row;

/** What a feature says of one table with personal records. */
export interface PersonalTable {
  readonly entity: EntityClass;
  readonly whose: 'customer' | 'staff';
  /** The column that leads to the person, such as `customerId`; `id` where the row is the person. */
  readonly owner: string;
  readonly retention: readonly RetentionClass[];
  readonly columns: Readonly<Record<string, PersonalColumn>>;
}

/** Columns that say nothing of a person, with the reason; `all`: the whole table. */
export interface NotPersonal {
  readonly entity: EntityClass;
  readonly columns: readonly string[] | 'all';
  readonly why: string;
}

/** Declares a table's personal columns, with the names checked against the entity. */
export function personal<Row extends object>(
  entity: EntityClass<Row>,
  table: {
    whose: PersonalTable['whose'];
    owner: keyof Row & string;
    retention: readonly RetentionClass[];
    columns: { readonly [Name in keyof Row & string]?: PersonalColumn };
  },
): PersonalTable {
  return { entity, ...table, columns: table.columns as Readonly<Record<string, PersonalColumn>> };
}

/** Declares columns that are not personal, with the names checked against the entity. */
export function notPersonal<Row extends object>(
  entity: EntityClass<Row>,
  columns: readonly (keyof Row & string)[] | 'all',
  why: string,
): NotPersonal {
  return { entity, columns, why };
}

/** Asks for the records of one class that may be due, in the order of (`anchorAt`, `id`). */
export interface DueAsk {
  readonly retentionClass: RetentionClass;
  /** Only rows whose `anchorAt` is not null and at or before this instant. */
  readonly before: number;
  /** Only rows behind this one. */
  readonly after?: { readonly anchorAt: number; readonly id: string };
  readonly limit: number;
}

/** A record that may be due, with all that the decision needs. */
export interface Candidate {
  readonly id: string;
  readonly evidence: Evidence & { readonly anchorAt: number };
  readonly facts: Facts;
  /** Which of its table's records, for people and without personal data: `#1042`. */
  readonly label: string;
  /** Rows that go with it, itself included. */
  readonly rows: number;
  /** Whose keys seal it; absent where nothing of it is sealed. */
  readonly ownerId?: string;
}

/**
 * One kind of record that the policy decides about as a whole: a conversation with its messages, an order's
 * extras. The sweep looks at candidates outside the unit first and again inside it, then removes those due.
 */
export interface SweptRecord {
  /** The table of its root, as shown in reports. */
  readonly table: string;
  readonly retentionClasses: readonly RetentionClass[];
  /** What its leaves in the audit are about; absent for customers, who stand there by digest only. */
  readonly about?: AboutType;
  /**
   * Other tables that its facts are read from. It is swept before them, so that what one night removes makes
   * nothing else due in the same night, and the preview stays true.
   */
  readonly looksAt?: readonly string[];
  /** The families of data keys that seal it. */
  readonly families: readonly KeyFamily[];
  /** A constant number of statements, whatever the limit. */
  due(em: EntityManager, ask: DueAsk): Promise<readonly Candidate[]>;
  /** Removes the records and all that hangs on them, todo rows for files and search included. Answers rows removed. */
  remove(tx: Tx, ids: readonly string[]): Promise<number>;
  /** Only where a class of it ends in `anonymise`. Afterwards `due` must not find the record again. Answers rows. */
  anonymise?(tx: Tx, ids: readonly string[]): Promise<number>;
  /** Which of these owners still have rows sealed under the family; the keys of the others are shredded. */
  sealedOwners(em: EntityManager, family: KeyFamily, ownerIds: readonly string[]): Promise<readonly string[]>;
}

/** What a feature says of its personal records. Found by `@Keeper()`, so that privacy imports no feature. */
export interface RecordKeeper {
  /** The feature's noun, such as `conversations`. */
  readonly name: string;
  readonly personal: readonly PersonalTable[];
  readonly notPersonal: readonly NotPersonal[];
  readonly swept: readonly SweptRecord[];
  /** Retention classes of its tables that something else than the sweep ends, and what does. */
  readonly endedElsewhere?: readonly { readonly retentionClass: RetentionClass; readonly how: string }[];
}

/** Marks a provider that implements `RecordKeeper`. Put `@Injectable()` beneath it. */
export const Keeper = DiscoveryService.createDecorator();
