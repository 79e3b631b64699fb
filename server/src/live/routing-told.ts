import type { ChatQueue } from '@candour/shared/live.js';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Socket } from 'socket.io';
import { ConversationChanged } from '../conversations/conversations.events.js';
import { Events } from '../core/events.js';
import { OffersService } from '../routing/offers.service.js';
import { PresenceService } from '../routing/presence.service.js';
import { DutyChanged, Offered, OfferEnded, PlacesChanged } from '../routing/routing.events.js';
import type { ChatNamespace, DeskNamespace } from './namespaces.js';
import { rooms } from './rooms.js';
import { TeamsTold } from './teams-told.js';

/** How long changes of somebody's duty are gathered before they go out, in milliseconds. */
const GATHER_MS = 150;

/** Tells staff of offers and of their own presence, and customers of their place in the queue. */
@Injectable()
export class RoutingTold implements OnApplicationShutdown {
  private readonly log = new Logger(RoutingTold.name);
  /** Whose duty is to be told. */
  private readonly changed = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private desk: DeskNamespace;
  private chat: ChatNamespace;

  constructor(
    private readonly events: Events,
    private readonly presence: PresenceService,
    private readonly offers: OffersService,
    private readonly teams: TeamsTold,
  ) {}

  start(desk: DeskNamespace, chat: ChatNamespace): void {
    this.desk = desk;
    this.chat = chat;
    this.teams.start(desk);
    this.events.on(Offered, (event) => this.offered(event));
    this.events.on(OfferEnded, ({ staffId, conversationId, why }) => {
      this.desk.to(rooms.staff(staffId)).emit('offer:gone', { conversationId, why });
    });
    this.events.on(PlacesChanged, ({ places }) => this.places(places));
    this.events.on(DutyChanged, ({ staffId }) => this.duty([staffId]));
    this.events.on(ConversationChanged, ({ row, seenBy }) => {
      // First, for it runs for every message, which changes nobody's load.
      if (row.status === undefined && !('assignee' in row)) return;
      this.duty(seenBy.assignees);
    });
  }

  /** A desk was opened: as long as one is, its person is not offline. */
  watch(socket: Socket, staffId: string): void {
    this.presence.connected(staffId).catch((error: unknown) => this.failed('A presence was not kept.', error));
    socket.once('disconnect', () => this.presence.disconnected(staffId));
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer);
    this.changed.clear();
  }

  private async offered({ staffId, conversationId, endsAt, ofMs }: Offered): Promise<void> {
    this.desk.to(rooms.staff(staffId)).emit('offer', await this.offers.offer(conversationId, endsAt, ofMs));
  }

  /** Each node tells its own: it was on this node that the places were read. */
  private places(places: readonly (readonly [conversationId: string, place: ChatQueue])[]): void {
    const { rooms: shown } = this.chat.adapter;
    for (const [id, queue] of places) {
      const room = rooms.conversation(id);
      if (shown.has(room)) this.chat.local.to(room).emit('conversation:changed', { id, queue });
    }
  }

  private duty(staffIds: readonly string[]): void {
    for (const staffId of staffIds) this.changed.add(staffId);
    if (this.changed.size === 0) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const ids = [...this.changed];
      this.changed.clear();
      this.tellDuties(ids).catch((error: unknown) => this.failed('A duty was not told.', error));
    }, GATHER_MS);
  }

  private async tellDuties(staffIds: readonly string[]): Promise<void> {
    for (const [staffId, duty] of await this.presence.duties(staffIds)) {
      this.desk.to(rooms.staff(staffId)).emit('duty', duty);
    }
  }

  private failed(fault: string, error: unknown): void {
    this.log.error({ fault, error: error instanceof Error ? error.stack : 'unknown' });
  }
}
