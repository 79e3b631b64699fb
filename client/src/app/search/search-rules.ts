import { DAY } from '@candour/shared/instant.js';
import { ConversationStatus, type InboxView } from '@candour/shared/conversations.js';
import type { Excerpt, SearchHit } from '@candour/shared/search.js';
import { Tag } from '@candour/shared/tickets.js';
import { Channel, Language, Topic } from '@candour/shared/words.js';
import * as z from 'zod';

export const filters = ['status', 'channel', 'topic', 'language', 'assignee', 'tag', 'from', 'to'] as const;
export type Filter = (typeof filters)[number];
/** As they stand in the address. */
export type Asked = Readonly<Partial<Record<Filter | 'q', string | undefined>>>;

const contracts: Readonly<Record<Filter, z.ZodType<string>>> = {
  status: ConversationStatus,
  channel: Channel,
  topic: Topic,
  language: Language,
  assignee: z.literal('me'),
  tag: Tag,
  from: z.iso.date(),
  to: z.iso.date(),
};

/** What an address says that makes sense; the rest of it is passed over. */
export function understood(asked: Asked): Asked {
  const known = filters.flatMap((name) => {
    const value = contracts[name].safeParse(asked[name]).data;
    return value === undefined ? [] : [[name, value] as const];
  });
  const q = asked.q?.trim() ?? '';
  return { ...Object.fromEntries(known), ...(q === '' ? {} : { q }) };
}

/** What the server is asked. Days are the person's own, from their first millisecond to their last. */
export function askOf({ from, to, assignee, ...asked }: Asked, me: string): Record<string, string | number> {
  const day = (iso: string): number => new Date(`${iso}T00:00:00`).getTime();
  return {
    ...(asked as Record<string, string>),
    ...(assignee === undefined ? {} : { assignee: me }),
    ...(from === undefined ? {} : { from: Math.max(0, day(from)) }),
    ...(to === undefined ? {} : { to: Math.max(0, new Date(day(to) + 1.5 * DAY).setHours(0, 0, 0, 0) - 1) }),
  };
}

export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

/** An excerpt cut at its marks. */
export function piecesOf({ text, marks, cutBefore, cutAfter }: Excerpt): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    if (start > at) pieces.push({ text: text.slice(at, start), found: false });
    pieces.push({ text: text.slice(start, end), found: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), found: false });
  if (cutBefore) pieces.unshift({ text: '… ', found: false });
  if (cutAfter) pieces.push({ text: ' …', found: false });
  return pieces;
}

/** The list of the inbox in which the conversation stands. */
const views: Readonly<Record<SearchHit['conversation']['status'], InboxView>> = {
  queued: 'queue',
  open: 'all',
  pending: 'all',
  snoozed: 'snoozed',
  resolved: 'resolved',
  closed: 'resolved',
  spam: 'spam',
};
export const placeOf = ({ conversation: { id, status } }: SearchHit): string[] => ['/inbox', views[status], id];
