import type { ChatHello } from '@candour/shared/live.js';
import type { Words } from '../catalogue/en.js';
import { fill, h, unseen } from './dom.js';
import { localeOf } from './locale.js';

/** The policy that applies to what is written here, with its version and date (R5, R39). */
export function policyLine(words: Words, language: string, hello: ChatHello, long: boolean): HTMLElement {
  const date = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long' }).format(hello.policy.lastUpdated);
  const sentence = long ? words.policy : words.policyShort;
  const link = h(
    'a',
    { href: hello.policyUrl, target: '_blank', rel: 'noopener' },
    fill(sentence, { number: hello.policy.number, date }),
    unseen(` (${words.newTab})`),
  );
  return h('p', { className: 'policy' }, link);
}
