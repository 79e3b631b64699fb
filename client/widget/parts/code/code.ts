import type { OpenPart, PartWords } from '../../kit.js';
import type { Words } from './catalogue/en.js';
import css from './code.css';

const catalogues: PartWords<Words> = {
  en: () => import('./catalogue/en.js'),
  de: () => import('./catalogue/de.js'),
  fr: () => import('./catalogue/fr.js'),
  es: () => import('./catalogue/es.js'),
};

/** Where the one-time code is typed in that lifts the verification level. */
export const open: OpenPart = async (kit) => {
  const words = await kit.speak(catalogues);
  const { h, session } = kit;
  kit.style(css);
  const problem = h('p', { className: 'problem', role: 'alert' });
  const code = h('input', {
    name: 'code',
    inputMode: 'numeric',
    autocomplete: 'one-time-code',
    pattern: '[0-9]{6}',
    maxLength: 6,
    required: true,
  });
  const button = h('button', { className: 'main' }, words.verify);
  const node = h(
    'form',
    {
      className: 'code',
      'aria-label': words.title,
      async onsubmit(event: Event) {
        event.preventDefault();
        button.disabled = true;
        const refusal = await session.verify(code.value);
        button.disabled = false;
        problem.textContent = refusal ? kit.problem(refusal) : '';
        if (refusal) code.select();
      },
    },
    h('p', {}, words.hint),
    h('div', { className: 'line' }, kit.field(words.label, code), button),
    problem,
  );
  return { node, focus: () => code.focus() };
};
