import { In, type EntityManager } from 'typeorm';
import type { Engine } from '../core/database/database.js';
import { eachTextOf, JsonRows } from '../core/database/rows.js';
import { CustomerRecord, type CustomerKind } from './customer.entity.js';

interface NamedRow {
  readonly asked: string;
  readonly id: string;
  readonly kind: CustomerKind;
  readonly keyId: string;
  readonly name: Buffer;
}

/** Those who have a name, as the customer that they became, with nothing else of their rows. */
function namesOn(engine: Engine): { rows: JsonRows<NamedRow>; sql: string } {
  const columns = { asked: 'a.id', id: 'c.id', kind: 'c.kind', keyId: 'c.key_id', name: { bytes: 'c.name' } };
  const rows = new JsonRows<NamedRow>(engine, columns);
  const sql = `SELECT ${rows.select}
    FROM ${eachTextOf(engine, '$1')} JOIN customers a ON a.id = j.value JOIN customers c ON c.id = COALESCE(a.merged_into, a.id)
    WHERE c.name IS NOT NULL AND c.key_id IS NOT NULL`;
  return { rows, sql };
}

export const namedRows: Readonly<Record<Engine, ReturnType<typeof namesOn>>> = {
  sqlite: namesOn('sqlite'),
  postgres: namesOn('postgres'),
};

/** By id, as they stand: whom they were merged into is not looked up. */
export async function byId(em: EntityManager, ids: readonly string[]): Promise<Map<string, CustomerRecord>> {
  const found = new Map<string, CustomerRecord>();
  const asked = [...new Set(ids)];
  for (let from = 0; from < asked.length; from += 500) {
    const rows = await em.findBy(CustomerRecord, { id: In(asked.slice(from, from + 500)) });
    for (const row of rows) found.set(row.id, row);
  }
  return found;
}
