import type { ChatKeeping } from '@candour/shared/keeping.js';
import type { Kit, OpenPart, PartWords } from '../../kit.js';
import type { Words } from './catalogue/en.js';
import { eraseSection } from './erase-section.js';
import { linkSection } from './link-section.js';
import css from './privacy.css';
import { allEntries, asData, asText, save } from './transcript-file.js';

const catalogues: PartWords<Words> = {
  en: () => import('./catalogue/en.js'),
  de: () => import('./catalogue/de.js'),
  fr: () => import('./catalogue/fr.js'),
  es: () => import('./catalogue/es.js'),
};

/** What is kept of this conversation and until when; to download it, withdraw it from training, delete it. No account. */
export const open: OpenPart = async (kit) => {
  const words = await kit.speak(catalogues);
  const { h, session } = kit;
  kit.style(css);
  const title = h('h1', { tabIndex: -1 }, words.title);
  const body = h('div', { className: 'privacy' });
  const node = h('div', { className: 'privacy' }, title, body);
  let of = '';

  async function show(): Promise<void> {
    const { id } = session.talk;
    of = id;
    if (!id) return body.replaceChildren(h('p', {}, words.none));
    try {
      draw(await session.ask('chat:keeping', { conversationId: id, language: session.language() }));
    } catch (error) {
      of = '';
      body.replaceChildren(h('p', { className: 'problem', role: 'alert' }, kit.problem(session.codeOf(error))));
    }
  }

  function draw(keeping: ChatKeeping): void {
    body.replaceChildren(
      keptSection(kit, words, keeping),
      untilSection(kit, words, keeping),
      downloadSection(kit, words, keeping),
      trainingSection(kit, words, keeping, draw),
      eraseSection(kit, words, keeping, draw),
    );
  }

  await show();
  return {
    node,
    sync: () => void (session.talk.id !== of && show()),
    focus: () => title.focus(),
  };
};

const dayOf = (kit: Kit, at: number): string =>
  new Intl.DateTimeFormat(kit.localeOf(kit.session.language()), { dateStyle: 'long' }).format(at);

function keptSection(kit: Kit, words: Words, keeping: ChatKeeping): HTMLElement {
  const { h, fill } = kit;
  const { contact } = keeping;
  const facts: [string, string | number | undefined][] = [
    [words.own, keeping.messages],
    [words.answers, keeping.answers],
    [words.name, contact.name],
    [words.email, contact.email],
    [words.phone, contact.phone],
    [words.orderNumber, contact.orderNumber],
    [words.order, keeping.orderLinked ? words.yes : undefined],
    [words.version, keeping.policyVersion],
  ];
  const list = h('dl', {});
  for (const [name, value] of facts)
    if (value !== undefined) list.append(h('dt', {}, name), h('dd', {}, String(value)));
  const date = dayOf(kit, keeping.createdAt);
  return h(
    'section',
    {},
    h('h2', {}, words.kept),
    h('p', { className: 'hint' }, fill(words.number, { number: `#${keeping.number}`, date })),
    list,
    h('p', { className: 'hint' }, words.never),
  );
}

function untilSection(kit: Kit, words: Words, { until, period }: ChatKeeping): HTMLElement {
  const { h, fill } = kit;
  const sentence = until === undefined ? words.untilOpen : fill(words.untilDate, { date: dayOf(kit, until) });
  const { title, period: length, start, clause, law, verified } = period;
  const source = [fill(words.source, { clause }), law, verified ? undefined : words.unverified];
  return h(
    'section',
    {},
    h('h2', {}, words.until),
    h('p', {}, sentence),
    h('p', { className: 'hint' }, fill(words.rule, { title, period: length, start })),
    h('p', { className: 'hint' }, source.filter(Boolean).join(' · ')),
  );
}

function downloadSection(kit: Kit, words: Words, keeping: ChatKeeping): HTMLElement {
  const { h, session } = kit;
  const said = h('p', { className: 'hint', role: 'status' });
  const offer = (label: string, name: string, type: string, make: typeof asData | typeof asText): HTMLElement =>
    h(
      'button',
      {
        type: 'button',
        className: 'plain',
        async onclick() {
          said.textContent = words.downloading;
          try {
            const entries = await allEntries(session, keeping.conversationId);
            save(name, type, make(entries, keeping, words, kit.localeOf(session.language())));
            said.textContent = words.downloaded;
          } catch (error) {
            said.textContent = kit.problem(session.codeOf(error));
          }
        },
      },
      label,
    );
  return h(
    'section',
    {},
    h('h2', {}, words.download),
    h(
      'div',
      { className: 'line' },
      offer(words.asText, `chat-${keeping.number}.txt`, 'text/plain', asText),
      offer(words.asData, `chat-${keeping.number}.json`, 'application/json', asData),
    ),
    said,
    linkSection(kit, words, keeping.conversationId, keeping.contact.email),
  );
}

function trainingSection(
  kit: Kit,
  words: Words,
  { conversationId, training, trainingWithdrawn }: ChatKeeping,
  draw: (keeping: ChatKeeping) => void,
): HTMLElement {
  const { h, session } = kit;
  const never = training.use === 'no' && !trainingWithdrawn;
  const problem = h('p', { className: 'problem', role: 'alert' });
  const box = h('input', {
    type: 'checkbox',
    checked: trainingWithdrawn,
    async onchange() {
      try {
        const ask = { conversationId, language: session.language(), withdrawn: box.checked };
        draw(await session.ask('chat:training', ask));
        document.querySelector<HTMLElement>('.privacy input')?.focus();
      } catch (error) {
        box.checked = !box.checked;
        problem.textContent = kit.problem(session.codeOf(error));
      }
    },
  });
  const sentence = never ? words.trainingNever : trainingWithdrawn ? words.trainingNo : words.trainingYes;
  return h(
    'section',
    {},
    h('h2', {}, words.training),
    h('p', { role: 'status' }, sentence),
    !never && h('label', {}, box, words.withdraw),
    problem,
  );
}
