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

/** Shorter words are one letter away from too many others. */
const SHORTEST_WITH_TYPOS = 5;

interface Phrase {
  readonly concept: string;
  readonly parts: readonly (readonly string[])[];
}

export class Lexicon {
  private readonly startingWith = new Map<string, Phrase[]>();
  private readonly atoms = new Set<string>();
  /** Atoms by themselves with one letter left out: what a typo of one letter is found by. */
  private readonly lacking = new Map<string, string[]>();

  constructor(
    concepts: Readonly<Record<string, string>>,
    ages: string,
    private readonly silent: string,
  ) {
    for (const [concept, phrases] of Object.entries(concepts)) {
      for (const written of phrases.split(/[;\n]/)) if (written.trim()) this.add(concept, written.trim(), ages);
    }
    for (const atom of this.atoms) this.addTypos(atom);
  }

  /** All concepts of a text; words of the silent concept belong to no other one. */
  read(words: readonly Word[]): Map<string, Hit[]> {
    const known = new Map<string, readonly string[]>();
    const atomsAt = words.map(({ folded }) => {
      let atoms = known.get(folded);
      if (!atoms) known.set(folded, (atoms = this.atomsOf(folded)));
      return atoms;
    });
    const silenced = new Set<number>();
    const hits = new Map<string, Hit[]>();
    for (const only of [true, false]) {
      for (let from = 0; from < words.length; from++) {
        for (const phrase of atomsAt[from]!.flatMap((atom) => this.startingWith.get(atom) ?? [])) {
          if ((phrase.concept === this.silent) !== only) continue;
          const to = this.end(phrase, 0, from, words, atomsAt, only ? new Set() : silenced);
          if (to === undefined) continue;
          if (only) for (let at = from; at <= to; at++) silenced.add(at);
          else hits.set(phrase.concept, [...(hits.get(phrase.concept)?.slice(-200) ?? []), { from, to }]);
        }
      }
    }
    return hits;
  }

  private add(concept: string, written: string, ages: string): void {
    const parts = written.split(/\s+/).map((part) =>
      part
        .replace('#', ages)
        .split('/')
        .map((atom) => (/^[_.#]$/.test(atom) ? atom : fold(atom))),
    );
    for (const atom of parts.flat()) if (atom !== '_' && atom !== '.') this.atoms.add(atom);
    const phrase = { concept, parts };
    for (const first of new Set(parts[0]))
      this.startingWith.set(first, [...(this.startingWith.get(first) ?? []), phrase]);
  }

  private addTypos(atom: string): void {
    const stem = atom.replace('*', '');
    if (atom.startsWith('*') || stem.length < SHORTEST_WITH_TYPOS) return;
    for (const form of [stem, ...lacks(stem)]) this.lacking.set(form, [...(this.lacking.get(form) ?? []), atom]);
  }

  private atomsOf(word: string): readonly string[] {
    const found: string[] = [];
    const take = (atom: string): void => {
      if (this.atoms.has(atom)) found.push(atom);
    };
    take(word);
    for (let length = 2; length <= word.length; length++) {
      take(`${word.slice(0, length)}*`);
      take(`*${word.slice(word.length - length)}`);
    }
    if (/^\d+$/.test(word) && Number(word) >= 5 && Number(word) <= 15) take('#');
    return found.length > 0 || word.length < SHORTEST_WITH_TYPOS ? found : this.typosOf(word);
  }

  /** Atoms that this word is one letter away from: left out, put in, changed, or two changed over. */
  private typosOf(word: string): string[] {
    const found = new Set<string>();
    const heads = [word, ...[5, 6, 7, 8, 9, 10].filter((length) => length < word.length).map((n) => word.slice(0, n))];
    for (const head of heads) {
      for (const form of [head, ...lacks(head)]) {
        for (const atom of this.lacking.get(form) ?? []) {
          const stem = atom.replace('*', '');
          if (stem[0] !== word[0] || Math.abs(stem.length - head.length) > 1) continue;
          if (atom.endsWith('*') || head === word) found.add(atom);
        }
      }
    }
    return [...found];
  }

  private end(
    { parts }: Phrase,
    part: number,
    at: number,
    words: readonly Word[],
    atomsAt: readonly (readonly string[])[],
    silenced: ReadonlySet<number>,
  ): number | undefined {
    if (part === parts.length) return at - 1;
    const [first] = parts[part]!;
    const rest = (to: number): number | undefined =>
      this.end({ concept: '', parts }, part + 1, to, words, atomsAt, silenced);
    if (first === '.') return (words[at - 1]?.pause ?? 0) > 0 ? rest(at) : undefined;
    if (first === '_') return rest(at) ?? rest(at + 1) ?? rest(at + 2);
    if (at >= words.length || silenced.has(at)) return undefined;
    return parts[part]!.some((atom) => atomsAt[at]!.includes(atom)) ? rest(at + 1) : undefined;
  }
}

function lacks(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}
