import { TAGS_KNOWN } from '@candour/shared/tickets.js';
import { In, type EntityManager } from 'typeorm';
import type { Tx } from '../core/database/database.js';
import { ConversationTag, type ConversationRecord } from './conversation.entity.js';

/** The tags of these conversations, in alphabetical order, in one statement; none where there is none. */
export async function tagsOf(em: EntityManager, ids: readonly string[]): Promise<Map<string, string[]>> {
  const tags = new Map<string, string[]>();
  if (ids.length === 0) return tags;
  for (const { conversationId, tag } of await em.findBy(ConversationTag, { conversationId: In([...ids]) })) {
    tags.set(conversationId, [...(tags.get(conversationId) ?? []), tag]);
  }
  for (const own of tags.values()) own.sort((a, b) => a.localeCompare(b));
  return tags;
}

/** Each tag in use once: the index is asked for the next one, not walked. */
export async function tagsInUse(em: EntityManager): Promise<string[]> {
  const rows = await em.query<{ tag: string }[]>(
    `WITH RECURSIVE used(tag) AS (
       SELECT MIN(tag) FROM conversation_tags
       UNION ALL
       SELECT (SELECT MIN(t.tag) FROM conversation_tags t WHERE t.tag > used.tag) FROM used WHERE used.tag IS NOT NULL
     ) SELECT tag FROM used WHERE tag IS NOT NULL LIMIT ${TAGS_KNOWN}`,
  );
  return rows.map(({ tag }) => tag).sort((a, b) => a.localeCompare(b));
}

/** Writes which tags a conversation has from now on. */
export async function retag(
  tx: Tx,
  { id, resolvedAt }: ConversationRecord,
  { added, removed }: { readonly added: readonly string[]; readonly removed: readonly string[] },
): Promise<void> {
  if (removed.length > 0) await tx.em.delete(ConversationTag, { conversationId: id, tag: In([...removed]) });
  if (added.length > 0) {
    const rows = added.map((tag) => ({ conversationId: id, tag, endedAt: resolvedAt }));
    await tx.em.insert(ConversationTag, rows);
  }
}
