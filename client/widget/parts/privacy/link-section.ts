import type { Kit } from '../../kit.js';
import type { Words } from './catalogue/en.js';

/** A link to the transcript for one's mailbox; the words themselves stay where they are. */
export function linkSection(kit: Kit, words: Words, conversationId: string, known: string | undefined): HTMLElement {
  const { h, session, fill } = kit;
  const email = h('input', { type: 'email', autocomplete: 'email', maxLength: 254, required: true });
  if (known) email.value = known;
  const said = h('p', { className: 'hint', role: 'status' });
  const problem = h('p', { className: 'problem', role: 'alert' });
  const button = h('button', { className: 'plain' }, words.sendLink);
  return h(
    'form',
    {
      async onsubmit(event: Event) {
        event.preventDefault();
        button.disabled = true;
        said.textContent = problem.textContent = '';
        try {
          const ask = { conversationId, email: email.value.trim() };
          const { days } = await session.ask('chat:transcript', ask);
          said.textContent = fill(words.linkSent, { days: String(days) });
        } catch (error) {
          problem.textContent = kit.problem(session.codeOf(error));
        } finally {
          button.disabled = false;
        }
      },
    },
    h('p', { className: 'hint' }, words.linkHint),
    kit.field(words.email, email),
    button,
    said,
    problem,
  );
}
