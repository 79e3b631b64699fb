import type { Attachment } from '@candour/shared/attachments.js';
import type { Language } from '@candour/shared/words.js';
import type { Words } from './catalogue/en.js';
import type { Session } from './session.js';
import { body } from './view/bubble.js';
import { detailFields } from './view/details.js';
import { field, fill, h, icon, unseen } from './view/dom.js';
import { localeOf } from './view/locale.js';
import { problemSentence } from './view/problem.js';

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
  /** The files of a message, drawn by their part. */
  files(files: readonly Attachment[]): Promise<HTMLElement>;
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

/** @param files draws the files of a message, with the part that is fetched for it. */
export function kitOf(
  session: Session,
  words: Words,
  files: (kit: Kit, files: readonly Attachment[]) => Promise<HTMLElement>,
  close: () => void,
): Kit {
  const kit: Kit = {
    ...{ session, words, h, icon, unseen, fill, field, detailFields, body, localeOf, close },
    files: (list) => files(kit, list),
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
  return kit;
}
