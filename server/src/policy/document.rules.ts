import type { Clause, PublishedPeriod, RetentionClass } from '@candour/shared/policy.js';
import { retentionClasses } from '@candour/shared/policy.js';
import type { Language } from '@candour/shared/words.js';
import type { Period } from './calendar.rules.js';
import type { KeepRule, PeriodEnd, PolicyPack, PolicyTexts } from './pack.rules.js';

const units = ['years', 'months', 'days', 'hours', 'seconds'] as const;

/** The clauses of the page, or the conflicts found in it, in the reader's language. */
export function clausesOf(pack: PolicyPack, language: Language, which: 'page' | 'conflicts'): Clause[] {
  const texts = pack.texts[language].clauses;
  return pack.clauses
    .filter(({ section }) => (section === 'conflicts') === (which === 'conflicts'))
    .map(({ id, section }) => ({ id, section, text: texts[id] ?? '' }));
}

/** The table of periods as people read it. */
export function publishedPeriods(pack: PolicyPack, language: Language): PublishedPeriod[] {
  const texts = pack.texts[language];
  return retentionClasses.map((retentionClass) => publishedPeriod(retentionClass, pack, texts));
}

function publishedPeriod(retentionClass: RetentionClass, pack: PolicyPack, texts: PolicyTexts): PublishedPeriod {
  const { categories, keeps, then } = pack.periods[retentionClass];
  const countries = keeps.flatMap(({ countries: by }) => Object.values(by?.periods ?? {}));
  const laws = [...keeps, ...countries].flatMap(({ law }) => (law === undefined ? [] : [law]));
  return {
    retentionClass,
    title: texts.classes[retentionClass],
    categories: [...categories],
    period: unique(keeps.map((keep) => periodText(keep, texts))).join('; '),
    start: unique(keeps.flatMap(({ ends }) => ends.map((end) => startText(end, texts)))).join('; '),
    then,
    clause: unique(keeps.map(({ clause }) => clause)).join(', '),
    ...(laws.length > 0 ? { law: unique(laws).join('; ') } : {}),
    verified: [...keeps, ...countries].every(({ verified }) => verified),
  };
}

function periodText({ ends, carried, countries }: KeepRule, texts: PolicyTexts): string {
  const { phrases } = texts;
  const own = ends.map(({ period }) => lengthText(period, texts));
  const along = carried
    ? [[phrases.carried, ...(carried.plus ? [phrases.plus, lengthText(carried.plus, texts)] : [])].join(' ')]
    : [];
  const general = unique([...along, ...own]).join(` ${phrases.or} `);
  if (!countries) return general;
  const byCountry = Object.entries(countries.periods).map(
    ([code, { period }]) => `${code}: ${lengthText(period, texts)}`,
  );
  if (countries.otherwise === 'default') return `${general} (${byCountry.join(', ')})`;
  return [...byCountry, ...(countries.unset === 'open' ? [phrases['seller-unset']] : [])].join(', ');
}

function lengthText(period: Period, texts: PolicyTexts): string {
  const parts = units.flatMap((unit) => {
    const count = period[unit];
    return count ? [`${count} ${texts.units[unit][count === 1 ? 0 : 1]}`] : [];
  });
  if (parts.length === 0) return texts.phrases['at-once'];
  return period.yearEnd ? `${parts.join(' ')} ${texts.phrases['year-end']}` : parts.join(' ');
}

function startText({ after }: PeriodEnd, texts: PolicyTexts): string {
  const names = after.map((event) => texts.starts[event]);
  return names.length > 1 ? `${texts.phrases['later-of']} ${names.join(', ')}` : (names[0] ?? '');
}

const unique = (words: readonly string[]): string[] => [...new Set(words)];
