import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../core/access/actor.js';
import { mayAccess } from '../core/access/access.js';
import { Events } from '../core/events.js';
import { InboxService } from '../conversations/inbox.service.js';
import { TeamsChanged } from '../routing/routing.events.js';
import { showInbox } from './inbox-rooms.js';
import type { DeskNamespace } from './namespaces.js';
import { rooms } from './rooms.js';

/** Who is in which team changed: the open consoles of this node show from now on what their people may see now. */
@Injectable()
export class TeamsTold {
  private desk: DeskNamespace;

  constructor(
    private readonly events: Events,
    private readonly inbox: InboxService,
  ) {}

  start(desk: DeskNamespace): void {
    this.desk = desk;
    this.events.on(TeamsChanged, () => this.changed());
  }

  private async changed(): Promise<void> {
    for (const socket of this.desk.sockets.values()) {
      const actor = socket.data as StaffActor;
      if (socket.rooms.has(rooms.own(actor.id))) await showInbox(socket, actor);
      for (const room of [...socket.rooms]) {
        const id = rooms.conversationIn(room);
        if (id === undefined) continue;
        if (mayAccess(actor, 'conversation.read', 'P5', await this.inbox.scope(id))) continue;
        await socket.leave(room);
      }
    }
  }
}
