import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * node server/dist/bench/detector/locked-2/make.js, from the root of the project
 * Writes the second locked set anew from its templates and prints what it holds and its hash: the SHA-256 of the four
 * files one after the other, in the order of `LANGUAGES`. The same templates give the same bytes.
 */

const LANGUAGES = ['en', 'de', 'fr', 'es'] as const;
/** Most fillings of one template. */
const MOST = 6;
const NONE = 'none';
const FOLDER = join('server', 'bench', 'detector', 'locked-2');

type Language = (typeof LANGUAGES)[number];
type Templates = Readonly<Record<string, readonly string[]>>;
interface Row {
  readonly text: string;
  readonly label: string | null;
  readonly template: string;
}

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', ß: 'ss' };

/** How a hurried hand writes the language: accents left out, apostrophes in English. */
function hurried(text: string, language: Language): string {
  if (language === 'en') return text.replaceAll("'", '');
  if (language === 'de') return text.replace(/[äöüÄÖÜß]/g, (letter) => UMLAUTS[letter]!);
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[¿¡]/g, '');
}

/** Two in seven messages are written in a hurry: one in small letters, one with neither these nor accents. */
function manner(text: string, language: Language, turn: number): string {
  if (turn % 7 === 2) return text.toLowerCase();
  if (turn % 7 === 5) return hurried(text, language).toLowerCase();
  return text;
}

/** The n-th filling takes the n-th word of every `{one|two|three}`, each slot going round by itself. */
function filling(template: string, n: number): string {
  const words = template.replace(/\{([^{}]*)\}/g, (_, slot: string) => {
    const choices = slot.split('|');
    return choices[n % choices.length]!;
  });
  return words.replace(/\s+/g, ' ').trim();
}

function rowsOf(language: Language): Row[] {
  const templates = JSON.parse(readFileSync(join(FOLDER, 'templates', `${language}.json`), 'utf8')) as Templates;
  const seen = new Set<string>();
  const rows: Row[] = [];
  for (const [kind, texts] of Object.entries(templates))
    for (const [place, template] of texts.entries()) {
      const fillings = new Set(Array.from({ length: MOST }, (_, n) => filling(template, n)));
      for (const plain of fillings) {
        const text = manner(plain, language, rows.length);
        if (seen.has(text)) throw new Error(`twice in ${language}: ${text}`);
        seen.add(text);
        rows.push({ text, label: kind === NONE ? null : kind, template: `${kind}-${place + 1}` });
      }
    }
  return rows;
}

const hash = createHash('sha256');
for (const language of LANGUAGES) {
  const rows = rowsOf(language);
  const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  writeFileSync(join(FOLDER, `${language}.jsonl`), lines);
  hash.update(lines);
  const counts = Map.groupBy(rows, ({ label }) => label ?? NONE);
  console.log(`${language}  ${[...counts].map(([kind, { length }]) => `${kind} ${length}`).join(', ')}`);
}
console.log(`sha256 ${hash.digest('hex')}`);
