import type { FoundArticles } from '@candour/shared/articles.js';
import type { OpenPart, PartWords } from '../../kit.js';
import type { Words } from './catalogue/en.js';
import css from './articles.css';

const catalogues: PartWords<Words> = {
  en: () => import('./catalogue/en.js'),
  de: () => import('./catalogue/de.js'),
  fr: () => import('./catalogue/fr.js'),
  es: () => import('./catalogue/es.js'),
};
/** Time without a key before the question is asked, in milliseconds. */
const PAUSE = 250;

/** The help centre's articles, searched; one opens in a tab of its own. */
export const open: OpenPart = async (kit) => {
  const words = await kit.speak(catalogues);
  const { h, session } = kit;
  kit.style(css);
  const title = h('h1', { tabIndex: -1 }, words.title);
  const said = h('p', { className: 'hint', role: 'status' });
  const list = h('ul', {});
  let asked = 0;
  let pause = 0;

  async function find(question: string): Promise<void> {
    const turn = ++asked;
    if (question.length < 2) {
      said.textContent = '';
      return list.replaceChildren();
    }
    try {
      const params = new URLSearchParams({ language: session.language(), q: question });
      const answer = await fetch(`/api/help/articles/search?${params}`);
      if (!answer.ok) throw new Error(String(answer.status));
      const { rows } = (await answer.json()) as FoundArticles;
      if (turn !== asked) return;
      said.textContent = rows.length === 0 ? words.none : kit.fill(words.found, { count: rows.length });
      list.replaceChildren(...rows.map(item));
    } catch {
      if (turn === asked) said.textContent = kit.problem('unavailable');
    }
  }

  function item({ slug, titleMarked, excerpt }: FoundArticles['rows'][number]): HTMLElement {
    const pieces = (marked: typeof excerpt): HTMLElement[] =>
      marked.map(({ text, hit }) => h(hit ? 'mark' : 'span', {}, text));
    const href = `/help/articles/${slug}?language=${session.language()}`;
    const link = h('a', { href, target: '_blank', rel: 'noopener' }, ...pieces(titleMarked));
    link.append(kit.unseen(` (${kit.words.newTab})`));
    return h('li', {}, link, h('p', { className: 'hint' }, ...pieces(excerpt)));
  }

  const field = h('input', {
    type: 'search',
    maxLength: 100,
    autocomplete: 'off',
    oninput() {
      clearTimeout(pause);
      pause = window.setTimeout(() => void find(field.value.trim()), PAUSE);
    },
  });
  const form = h(
    'form',
    {
      role: 'search',
      onsubmit(event: Event) {
        event.preventDefault();
        clearTimeout(pause);
        void find(field.value.trim());
      },
    },
    kit.field(words.search, field),
  );
  return { node: h('div', { className: 'articles' }, title, form, said, list), focus: () => field.focus() };
};
