import { SendAttached, SendAttachedFromDesk } from '@candour/shared/conversations.js';
import type { AttachmentsService } from '../attachments/attachments.service.js';
import type { GoingOnService } from '../merging/going-on.service.js';
import type { MentionsService } from '../notices/mentions.service.js';
import { visitorOf } from './chat.asks.js';
import type { ChatSocket } from './chat-socket.js';
import type { DeskSocket } from './desk.asks.js';
import { ask, type SocketAsks } from './socket-asks.js';

const reply = { permission: 'conversation.reply', purpose: 'P5' } as const;

/** A message with files that were uploaded before. */
export function attachmentChatAsks(attachments: AttachmentsService, goingOn: GoingOnService): SocketAsks<ChatSocket> {
  return {
    'message:attach': ask({
      contract: SendAttached,
      access: reply,
      rate: 'message',
      handle: (who: ChatSocket, message) => attachments.send(visitorOf(who), message, who.socket.id),
      instead: (who: ChatSocket, message, refused) =>
        goingOn.send(visitorOf(who), message.conversationId, refused, async (actor, conversationId) => {
          await attachments.follow(visitorOf(who), message, { actor, conversationId });
          return attachments.send(actor, { ...message, conversationId }, who.socket.id);
        }),
    }),
  };
}

export function attachmentDeskAsks(attachments: AttachmentsService, mentions: MentionsService): SocketAsks<DeskSocket> {
  return {
    'message:attach': ask({
      contract: SendAttachedFromDesk,
      access: reply,
      rate: 'message',
      handle: async ({ actor, socket }: DeskSocket, { mentions: named, ...message }) => {
        const told = named && (await mentions.of(actor, message.conversationId, named));
        return attachments.send(actor, message, socket.id, told);
      },
    }),
  };
}
