import { SendFromDesk } from '@candour/shared/conversations.js';
import { ConversationSince, DeskTyping, Read, ShowConversation } from '@candour/shared/live.js';
import { Id } from '@candour/shared/ids.js';
import type { Socket } from 'socket.io';
import * as z from 'zod';
import type { StaffActor } from '../core/access/actor.js';
import type { ConversationsService } from '../conversations/conversations.service.js';
import type { Bucket } from './bucket.js';
import type { FanOut } from './fan-out.js';
import { hideInbox, showInbox } from './inbox-rooms.js';
import { rooms } from './rooms.js';
import type { Saying } from './saying.js';
import { ask, type SocketAsks } from './socket-asks.js';

/** A signed-in member of staff on one socket. */
export interface DeskSocket {
  readonly socket: Socket;
  readonly actor: StaffActor;
  readonly messages: Bucket;
  readonly others: Bucket;
}

const Nothing = z.strictObject({});
const reply = { permission: 'conversation.reply', purpose: 'P5' } as const;
const read = { permission: 'conversation.read', purpose: 'P5' } as const;
const list = { permission: 'conversation.list', purpose: 'P5' } as const;

export function deskAsks(saying: Saying, conversations: ConversationsService, fanOut: FanOut): SocketAsks<DeskSocket> {
  return {
    'message:send': ask({
      contract: SendFromDesk,
      access: reply,
      rate: 'message',
      handle: ({ actor, socket }: DeskSocket, message) => saying.fromDesk(actor, message, socket.id),
    }),
    'queue:show': ask({
      contract: Nothing,
      access: list,
      handle: async ({ actor, socket }: DeskSocket) => {
        await showInbox(socket, actor);
        return {};
      },
    }),
    'queue:hide': ask({
      contract: Nothing,
      access: list,
      handle: ({ socket }: DeskSocket) => {
        hideInbox(socket);
        return {};
      },
    }),
    'conversation:show': ask({
      contract: ShowConversation,
      access: read,
      handle: async ({ actor, socket }: DeskSocket, { conversationId, since }) => {
        // Joined first and read afterwards: what comes between arrives twice and is dropped by its number, never missed.
        await conversations.requireReadable(actor, conversationId);
        await socket.join(rooms.conversation(conversationId));
        try {
          const entries = await conversations.since(actor, { conversationId, seq: since });
          fanOut.presence.arrived(socket, conversationId);
          return { ...entries, present: await fanOut.presence.at(conversationId) };
        } catch (error) {
          // Somebody else took it in between.
          await socket.leave(rooms.conversation(conversationId));
          throw error;
        }
      },
    }),
    'conversation:hide': ask({
      contract: z.strictObject({ conversationId: Id }),
      access: read,
      handle: ({ socket }: DeskSocket, { conversationId }) => {
        const room = rooms.conversation(conversationId);
        if (!socket.rooms.has(room)) return {};
        void socket.leave(room);
        fanOut.presence.left(socket, conversationId);
        return {};
      },
    }),
    'conversation:since': ask({
      contract: ConversationSince,
      access: read,
      handle: ({ actor }: DeskSocket, since) => conversations.since(actor, since),
    }),
    typing: ask({
      contract: DeskTyping,
      access: reply,
      rate: 'none',
      handle: ({ actor, socket }: DeskSocket, typing) => {
        if (socket.rooms.has(rooms.conversation(typing.conversationId))) fanOut.staffTypes(socket.id, typing, actor);
      },
    }),
    read: ask({
      contract: Read,
      access: read,
      rate: 'none',
      handle: async ({ actor }: DeskSocket, { conversationId, seq }) => {
        await conversations.markRead(actor, conversationId, seq);
      },
    }),
  };
}
