import * as z from 'zod';
import { labels } from './locked.js';
import type { Example, Language } from './locked.js';

const lines = z.array(z.string().min(1)).min(1);

/** `{slot}` takes a value of the slot, `[this|that]` one of its ways; negatives are grouped by what they are about. */
export const templateFile = z.strictObject({
  slots: z.record(z.string(), lines),
  openings: lines,
  closings: lines,
  positives: z.record(z.enum(labels), lines),
  negatives: z.record(z.string(), lines),
});
export type TemplateFile = z.infer<typeof templateFile>;

type Pick = (many: readonly string[]) => string;
type Manner = (text: string, file: TemplateFile, pick: Pick, language: Language) => string;

/** How people type: each template is said once in each manner. */
const manners: readonly Manner[] = [
  (text) => text,
  (text, _file, pick, language) => hurried(text, pick, language),
  (text, file, pick) => `${pick(file.openings)} ${text}`.replaceAll("'", '’'),
  (text, _file, pick) => slipped(text, pick),
  (text, file, pick) => (text.length < 60 && pick(['loud', 'calm']) === 'loud' ? loud(text) : closed(text, file, pick)),
];

/** All examples of one language. The same templates give the same bytes on every machine. */
export function expand(file: TemplateFile, language: Language): Example[] {
  const examples: Example[] = [];
  const seen = new Set<string>();
  const say = (template: string, label: Example['label'], source: string): void => {
    manners.forEach((manner, index) => {
      const pick = picker(`${template}/${index}`);
      // Short templates may say the same thing twice: draw again, a message counts once.
      for (let draw = 0; draw < 20; draw++) {
        const text = manner(filled(source, file, pick), file, pick, language);
        if (seen.has(text)) continue;
        seen.add(text);
        examples.push({ text, label, template });
        return;
      }
    });
  };
  for (const label of labels)
    file.positives[label].forEach((source, index) => say(`${language}-${label}-${index + 1}`, label, source));
  for (const [about, sources] of Object.entries(file.negatives))
    sources.forEach((source, index) => say(`${language}-none-${about}-${index + 1}`, null, source));
  return examples;
}

function filled(source: string, file: TemplateFile, pick: Pick): string {
  const text = source
    .replace(/\[([^\]]*)\]/g, (_all, ways: string) => pick(ways.split('|')))
    .replace(/\{(\w+)\}/g, (_all, slot: string) => pick(file.slots[slot] ?? missing(slot)))
    .replace(/ {2,}/g, ' ')
    .replace(/ ([.,])(?= |$)/g, '$1')
    .trim();
  // A template that begins with a slot begins a sentence.
  return source.startsWith('{') ? text[0]!.toUpperCase() + text.slice(1) : text;
}

function missing(slot: string): never {
  throw new Error(`No slot {${slot}}.`);
}

/** Small letters, no accents, no marks: thumbs on a phone. */
function hurried(text: string, pick: Pick, language: Language): string {
  const umlauts = pick(['kept', 'written out', 'dropped']);
  let small = text.toLowerCase().replace(/[¿¡]/g, '');
  if (language === 'de' && umlauts === 'written out')
    small = small.replace(/[äöü]/g, (letter) => ({ ä: 'ae', ö: 'oe' })[letter] ?? 'ue').replaceAll('ß', 'ss');
  else if (language !== 'de' || umlauts === 'dropped') small = small.normalize('NFD').replace(/\p{M}/gu, '');
  small = language === 'en' ? small.replaceAll("'", '') : small.replace(/\b([cj])'(?=\p{L})/gu, '$1');
  return small
    .replace(/[,;!]/g, '')
    .replace(/[.?\s]+$/, '')
    .replace(/ {2,}/g, ' ');
}

/** One letter lost, doubled or swapped inside one long word. */
function slipped(text: string, pick: Pick): string {
  const words = text.split(' ');
  const long = words.flatMap((word, index) => (/^\p{L}{6,}[.,?!]?$/u.test(word) ? [String(index)] : []));
  if (!long.length) return hurriedEnd(text);
  const index = Number(pick(long));
  const word = words[index]!;
  const at = 2 + Number(pick(['0', '1', '2'].slice(0, word.length - 4)));
  const slip = pick(['lose', 'double', 'swap']);
  const [before, letter, next, after] = [word.slice(0, at), word[at]!, word[at + 1]!, word.slice(at + 2)];
  if (slip === 'lose') words[index] = before + next + after;
  else if (slip === 'double') words[index] = before + letter + letter + next + after;
  else words[index] = /\p{L}/u.test(next) ? before + next + letter + after : before + letter + letter + next + after;
  return words.join(' ');
}

const hurriedEnd = (text: string): string => text.replace(/[.!]$/, '');

const loud = (text: string): string => text.toUpperCase();

function closed(text: string, file: TemplateFile, pick: Pick): string {
  return `${/[.?!]$/.test(text) ? text : `${text}.`} ${pick(file.closings)}`;
}

/** Draws that depend on the words alone (FNV-1a, then mulberry32): no clock, no random source. */
function picker(seed: string): Pick {
  let state = 0x811c9dc5;
  for (const letter of seed) state = Math.imul(state ^ letter.codePointAt(0)!, 0x01000193);
  return (many) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return many[((mixed ^ (mixed >>> 14)) >>> 0) % many.length]!;
  };
}
