import { SendMessage } from '@candour/shared/conversations.js';
import { VerifyCode } from '@candour/shared/customers.js';
import { Refused } from '@candour/shared/errors.js';
import { ChatContact, ChatStart, ConversationSince, Read, Typing } from '@candour/shared/live.js';
import * as z from 'zod';
import type { VisitorActor } from '../core/access/actor.js';
import type { ChatService } from '../conversations/chat.service.js';
import type { IdentityService } from '../conversations/identity.service.js';
import type { ConversationsService } from '../conversations/conversations.service.js';
import type { ChatSocket } from './chat-socket.js';
import type { FanOut } from './fan-out.js';
import { rooms } from './rooms.js';
import type { Saying } from './saying.js';
import { ask, type SocketAsks } from './socket-asks.js';

const reply = { permission: 'conversation.reply', purpose: 'P5' } as const;
const read = { permission: 'conversation.read', purpose: 'P5' } as const;

export function chatAsks(
  saying: Saying,
  conversations: ConversationsService,
  chat: ChatService,
  identity: IdentityService,
  fanOut: FanOut,
): SocketAsks<ChatSocket> {
  return {
    'message:send': ask({
      contract: SendMessage,
      access: reply,
      rate: 'message',
      handle: (who: ChatSocket, message) => saying.posting.post(visitorOf(who), message, who.socket.id),
      instead: (who: ChatSocket, message, refused) =>
        saying.goingOn.send(visitorOf(who), message.conversationId, refused, (actor, conversationId) =>
          saying.posting.post(actor, { ...message, conversationId }, who.socket.id),
        ),
    }),
    'chat:hello': ask({
      contract: z.strictObject({}),
      access: { open: 'policy and topics are public; a conversation only for the token that began it' },
      handle: async (who: ChatSocket) => {
        const hello = await chat.hello(who.visitor, who.shop, who.language);
        if (hello.conversation) {
          await who.socket.join(rooms.conversation(hello.conversation.id));
          fanOut.presence.arrived(who.socket, hello.conversation.id);
        }
        return hello;
      },
    }),
    'chat:start': ask({
      contract: ChatStart,
      access: { open: 'a chat needs no account' },
      rate: 'message',
      handle: async (who: ChatSocket, start) => {
        const { started, visitor } = await chat.start(start, who.visitor, who.shop, () => who.mayStart());
        who.become(visitor);
        await who.socket.join([rooms.visitor(visitor.visitorId), rooms.conversation(started.conversation.id)]);
        fanOut.presence.arrived(who.socket, started.conversation.id);
        return started;
      },
    }),
    'chat:forget': ask({
      contract: z.strictObject({}),
      access: { open: 'a browser may always forget; it reaches only its own visitor' },
      handle: async (who: ChatSocket) => {
        const { visitor, socket } = who;
        who.forget();
        fanOut.presence.gone(socket);
        for (const room of socket.rooms) if (room !== socket.id) await socket.leave(room);
        if (!visitor) return {};
        await chat.forget(visitor);
        socket.nsp.in(rooms.visitor(visitor.visitorId)).except(socket.id).disconnectSockets();
        return {};
      },
    }),
    'chat:contact': ask({
      contract: ChatContact,
      access: reply,
      handle: async (who: ChatSocket, { conversationId, contact }) => {
        await identity.giveContact(visitorOf(who), conversationId, contact);
        return {};
      },
    }),
    'code:verify': ask({
      contract: VerifyCode,
      access: reply,
      handle: async (who: ChatSocket, { conversationId, code }) => ({
        level: await identity.verifyCode(visitorOf(who), conversationId, code),
      }),
    }),
    'conversation:since': ask({
      contract: ConversationSince,
      access: read,
      handle: (who: ChatSocket, since) => conversations.since(visitorOf(who), since),
    }),
    typing: ask({
      contract: Typing,
      access: reply,
      rate: 'none',
      handle: ({ socket }: ChatSocket, { conversationId, on }) => {
        if (socket.rooms.has(rooms.conversation(conversationId))) fanOut.customerTypes(socket.id, conversationId, on);
      },
    }),
    read: ask({
      contract: Read,
      access: read,
      rate: 'none',
      handle: async (who: ChatSocket, { conversationId, seq }) => {
        await conversations.markRead(visitorOf(who), conversationId, seq);
      },
    }),
  };
}

export function visitorOf(who: ChatSocket): VisitorActor {
  if (!who.visitor) throw new Refused('token-invalid');
  return who.visitor;
}
