import { categories, type Category, type PublishedPeriod, type RetentionClass } from '@candour/shared/policy.js';
import type { EntityMetadata } from 'typeorm';
import type { NotPersonal, PersonalTable, RecordKeeper } from './record-keeper.js';

/** What the desk stores of people, as its keepers declare it, in Markdown. */
export function dataMap(
  keepers: readonly RecordKeeper[],
  entities: readonly EntityMetadata[],
  published: { readonly number: number; readonly periods: readonly PublishedPeriod[] },
): string {
  const periods = new Map(published.periods.map((row) => [row.retentionClass, row]));
  const tableName = (target: unknown): string => entities.find((entity) => entity.target === target)?.tableName ?? '?';

  const personalTable = (table: PersonalTable): string =>
    [
      `### ${tableName(table.entity)}`,
      `Of a ${table.whose}, by \`${table.owner}\`. Kept: ${table.retention.map(code).join(', ')}.`,
      grid(
        ['Column', 'Category', 'Source', 'Purposes', 'Treatment', 'Kept as'],
        Object.entries(table.columns).map(([name, column]) => [
          code(name),
          categoryText(column.category),
          column.source,
          column.purposes.join(' '),
          column.treatment,
          column.retentionClass ? code(column.retentionClass) : 'the table',
        ]),
      ),
    ].join('\n\n');

  const otherColumns = ({ entity, columns, why }: NotPersonal): string =>
    `- \`${tableName(entity)}\`: ${columns === 'all' ? 'all columns' : columns.map(code).join(', ')}. ${why}`;

  const keeperText = (keeper: RecordKeeper): string =>
    [
      `## ${keeper.name}`,
      ...keeper.personal.map(personalTable),
      ...(keeper.notPersonal.length > 0 ? ['### Not personal', keeper.notPersonal.map(otherColumns).join('\n')] : []),
      ...(keeper.endedElsewhere?.length
        ? [keeper.endedElsewhere.map(({ retentionClass, how }) => `- ${code(retentionClass)}: ${how}`).join('\n')]
        : []),
    ].join('\n\n');

  const periodRow = (retentionClass: RetentionClass): string[] => {
    const row = periods.get(retentionClass);
    if (!row) return [code(retentionClass), '', '', '', '', ''];
    const { title, period, start, then, clause, law, verified } = row;
    const source = [clause, law].filter(Boolean).join('; ');
    return [`${code(retentionClass)} ${title}`, period, start, then, source, verified ? 'yes' : 'unverified'];
  };

  return `${[
    '# Data map',
    'Generated from the keepers and the policy pack by `npm run data-map`; a spec fails when it is not fresh.',
    `Periods of policy version ${published.number}.`,
    ...keepers.map(keeperText),
    '## Periods in use',
    grid(['Class', 'Period', 'Counted from', 'Then', 'Source', 'Verified'], classesOf(keepers).map(periodRow)),
  ].join('\n\n')}\n`;
}

function classesOf(keepers: readonly RecordKeeper[]): RetentionClass[] {
  const used = keepers.flatMap(({ personal }) =>
    personal.flatMap(({ retention, columns }) => [
      ...retention,
      ...Object.values(columns).flatMap(({ retentionClass }) => retentionClass ?? []),
    ]),
  );
  return [...new Set(used)].sort();
}

const code = (name: string): string => `\`${name}\``;

function categoryText(category: Category): string {
  return category === categories[category] ? category : `${category} ${categories[category]}`;
}

function grid(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
