import type { Words } from '../catalogue/en.js';

/** A refusal's code in the person's language; a code without words of its own is a fault of ours. */
export function problemSentence(code: string, words: Words): string {
  const known: Partial<Record<string, string>> = words.problems;
  return known[code] ?? words.problems.internal;
}
