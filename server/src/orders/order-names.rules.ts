/** What the keyed index of a name's word is called: the same word elsewhere has another. */
export const NAME_WORD = 'order name';

/** Words of one name that are looked up by; what comes after is found by the words before it. */
const MOST_WORDS = 8;

/**
 * A name in the spelling it is looked up by, its words in their order: case, diacritics and punctuation make no
 * difference (`Weiß`, `WEISS` and `weiss` are the same), and a word that stands twice is one.
 */
export function nameWords(name: string): string[] {
  const folded = name
    .normalize('NFKD')
    .replace(/[\p{M}'’.]/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss');
  return [...new Set(folded.match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, MOST_WORDS);
}
