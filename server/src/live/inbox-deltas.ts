import type { ConversationRow } from '@candour/shared/conversations.js';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { ConversationChanged } from '../conversations/conversations.events.js';
import type { DeskNamespace } from './namespaces.js';
import { rooms } from './rooms.js';

/** How long changes of one row are gathered before they go out, in milliseconds. */
const GATHER_MS = 120;

interface Gathered {
  row: Partial<ConversationRow>;
  fresh: boolean;
  rooms: Set<string>;
}

/** The changes of inbox rows, gathered per conversation: a fast talk is one small delta, not one per message. */
@Injectable()
export class InboxDeltas implements OnApplicationShutdown {
  private readonly waiting = new Map<string, Gathered>();
  private timer: NodeJS.Timeout | undefined;
  private desk: DeskNamespace;

  start(desk: DeskNamespace): void {
    this.desk = desk;
  }

  add({ id, row, seenBy, fresh }: ConversationChanged): void {
    const to = new Set([rooms.all, ...(seenBy.queue ? [rooms.queue] : []), ...seenBy.assignees.map(rooms.own)]);
    const before = this.waiting.get(id);
    // Who is not to know of this change is told of those before it, now and alone.
    const narrower = before !== undefined && [...before.rooms].some((room) => !to.has(room));
    if (narrower) this.send(id, before);
    const gathered = before && !narrower ? before : { row: {}, fresh: false, rooms: to };
    this.waiting.set(id, gathered);
    Object.assign(gathered.row, row);
    gathered.fresh ||= fresh;
    for (const room of to) gathered.rooms.add(room);
    this.timer ??= setTimeout(() => this.flush(), GATHER_MS);
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer);
  }

  private flush(): void {
    this.timer = undefined;
    for (const [id, gathered] of this.waiting) this.send(id, gathered);
    this.waiting.clear();
  }

  private send(id: string, { row, fresh, rooms: to }: Gathered): void {
    // JSON drops `undefined`: what a row no longer has is sent as null.
    const delta = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? null]));
    this.desk.to([...to]).emit('queue:changed', { fresh, row: { id, ...delta } });
    this.desk.to(rooms.conversation(id)).emit('conversation:changed', { id, ...delta });
  }
}
