import { fold, type Word } from './words.rules.js';

/*
 * The phrases of a lexicon, separated by line ends or semicolons. A phrase is words with blanks between:
 *   a/b    one of these          stem*  a word that begins so     *end   a word that ends so
 *   _      up to two words       #      an age under 16           .      a comma or the end of a sentence
 */

/** Where a concept was found, in indexes of words, both inclusive. */
export interface Hit {
  readonly from: number;
  readonly to: number;
}

/** Counts what is looked at, so that a spec can hold it against the length of a text. */
export interface Work {
  steps: number;
}

/** Shorter words are one letter away from too many others. */
const SHORTEST_WITH_TYPOS = 5;
/** Words whose atoms are kept at hand; the same few thousand make most of what people write. */
const KEPT = 20_000;
const NONE: readonly number[] = [];

type Part = 'pause' | 'gap' | ReadonlySet<number>;
interface Phrase {
  readonly concept: string;
  readonly parts: readonly Part[];
}

export class Lexicon {
  /** Words, stems (`stem*`), ends (`*end`) and `#`, each with a number. */
  private readonly atoms = new Map<string, number>();
  private readonly startingWith = new Map<number, Phrase[]>();
  /** Atoms by themselves with one letter left out: what a typo of one letter is found by. */
  private readonly lacking = new Map<string, string[]>();
  private readonly common: ReadonlySet<string>;
  private ends: readonly number[] | undefined;
  private known = new Map<string, readonly number[]>();

  constructor(
    private readonly concepts: Readonly<Record<string, string>>,
    private readonly ages: string,
    common: string,
    private readonly silent: string,
  ) {
    this.common = new Set(common.split(/\s+/).filter(Boolean).map(fold));
  }

  /** How many of the words everybody uses stand in a text. */
  commonIn(words: readonly Word[]): number {
    let count = 0;
    for (const { folded } of words) if (this.common.has(folded)) count++;
    return count;
  }

  /** All concepts of a text, in order; words of the silent concept belong to no other one. */
  read(words: readonly Word[], work: Work): Map<string, Hit[]> {
    this.ends ??= this.learn();
    const atomsAt = words.map(({ folded }) => this.atomsOf(folded));
    const silenced = new Set<number>();
    const hits = new Map<string, Hit[]>();
    for (const only of [true, false]) {
      for (let from = 0; from < words.length; from++) {
        if (silenced.has(from)) continue;
        for (const atom of atomsAt[from]!) {
          for (const phrase of this.startingWith.get(atom) ?? []) {
            if ((phrase.concept === this.silent) !== only) continue;
            const to = end(phrase.parts, 0, from, { words, atomsAt, silenced, work });
            if (to === undefined) continue;
            if (only) for (let at = from; at <= to; at++) silenced.add(at);
            else note(hits, phrase.concept, { from, to });
          }
        }
      }
    }
    return hits;
  }

  /** Not before the first reading: a server should not begin with the phrases of languages that nobody writes. */
  private learn(): readonly number[] {
    for (const [concept, phrases] of Object.entries(this.concepts)) {
      for (const written of phrases.split(/[;\n]/)) if (written.trim()) this.add(concept, written.trim());
    }
    for (const atom of this.atoms.keys()) this.addTypos(atom);
    return [...new Set([...this.atoms.keys()].flatMap((atom) => (atom.startsWith('*') ? atom.length - 1 : [])))];
  }

  private add(concept: string, written: string): void {
    const parts = written.split(/\s+/).map((part): Part => {
      if (part === '_') return 'gap';
      if (part === '.') return 'pause';
      const atoms = part.replace('#', this.ages).split('/');
      return new Set(atoms.map((atom) => this.numberOf(atom === '#' ? atom : fold(atom))));
    });
    const [first] = parts;
    if (!(first instanceof Set)) throw new Error(`A phrase begins with a word: ${written}`);
    for (const atom of first as ReadonlySet<number>) {
      const phrases = this.startingWith.get(atom);
      if (phrases) phrases.push({ concept, parts });
      else this.startingWith.set(atom, [{ concept, parts }]);
    }
  }

  private numberOf(atom: string): number {
    const known = this.atoms.get(atom);
    if (known !== undefined) return known;
    this.atoms.set(atom, this.atoms.size);
    return this.atoms.size - 1;
  }

  private addTypos(atom: string): void {
    const stem = atom.replace('*', '');
    if (atom.startsWith('*') || stem.length < SHORTEST_WITH_TYPOS) return;
    for (const form of [stem, ...lacks(stem)]) this.lacking.set(form, [...(this.lacking.get(form) ?? []), atom]);
  }

  private atomsOf(word: string): readonly number[] {
    let atoms = this.known.get(word);
    if (atoms) return atoms;
    if (this.known.size >= KEPT) this.known = new Map();
    this.known.set(word, (atoms = this.look(word)));
    return atoms;
  }

  private look(word: string): readonly number[] {
    const found: number[] = [];
    const take = (atom: string): void => {
      const number = this.atoms.get(atom);
      if (number !== undefined) found.push(number);
    };
    take(word);
    for (let length = 2; length <= word.length; length++) take(`${word.slice(0, length)}*`);
    for (const length of this.ends ?? []) if (length <= word.length) take(`*${word.slice(word.length - length)}`);
    if (/^\d+$/.test(word) && Number(word) >= 5 && Number(word) <= 15) take('#');
    if (found.length > 0) return found;
    return word.length < SHORTEST_WITH_TYPOS || this.common.has(word) ? NONE : this.typosOf(word);
  }

  /** Atoms that this word is one letter away from: left out, put in, changed, or two changed over. */
  private typosOf(word: string): readonly number[] {
    const found = new Set<number>();
    const heads = [word, ...[5, 6, 7, 8, 9, 10].filter((length) => length < word.length).map((n) => word.slice(0, n))];
    for (const head of heads) {
      for (const form of [head, ...lacks(head)]) {
        for (const atom of this.lacking.get(form) ?? []) {
          const stem = atom.replace('*', '');
          if (stem[0] !== word[0] || Math.abs(stem.length - head.length) > 1) continue;
          const number = this.atoms.get(atom);
          if (number !== undefined && (atom.endsWith('*') || head === word)) found.add(number);
        }
      }
    }
    return [...found];
  }
}

function note(hits: Map<string, Hit[]>, concept: string, hit: Hit): void {
  const known = hits.get(concept);
  if (!known) hits.set(concept, [hit]);
  else if (!known.slice(-8).some(({ from, to }) => from === hit.from && to === hit.to)) known.push(hit);
}

interface Reading {
  readonly words: readonly Word[];
  readonly atomsAt: readonly (readonly number[])[];
  readonly silenced: ReadonlySet<number>;
  readonly work: Work;
}

/** The last word of a phrase whose part stands at a word; gaps are few and short, so this ends soon. */
function end(parts: readonly Part[], part: number, at: number, reading: Reading): number | undefined {
  reading.work.steps++;
  const wanted = parts[part];
  if (wanted === undefined) return at - 1;
  const rest = (to: number): number | undefined => end(parts, part + 1, to, reading);
  if (wanted === 'pause') return (reading.words[at - 1]?.pause ?? 0) > 0 ? rest(at) : undefined;
  if (wanted === 'gap') return rest(at) ?? rest(at + 1) ?? rest(at + 2);
  if (at >= reading.words.length || reading.silenced.has(at)) return undefined;
  return reading.atomsAt[at]?.some((atom) => wanted.has(atom)) ? rest(at + 1) : undefined;
}

function lacks(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}
