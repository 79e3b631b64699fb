import type { ChatEvents, DeskEvents, Present } from '@candour/shared/live.js';
import { Injectable } from '@nestjs/common';
import type { Socket } from 'socket.io';
import type { StaffActor } from '../core/access/actor.js';
import { Audience } from './audience.js';
import type { ChatNamespace, DeskNamespace } from './namespaces.js';
import { rooms } from './rooms.js';

const CONVERSATION = rooms.conversation('');

/**
 * Who has a conversation open: staff on the desk, its customer in the chat. Nothing is kept: the rooms know it, on every
 * node. Each socket that comes or goes is one small word to the staff who show that conversation.
 */
@Injectable()
export class Presence {
  private desk: DeskNamespace;
  private chat: ChatNamespace;
  private atDesk: Audience<DeskEvents>;
  private inChat: Audience<ChatEvents>;

  start(desk: DeskNamespace, chat: ChatNamespace, alone: boolean): void {
    this.desk = desk;
    this.chat = chat;
    this.atDesk = new Audience(desk, alone);
    this.inChat = new Audience(chat, alone);
  }

  /** Tells of a socket's end; once for each socket. */
  watch(socket: Socket): void {
    // While it goes it is still in its rooms.
    socket.on('disconnecting', () => this.gone(socket));
  }

  /** It leaves every conversation that it shows. */
  gone(socket: Socket): void {
    for (const room of socket.rooms) if (room.startsWith(CONVERSATION)) this.tell(room, { key: socket.id }, false);
  }

  arrived(socket: Socket, conversationId: string): void {
    this.tell(rooms.conversation(conversationId), presentOf(socket), true);
  }

  left(socket: { readonly id: string }, conversationId: string): void {
    this.tell(rooms.conversation(conversationId), { key: socket.id }, false);
  }

  /** Everybody there now. */
  async at(conversationId: string): Promise<Present[]> {
    const room = rooms.conversation(conversationId);
    const staff = await this.desk.in(room).fetchSockets();
    const customer = this.inChat.shows(room) ? await this.chat.in(room).fetchSockets() : [];
    return [
      ...staff.map(({ id, data }) => ({ key: id, by: nameOf(data as StaffActor) })),
      ...customer.map(({ id }) => ({ key: id })),
    ];
  }

  private tell(room: string, present: Present, on: boolean): void {
    this.atDesk.of(room, present.key)?.emit('present', room.slice(CONVERSATION.length), present, on);
  }
}

function presentOf(socket: Socket): Present {
  const data = socket.data as Partial<StaffActor>;
  return data.kind === 'staff' ? { key: socket.id, by: nameOf(data as StaffActor) } : { key: socket.id };
}

const nameOf = ({ id, name }: StaffActor): { id: string; name: string } => ({ id, name });
