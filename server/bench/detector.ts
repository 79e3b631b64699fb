import { spot } from '../src/requests/detector/spot.rules.js';
import {
  devExamples,
  labels,
  languages,
  lockedExamples,
  lockedHash,
  type Example,
  type Language,
} from './detector/examples.js';

/*
 * npm run bench -- detector [--dev]
 * How many privacy requests the rules find, and how many they see where there is none. A message counts as found
 * whatever its type; the share of right types stands beside. With `--dev` the locked set is left alone, and what is
 * missed of the dev sets is told; of the locked set nothing is told but sums.
 */

const LEAST = 0.9;
const Z = 1.96;

interface Score {
  readonly hits: number;
  readonly positives: number;
  readonly claimed: number;
  readonly negatives: number;
  readonly rightType: number;
  readonly byLabel: ReadonlyMap<string, readonly [hits: number, of: number]>;
}

function scoreOf(examples: readonly Example[], language: Language, tell?: (words: string) => void): Score {
  const byLabel = new Map<string, [number, number]>(labels.map((label) => [label, [0, 0]]));
  let [hits, claimed, rightType] = [0, 0, 0];
  for (const { text, label } of examples) {
    const found = spot(text, language);
    if (found) claimed++;
    if ((found !== undefined) !== (label !== null))
      tell?.(`${label ?? 'none'}: ${text} (${found?.rule ?? 'nothing found'})`);
    if (label === null) continue;
    const counted = byLabel.get(label)!;
    counted[1]++;
    if (!found) continue;
    counted[0]++;
    hits++;
    if (found.type === label) rightType++;
  }
  const positives = examples.filter(({ label }) => label !== null).length;
  return { hits, positives, claimed, negatives: examples.length - positives, rightType, byLabel };
}

/** Wilson's 95 % interval of a share. */
function interval(hits: number, of: number): string {
  if (of === 0) return '[-, -]';
  const share = hits / of;
  const middle = (share + (Z * Z) / (2 * of)) / (1 + (Z * Z) / of);
  const half = (Z / (1 + (Z * Z) / of)) * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  return `[${(middle - half).toFixed(3)}, ${(middle + half).toFixed(3)}]`;
}

const recall = ({ hits, positives }: Score): number => hits / positives;
const precision = ({ hits, claimed }: Score): number => (claimed === 0 ? 0 : hits / claimed);

function print(name: string, language: Language, score: Score): void {
  const { hits, positives, claimed, negatives, rightType } = score;
  console.log(
    `${name} ${language}  recall ${recall(score).toFixed(3)} ${interval(hits, positives)} ${hits}/${positives}  ` +
      `precision ${precision(score).toFixed(3)} ${interval(hits, claimed)} ${hits}/${claimed}  ` +
      `false alarms ${claimed - hits}/${negatives}  right type ${(rightType / Math.max(hits, 1)).toFixed(3)}`,
  );
}

const devOnly = process.argv.includes('--dev');
for (const language of languages) {
  const tell = devOnly ? (words: string): void => console.log(`  ${words}`) : undefined;
  const score = scoreOf(devExamples(language), language, tell);
  print('dev   ', language, score);
  console.log(`  found ${[...score.byLabel].map(([label, [found, of]]) => `${label} ${found}/${of}`).join(', ')}`);
}
if (!devOnly) {
  const locked = languages.map((language) => [language, scoreOf(lockedExamples(language), language)] as const);
  for (const [language, score] of locked) print('locked', language, score);
  console.log(`locked set sha256 ${lockedHash()}`);
  const figures = (figure: (score: Score) => number): string =>
    locked.map(([language, score]) => `${language} ${figure(score).toFixed(3)}`).join(' ');
  console.log(`detector-locked recall ${figures(recall)} precision ${figures(precision)}`);
  process.exitCode = locked.every(([, score]) => recall(score) >= LEAST && precision(score) >= LEAST) ? 0 : 1;
}
