import type { Reply, ReplyPart } from '@candour/shared/replies.js';
import type { Language, Topic } from '@candour/shared/words.js';

/** Most replies offered at once. */
const OFFERED = 8;

/** What stands behind a `/` that is all of the text; undefined where the text is something else. */
export const slashed = (text: string): string | undefined => /^\/([\p{L}\d-]*)$/u.exec(text)?.[1]?.toLowerCase();

/** The text in a language; else the English one, else any. */
export const textIn = ({ texts }: Pick<Reply, 'texts'>, language: Language): string =>
  texts[language] ?? texts.en ?? Object.values(texts)[0] ?? '';

/** Replies that fit what was typed: first by name, then by their words; those of the topic before others. */
export function offered(replies: readonly Reply[], typed: string, topic: Topic, language: Language): Reply[] {
  const wanted = typed.trim().toLowerCase();
  const rank = (reply: Reply): number | undefined => {
    const aside = reply.topic === undefined ? 1 : reply.topic === topic ? 0 : 2;
    if (reply.name.startsWith(wanted)) return aside;
    if (reply.name.includes(wanted)) return 3 + aside;
    return textIn(reply, language).toLowerCase().includes(wanted) ? 6 + aside : undefined;
  };
  return replies
    .flatMap((reply) => {
      const place = rank(reply);
      return place === undefined ? [] : [{ reply, place }];
    })
    .sort((a, b) => a.place - b.place || a.reply.name.localeCompare(b.reply.name))
    .slice(0, OFFERED)
    .map(({ reply }) => reply);
}

/** The gaps of a reply, each name once. */
export const gapsOf = (parts: readonly ReplyPart[]): { gap: string; why: 'unknown' | 'empty' | 'unverified' }[] => [
  ...new Map(parts.flatMap((part) => ('gap' in part ? [[part.gap, part] as const] : []))).values(),
];

/** The text with every gap filled; undefined while one is empty. */
export function joined(parts: readonly ReplyPart[], given: Readonly<Record<string, string>>): string | undefined {
  let text = '';
  for (const part of parts) {
    const words = 'text' in part ? part.text : given[part.gap]?.trim();
    if (!words) return undefined;
    text += words;
  }
  return text;
}
