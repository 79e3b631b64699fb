import { languages } from '@candour/shared/words.js';
import { articleAt, codeAt, commonWords, phrases } from '../corpus/texts.js';
import { Random } from '../corpus/random.js';

export const kinds = ['rare', 'common', 'several words', 'phrase'] as const;
export type Kind = (typeof kinds)[number];
export interface Query {
  readonly kind: Kind;
  readonly q: string;
}

/** Of each kind as many, each query once; the same in every run. */
export function queries(count: number): Query[] {
  const random = new Random(2026);
  const common = languages.flatMap((language) => commonWords(language).slice(0, 40));
  const made: Readonly<Record<Kind, () => string>> = {
    rare: () => (random.chance(0.5) ? codeAt(random) : articleAt(random)),
    common: () => random.of(common),
    'several words': () => {
      const words = commonWords(random.of(languages));
      return Array.from({ length: 2 + random.below(2) }, () => random.of(words)).join(' ');
    },
    phrase: () => {
      const language = random.of(languages);
      const words = commonWords(language);
      return `"${random.chance(0.5) ? random.of(phrases[language]) : `${random.of(words)} ${random.of(words)}`}"`;
    },
  };
  const known = new Set<string>();
  return kinds.flatMap((kind) => {
    const list: Query[] = [];
    for (let tries = 0; list.length < count / kinds.length && tries < 10_000; tries++) {
      const q = made[kind]();
      if (!known.has(q)) list.push({ kind, q });
      known.add(q);
    }
    return list;
  });
}
