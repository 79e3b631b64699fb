import type { Words } from '../catalogue/en.js';
import type { PartName } from '../lazy.js';
import type { Session } from '../session.js';
import { detailFields } from './details.js';
import { h } from './dom.js';
import { problemSentence } from './problem.js';

/** Details given later, and signing out. */
export function options(
  session: Session,
  words: Words,
  close: () => void,
  open: (part: PartName) => void,
): { node: HTMLElement; sync(): void } {
  const details = detailFields(words);
  const said = h('p', { className: 'hint', role: 'status' });
  const problem = h('p', { className: 'problem', role: 'alert' });
  const form = h(
    'form',
    {
      async onsubmit(event: Event) {
        event.preventDefault();
        const contact = details.read();
        if (!Object.keys(contact).length) return;
        const refusal = await session.giveDetails(contact);
        said.textContent = refusal ? '' : words.detailsSaved;
        problem.textContent = refusal ? problemSentence(refusal, words) : '';
      },
    },
    h('h2', {}, words.details),
    h('p', { className: 'hint' }, words.detailsHint),
    ...details.nodes,
    said,
    problem,
    h('button', { className: 'plain' }, words.saveDetails),
  );
  const articles = h('button', { type: 'button', className: 'plain', onclick: () => open('articles') }, words.articles);
  const earlier = h(
    'button',
    { type: 'button', className: 'plain', onclick: () => open('earlier') },
    words.earlierChats,
  );
  const forget = h(
    'div',
    { className: 'forget' },
    h('hr'),
    h(
      'button',
      {
        type: 'button',
        className: 'plain',
        onclick() {
          close();
          session.forget();
        },
      },
      words.forget,
    ),
    h('p', { className: 'hint' }, words.forgetHint),
  );
  const node = h('div', { className: 'options', id: 'options', hidden: true }, articles, earlier, form, forget);
  return {
    node,
    sync() {
      earlier.hidden = !session.memory.kept.token;
      forget.hidden = earlier.hidden;
      form.hidden = !session.talk.conversation || session.talk.conversation.status === 'closed';
    },
  };
}
