import type { Entry } from '@candour/shared/conversations.js';
import type { Language } from '@candour/shared/words.js';
import type { Words } from '../catalogue/en.js';
import type { Session } from '../session.js';
import { h, icon } from './dom.js';
import { problemSentence } from './problem.js';
import { options } from './options.js';
import type { Screen } from './screen.js';
import { startView } from './start-view.js';
import { talkView } from './talk-view.js';

const languageNames: Record<Language, string> = { en: 'English', de: 'Deutsch', fr: 'Français', es: 'Español' };

interface Outside {
  /** Absent where the chat stands on a page of its own. */
  close?: (() => void) | undefined;
  speak(language: Language): void;
}

/** Header, connection state, and the one screen that fits what the session knows. Rebuilt for another language. */
export class Shell {
  readonly node: HTMLElement;
  private screen: Screen | undefined;
  private kind = '';
  private focusWanted = false;
  private readonly place = h('div', { className: 'place' });
  private readonly state = h('p', { className: 'state', role: 'status' });
  private readonly title = h('strong', {});
  private readonly menu: HTMLButtonElement;
  private readonly options: { node: HTMLElement; sync(): void };

  constructor(
    private readonly session: Session,
    private readonly words: Words,
    outside: Outside,
  ) {
    this.options = options(session, words, () => this.showOptions(false));
    this.menu = h(
      'button',
      {
        type: 'button',
        ariaLabel: words.menu,
        title: words.menu,
        'aria-expanded': 'false',
        'aria-controls': 'options',
        onclick: () => this.showOptions(Boolean(this.options.node.hidden)),
      },
      icon('menu'),
    );
    const language = h(
      'select',
      { ariaLabel: words.language, onchange: () => outside.speak(language.value as Language) },
      ...Object.entries(languageNames).map(([code, name]) =>
        h('option', { value: code, selected: code === session.language() }, name),
      ),
    );
    // No landmark: the page that frames this has its own.
    const header = h(
      'div',
      { className: 'head' },
      this.title,
      language,
      this.menu,
      outside.close &&
        h(
          'button',
          { type: 'button', ariaLabel: words.close, title: words.close, onclick: outside.close },
          icon('close'),
        ),
    );
    this.node = h('div', { className: 'shell' }, header, this.options.node, this.state, this.place);
    this.sync();
  }

  sync(): void {
    const { session, words } = this;
    this.title.textContent = session.talk.conversation?.assigneeName ?? words.title;
    const state = !session.online && session.hello ? words.offline : '';
    if (this.state.textContent !== state) this.state.textContent = state;
    this.menu.hidden = !session.talk.conversation;
    if (this.menu.hidden) this.options.node.hidden = true;
    this.options.sync();

    const kind = session.inConversation ? 'talk' : session.hello ? 'start' : 'loading';
    if (kind === this.kind) return this.screen?.sync();
    const hadFocus = this.place.contains(document.activeElement);
    const before = this.kind;
    this.kind = kind;
    this.screen =
      kind === 'talk'
        ? talkView(session, words)
        : session.hello
          ? startView(session, session.hello, words)
          : this.loading();
    this.screen.node.ariaLabel = words.title;
    this.place.replaceChildren(this.screen.node);
    // The person who sent the first message goes on in the composer.
    if (hadFocus || (before === 'loading' && this.focusWanted)) this.focus();
  }

  /** The conversation's screen is made anew, with what the time line now holds. */
  clear(): void {
    if (this.kind === 'talk') this.kind = '';
  }
  heard(entry: Entry): void {
    this.screen?.heard?.(entry);
  }
  altered(entry: Entry): void {
    this.screen?.altered?.(entry);
  }
  /** Where the chat still loads, the focus goes to what comes. */
  focus(): void {
    this.focusWanted = this.kind === 'loading';
    this.screen?.focus();
  }

  /** True when something was open and is closed now. */
  escape(): boolean {
    if (this.options.node.hidden) return false;
    this.showOptions(false);
    return true;
  }

  private showOptions(shown: boolean): void {
    this.options.node.hidden = !shown;
    this.menu.setAttribute('aria-expanded', String(shown));
    (shown ? this.options.node.querySelector<HTMLElement>('input, button') : this.menu)?.focus();
  }

  private loading(): Screen {
    const text = h('p', {});
    const sync = (): void => {
      const problem = this.session.problem;
      text.textContent = problem ? problemSentence(problem, this.words) : this.words.loading;
    };
    sync();
    return { node: h('main', { className: 'loading', role: 'status' }, text), sync, focus: () => undefined };
  }
}
