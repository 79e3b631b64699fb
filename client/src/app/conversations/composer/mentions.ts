import type { Colleagues } from '@candour/shared/notices.js';

export type Colleague = Colleagues[number];

/** What is being typed after an `@`: where it begins, and the letters so far. */
export interface Begun {
  readonly at: number;
  readonly letters: string;
}

/** Longest run of letters after an `@` that is still looked up. */
const LETTERS = 40;

/** The mention under the caret, if one is begun there. */
export function begunAt(text: string, caret: number): Begun | undefined {
  const match = /(?:^|[\s(])@([^\s@][^@\n]*)?$/u.exec(text.slice(Math.max(0, caret - LETTERS - 2), caret));
  if (!match) return undefined;
  const letters = match[1] ?? '';
  return { at: caret - letters.length - 1, letters };
}

/** Whose name begins so, or has a word that does; never more than `most`. */
export function fitting(all: readonly Colleague[], letters: string, most = 6): Colleague[] {
  const wanted = letters.toLocaleLowerCase();
  const fits = ({ name }: Colleague): boolean => {
    const low = name.toLocaleLowerCase();
    return low.startsWith(wanted) || low.split(/\s+/).some((word) => word.startsWith(wanted));
  };
  return all.filter(fits).slice(0, most);
}

/** The text with the name in place of what was begun, and where the caret stands then. */
export function completed(text: string, { at, letters }: Begun, name: string): { text: string; caret: number } {
  const before = `${text.slice(0, at)}@${name} `;
  return { text: before + text.slice(at + 1 + letters.length).replace(/^ /, ''), caret: before.length };
}

/** Those of the chosen whose name still stands in the text. */
export const namedIn = (text: string, chosen: readonly Colleague[]): string[] => [
  ...new Set(chosen.flatMap(({ id, name }) => (text.includes(`@${name}`) ? id : []))),
];
