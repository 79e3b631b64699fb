import type { Language } from '@candour/shared/words.js';

/**
 * One rule for greeting somebody on a page, from the desk or from the script tag's `data-greetings`: see
 * docs/connect-a-shop.md. It is matched here, and nobody is told that it was.
 */
export interface Greeting {
  /** Of a rule of the desk: it is said once a visit, and never again in this browser once it was answered or closed. */
  id?: string;
  /** Path of the page; `*` stands for anything. */
  path: string;
  /** Seconds on the page before it is said. */
  after?: number;
  /** Of the script tag: whether a dismissal holds for this visit or for this browser. */
  once?: 'session' | 'visitor';
  /** Topic that the chat opens with. */
  topic?: string;
  /** When it holds, `[from, to)` in minutes since 1970; always, where it is not said. */
  open?: Partial<Record<Language, [number, number][]>>;
  text: Partial<Record<Language, string>>;
}

const GREETED = 'candour-greeted';
const namedAs = ({ id, path }: Greeting): string => id ?? path;
const listed = (store: Storage): string[] => (store.getItem(GREETED) ?? '').split(' ').filter(Boolean);

function keep(store: () => Storage, rule: Greeting): void {
  try {
    store().setItem(GREETED, [...new Set([...listed(store()), namedAs(rule)])].join(' '));
  } catch {
    // Then it is said once more on the next page.
  }
}
const visit = (): Storage => sessionStorage;
const browser = (): Storage => localStorage;

function over(rule: Greeting): boolean {
  try {
    const stores = rule.id ? [visit, browser] : [rule.once === 'visitor' ? browser : visit];
    return stores.some((store) => listed(store()).includes(namedAs(rule)));
  } catch {
    return false;
  }
}
/** It was said: for this visit that is enough. */
export function said(rule: Greeting): void {
  if (rule.id) keep(visit, rule);
}
/** The customer answered or closed it. */
export const dismiss = (rule: Greeting): void => keep(rule.id || rule.once === 'visitor' ? browser : visit, rule);

/** Whether it holds now, by the hours of the desk. */
export const holds = ({ open }: Greeting, language: Language): boolean =>
  !open || (open[language] ?? []).some(([from, to]) => Date.now() >= from * 60_000 && Date.now() < to * 60_000);

/** The first rule that fits the page, holds and was not said enough; what cannot be read is no rule. */
export function greetingFor(rules: string, page: string, language: Language): Greeting | undefined {
  try {
    return (JSON.parse(rules) as Greeting[]).find(
      (rule) => fits(rule.path, page) && holds(rule, language) && !over(rule),
    );
  } catch {
    return undefined;
  }
}

/** `*` anywhere, without a regular expression that a rule could make slow. */
export function fits(path: string, page: string): boolean {
  const parts = path.split('*');
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length === 1) return page === path;
  if (!page.startsWith(first) || !page.endsWith(last) || page.length < first.length + last.length) return false;
  const end = page.length - last.length;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = page.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}
