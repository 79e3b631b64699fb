import type { Attachment } from '@candour/shared/attachments.js';
import type { Kit, OpenPart, PartView } from './kit.js';
import { h } from './view/dom.js';

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
