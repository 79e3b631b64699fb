import type { AnswerBy } from '@candour/shared/conversations.js';
import type { ChatQueue } from '@candour/shared/live.js';
import type { Words } from '../catalogue/en.js';
import { fill } from './dom.js';
import { localeOf } from './locale.js';

/** When the desk answers again, where it is closed and that is known. */
export function backSentence({ open, opensAt }: Pick<ChatQueue, 'open' | 'opensAt'>, words: Words, language: string) {
  if (open || opensAt === undefined) return undefined;
  const when = new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', hour: 'numeric', minute: '2-digit' });
  return fill(words.backAt, { when: when.format(opensAt) });
}

/**
 * Where the customer stands: their place and the wait, or that it cannot be said; when somebody is back where it is
 * closed. Who is answered by other means is not asked to stay.
 */
export function waitingSentence(
  queue: ChatQueue | undefined,
  words: Words,
  language: string,
  answerBy?: AnswerBy,
): string {
  if (!queue) return words.waiting;
  const { position, waitSeconds, staffed } = queue;
  const back = backSentence(queue, words, language);
  const said = [fill(words.place, { position })];
  if (back) said.push(back);
  else if (!staffed) said.push(words.nobodyFree, words.waitUnknown);
  else if (waitSeconds === undefined) said.push(words.waitUnknown);
  else said.push(waitSeconds < 90 ? words.waitShort : fill(words.wait, { minutes: Math.ceil(waitSeconds / 60) }));
  if (!answerBy) said.push(words.goOn);
  return said.join(' ');
}
