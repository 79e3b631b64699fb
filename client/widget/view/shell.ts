import type { Entry } from '@candour/shared/conversations.js';
import type { Language } from '@candour/shared/words.js';
import type { Words } from '../catalogue/en.js';
import type { Session } from '../session.js';
import { kitOf } from '../kit.js';
import { shownFiles, Slot, type PartName } from '../lazy.js';
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
  private readonly shield: HTMLButtonElement;
  /** The part that covers the chat, and what opened it. */
  private cover: { slot: Slot; opener: HTMLElement } | undefined;
  private readonly sheet = h('div', { className: 'sheet', hidden: true });

  constructor(
    private readonly session: Session,
    private readonly words: Words,
    outside: Outside,
  ) {
    this.options = options(
      session,
      words,
      () => this.showOptions(false),
      (part) => this.open(part, this.menu),
    );
    this.shield = this.opener('shield', words.privacy, 'privacy');
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
      this.shield,
      this.menu,
      outside.close &&
        h(
          'button',
          { type: 'button', ariaLabel: words.close, title: words.close, onclick: outside.close },
          icon('close'),
        ),
    );
    this.node = h('div', { className: 'shell' }, header, this.options.node, this.state, this.sheet, this.place);
    this.sync();
  }

  sync(): void {
    const { session, words } = this;
    this.title.textContent = session.talk.conversation?.assigneeName ?? words.title;
    const state = !session.online && session.hello ? words.offline : session.deleted ? words.deleted : '';
    if (this.state.textContent !== state) this.state.textContent = state;
    this.menu.hidden = !session.hello;
    if (this.menu.hidden) this.options.node.hidden = true;
    this.options.sync();
    this.shield.hidden = !session.hello;
    if (session.deleted && this.cover) this.uncover();
    this.cover?.slot.show(true);

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

  /** The start form with the topic of the greeting that was answered; what was typed is kept as a draft. */
  wishTopic(): void {
    if (this.kind !== 'start') return;
    this.kind = '';
    this.sync();
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
    if (this.cover) this.uncover();
    else if (this.options.node.hidden) return false;
    else this.showOptions(false);
    return true;
  }

  /** Shows a part over the chat; the way back is a button, Escape, or the same opener. */
  open(name: PartName, opener: HTMLElement): void {
    if (!this.options.node.hidden) this.showOptions(false);
    const slot = new Slot(
      kitOf(this.session, this.words, shownFiles, () => this.uncover()),
      name,
    );
    const back = h('button', { type: 'button', className: 'quiet', onclick: () => this.uncover() }, icon('back'));
    back.append(this.words.leave);
    this.cover = { slot, opener };
    this.sheet.replaceChildren(back, slot.node);
    this.sheet.hidden = false;
    this.place.hidden = true;
    opener.ariaExpanded = 'true';
    slot.show(true);
    slot.focus();
  }

  private uncover(): void {
    const opener = this.cover?.opener;
    this.cover = undefined;
    this.sheet.hidden = true;
    this.sheet.replaceChildren();
    this.place.hidden = false;
    if (opener) opener.ariaExpanded = 'false';
    if (opener && !opener.hidden) opener.focus();
    this.screen?.sync();
  }

  private opener(name: Parameters<typeof icon>[0], label: string, part: PartName): HTMLButtonElement {
    const button: HTMLButtonElement = h(
      'button',
      {
        type: 'button',
        ariaLabel: label,
        title: label,
        'aria-expanded': 'false',
        onclick: () => (this.cover?.opener === button ? this.uncover() : this.open(part, button)),
      },
      icon(name),
    );
    return button;
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
