import type { Entry, Mask } from '@candour/shared/conversations.js';
import type { Words } from '../catalogue/en.js';
import { fill, h, icon, unseen } from './dom.js';

const ADDRESS = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)]/g;

/** A message's text: masked spans shown as such, and (from the team only) web addresses as links. */
export function body(text: string, masks: readonly Mask[], links: boolean, words: Words): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const mask of [...masks].sort((a, b) => a.start - b.start)) {
    if (mask.start < at) continue;
    parts.push(...plain(text.slice(at, mask.start), links, words));
    const hidden = text.slice(mask.start, mask.end);
    parts.push(
      h(
        'span',
        { className: 'masked', title: words.masked[mask.type] },
        icon('lock'),
        h('span', { ariaHidden: 'true' }, hidden),
        unseen(words.masked[mask.type]),
      ),
    );
    at = mask.end;
  }
  parts.push(...plain(text.slice(at), links, words));
  return parts;
}

function plain(text: string, links: boolean, words: Words): (Node | string)[] {
  if (!links) return [text];
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const found of text.matchAll(ADDRESS)) {
    parts.push(
      text.slice(at, found.index),
      h(
        'a',
        { href: found[0], target: '_blank', rel: 'noopener noreferrer nofollow' },
        found[0],
        unseen(` (${words.newTab})`),
      ),
    );
    at = found.index + found[0].length;
  }
  parts.push(text.slice(at));
  return parts;
}

/** The sentence for a fact, or nothing where it does not concern the customer. */
export function factSentence({ fact, by }: Entry, words: Words): string | undefined {
  switch (fact?.code) {
    case 'taken':
    case 'transferred':
      return by.name ? fill(words.taken, { name: by.name }) : words.takenNoName;
    case 'joined':
      return by.name && fill(words.joined, { name: by.name });
    case 'left':
      return by.name && fill(words.gone, { name: by.name });
    case 'resolved':
      return words.resolved;
    case 'reopened':
      return words.reopened;
    case 'code-sent':
      return words.codeSent;
    case 'verified':
      return words.verified;
    case 'contact-given':
      return words.contactGiven;
    default:
      // An order linked or a conversation handed back says nothing the customer may or need know here.
      return undefined;
  }
}
