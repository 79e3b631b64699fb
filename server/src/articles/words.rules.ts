import type { Marked } from '@candour/shared/articles.js';

/** Words of a question that count; more are not looked at. */
const ASKED = 6;
/** Characters of an excerpt before and behind what was found. */
const AROUND = 80;
const WORD = /[\p{L}\p{N}]+/gu;

/** Without case and accents, so that "Rücksendung" is found as it is typed. */
export const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');

export const wordsOf = (text: string): string[] => [...text.matchAll(WORD)].map(([word]) => folded(word));

/** What is looked for: each word by its beginning. */
export const askedWords = (question: string): string[] => [...new Set(wordsOf(question))].slice(0, ASKED);

/** The words of an article with how much each counts. */
export function weights({
  title,
  summary,
  body,
}: {
  title: string;
  summary: string;
  body: string;
}): Map<string, number> {
  const all = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    for (const word of wordsOf(text)) all.set(word, Math.min(100, (all.get(word) ?? 0) + weight));
  };
  add(title, 20);
  add(summary, 6);
  add(body, 1);
  return all;
}

/** Markdown as plain words, for excerpts. */
export const plain = (body: string): string =>
  body
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[#>\-*\d.\s]+/gm, '')
    .replace(/[*_`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The text in pieces, those words marked that begin as asked. */
export function marked(text: string, asked: readonly string[]): Marked {
  const pieces: Marked = [];
  let at = 0;
  for (const found of text.matchAll(WORD)) {
    if (!asked.some((word) => folded(found[0]).startsWith(word))) continue;
    if (found.index > at) pieces.push({ text: text.slice(at, found.index), hit: false });
    pieces.push({ text: found[0], hit: true });
    at = found.index + found[0].length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false });
  return pieces;
}

/** The part of the text where the first of the words stands, or its beginning. */
export function excerptOf(text: string, asked: readonly string[]): Marked {
  const first = [...text.matchAll(WORD)].find(([word]) => asked.some((one) => folded(word).startsWith(one)));
  const from = Math.max(0, (first?.index ?? 0) - AROUND);
  const to = Math.min(text.length, (first?.index ?? 0) + AROUND);
  const start = from === 0 ? 0 : text.indexOf(' ', from) + 1;
  const end = to === text.length ? to : Math.max(start, text.lastIndexOf(' ', to));
  return marked(`${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`, asked);
}
