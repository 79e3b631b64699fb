import type { ColumnOptions, ValueTransformer } from 'typeorm';
import { Column, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/*
 * Every column of every entity is one of these, so that both engines give back the same JavaScript values.
 * `type: Buffer` becomes BLOB on SQLite and bytea on PostgreSQL (see postgres-database.ts).
 */

type Options = Pick<ColumnOptions, 'nullable' | 'unique' | 'default' | 'primary'>;

const safeInteger: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: unknown) => {
    if (value === null || value === undefined) return null;
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw new Error('An integer column holds a number beyond 2^53.');
    return number;
  },
};

const structured: ValueTransformer = {
  to: (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value)),
  from: (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : null),
};

/** Primary key: UUIDv7, made outside the database (`newId`). */
export const id = (): PropertyDecorator => PrimaryColumn({ type: 'text' });
/** Primary key that the database counts up, never reused: the order of insertion (on SQLite, of commits too). */
export const ordinal = (): PropertyDecorator => PrimaryGeneratedColumn('increment');
/** Id of a row elsewhere; across features there is no foreign key. */
export const idRef = (options: Options = {}): PropertyDecorator => Column({ type: 'text', ...options });
/** Milliseconds UTC. */
export const instant = (options: Options = {}): PropertyDecorator =>
  Column({ type: 'bigint', transformer: safeInteger, ...options });
/** Integer minor units of a currency that stands in a column beside it. */
export const amount = (options: Options = {}): PropertyDecorator =>
  Column({ type: 'bigint', transformer: safeInteger, ...options });
export const integer = (options: Options = {}): PropertyDecorator =>
  Column({ type: 'bigint', transformer: safeInteger, ...options });
/** Short, unsealed words: codes, states, numbers of things. Never personal data in clear. */
export const text = (options: Options = {}): PropertyDecorator => Column({ type: 'text', ...options });
export const flag = (options: Options = {}): PropertyDecorator => Column({ type: 'boolean', ...options });
/** Structured data without personal content. */
export const json = (options: Options = {}): PropertyDecorator =>
  Column({ type: 'text', transformer: structured, ...options });
/** Ciphertext of `core/vault`; the row also carries the `keyId`. */
export const sealed = (options: Options = {}): PropertyDecorator => Column({ type: Buffer as never, ...options });
/** A digest, or another short run of bytes that is not ciphertext. */
export const bytes = (options: Options = {}): PropertyDecorator => Column({ type: Buffer as never, ...options });
/** Keyed look-up value of `Vault.blindIndex`, in base64url. */
export const blind = (options: Options = {}): PropertyDecorator => Column({ type: 'text', ...options });
