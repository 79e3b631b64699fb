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
    let gathered = this.waiting.get(id);
    if (!gathered) {
      gathered = { row: {}, fresh: false, rooms: new Set([rooms.all]) };
      this.waiting.set(id, gathered);
    }
    Object.assign(gathered.row, row);
    gathered.fresh ||= fresh;
    if (seenBy.queue) gathered.rooms.add(rooms.queue);
    for (const staffId of seenBy.assignees) gathered.rooms.add(rooms.own(staffId));
    this.timer ??= setTimeout(() => this.flush(), GATHER_MS);
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer);
  }

  private flush(): void {
    this.timer = undefined;
    for (const [id, { row, fresh, rooms: to }] of this.waiting) {
      // JSON drops `undefined`: what a row no longer has is sent as null.
      const delta = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? null]));
      this.desk.to([...to]).emit('queue:changed', { fresh, row: { id, ...delta } });
      this.desk.to(rooms.conversation(id)).emit('conversation:changed', { id, ...delta });
    }
    this.waiting.clear();
  }
}
