import type { Words } from '../catalogue/en.js';
import type { Session } from '../session.js';
import { field, h } from './dom.js';
import { problemSentence } from './problem.js';

/** Where the one-time code is typed in that lifts the verification level. */
export function codeForm(session: Session, words: Words): HTMLElement {
  const problem = h('p', { className: 'problem', role: 'alert' });
  const code = h('input', {
    name: 'code',
    inputMode: 'numeric',
    autocomplete: 'one-time-code',
    pattern: '[0-9]{6}',
    maxLength: 6,
    required: true,
  });
  const button = h('button', { className: 'main' }, words.codeVerify);
  return h(
    'form',
    {
      className: 'code',
      'aria-label': words.codeTitle,
      async onsubmit(event: Event) {
        event.preventDefault();
        button.disabled = true;
        const refusal = await session.verify(code.value);
        button.disabled = false;
        problem.textContent = refusal ? problemSentence(refusal, words) : '';
        if (refusal) code.select();
      },
    },
    h('p', {}, words.codeHint),
    h('div', { className: 'line' }, field(words.codeLabel, code), button),
    problem,
  );
}
