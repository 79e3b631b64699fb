import type { ConversationRow, ConversationStatus } from '@candour/shared/conversations.js';
import type { Deed } from '@candour/shared/deeds.js';
import type { RefusalCode } from '@candour/shared/errors.js';
import type { TranscriptFormat } from '@candour/shared/transcripts.js';
import type { IconName } from '../../core/icons';
import type { WordKey } from '../../core/words';

export type Move = 'take' | 'release' | 'resolve' | 'reopen';
/** What is chosen before a deed is done. */
export type Choice = 'assign' | 'snooze' | 'priority' | 'topic' | 'tag';
/** What asks for more than one choice, in a dialog of its own. */
export type Asks = 'transfer' | 'invite' | 'merge' | 'warn' | 'block';

/** How a deed is done: a move of the conversation, a deed of the ticket, one with a choice, a dialog, a file. */
export type Way =
  | { readonly move: Move }
  | { readonly deed: Deed }
  | { readonly choose: Choice }
  | { readonly ask: Asks }
  | { readonly file: TranscriptFormat };

/** One ticket before one person. */
export interface Standing {
  readonly row: Pick<
    ConversationRow,
    'status' | 'assignee' | 'participants' | 'waitingSince' | 'topic' | 'reason' | 'mergedInto'
  >;
  readonly me: { readonly id: string; readonly role: string };
  readonly can: (permission: string) => boolean;
}

export interface TicketDeed {
  readonly id: TicketDeedId;
  readonly icon: IconName;
  readonly key?: string;
  /** Done every minute: in view; all others in the menu, by group. */
  readonly place: 'bar' | 'who' | 'stand' | 'says' | 'customer' | 'copy';
  /** Its word on a button in view; elsewhere `deed.ID` is its word. */
  readonly short?: WordKey;
  /** To the ticket that is open; absent where its card beside the conversation does it. */
  readonly one?: Way;
  /** To all that are selected; absent where it is done one by one. */
  readonly many?: Way;
  /** The server decides again. */
  possible(at: Standing): boolean;
  /** Why it is shown and cannot be done now. */
  hindered?(at: Standing): RefusalCode | undefined;
}

export type TicketDeedId =
  | Exclude<Choice, 'priority' | 'topic' | 'tag'>
  | 'set-priority'
  | 'set-topic'
  | 'set-tags'
  | Move
  | Asks
  | 'pending'
  | 'go-on'
  | 'spam'
  | 'not-spam'
  | 'copy-text'
  | 'copy-json';

const underWay: ReadonlySet<ConversationStatus> = new Set<ConversationStatus>(['queued', 'open', 'pending', 'snoozed']);
const withSomebody: ReadonlySet<ConversationStatus> = new Set<ConversationStatus>(['open', 'pending', 'snoozed']);

const mine = ({ row, me }: Standing): boolean => row.assignee?.id === me.id;
/** Sees and changes those of everybody (house rules, "Permissions"). */
const ofAll = ({ me }: Standing): boolean => me.role === 'lead' || me.role === 'supervisor';

/** As the server decides: one's own, what waits in the queue, what one takes part in, or all. */
export const mayHandle = (at: Standing): boolean =>
  at.can('conversation.reply') &&
  (mine(at) ||
    at.row.status === 'queued' ||
    ofAll(at) ||
    (at.row.participants?.some(({ id, may }) => id === at.me.id && may === 'reply') ?? false));

const handles =
  (statuses: ReadonlySet<ConversationStatus>) =>
  (at: Standing): boolean =>
    statuses.has(at.row.status) && mayHandle(at);

/** Whoever has it, and whoever may move those of others. */
const handsOver = (at: Standing): boolean =>
  at.row.assignee !== undefined &&
  (at.row.status === 'open' || at.row.status === 'pending') &&
  at.can('conversation.transfer') &&
  (mine(at) || ofAll(at));

const stands = ({ row }: Standing): RefusalCode | undefined =>
  row.topic === 'privacy' || row.reason === 'safety' ? 'matter-stands' : undefined;

const copies = (format: TranscriptFormat) => ({
  icon: 'download' as const,
  place: 'copy' as const,
  one: { file: format },
  possible: (at: Standing) => at.can('conversation.transcript') && (mayHandle(at) || at.row.status !== 'queued'),
});

/**
 * All that can be done to a ticket, in the order it is shown in. The header, its menu, the keys, the palette and the bar
 * of the selected all read this table.
 */
export const ticketDeeds: readonly TicketDeed[] = [
  {
    ...{ id: 'take', icon: 'pan_tool_alt', key: 'a', place: 'bar', short: 'conversation.take' },
    one: { move: 'take' },
    possible: (at) => at.row.status === 'queued' && at.can('conversation.take'),
  },
  {
    ...{ id: 'resolve', icon: 'task_alt', key: 'e', place: 'bar', short: 'conversation.resolve' },
    one: { move: 'resolve' },
    many: { deed: { kind: 'status', status: 'resolved' } },
    possible: handles(withSomebody),
  },
  {
    ...{ id: 'reopen', icon: 'lock_open', place: 'bar', short: 'conversation.reopen' },
    one: { move: 'reopen' },
    possible: (at) => at.row.status === 'resolved' && at.row.mergedInto === undefined && mayReopen(at),
  },
  {
    ...{ id: 'not-spam', icon: 'undo', place: 'bar', short: 'deed.not-spam' },
    one: { deed: { kind: 'not-spam' } },
    many: { deed: { kind: 'not-spam' } },
    possible: (at) => at.row.status === 'spam' && mayReopen(at),
  },
  {
    ...{ id: 'snooze', icon: 'snooze', key: 's', place: 'bar' },
    one: { choose: 'snooze' },
    many: { choose: 'snooze' },
    possible: handles(underWay),
  },
  {
    ...{ id: 'assign', icon: 'assignment_ind', key: 'g', place: 'bar' },
    one: { choose: 'assign' },
    many: { choose: 'assign' },
    possible: (at) => at.can('conversation.bulk') && handles(underWay)(at),
  },
  {
    ...{ id: 'pending', icon: 'hourglass_empty', key: 'p', place: 'stand' },
    one: { deed: { kind: 'status', status: 'pending' } },
    many: { deed: { kind: 'status', status: 'pending' } },
    possible: handles(new Set(['open', 'snoozed'])),
    hindered: ({ row }) => (row.waitingSince === undefined ? undefined : 'customer-waits'),
  },
  {
    ...{ id: 'go-on', icon: 'play_circle', place: 'stand' },
    one: { deed: { kind: 'status', status: 'open' } },
    many: { deed: { kind: 'status', status: 'open' } },
    possible: handles(new Set(['pending', 'snoozed'])),
  },
  {
    ...{ id: 'release', icon: 'undo', place: 'stand' },
    one: { move: 'release' },
    possible: (at) => mine(at) && handles(withSomebody)(at),
  },
  {
    ...{ id: 'set-priority', icon: 'arrow_upward', place: 'says' },
    many: { choose: 'priority' },
    possible: (at) => at.row.status !== 'closed' && mayHandle(at),
  },
  {
    ...{ id: 'set-topic', icon: 'forum', place: 'says' },
    many: { choose: 'topic' },
    possible: (at) => at.row.status !== 'closed' && mayHandle(at),
  },
  {
    ...{ id: 'set-tags', icon: 'sell', place: 'says' },
    many: { choose: 'tag' },
    possible: (at) => at.row.status !== 'closed' && mayHandle(at),
  },
  {
    ...{ id: 'transfer', icon: 'forward', key: 'f', place: 'who' },
    one: { ask: 'transfer' },
    possible: handsOver,
  },
  {
    ...{ id: 'invite', icon: 'person_add', place: 'who' },
    one: { ask: 'invite' },
    possible: handsOver,
  },
  {
    ...{ id: 'merge', icon: 'merge', place: 'who' },
    one: { ask: 'merge' },
    possible: (at) =>
      at.can('conversation.merge') &&
      at.row.mergedInto === undefined &&
      at.row.status !== 'spam' &&
      (mine(at) || at.row.status === 'queued' || ofAll(at)),
  },
  {
    ...{ id: 'warn', icon: 'flag', place: 'customer' },
    one: { ask: 'warn' },
    possible: (at) => handles(withSomebody)(at),
  },
  {
    ...{ id: 'block', icon: 'block', place: 'customer' },
    one: { ask: 'block' },
    possible: (at) => at.can('customer.block'),
  },
  {
    ...{ id: 'spam', icon: 'report', place: 'customer' },
    one: { deed: { kind: 'spam' } },
    many: { deed: { kind: 'spam' } },
    possible: handles(underWay),
    hindered: stands,
  },
  { id: 'copy-text', ...copies('text') },
  { id: 'copy-json', ...copies('json') },
];

/** What nobody has in hand any more is brought back by whoever had it, and by whoever may take or sees all. */
function mayReopen(at: Standing): boolean {
  return at.can('conversation.reply') && (mine(at) || ofAll(at));
}

/** What can be done to a ticket now, the hindered among it. */
export const possibleTo = (at: Standing): TicketDeed[] =>
  ticketDeeds.filter(({ one, possible }) => one && possible(at));

/** What can be done to at least one of many; each is decided for itself. */
export const possibleToMany = (all: readonly Standing[]): TicketDeed[] =>
  ticketDeeds.filter(({ many, possible }) => many && all.some((at) => possible(at)));

/** Those of the menu, in groups that follow each other; without an empty one. */
export function grouped(deeds: readonly TicketDeed[]): TicketDeed[][] {
  const groups = new Map<string, TicketDeed[]>();
  for (const deed of deeds) {
    if (deed.place !== 'bar') groups.set(deed.place, [...(groups.get(deed.place) ?? []), deed]);
  }
  return [...groups.values()];
}
