import type { ChatHello } from '@candour/shared/live.js';
import type { Topic } from '@candour/shared/words.js';
import type { Words } from '../catalogue/en.js';
import type { Session } from '../session.js';
import { detailFields } from './details.js';
import { field, fill, h, icon } from './dom.js';
import { problemSentence } from './problem.js';
import { policyLine } from './policy-line.js';
import type { Screen } from './screen.js';
import { backSentence } from './waiting.js';

/** Greeting, topic, first message. Nothing is sent or stored anywhere else before the person sends it. */
export function startView(session: Session, hello: ChatHello, words: Words): Screen {
  const details = detailFields(words);
  const back = backSentence(hello, words, session.language());
  const problem = h('p', { className: 'problem', role: 'alert' });
  const message = h('textarea', {
    name: 'message',
    rows: 2,
    maxLength: 10_000,
    required: true,
    value: session.memory.kept.draft ?? '',
    oninput: () => session.memory.change((kept) => (kept.draft = message.value)),
  });
  const topics = hello.topics.map((topic, i) =>
    h(
      'label',
      { className: 'chip' },
      h('input', { type: 'radio', name: 'topic', value: topic, required: i === 0, checked: topic === session.topic }),
      h('span', {}, words.topics[topic]),
    ),
  );
  const form = h(
    'form',
    {
      className: 'start',
      onsubmit(event: Event) {
        event.preventDefault();
        const topic = new FormData(form).get('topic') as Topic;
        const text = message.value.trim();
        if (text) session.start(topic, text, details.read());
      },
    },
    session.talk.conversation &&
      h(
        'button',
        { type: 'button', className: 'quiet', onclick: () => session.wantAnew(false) },
        icon('back'),
        words.back,
      ),
    h('h1', {}, hello.name ? fill(words.greetingName, { name: hello.name }) : words.greeting),
    h('p', {}, back ? `${back} ${words.closedStart}` : words.intro),
    h('fieldset', {}, h('legend', {}, words.topic), h('div', { className: 'chips' }, ...topics)),
    field(words.message, message),
    h('p', { className: 'hint' }, words.messageHint),
    !hello.name &&
      h(
        'details',
        {},
        h('summary', {}, words.details),
        h('p', { className: 'hint' }, words.detailsHint),
        ...details.nodes,
      ),
    h(
      'div',
      { className: 'foot' },
      policyLine(words, session.language(), hello, true),
      problem,
      h('button', { className: 'main' }, words.start),
    ),
  );
  const sync = (): void => {
    const text = session.problem ? problemSentence(session.problem, words) : '';
    if (problem.textContent !== text) problem.textContent = text;
  };
  sync();
  return { node: h('main', {}, form), sync, focus: () => form.querySelector<HTMLElement>('input')?.focus() };
}
