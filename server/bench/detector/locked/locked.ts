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

const example = z.strictObject({ text: z.string().min(1), label: z.enum(labels).nullable(), template: z.string() });
/** One message; label null: a hard negative. */
export type Example = z.infer<typeof example>;

/** The sources are read where they lie: the build copies no data. */
export const lockedFile = (name: string): string =>
  fileURLToPath(new URL(`../../../../bench/detector/locked/${name}`, import.meta.url));

export function lockedExamples(language: Language): Example[] {
  const lines = readFileSync(lockedFile(`${language}.jsonl`), 'utf8').trimEnd();
  return lines.split('\n').map((line) => example.parse(JSON.parse(line)));
}

/** SHA-256 over the bytes of the four files one after another, in the order of `languages`. */
export function lockedHash(): string {
  const hash = createHash('sha256');
  for (const language of languages) hash.update(readFileSync(lockedFile(`${language}.jsonl`)));
  return hash.digest('hex');
}
