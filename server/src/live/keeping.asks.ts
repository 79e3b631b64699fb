import { EarlierAsk, KeepingAsk, TrainingAsk } from '@candour/shared/keeping.js';
import type { KeepingService } from '../keeping/keeping.service.js';
import { visitorOf } from './chat.asks.js';
import type { ChatSocket } from './chat-socket.js';
import { rooms } from './rooms.js';
import { ask, type SocketAsks } from './socket-asks.js';

const own = { permission: 'conversation.own', purpose: 'P5' } as const;

/** The privacy panel: what is kept of a chat and until when, its deletion, its use in training, earlier chats. */
export function keepingAsks(keeping: KeepingService): SocketAsks<ChatSocket> {
  return {
    'chat:keeping': ask({
      contract: KeepingAsk,
      access: own,
      handle: (who: ChatSocket, asked) => keeping.keeping(visitorOf(who), asked),
    }),
    'chat:delete': ask({
      contract: KeepingAsk,
      access: own,
      rate: 'message',
      handle: async (who: ChatSocket, asked) => {
        const answer = await keeping.delete(visitorOf(who), asked);
        if (answer.deleted) await who.socket.leave(rooms.conversation(asked.conversationId));
        return answer;
      },
    }),
    'chat:training': ask({
      contract: TrainingAsk,
      access: own,
      rate: 'message',
      handle: (who: ChatSocket, asked) => keeping.training(visitorOf(who), asked),
    }),
    'chat:earlier': ask({
      contract: EarlierAsk,
      access: own,
      handle: (who: ChatSocket, asked) => keeping.earlier(visitorOf(who), asked),
    }),
  };
}
