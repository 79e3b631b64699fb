import type { ChatQueue } from '@candour/shared/live.js';
import type { Words } from '../catalogue/en.js';
import { fill } from './dom.js';
import { localeOf } from './locale.js';

/** Where the customer stands: their place always, the wait where it is known, when somebody is back where it is closed. */
export function waitingSentence(queue: ChatQueue | undefined, words: Words, language: string): string {
  if (!queue) return words.waiting;
  const { position, waitSeconds, open, opensAt, staffed } = queue;
  const said = [fill(words.place, { position })];
  if (!open && opensAt !== undefined) {
    const when = new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', hour: 'numeric', minute: '2-digit' });
    said.push(fill(words.backAt, { when: when.format(opensAt) }));
  } else if (!staffed) said.push(words.nobodyFree);
  else if (waitSeconds !== undefined) {
    said.push(waitSeconds < 90 ? words.waitShort : fill(words.wait, { minutes: Math.ceil(waitSeconds / 60) }));
  }
  return [...said, words.goOn].join(' ');
}
