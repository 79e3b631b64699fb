import type { Entry, FactCode, Mask } from '@candour/shared/conversations.js';
import type { Words } from '../catalogue/en.js';
import { linksIn } from '@candour/shared/links.js';
import { fill, h, icon, unseen } from './dom.js';

/** Where a link leads that needs no mark: the desk, and the shop that the chat stands in. */
export const ownOrigins = [location.origin];

/** A message's text: masked spans shown as such, web addresses as links, those that lead elsewhere marked. */
export function body(text: string, masks: readonly Mask[], words: Words): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const mask of [...masks].sort((a, b) => a.start - b.start)) {
    if (mask.start < at) continue;
    parts.push(...plain(text.slice(at, mask.start), words));
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
  parts.push(...plain(text.slice(at), words));
  return parts;
}

function plain(text: string, words: Words): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const { start, end, href, host, external } of linksIn(text, ownOrigins)) {
    parts.push(
      text.slice(at, start),
      h(
        'a',
        { href, target: '_blank', rel: 'noopener noreferrer nofollow', title: href },
        text.slice(start, end),
        unseen(` (${words.newTab})`),
      ),
    );
    if (external) parts.push(h('span', { className: 'external' }, icon('out'), fill(words.external, { host })));
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
}

/** The sentence for a fact, or nothing where it does not concern the customer. */
export function factSentence({ fact, by }: Entry, words: Words): string | undefined {
  if (!fact) return undefined;
  switch (fact.code) {
    case 'taken':
    case 'transferred':
      return by.name ? fill(words.taken, { name: by.name }) : words.takenNoName;
    case 'joined':
      return by.name && fill(words.joined, { name: by.name });
    case 'left':
      return by.name && fill(words.gone, { name: by.name });
    default:
      return (words.happened as Partial<Record<FactCode, string>>)[fact.code];
  }
}
