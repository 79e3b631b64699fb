// The catalogues of console and widget: four languages, the same keys, the same placeholders, none missing, none unused.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { paths } from '../lib/paths.mjs';
import { filesUnder } from './files.mjs';

export const LANGUAGES = ['en', 'de', 'fr', 'es'];

/** Every sentence of a catalogue by its dotted key. A function stands for its own source: only its presence counts. */
export function flatten(tree, prefix = '') {
  return Object.entries(tree).flatMap(([key, value]) =>
    value !== null && typeof value === 'object'
      ? flatten(value, `${prefix}${key}.`)
      : [[`${prefix}${key}`, typeof value === 'function' ? '' : String(value)]],
  );
}

const placeholders = (text) => [...text.matchAll(/\{+\s*([\w.]+)\s*\}+/g)].map(([, name]) => name).sort();

/** Compares one set of catalogues, { en: {...}, de: {...}, ... }; answers what is wrong, a line each. */
export function differences(catalogues) {
  const wrong = LANGUAGES.filter((language) => !catalogues[language]).map((language) => `${language}: no catalogue`);
  const flat = Object.fromEntries(
    Object.entries(catalogues).map(([language, tree]) => [language, new Map(flatten(tree))]),
  );
  for (const extra of Object.keys(flat).filter((language) => !LANGUAGES.includes(language))) {
    wrong.push(`${extra}: not one of the four languages`);
  }
  const every = new Set(Object.values(flat).flatMap((entries) => [...entries.keys()]));
  for (const key of every) {
    for (const [language, entries] of Object.entries(flat)) {
      if (!entries.has(key)) wrong.push(`${language}: "${key}" is missing`);
      else if (entries.get(key).trim() === '' && flat.en?.get(key)?.trim())
        wrong.push(`${language}: "${key}" is empty`);
    }
    wrong.push(...compareWithEnglish(key, flat));
  }
  return wrong;
}

function compareWithEnglish(key, flat) {
  const english = flat.en?.get(key);
  if (english === undefined) return [];
  const wanted = placeholders(english).join();
  const wrong = [];
  for (const [language, entries] of Object.entries(flat)) {
    const text = entries.get(key);
    if (language === 'en' || text === undefined) continue;
    const got = placeholders(text).join();
    if (got !== wanted) wrong.push(`${language}: "${key}" has the placeholders [${got}], English has [${wanted}]`);
    if (text === english && text.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word)).length >= 4) {
      wrong.push(`${language}: "${key}" is the English sentence`);
    }
  }
  return wrong;
}

/**
 * Keys that no source names. A key is named whole (`t('a.b')`), as a count (`count('a.b')` for `a.b.one`, `a.b.other`),
 * by its group (`of('a', code)`), or by a computed end (`` `a.${code}` ``).
 */
export function unusedKeys(catalogue, source) {
  const quoted = (text) => [`'${text}'`, `"${text}"`, `\`${text}\``].some((literal) => source.includes(literal));
  const groupNamed = new Set([...source.matchAll(/\bof\(\s*'([\w.-]+)'/g)].map(([, group]) => group));
  return flatten(catalogue)
    .map(([key]) => key)
    .filter((key) => {
      const groups = key.split('.').map((_, i, all) => all.slice(0, i).join('.'));
      if (quoted(key)) return false;
      if (/\.(zero|one|two|few|many|other)$/.test(key) && quoted(groups.at(-1))) return false;
      return !groups.some((group) => group && (groupNamed.has(group) || source.includes(`\`${group}.\${`)));
    });
}

/** Keys that the source asks for and the catalogue does not have. The types say so too, where they are not cast away. */
export function unknownKeys(catalogue, source) {
  const known = new Set(flatten(catalogue).map(([key]) => key));
  const asked = [...source.matchAll(/(?<![\w$])(t|count)\(\s*'([\w.-]+)'/g)];
  return [
    ...new Set(
      asked.filter(([, verb, key]) => !known.has(verb === 'count' ? `${key}.other` : key)).map(([, , key]) => key),
    ),
  ];
}

/** Top-level keys of the widget's catalogue that its code never reads. */
export function unreadWords(catalogue, source) {
  return Object.keys(catalogue).filter((key) => !new RegExp(`(\\.|\\[')${key}\\b|\\b${key}\\b\\s*[,}]`).test(source));
}

async function consoleCatalogues() {
  const names = readdirSync(paths.consoleCatalogues).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    names.map((name) => [name.slice(0, -5), JSON.parse(readFileSync(join(paths.consoleCatalogues, name), 'utf8'))]),
  );
}

/** The catalogues that are modules: the widget's and the shop's. */
async function wordsIn(folder) {
  const catalogues = {};
  for (const language of LANGUAGES) {
    catalogues[language] = (await import(pathToFileURL(join(folder, `${language}.ts`)).href)).words;
  }
  return catalogues;
}

const read = (files) => files.map((file) => readFileSync(file, 'utf8')).join('\n');

export async function checkCatalogues() {
  const wrong = [];
  const counts = [];
  if (existsSync(paths.consoleCatalogues)) {
    const catalogues = await consoleCatalogues();
    const source = read(filesUnder(join(paths.client, 'src'), /(?<!\.spec)\.(ts|html)$/));
    wrong.push(...differences(catalogues).map((line) => `console ${line}`));
    wrong.push(...unusedKeys(catalogues.en ?? {}, source).map((key) => `console: nothing uses "${key}"`));
    wrong.push(
      ...unknownKeys(catalogues.en ?? {}, source).map((key) => `console: "${key}" is asked for and not there`),
    );
    counts.push(`console ${flatten(catalogues.en ?? {}).length}`);
  }
  const lazy = join(paths.client, 'widget', 'parts');
  const parts = existsSync(lazy) ? readdirSync(lazy, { withFileTypes: true }).filter((one) => one.isDirectory()) : [];
  for (const name of ['widget', 'shop', ...parts.map((part) => `widget/parts/${part.name}`)]) {
    const folder = join(paths.client, name, 'catalogue');
    if (!existsSync(folder)) continue;
    const elsewhere = name === 'widget' ? /catalogue|[/\\]parts[/\\]/ : /catalogue/;
    const source = read(filesUnder(join(paths.client, name), /(?<!\.spec)\.ts$/, elsewhere));
    const catalogues = await wordsIn(folder);
    wrong.push(...differences(catalogues).map((line) => `${name} ${line}`));
    wrong.push(...unreadWords(catalogues.en, source).map((key) => `${name}: nothing reads "${key}"`));
    counts.push(`${name} ${flatten(catalogues.en).length}`);
  }
  if (existsSync(paths.loaderWords)) {
    const { loaderWords } = await import(pathToFileURL(paths.loaderWords).href);
    wrong.push(...differences(loaderWords).map((line) => `widget loader ${line}`));
  }
  return { wrong, right: `four languages each: ${counts.join(', ') || 'no catalogue yet'} sentences` };
}
