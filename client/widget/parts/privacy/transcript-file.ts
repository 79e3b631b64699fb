import type { Entry } from '@candour/shared/conversations.js';
import type { ChatKeeping } from '@candour/shared/keeping.js';
import type { Session } from '../../session.js';
import type { Words } from './catalogue/en.js';

/** Every entry of the conversation as its customer sees it, fetched page by page. */
export async function allEntries(session: Session, conversationId: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let seq = 0, more = true; more; seq = entries.at(-1)?.seq ?? 0) {
    const page = await session.ask('conversation:since', { conversationId, seq });
    entries.push(...page.entries);
    more = page.more && page.entries.length > 0;
  }
  return entries;
}

/** As people read it: one message after the other, in their own zone. */
export function asText(entries: readonly Entry[], { number }: ChatKeeping, words: Words, locale: string): string {
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
  const lines = entries.flatMap(({ kind, by, at, text }) => {
    if (kind !== 'message' && kind !== 'removal') return [];
    if (kind === 'removal' && by.role === 'system') return [];
    const who = by.role === 'customer' ? words.you : (by.name ?? words.team);
    return `[${time.format(at)}] ${who}: ${text ?? words.removed}`;
  });
  return [`#${number}`, '', ...lines, ''].join('\n');
}

/** For programs: all that is known, with the rule that keeps it. */
export const asData = (entries: readonly Entry[], keeping: ChatKeeping): string =>
  JSON.stringify({ conversation: keeping, entries }, undefined, 2);

export function save(name: string, type: string, content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
