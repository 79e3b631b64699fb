import type { Score } from '@candour/shared/surveys.js';
import type { OpenPart, PartWords } from '../../kit.js';
import type { Words } from './catalogue/en.js';
import css from './survey.css';

const catalogues: PartWords<Words> = {
  en: () => import('./catalogue/en.js'),
  de: () => import('./catalogue/de.js'),
  fr: () => import('./catalogue/fr.js'),
  es: () => import('./catalogue/es.js'),
};

const scores: readonly Score[] = [1, 2, 3, 4, 5];
/** Longest comment, in UTF-16 code units; the same as the contract's. */
const COMMENT_MAX = 2000;

/** "How well did we help you?", once for each time that a conversation was resolved. */
export const open: OpenPart = async (kit) => {
  const words = await kit.speak(catalogues);
  const { h, session } = kit;
  kit.style(css);
  const problem = h('p', { className: 'problem', role: 'alert' });
  const comment = h('textarea', { rows: 2, maxLength: COMMENT_MAX });
  const stars = scores.map((score) =>
    h(
      'label',
      { className: 'chip', title: words.scores[score - 1] },
      h('input', {
        type: 'radio',
        name: 'score',
        value: String(score),
        required: true,
        ariaLabel: words.scores[score - 1],
      }),
      h('span', { ariaHidden: 'true' }, String(score)),
    ),
  );
  const ends = h('p', { className: 'hint ends' }, h('span', {}, words.scores[0]), h('span', {}, words.scores[4]));
  const button = h('button', { className: 'main' }, words.send);
  const form = h(
    'form',
    {
      async onsubmit(event: Event) {
        event.preventDefault();
        const score = Number(new FormData(form).get('score')) as Score;
        const said = comment.value.trim();
        const { id } = session.talk;
        button.disabled = true;
        try {
          await session.ask('chat:rate', { conversationId: id, score, ...(said && { comment: said }) });
          session.talk.merge({ id, survey: 'given' });
          thanks.focus();
        } catch (error) {
          problem.textContent = kit.problem(session.codeOf(error));
        } finally {
          button.disabled = false;
        }
      },
    },
    h('fieldset', {}, h('legend', {}, words.question), h('div', { className: 'chips' }, ...stars), ends),
    kit.field(words.comment, comment),
    h('p', { className: 'hint' }, words.hint),
    problem,
    button,
  );
  const thanks = h('p', { tabIndex: -1, role: 'status', hidden: true }, words.thanks);
  const node = h('div', { className: 'survey' }, form, thanks);
  return {
    node,
    sync() {
      const given = session.talk.conversation?.survey === 'given';
      form.hidden = given;
      thanks.hidden = !given;
    },
  };
};
