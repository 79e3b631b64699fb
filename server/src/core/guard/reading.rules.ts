/**
 * A text as the detectors read it: invisible characters gone, digits and letters of any script style in their
 * plain form, spoken digits ("four one one") as digits. Offsets lead back to the text as it was written.
 */
export interface Reading {
  readonly text: string;
  /** Offset in the written text at which the character `i` of `text` begins; undefined: the same. */
  readonly starts: readonly number[] | undefined;
  /** Offset at which it ends. */
  readonly ends: readonly number[] | undefined;
}

export const startOf = (reading: Reading, i: number): number => reading.starts?.[i] ?? i;
/** End in the written text of the character before `i`. */
export const endOf = (reading: Reading, i: number): number => reading.ends?.[i - 1] ?? i;

const spoken: Readonly<Record<string, string>> = {
  ...digitWords('zero|oh', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'),
  ...digitWords('null', 'eins', 'zwei|zwo', 'drei', 'vier', 'fünf|fuenf', 'sechs', 'sieben', 'acht', 'neun'),
  ...digitWords('zéro', 'un|une', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'),
  ...digitWords('cero', 'uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve'),
};

function digitWords(...words: string[]): Record<string, string> {
  return Object.fromEntries(words.flatMap((row, digit) => row.split('|').map((word) => [word, String(digit)])));
}

const word = `(?:${Object.keys(spoken).join('|')})`;
/** Four spoken digits in a row are a number, fewer are ordinary words. */
const spokenRun = new RegExp(`(?<![\\p{L}\\p{N}])${word}(?:[\\s,.;-]{1,3}${word}){3,}(?![\\p{L}\\p{N}])`, 'giu');
const spokenWord = new RegExp(word, 'giu');
const beyondAscii = /[^\0-\x7f]/;

export function read(written: string): Reading {
  const plain = beyondAscii.test(written) ? plainForm(written) : { text: written, starts: undefined, ends: undefined };
  return withSpokenDigits(plain);
}

/** Characters that nobody sees: joiners, direction marks, variation selectors, keycap frames, soft hyphens. */
const unseen = /^[\p{Cf}\p{Mn}\p{Me}]$/u;
const anyDigit = /^\p{Nd}$/u;

function plainForm(written: string): Reading {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let offset = 0;
  for (const character of written) {
    const end = offset + character.length;
    const plain = plainCharacter(character);
    for (let i = 0; i < plain.length; i++) {
      starts.push(offset);
      ends.push(end);
    }
    text += plain;
    offset = end;
  }
  return { text, starts, ends };
}

function plainCharacter(character: string): string {
  const code = character.codePointAt(0)!;
  if (code < 0x80) return character;
  if (unseen.test(character)) return '';
  const folded = character.normalize('NFKC');
  if (!anyDigit.test(folded)) return folded;
  return folded >= '0' && folded <= '9' ? folded : String(digitOfScript(folded.codePointAt(0)!));
}

/** Decimal digits of every script stand in runs of ten that begin at an address ending in 0 or 6. */
function digitOfScript(code: number): number {
  const low = code & 0xf;
  const beginsAtZero = low < 6 || (low < 10 && anyDigit.test(String.fromCodePoint(code - low)));
  return beginsAtZero ? low : low - 6;
}

function withSpokenDigits(reading: Reading): Reading {
  if (reading.text.length < 15) return reading;
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let from = 0;
  const copy = (to: number): void => {
    for (let i = from; i < to; i++) {
      starts.push(startOf(reading, i));
      ends.push(endOf(reading, i + 1));
    }
    text += reading.text.slice(from, to);
    from = to;
  };
  for (const run of reading.text.matchAll(spokenRun)) {
    for (const one of run[0].matchAll(spokenWord)) {
      const at = run.index + one.index;
      copy(at);
      text += spoken[one[0].toLowerCase()]!;
      from = at + one[0].length;
      starts.push(startOf(reading, at));
      ends.push(endOf(reading, from));
    }
  }
  if (from === 0) return reading;
  copy(reading.text.length);
  return { text, starts, ends };
}
