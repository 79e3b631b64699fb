import type { Entry } from '@candour/shared/conversations.js';
import type { EarlierChat } from '@candour/shared/keeping.js';
import type { OpenPart, PartWords } from '../../kit.js';
import type { Words } from './catalogue/en.js';
import css from './earlier.css';

const catalogues: PartWords<Words> = {
  en: () => import('./catalogue/en.js'),
  de: () => import('./catalogue/de.js'),
  fr: () => import('./catalogue/fr.js'),
  es: () => import('./catalogue/es.js'),
};

/** The chats that this browser had before, to be read; they leave it when the person signs out. */
export const open: OpenPart = async (kit) => {
  const words = await kit.speak(catalogues);
  const { h, session } = kit;
  kit.style(css);
  const locale = kit.localeOf(session.language());
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' });
  const title = h('h1', { tabIndex: -1 }, words.title);
  const list = h('ul', {});
  const problem = h('p', { className: 'problem', role: 'alert' });
  const empty = h('p', { hidden: true }, words.none);
  const more = h(
    'button',
    { type: 'button', className: 'plain', hidden: true, onclick: () => void load() },
    words.more,
  );
  const lists = h('div', {}, list, empty, more);
  const chat = h('div', { hidden: true });
  let cursor: string | undefined;

  const failed = (error: unknown): void => void (problem.textContent = kit.problem(session.codeOf(error)));

  async function load(): Promise<void> {
    try {
      const page = await session.ask('chat:earlier', cursor === undefined ? {} : { cursor });
      problem.textContent = '';
      cursor = page.next;
      list.append(...page.rows.filter(({ id }) => id !== session.talk.id).map(item));
      more.hidden = cursor === undefined;
      empty.hidden = list.childElementCount > 0;
    } catch (error) {
      failed(error);
    }
  }

  function item(one: EarlierChat): HTMLElement {
    const label = `${kit.words.topics[one.topic]}, ${day.format(one.createdAt)}`;
    const button: HTMLButtonElement = h(
      'button',
      { type: 'button', className: 'plain', onclick: () => void read(one, button) },
      label,
      h('span', { className: 'hint' }, `#${one.number}`),
    );
    return h('li', {}, button);
  }

  async function read(one: EarlierChat, opener: HTMLElement): Promise<void> {
    const entries: Entry[] = [];
    try {
      for (let seq = 0; seq < one.head;) {
        const page = await session.ask('conversation:since', { conversationId: one.id, seq });
        entries.push(...page.entries);
        if (page.entries.length === 0) break;
        seq = entries.at(-1)?.seq ?? one.head;
      }
    } catch (error) {
      return failed(error);
    }
    const back = h(
      'button',
      {
        type: 'button',
        className: 'quiet',
        onclick() {
          chat.hidden = true;
          lists.hidden = false;
          opener.focus();
        },
      },
      kit.icon('back'),
      words.back,
    );
    const heading = h('h2', { tabIndex: -1 }, `${kit.words.topics[one.topic]} #${one.number}`);
    chat.replaceChildren(back, heading, h('div', { className: 'old' }, ...entries.flatMap(row)));
    lists.hidden = true;
    chat.hidden = false;
    heading.focus();
  }

  function row({ kind, by, at, text, masks, targets, attachments }: Entry): HTMLElement[] {
    if (kind !== 'message' && (kind !== 'removal' || targets)) return [];
    const mine = by.role === 'customer';
    const said = kind === 'removal' ? [kit.words.removed] : kit.body(text ?? '', masks ?? [], kit.words);
    const bubble = h('div', { className: 'bubble', dir: 'auto', hidden: text === '' }, ...said);
    if (attachments)
      kit.files(attachments).then(
        (files) => bubble.after(files),
        () => undefined,
      );
    return [
      h(
        'div',
        { className: mine ? 'row mine' : 'row' },
        h('span', { className: 'who' }, mine ? kit.words.you : (by.name ?? kit.words.team)),
        bubble,
        h('div', { className: 'meta' }, h('time', { dateTime: new Date(at).toISOString() }, time.format(at))),
      ),
    ];
  }

  await load();
  return { node: h('div', { className: 'earlier' }, title, problem, lists, chat), focus: () => title.focus() };
};
