import type { ConversationRow } from '@candour/shared/conversations.js';
import type { DeskEvents } from '@candour/shared/live.js';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { ConversationChanged } from '../conversations/conversations.events.js';
import { InboxService } from '../conversations/inbox.service.js';
import type { Audience } from './audience.js';
import type { DeskNamespace } from './namespaces.js';
import { roomsOf } from './inbox-rooms.js';
import { rooms } from './rooms.js';

/** How long changes of one row are gathered before they go out, in milliseconds. */
const GATHER_MS = 120;

/** What an entry itself tells those who show the conversation. */
const toldByEntries: ReadonlySet<string> = new Set<keyof ConversationRow>([
  'head',
  'lastAt',
  'lastBy',
  'waitingSince',
  'preview',
]);

const ended: ReadonlySet<string> = new Set<ConversationRow['status']>(['resolved', 'closed', 'spam']);

interface Gathered {
  row: Partial<ConversationRow>;
  fresh: boolean;
  /** It may be new to some who may see it from now on: to them a part of the row means nothing. */
  arrives: boolean;
  rooms: Set<string>;
  /** Those of the rooms that see it after the last change. */
  now: ReadonlySet<string>;
  /** By whom the last change is seen: the next message's is mostly the same. */
  seenBy: SeenBy;
  /** The last change with words, of which the row shows the beginning; made when it goes out. */
  said: ConversationChanged | undefined;
}

type SeenBy = ConversationChanged['seenBy'];

const sameEyes = (a: SeenBy, b: SeenBy): boolean =>
  a.queue === b.queue &&
  a.teamId === b.teamId &&
  a.teamWas === undefined &&
  b.teamWas === undefined &&
  a.now === undefined &&
  b.now === undefined &&
  a.assignees.length === b.assignees.length &&
  a.assignees.every((id, i) => id === b.assignees[i]);

/** Puts the beginning of what was last said into the row. */
function show({ row, said }: Gathered): void {
  if (said) Object.assign(row, said.preview());
}

function take(gathered: Gathered, event: ConversationChanged): void {
  const { row, fresh } = event;
  Object.assign(gathered.row, row);
  if (event.words !== undefined) gathered.said = event;
  else if ('preview' in row) gathered.said = undefined;
  gathered.fresh ||= fresh;
  gathered.arrives ||= row.assignee !== undefined || (row.status !== undefined && !ended.has(row.status));
}

/** The changes of inbox rows, gathered per conversation: a fast talk is one small delta, not one per message. */
@Injectable()
export class InboxDeltas implements OnApplicationShutdown {
  private readonly log = new Logger(InboxDeltas.name);
  private readonly waiting = new Map<string, Gathered>();
  private timer: NodeJS.Timeout | undefined;
  private flushing: Promise<void> | undefined;
  private desk: DeskNamespace;
  private audience: Audience<DeskEvents>;

  constructor(private readonly inbox: InboxService) {}

  start(desk: DeskNamespace, audience: Audience<DeskEvents>): void {
    this.desk = desk;
    this.audience = audience;
  }

  add(event: ConversationChanged): void {
    const { id, seenBy } = event;
    const before = this.waiting.get(id);
    if (before && sameEyes(before.seenBy, seenBy)) return take(before, event);
    if (!before && !this.looked(event)) return;
    const to = new Set(roomsOf(seenBy));
    // Who is not to know of this change is told of those before it, now and alone.
    const narrower = before !== undefined && [...before.rooms].some((room) => !to.has(room));
    if (narrower) {
      show(before);
      this.send(id, before);
    }
    const gathered: Gathered =
      before && !narrower
        ? before
        : { row: {}, fresh: false, arrives: false, rooms: to, now: to, seenBy, said: undefined };
    this.waiting.set(id, gathered);
    take(gathered, event);
    gathered.seenBy = seenBy;
    for (const room of to) gathered.rooms.add(room);
    gathered.now = seenBy.now ? new Set(roomsOf(seenBy.now)) : to;
    this.timer ??= setTimeout(() => {
      // One that fails must not keep the next from going out.
      this.flushing = this.flush(this.flushing).catch((error: unknown) => {
        this.log.error({
          fault: 'Inbox changes were not told.',
          error: error instanceof Error ? error.stack : 'unknown',
        });
      });
    }, GATHER_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    await this.flushing;
  }

  private looked({ id, row, seenBy }: ConversationChanged): boolean {
    return (
      this.audience.shows(rooms.all) ||
      (seenBy.queue && this.audience.shows(rooms.queue)) ||
      seenBy.assignees.some((staffId) => this.audience.shows(rooms.own(staffId))) ||
      (seenBy.teamId === null ? this.audience.shows(rooms.nobodys) : this.audience.shows(rooms.team(seenBy.teamId))) ||
      (Object.keys(row).some((name) => !toldByEntries.has(name)) && this.audience.shows(rooms.conversation(id)))
    );
  }

  /** One after the other, so that a row that is being read is not overtaken by what changed after it. */
  private async flush(before: Promise<void> | undefined): Promise<void> {
    this.timer = undefined;
    const gathered = [...this.waiting];
    this.waiting.clear();
    await before;
    for (const [id, one] of gathered) {
      show(one);
      if (one.arrives && !one.fresh && [...one.rooms].some((room) => this.audience.shows(room))) {
        await this.complete(id, one);
      }
      this.send(id, one);
    }
  }

  private async complete(id: string, gathered: Gathered): Promise<void> {
    try {
      gathered.row = { ...gathered.row, ...(await this.inbox.row(id)) };
      gathered.fresh = true;
    } catch {
      // Erased meanwhile, or the desk is closing: what changed is still told.
    }
  }

  private send(id: string, { row, fresh, rooms: to, now }: Gathered): void {
    // JSON drops `undefined`: what a row no longer has is sent as null.
    const delta = Object.entries(row).map(([name, value]) => [name, value ?? null] as const);
    const inboxes = [...now].filter((room) => this.audience.shows(room));
    // Who saw it and sees it no more hears that alone.
    const left = [...to].filter((room) => !now.has(room) && this.audience.shows(room));
    if (left.length > 0)
      this.desk
        .to(left)
        .except([...now])
        .emit('queue:gone', id);
    if (inboxes.length > 0) {
      this.desk.to(inboxes).emit('queue:changed', { fresh, row: { id, ...Object.fromEntries(delta) } });
    }
    const open = rooms.conversation(id);
    const more = delta.filter(([name]) => !toldByEntries.has(name));
    if (more.length > 0) this.audience.of(open)?.emit('conversation:changed', { id, ...Object.fromEntries(more) });
  }
}
