import type { EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { PersonalColumn, RecordKeeper } from './record-keeper.js';

/**
 * What is not declared as it must be, one sentence each: every column of every entity is claimed by exactly one
 * keeper or explained as not personal, and every retention class that is claimed comes to an end somewhere.
 */
export function gapsOf(entities: readonly EntityMetadata[], keepers: readonly RecordKeeper[]): string[] {
  const declared = keepers.flatMap((keeper) => [...keeper.personal, ...keeper.notPersonal].map(({ entity }) => entity));
  const strangers = declared.filter((entity) => !entities.some(({ target }) => target === entity));
  return [
    ...new Set(strangers.map(({ name }) => `${name} is declared but is no entity of the desk.`)),
    ...entities.flatMap((entity) => gapsOfTable(entity, keepers)),
    ...keepers.flatMap(endlessClasses),
    ...sharedSteps(keepers),
  ];
}

function gapsOfTable(entity: EntityMetadata, keepers: readonly RecordKeeper[]): string[] {
  const names = entity.columns.map(({ propertyName }) => propertyName);
  const personal = keepers.flatMap((keeper) => keeper.personal.filter((table) => table.entity === entity.target));
  const others = keepers.flatMap((keeper) => keeper.notPersonal.filter((table) => table.entity === entity.target));
  const claims = [
    ...personal.flatMap(({ columns }) => Object.keys(columns)),
    ...others.flatMap(({ columns }) => (columns === 'all' ? names : columns)),
  ];
  const table = entity.tableName;
  const gaps: string[] = [];
  for (const name of names) {
    const count = claims.filter((claim) => claim === name).length;
    if (count === 0) gaps.push(`${table}.${name} is claimed by no keeper and explained by none.`);
    if (count > 1) gaps.push(`${table}.${name} is declared ${count} times.`);
  }
  for (const name of new Set(claims)) {
    if (!names.includes(name)) gaps.push(`${table}.${name} is declared but does not exist.`);
  }
  for (const { owner, columns } of personal) {
    if (!names.includes(owner)) gaps.push(`${table}.${owner}, which says whose it is, does not exist.`);
    gaps.push(...entity.columns.flatMap((column) => misfit(table, column, columns[column.propertyName])));
    const sealed = Object.values(columns).some(({ treatment }) => treatment === 'seal');
    if (sealed && keyColumns(entity).length === 0) gaps.push(`${table} is sealed but carries no keyId.`);
  }
  return gaps;
}

/** A sealed value is bytes, and bytes that are said to be text would be stored in clear. */
function misfit(table: string, column: ColumnMetadata, declared: PersonalColumn | undefined): string[] {
  if (declared?.treatment === 'seal' && (column.type as unknown) !== Buffer) {
    return [`${table}.${column.propertyName} is said to be sealed but is not a sealed column.`];
  }
  return declared && declared.purposes.length === 0 ? [`${table}.${column.propertyName} has no purpose.`] : [];
}

/** The columns that name the data key of a row. */
export function keyColumns(entity: EntityMetadata): ColumnMetadata[] {
  return entity.columns.filter(({ propertyName }) => /^keyId$|KeyId$/.test(propertyName));
}

function endlessClasses({ name, personal, swept, endedElsewhere = [] }: RecordKeeper): string[] {
  const ends = new Set([
    ...swept.flatMap(({ retentionClasses }) => retentionClasses),
    ...endedElsewhere.map(({ retentionClass }) => retentionClass),
  ]);
  const claimed = new Set(
    personal.flatMap(({ retention, columns }) => [
      ...retention,
      ...Object.values(columns).flatMap(({ retentionClass }) => retentionClass ?? []),
    ]),
  );
  return [...claimed]
    .filter((retentionClass) => !ends.has(retentionClass))
    .map((retentionClass) => `Records of ${name} under ${retentionClass} are never swept.`);
}

function sharedSteps(keepers: readonly RecordKeeper[]): string[] {
  const keys = keepers.flatMap(({ swept }) =>
    swept.flatMap(({ table, retentionClasses }) => retentionClasses.map((each) => `${table}/${each}`)),
  );
  const twice = keys.filter((key, i) => keys.indexOf(key) !== i);
  return [...new Set(twice)].map((key) => `${key} is swept twice.`);
}
