import { Injectable } from '@nestjs/common';
import { statusForCustomer, type ConversationRow } from '@candour/shared/conversations.js';
import type { ChatEvents, DeskEvents, DeskTyping } from '@candour/shared/live.js';
import {
  ConversationChanged,
  ConversationErased,
  ConversationRead,
  CustomerSideChanged,
  DueAlarmed,
  EntryPosted,
  GoesOnElsewhere,
} from '../conversations/conversations.events.js';
import { NoticesChanged } from '../notices/notices.events.js';
import { InboxService } from '../conversations/inbox.service.js';
import { mayAccess } from '../core/access/access.js';
import type { StaffActor } from '../core/access/actor.js';
import { Events } from '../core/events.js';
import { RefundMoved } from '../refunds/refunds.events.js';
import { ReturnMoved } from '../returns/returns.events.js';
import { ScheduledChanged } from '../replies/replies.events.js';
import { SuggestionsChanged } from '../requests/requests.events.js';
import { Audience } from './audience.js';
import { InboxDeltas } from './inbox-deltas.js';
import { roomsOf } from './inbox-rooms.js';
import type { ChatNamespace, DeskNamespace } from './namespaces.js';
import { Presence } from './presence.js';
import { rooms } from './rooms.js';
import { RoutingTold } from './routing-told.js';

/** Turns committed facts into socket messages, each only to those who show what it is about. */
@Injectable()
export class FanOut {
  private desk: DeskNamespace;
  private chat: ChatNamespace;
  private atDesk: Audience<DeskEvents>;
  private inChat: Audience<ChatEvents>;

  constructor(
    private readonly events: Events,
    private readonly deltas: InboxDeltas,
    readonly presence: Presence,
    readonly routing: RoutingTold,
    private readonly inbox: InboxService,
  ) {}

  start(desk: DeskNamespace, chat: ChatNamespace, alone: boolean): void {
    this.desk = desk;
    this.chat = chat;
    this.atDesk = new Audience(desk, alone);
    this.inChat = new Audience(chat, alone);
    this.deltas.start(desk, this.atDesk);
    this.presence.start(desk, chat, alone);
    this.routing.start(desk, chat);
    this.events.on(EntryPosted, (event) => this.entry(event));
    this.events.on(ConversationChanged, (event) => this.changed(event));
    this.events.on(ConversationRead, (event) => this.read(event));
    this.events.on(DueAlarmed, (event) => this.alarmed(event));
    this.events.on(ScheduledChanged, (event) => this.scheduled(event));
    this.events.on(ConversationErased, ({ conversationId }) => {
      this.inChat.of(rooms.conversation(conversationId))?.emit('conversation:gone', conversationId);
    });
    this.events.on(GoesOnElsewhere, (event) => this.goesOn(event));
    this.events.on(NoticesChanged, ({ staffId }) => void this.atDesk.of(rooms.staff(staffId))?.emit('notices:changed'));
    this.events.on(SuggestionsChanged, ({ conversationId }) => {
      this.atDesk.of(rooms.conversation(conversationId))?.emit('requests:changed', conversationId);
    });
    this.events.on(RefundMoved, ({ orderId }) => this.orderMoved(orderId));
    this.events.on(ReturnMoved, ({ orderId }) => this.orderMoved(orderId));
    this.events.on(CustomerSideChanged, ({ conversationId, change }) => {
      this.inChat
        .of(rooms.conversation(conversationId))
        ?.emit('conversation:changed', { id: conversationId, ...change } as never);
    });
  }

  /** The customer writes; nothing is stored, and nobody waits for it. */
  customerTypes(from: string, conversationId: string, on: boolean): void {
    const room = rooms.conversation(conversationId);
    if (this.atDesk.shows(room)) this.desk.to(room).except(from).volatile.emit('typing', conversationId, on);
  }

  /** A member of staff writes; of a private note the customer hears nothing. */
  staffTypes(from: string, { conversationId, on, kind }: DeskTyping, { id, name }: StaffActor): void {
    const room = rooms.conversation(conversationId);
    const by = { id, name };
    if (this.atDesk.shows(room)) this.desk.to(room).except(from).volatile.emit('typing', conversationId, on, by);
    if (kind === 'message' && this.inChat.shows(room)) this.chat.to(room).volatile.emit('typing', conversationId, on);
  }

  private orderMoved(orderId: string): void {
    this.atDesk.of(rooms.orders)?.emit('order:moved', orderId);
  }

  /** Every page of the browser asks anew which conversation it is in. */
  private goesOn({ visitorId, conversationId, leaves }: GoesOnElsewhere): void {
    const pages = rooms.visitor(visitorId);
    if (leaves) this.chat.in(pages).socketsLeave(rooms.conversation(conversationId));
    this.inChat.of(pages)?.emit('conversation:changed', { id: conversationId, goesOn: true });
  }

  /** To whoever shows the conversation, and wherever its author is. */
  private scheduled({ conversationId, number, authorId, held }: ScheduledChanged): void {
    const change = { conversationId, number, authorId, ...(held === undefined ? {} : { held }) };
    this.desk.to([rooms.conversation(conversationId), rooms.staff(authorId)]).emit('scheduled:changed', change);
  }

  private entry(event: EntryPosted): void {
    const { conversationId, entry, from } = event;
    const room = rooms.conversation(conversationId);
    this.atDesk.of(room, from)?.emit('entry', conversationId, entry);
    this.inChat.of(room, from)?.emit('entry', conversationId, event.forCustomer());
  }

  private changed(event: ConversationChanged): Promise<void> | undefined {
    this.deltas.add(event);
    this.changedForCustomer(event);
    return 'assignee' in event.row || 'participants' in event.row || 'teamId' in event.row
      ? this.closed(event.id, event.row)
      : undefined;
  }

  private changedForCustomer(event: ConversationChanged): void {
    const { status, assignee } = event.row;
    if (!('assignee' in event.row) && status === undefined) return;
    this.inChat.of(rooms.conversation(event.id))?.emit('conversation:changed', {
      id: event.id,
      ...(status === undefined ? {} : { status: statusForCustomer(status) }),
      ...('assignee' in event.row ? { assigneeName: assignee?.name ?? '' } : {}),
    });
  }

  /** Who shows it and may not read it any more is told so, and hears no more of it, on every node. */
  private async closed(id: string, { status, assignee }: Partial<ConversationRow>): Promise<void> {
    const room = rooms.conversation(id);
    if (!this.atDesk.shows(room)) return;
    const scope = await this.inbox.scope(id);
    for (const socket of await this.desk.in(room).fetchSockets()) {
      if (mayAccess(socket.data as StaffActor, 'conversation.read', 'P5', scope)) continue;
      socket.emit('conversation:changed', { id, status, assignee } as never);
      socket.leave(room);
      this.presence.left(socket, id);
    }
  }

  private alarmed({ alarm, seenBy }: DueAlarmed): void {
    const shown = roomsOf(seenBy).filter((room) => this.atDesk.shows(room));
    if (shown.length > 0) this.desk.to(shown).emit('due:alarm', alarm);
  }

  private read({ conversationId, by, seq }: ConversationRead): void {
    const room = rooms.conversation(conversationId);
    if (by === 'staff') this.inChat.of(room)?.emit('read', conversationId, seq);
    if (by === 'customer') this.atDesk.of(room)?.emit('read', conversationId, seq);
  }
}
