import type { Language } from '@candour/shared/words.js';

/**
 * One rule of the retailer for greeting somebody on a page, from the script tag's `data-greetings`: see
 * docs/connect-a-shop.md. Nothing is stored or sent before the customer answers or dismisses it.
 */
export interface Greeting {
  /** Path of the page; `*` stands for anything. */
  path: string;
  /** Seconds on the page before it is said. */
  after?: number;
  /** Whether a dismissal holds for this visit or for this browser. */
  once?: 'session' | 'visitor';
  /** Topic that the chat opens with. */
  topic?: string;
  text: Partial<Record<Language, string>>;
}

const DISMISSED = 'candour-greeted';
const store = (once: Greeting['once']): Storage => (once === 'visitor' ? localStorage : sessionStorage);

function dismissed({ once, path }: Greeting): boolean {
  try {
    return (store(once).getItem(DISMISSED) ?? '').split(' ').includes(path);
  } catch {
    return false;
  }
}
/** The customer acted: only now something is kept, and only that they did. */
export function dismiss({ once, path }: Greeting): void {
  try {
    const before = store(once).getItem(DISMISSED);
    store(once).setItem(DISMISSED, before ? `${before} ${path}` : path);
  } catch {
    // Then it is said once more on the next page.
  }
}

/** The first rule that fits the page and was not dismissed; what cannot be read is no rule. */
export function greetingFor(rules: string | undefined, page: string): Greeting | undefined {
  try {
    return (JSON.parse(rules ?? '[]') as Greeting[]).find((rule) => fits(rule.path, page) && !dismissed(rule));
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
