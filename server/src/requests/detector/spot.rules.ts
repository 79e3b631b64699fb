import { de } from './de.rules.js';
import { en } from './en.rules.js';
import { es } from './es.rules.js';
import { fr } from './fr.rules.js';
import type { LanguagePack, Rule, Sign } from './language-pack.rules.js';
import { Lexicon, type Hit, type Work } from './lexicon.rules.js';
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
/** The longest phrase, in words: how far before another one a hit may begin and still reach it. */
const LONGEST = 24;
/** Words of these belong to nothing else: "data sheet", "do not delete". */
const SILENT = 'harmless';
/** Between a verb and its object they say that the verb means something else: "delete the chair from my order". */
const THING = 'thing';

const lexicon = ({ concepts, ages, common }: LanguagePack): Lexicon =>
  new Lexicon(concepts, `#/${ages}`, common, SILENT);
const lexicons: Readonly<Record<SpotLanguage, Lexicon>> = {
  en: lexicon(en),
  de: lexicon(de),
  fr: lexicon(fr),
  es: lexicon(es),
};
const languages = Object.keys(lexicons) as SpotLanguage[];
const prepared = rules.map(([type, needed, { within = WITHIN, unless } = {}]: Rule) => ({
  type,
  needed,
  concepts: needed.split(' '),
  within,
  unless: unless?.split(' ') ?? [],
}));

/**
 * The privacy request or the "under 16" that a message speaks of, if any (policy R27, R52). The language is that of
 * the chat: it is read first; another one is, where the words are rather its own, for people switch.
 * What it takes grows with the length of the text, up to what is read of it (words.rules).
 * @param work counts the phrases and pairs that were looked at
 */
export function spot(text: string, language: SpotLanguage = 'en', work: Work = { steps: 0 }): Spotted | undefined {
  const words = wordsOf(text);
  for (const one of languagesOf(words, language)) {
    const hits = lexicons[one].read(words, work);
    if (hits.size === 0) continue;
    for (const rule of prepared) {
      const found = follow(rule, hits, words, work);
      if (found) return { type: rule.type, spans: spansOf(found, words), rule: `${one}: ${rule.type}: ${rule.needed}` };
    }
  }
  return undefined;
}

/** The chat's own, then those that the words speak for more. Words that speak for none are held against all. */
function languagesOf(words: readonly Word[], own: SpotLanguage): readonly SpotLanguage[] {
  const spoken = lexicons[own].commonIn(words);
  const others = languages.filter((one) => one !== own);
  if (spoken === 0 && words.length <= 6) return [own, ...others];
  return [own, ...others.filter((one) => lexicons[one].commonIn(words) > spoken)];
}

function follow(
  { concepts, within, unless }: (typeof prepared)[number],
  hits: ReadonlyMap<string, readonly Hit[]>,
  words: readonly Word[],
  work: Work,
): Hit[] | undefined {
  if (concepts.some((concept) => !hits.has(concept)) || unless.some((concept) => hits.has(concept))) return undefined;
  const things = hits.get(THING) ?? [];
  const together = (one: Hit, other: Hit): boolean => {
    work.steps++;
    const [first, second] = one.from <= other.from ? [one, other] : [other, one];
    if (second.from <= first.to) return first.from !== second.from;
    if (words[second.from]!.place - words[first.to]!.place > within) return false;
    return !near(things, first.to + 1, second.from).some(({ to }) => to < second.from);
  };
  const combine = (at: number, chosen: readonly Hit[]): Hit[] | undefined => {
    if (at === concepts.length) return [...chosen];
    const candidates = hits.get(concepts[at] ?? '') ?? [];
    const last = chosen.at(-1);
    const reached = last ? near(candidates, last.from - within - LONGEST, last.to + within + 1) : candidates;
    for (const hit of reached) {
      if (last && !together(last, hit)) continue;
      const found = combine(at + 1, [...chosen, hit]);
      if (found) return found;
    }
    return undefined;
  };
  return combine(0, []);
}

/** Of hits in order, those that begin in `[from, to)`. */
function near(hits: readonly Hit[], from: number, to: number): readonly Hit[] {
  let [low, high] = [0, hits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hits[middle]!.from < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < hits.length && hits[end]!.from < to) end++;
  return hits.slice(low, end);
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
