import { TranscriptLinkAsk } from '@candour/shared/contact.js';
import type { LinksService } from '../contact/links.service.js';
import { visitorOf } from './chat.asks.js';
import type { ChatSocket } from './chat-socket.js';
import { ask, type SocketAsks } from './socket-asks.js';

/** The way from the chat to a mailbox. */
export function contactAsks(links: LinksService): SocketAsks<ChatSocket> {
  return {
    'chat:transcript': ask({
      contract: TranscriptLinkAsk,
      access: { permission: 'conversation.own', purpose: 'P5' },
      rate: 'message',
      handle: (who: ChatSocket, asked) => links.mailTranscript(visitorOf(who), asked),
    }),
  };
}
