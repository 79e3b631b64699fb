import { de } from './de.rules.js';
import { en } from './en.rules.js';
import { es } from './es.rules.js';
import { fr } from './fr.rules.js';
import type { LanguagePack, Rule, Sign } from './language-pack.rules.js';
import { Lexicon, type Hit } from './lexicon.rules.js';
import { rules } from './request.rules.js';
import { wordsOf, type Word } from './words.rules.js';

/** A request found in a text: what is asked, the words that say so (start and end in the text), and the rule. */
export interface Spotted {
  readonly type: Sign;
  readonly spans: readonly (readonly [number, number])[];
  readonly rule: string;
}

export type SpotLanguage = 'en' | 'de' | 'fr' | 'es';

const WITHIN = 8;
/** Words of these belong to nothing else: "data sheet", "do not delete". */
const SILENT = 'harmless';
/** Between a verb and its object they say that the verb means something else: "delete the chair from my order". */
const THING = 'thing';

const lexicon = ({ concepts, ages }: LanguagePack): Lexicon => new Lexicon(concepts, `#/${ages}`, SILENT);
const lexicons: Readonly<Record<SpotLanguage, Lexicon>> = {
  en: lexicon(en),
  de: lexicon(de),
  fr: lexicon(fr),
  es: lexicon(es),
};

/**
 * The privacy request or the "under 16" that a message speaks of, if any (policy R27, R52). The language is that of
 * the chat: it is read first, the others after it, for people switch.
 */
export function spot(text: string, language: SpotLanguage = 'en'): Spotted | undefined {
  const words = wordsOf(text);
  const order = [language, ...(Object.keys(lexicons) as SpotLanguage[]).filter((one) => one !== language)];
  for (const one of order) {
    const hits = lexicons[one].read(words);
    for (const rule of rules) {
      const found = follow(rule, hits, words);
      if (found) return { type: rule[0], spans: spansOf(found, words), rule: `${one}: ${rule[0]}: ${rule[1]}` };
    }
  }
  return undefined;
}

function follow(rule: Rule, hits: ReadonlyMap<string, readonly Hit[]>, words: readonly Word[]): Hit[] | undefined {
  const [, needed, { within = WITHIN, unless = '' } = {}] = rule;
  const candidates = needed.split(' ').map((concept) => hits.get(concept) ?? []);
  if (candidates.some(({ length }) => length === 0)) return undefined;
  if (unless.split(' ').some((concept) => hits.has(concept))) return undefined;
  const things = hits.get(THING) ?? [];
  return combine(candidates, [], (one, other) => {
    const [first, second] = one.from <= other.from ? [one, other] : [other, one];
    if (second.from <= first.to) return first.from !== second.from;
    if (words[second.from]!.place - words[first.to]!.place > within) return false;
    return !things.some(({ from, to }) => from > first.to && to < second.from);
  });
}

/** The first hits, one of each concept, that all go together. */
function combine(
  [candidates, ...rest]: readonly (readonly Hit[])[],
  chosen: readonly Hit[],
  together: (one: Hit, other: Hit) => boolean,
): Hit[] | undefined {
  if (!candidates) return [...chosen];
  for (const hit of candidates) {
    const last = chosen.at(-1);
    if (last && !together(last, hit)) continue;
    const found = combine(rest, [...chosen, hit], together);
    if (found) return found;
  }
  return undefined;
}

function spansOf(hits: readonly Hit[], words: readonly Word[]): [number, number][] {
  const spans: [number, number][] = [];
  for (const { from, to } of hits.toSorted((one, other) => one.from - other.from)) {
    const [start, end] = [words[from]!.start, words[to]!.end];
    const last = spans.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else spans.push([start, end]);
  }
  return spans;
}
