import { SendAttached, SendAttachedFromDesk } from '@candour/shared/conversations.js';
import type { AttachmentsService } from '../attachments/attachments.service.js';
import { visitorOf } from './chat.asks.js';
import type { ChatSocket } from './chat-socket.js';
import type { DeskSocket } from './desk.asks.js';
import { ask, type SocketAsks } from './socket-asks.js';

const reply = { permission: 'conversation.reply', purpose: 'P5' } as const;

/** A message with files that were uploaded before. */
export function attachmentChatAsks(attachments: AttachmentsService): SocketAsks<ChatSocket> {
  return {
    'message:attach': ask({
      contract: SendAttached,
      access: reply,
      rate: 'message',
      handle: (who: ChatSocket, message) => attachments.send(visitorOf(who), message, who.socket.id),
    }),
  };
}

export function attachmentDeskAsks(attachments: AttachmentsService): SocketAsks<DeskSocket> {
  return {
    'message:attach': ask({
      contract: SendAttachedFromDesk,
      access: reply,
      rate: 'message',
      handle: ({ actor, socket }: DeskSocket, message) => attachments.send(actor, message, socket.id),
    }),
  };
}
