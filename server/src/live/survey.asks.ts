import { RateChat } from '@candour/shared/surveys.js';
import type { SurveysService } from '../surveys/surveys.service.js';
import { visitorOf } from './chat.asks.js';
import type { ChatSocket } from './chat-socket.js';
import { ask, type SocketAsks } from './socket-asks.js';

/** What a customer may say of how they were helped. */
export function surveyAsks(surveys: SurveysService): SocketAsks<ChatSocket> {
  return {
    'chat:rate': ask({
      contract: RateChat,
      access: { permission: 'conversation.reply', purpose: 'P5' },
      rate: 'message',
      handle: async (who: ChatSocket, rating) => {
        await surveys.rate(visitorOf(who), rating);
        return {};
      },
    }),
  };
}
