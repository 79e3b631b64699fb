import type { Attachment } from '@candour/shared/attachments.js';
import type { Language } from '@candour/shared/words.js';
import type { Words } from './catalogue/en.js';
import type { Session } from './session.js';
import { body } from './view/bubble.js';
import { detailFields } from './view/details.js';
import { field, fill, h, icon, unseen } from './view/dom.js';
import { localeOf } from './view/locale.js';
import { problemSentence } from './view/problem.js';

/** What is fetched only when somebody needs it: a folder of `parts/` each. See docs/architecture.md. */
const parts = {
  articles: () => import('./parts/articles/articles.js'),
  code: () => import('./parts/code/code.js'),
  files: () => import('./parts/files/files.js'),
  earlier: () => import('./parts/earlier/earlier.js'),
  overflow: () => import('./parts/overflow/overflow.js'),
  privacy: () => import('./parts/privacy/privacy.js'),
  survey: () => import('./parts/survey/survey.js'),
} satisfies Record<string, () => Promise<{ open: OpenPart }>>;
export type PartName = keyof typeof parts;

/** The files of a message, drawn by their part. */
export const shownFiles = async (kit: Kit, files: readonly Attachment[]): Promise<HTMLElement> =>
  (await parts.files()).show(kit, files);

/** A part as it stands on the screen. */
export interface PartView {
  readonly node: HTMLElement;
  /** Brings it up to what the session knows. */
  sync?(): void;
  focus?(): void;
}
export type OpenPart = (kit: Kit) => Promise<PartView>;
/** A part's own words, fetched in the one language that is spoken. */
export type PartWords<W> = Readonly<Record<Language, () => Promise<{ words: W }>>>;

/** What the chat lends to its parts: they import its types only, so that the chat stays one file. */
export interface Kit {
  readonly session: Session;
  /** The chat's own words. */
  readonly words: Words;
  readonly h: typeof h;
  readonly icon: typeof icon;
  readonly unseen: typeof unseen;
  readonly fill: typeof fill;
  readonly field: typeof field;
  readonly detailFields: typeof detailFields;
  readonly body: typeof body;
  readonly localeOf: typeof localeOf;
  /** The part's own words in the language that is spoken. */
  speak<W>(words: PartWords<W>): Promise<W>;
  /** The sentence for a refusal's code. */
  problem(code: string): string;
  /** Adds a part's style sheet, once. */
  style(css: string): void;
  /** Leaves the part, where it covers the chat; the focus goes back to what opened it. */
  close(): void;
}

const worn = new Set<string>();

export function kitOf(session: Session, words: Words, close: () => void): Kit {
  return {
    ...{ session, words, h, icon, unseen, fill, field, detailFields, body, localeOf, close },
    speak: async (catalogues) => (await catalogues[session.language()]()).words,
    problem: (code) => problemSentence(code, words),
    style(css) {
      if (worn.has(css)) return;
      worn.add(css);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets.push(sheet);
    },
  };
}

/** The place of a part: empty until it is wanted for the first time. */
export class Slot {
  readonly node = h('div', { className: 'part', hidden: true });
  private view: PartView | undefined;
  private asked = false;
  private focusWanted = false;

  constructor(
    private readonly kit: Kit,
    private readonly name: PartName,
  ) {}

  show(wanted: boolean): void {
    this.node.hidden = !wanted;
    if (!wanted) return;
    if (!this.asked) void this.fetch();
    else this.view?.sync?.();
  }

  /** Also before it is there: the focus then goes to what comes. */
  focus(): void {
    this.focusWanted = !this.view;
    this.view?.focus?.();
  }

  private async fetch(): Promise<void> {
    const { kit } = this;
    this.asked = true;
    this.node.replaceChildren(h('p', { className: 'hint', role: 'status' }, kit.words.loading));
    try {
      this.view = await (await parts[this.name]()).open(kit);
      this.node.replaceChildren(this.view.node);
      this.view.sync?.();
      if (this.focusWanted) this.focus();
    } catch {
      this.failed();
    }
  }

  /** A desk that was renewed has the part under another name: then the chat comes anew; what was written is kept. */
  private failed(): void {
    const { session, words } = this.kit;
    const again = (): void => (session.online ? location.reload() : void this.fetch());
    const button = h('button', { type: 'button', className: 'plain', onclick: again }, words.again);
    this.node.replaceChildren(h('p', { className: 'problem', role: 'alert' }, words.partFailed), button);
    if (this.focusWanted) button.focus();
  }
}
