import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

/** What a careful privacy officer would open: the ten types of request, or the statement that someone is under 16. */
export const labels = [
  'access',
  'portability',
  'deletion',
  'correction',
  'restriction',
  'objection',
  'opt-out',
  'consent-withdrawal',
  'account-closure',
  'complaint',
  'minor',
] as const;
export const languages = ['en', 'de', 'fr', 'es'] as const;
export type Language = (typeof languages)[number];

const example = z.object({ text: z.string().min(1), label: z.enum(labels).nullable(), template: z.string() });
/** One message; label null: a hard negative. Those of one template are one thought said in several ways. */
export type Example = z.infer<typeof example>;

/** The sources are read where they lie: the build copies no data. */
const fileOf = (name: string): string => fileURLToPath(new URL(`../../../bench/detector/${name}`, import.meta.url));

/** What the rules are tuned on: our own examples, and the set that was locked first and then retired (decision 0170). */
const devSets = ['dev/own', 'dev/more', 'dev/first-locked'] as const;
const lockedSet = 'locked-2';

export const devExamples = (language: Language): Example[] =>
  devSets.flatMap((set) => examplesIn(fileOf(`${set}/${language}.jsonl`)));

/** Nobody who writes rules reads these: the bench alone does, and prints sums of them. */
export const lockedExamples = (language: Language): Example[] => examplesIn(fileOf(`${lockedSet}/${language}.jsonl`));

/** SHA-256 over the bytes of the four locked files one after another, in the order of `languages`. */
export function lockedHash(): string {
  const hash = createHash('sha256');
  for (const language of languages) hash.update(readFileSync(fileOf(`${lockedSet}/${language}.jsonl`)));
  return hash.digest('hex');
}

function examplesIn(file: string): Example[] {
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line, i) => {
      const { success, data } = example.safeParse(JSON.parse(line));
      // Never the line itself: it may be a locked one.
      if (!success) throw new Error(`Example ${i + 1} does not fit the labels: ${file}`);
      return data;
    });
}
