import type { Contact } from '@candour/shared/customers.js';
import type { OpenPart, PartWords } from '../../kit.js';
import type { Words } from './catalogue/en.js';
import css from './overflow.css';

const catalogues: PartWords<Words> = {
  en: () => import('./catalogue/en.js'),
  de: () => import('./catalogue/de.js'),
  fr: () => import('./catalogue/fr.js'),
  es: () => import('./catalogue/es.js'),
};

/** Leaves the queue of the chat for an e-mail or a call, and keeps the place in it. */
export const open: OpenPart = async (kit) => {
  const words = await kit.speak(catalogues);
  const { h, session } = kit;
  kit.style(css);
  const problem = h('p', { className: 'problem', role: 'alert' });
  const said = h('p', { role: 'status' });
  const email = h('input', { type: 'email', autocomplete: 'email', maxLength: 254, required: true });
  const phone = h('input', { type: 'tel', autocomplete: 'tel', maxLength: 30, required: true });

  const form = (way: 'email' | 'callback', input: HTMLInputElement, label: string, deed: string): HTMLFormElement => {
    const button = h('button', { className: 'plain' }, deed);
    return h(
      'form',
      {
        async onsubmit(event: Event) {
          event.preventDefault();
          const { id } = session.talk;
          const value = input.value.trim();
          const contact: Contact = way === 'email' ? { email: value } : { phone: value };
          button.disabled = true;
          try {
            await session.ask('chat:overflow', { conversationId: id, way, contact } as never);
            session.talk.merge({ id, answerBy: way });
            problem.textContent = '';
          } catch (error) {
            problem.textContent = kit.problem(session.codeOf(error));
          } finally {
            button.disabled = false;
          }
        },
      },
      h('div', { className: 'line' }, kit.field(label, input), button),
    );
  };
  let told = false;
  const offer = h(
    'details',
    {},
    h('summary', {}, words.offer),
    h('p', { className: 'hint' }, words.hint),
    form('email', email, words.email, words.byEmail),
    form('callback', phone, words.phone, words.byPhone),
    problem,
  );
  return {
    node: h('div', { className: 'overflow' }, offer, said),
    sync() {
      const by = session.talk.conversation?.answerBy;
      // Nobody comes to a chat before the desk opens again.
      if (session.talk.conversation?.queue?.open === false && !told) offer.open = told = true;
      offer.hidden = by !== undefined;
      const sentence = by === undefined ? '' : by === 'email' ? words.willMail : words.willCall;
      if (said.textContent !== sentence) said.textContent = sentence;
    },
  };
};
