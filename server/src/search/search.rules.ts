import type { Excerpt } from '@candour/shared/search.js';

/** A word of a text as it is compared, and where it stands: `[start, end)` in UTF-16 code units. */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Words that stand side by side; of the last, with `prefix`, only the beginning is known. */
export interface Term {
  readonly words: readonly string[];
  readonly prefix: boolean;
}

/** Longer words are cut, here and in what is asked for: PostgreSQL takes none beyond 2 KB. */
const WORD_MAX = 64;
const TERMS_MAX = 16;
/** Of a shorter beginning there are too many words. */
const BEGINNING_MIN = 3;
/** Length of an excerpt in UTF-16 code units, and how much of it stands before the first mark. */
const EXCERPT = 240;
const LEAD = 60;

const run = /[\p{L}\p{N}\p{M}]+/gu;

/** The one definition of a word, for both engines, for what is asked and for what is marked. */
export function wordsOf(text: string): Word[] {
  if (ascii.test(text)) return plainWordsOf(text);
  return [...text.matchAll(run)].flatMap((match) => {
    const word = folded(match[0]);
    return word === '' ? [] : [{ word, start: match.index, end: match.index + match[0].length }];
  });
}

/** Most texts hold nothing to be folded but capitals. */
const ascii = /^[ -~\s]*$/;
const letter = /[a-z0-9]+/g;

function plainWordsOf(text: string): Word[] {
  const words: Word[] = [];
  const low = text.toLowerCase();
  letter.lastIndex = 0;
  for (let found = letter.exec(low); found; found = letter.exec(low)) {
    const [word] = found;
    words.push({ word: word.slice(0, WORD_MAX), start: found.index, end: found.index + word.length });
  }
  return words;
}

/** Words in which nothing is folded. */
const plain = new RegExp(`^[a-z0-9]{1,${WORD_MAX}}$`);

function folded(word: string): string {
  if (plain.test(word)) return word;
  const letters = word
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '');
  return Array.from(letters).slice(0, WORD_MAX).join('');
}

/** What is asked for. Quotes that are not closed, stray signs and operators of other tools do no harm. */
export function termsOf(query: string): Term[] {
  const plain = query.replace(/[“”„«»]/g, '"');
  return [...plain.matchAll(/"([^"]*)"?|([^\s"]+)/g)]
    .map(([, phrase, word = '']): Term => {
      const words = wordsOf(phrase ?? word).map((found) => found.word);
      const long = (words.at(-1)?.length ?? 0) >= BEGINNING_MIN;
      return { words, prefix: phrase === undefined && word.endsWith('*') && long };
    })
    .filter(({ words }) => words.length > 0)
    .slice(0, TERMS_MAX);
}

/** A term as it was understood. */
export const wordedAs = ({ words, prefix }: Term): string => `${words.join(' ')}${prefix ? '*' : ''}`;

/** Where the terms stand in a text, in order and without overlap; undefined where one of them does not. */
export function marksIn(text: string, terms: readonly Term[]): Excerpt['marks'] | undefined {
  const words = wordsOf(text);
  const marks: { start: number; end: number }[] = [];
  for (const term of terms) {
    const before = marks.length;
    for (let i = 0; i + term.words.length <= words.length; i++) {
      if (!standsAt(words, i, term)) continue;
      marks.push({ start: words[i]!.start, end: words[i + term.words.length - 1]!.end });
    }
    if (marks.length === before) return undefined;
  }
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: { start: number; end: number }[] = [];
  for (const mark of marks) {
    const last = apart.at(-1);
    if (last && mark.start < last.end) last.end = Math.max(last.end, mark.end);
    else apart.push({ ...mark });
  }
  return apart;
}

function standsAt(words: readonly Word[], at: number, { words: wanted, prefix }: Term): boolean {
  return wanted.every((word, i) => {
    const found = words[at + i]!.word;
    return prefix && i === wanted.length - 1 ? found.startsWith(word) : found === word;
  });
}

/** The part of a text around its first mark, cut between words; marks that do not fit into it are left out. */
export function excerptOf(text: string, marks: Excerpt['marks']): Excerpt {
  const first = marks[0] ?? { start: 0, end: 0 };
  const from = text.length <= EXCERPT ? 0 : edge(text, Math.max(0, first.start - LEAD), first.start);
  const to = Math.max(first.end, backTo(text, Math.min(text.length, from + EXCERPT), first.end));
  return {
    text: text.slice(from, to),
    marks: marks.filter(({ end }) => end <= to).map(({ start, end }) => ({ start: start - from, end: end - from })),
    cutBefore: from > 0,
    cutAfter: to < text.length,
  };
}

/** The first beginning of a word at or after `at`, at the most `limit`. */
function edge(text: string, at: number, limit: number): number {
  if (at === 0) return 0;
  const space = text.slice(at, limit).search(/\s\S/);
  return space < 0 ? limit : at + space + 1;
}

/** The last end of a word at or before `at`, at the least `limit`. */
function backTo(text: string, at: number, limit: number): number {
  if (at === text.length) return at;
  const space = text.slice(limit, at).search(/\s\S*$/);
  return space < 0 ? limit : limit + space;
}
