import type { ChatKeeping } from '@candour/shared/keeping.js';
import type { Kit } from '../../kit.js';
import type { Words } from './catalogue/en.js';

/** Deletes the transcript after one more question, or says what its deletion waits for. */
export function eraseSection(
  kit: Kit,
  words: Words,
  keeping: ChatKeeping,
  draw: (keeping: ChatKeeping) => void,
): HTMLElement {
  const { h, session } = kit;
  const problem = h('p', { className: 'problem', role: 'alert' });
  const { conversationId, stop, deletionAskedAt } = keeping;

  async function erase(): Promise<void> {
    try {
      const answer = await session.ask('chat:delete', { conversationId, language: session.language() });
      if (answer.deleted) session.gone(conversationId);
      else if (answer.keeping) draw(answer.keeping);
    } catch (error) {
      problem.textContent = kit.problem(session.codeOf(error));
    }
  }

  const ask = h('button', { type: 'button', className: 'plain bad' }, stop ? words.eraseLater : words.erase);
  const sure = h('button', { type: 'button', className: 'plain bad', onclick: () => void erase() }, words.eraseNow);
  const keep = h('button', { type: 'button', className: 'plain' }, words.keep);
  const question = h(
    'div',
    { hidden: true, role: 'group', ariaLabel: words.erase },
    h('p', {}, words.eraseHint),
    h('div', { className: 'line' }, sure, keep),
  );
  const turn = (asking: boolean): void => {
    question.hidden = !asking;
    ask.hidden = asking;
    (asking ? keep : ask).focus();
  };
  ask.onclick = () => (stop ? void erase() : turn(true));
  keep.onclick = () => turn(false);

  return h(
    'section',
    {},
    h('h2', {}, words.erase),
    (stop ?? deletionAskedAt) !== undefined && h('p', { role: 'status' }, sentence(kit, words, keeping)),
    deletionAskedAt === undefined && ask,
    question,
    problem,
  );
}

function sentence({ fill, localeOf, session }: Kit, words: Words, { stop, deletionAskedAt }: ChatKeeping): string {
  const day = new Intl.DateTimeFormat(localeOf(session.language()), { dateStyle: 'long' });
  const known: Partial<Record<string, string>> = words.stops;
  const until = stop?.until === undefined ? [] : fill(words.stopsUntil, { date: day.format(stop.until) });
  const why = stop ? [known[stop.kind] ?? words.stops.matter, until].flat().join(' ') : '';
  if (deletionAskedAt === undefined) return fill(words.stopped, { why });
  const date = day.format(deletionAskedAt);
  return stop ? fill(words.asked, { date, why }) : fill(words.askedFree, { date });
}
