/** A word of a text in the form that the lexicons are kept in, and where it stands in the original. */
export interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  /** What follows it: nothing, a comma (1) or the end of a sentence (2). */
  readonly pause: 0 | 1 | 2;
  /** Its place, in words; the end of a sentence counts as three. */
  readonly place: number;
}

/** What somebody wants stands where a message begins or where it ends: what lies between is not read. */
export const READ_FIRST = 2_400;
export const READ_LAST = 800;

const SENTENCE_GAP = 3;
const CONTRACTION = "['’´`](?:t|m|s|ve|d|ll|re)(?![\\p{L}\\p{N}])";
const WORD = new RegExp(`[eé]-?mails?(?![\\p{L}])|\\p{N}{1,12}|[\\p{L}\\p{M}]{1,40}(?:${CONTRACTION})?`, 'giu');

/** Lower case, no accents, one letter where it is repeated, umlauts as their vowel however they are written. */
export function fold(word: string): string {
  let plain = word.toLowerCase();
  if (!/^[a-z0-9*]*$/.test(plain)) {
    plain = plain
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}*]/gu, '')
      .replace(/ß/g, 's')
      .replace(/œ/g, 'o');
  }
  return plain.replace(/([aou])e/g, '$1').replace(/([a-z]|\p{L})\1+/gu, '$1');
}

export function wordsOf(text: string): Word[] {
  if (text.length <= READ_FIRST + READ_LAST) return wordsIn(text, 0, 0);
  const head = wordsIn(text.slice(0, READ_FIRST), 0, 0);
  const from = text.length - READ_LAST;
  return [...head, ...wordsIn(text.slice(from), from, (head.at(-1)?.place ?? 0) + 1 + SENTENCE_GAP)];
}

function wordsIn(read: string, offset: number, from: number): Word[] {
  const words: Word[] = [];
  const found = [...read.matchAll(WORD)];
  let place = from;
  for (const [index, match] of found.entries()) {
    const end = match.index + match[0].length;
    const pause = pauseIn(read.slice(end, found[index + 1]?.index ?? read.length), index === found.length - 1);
    words.push({ folded: fold(match[0]), start: offset + match.index, end: offset + end, pause, place });
    place += pause === 2 ? 1 + SENTENCE_GAP : 1;
  }
  return words;
}

function pauseIn(between: string, last: boolean): Word['pause'] {
  if (last) return 2;
  if (between === ' ') return 0;
  if (/[.!?;\n…]/.test(between)) return 2;
  return /[,:()]|\s[-–—]\s/.test(between) ? 1 : 0;
}
