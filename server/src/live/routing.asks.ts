import { Refused } from '@candour/shared/errors.js';
import { ChatOverflow } from '@candour/shared/live.js';
import type { RoutingService } from '../routing/routing.service.js';
import type { ChatSocket } from './chat-socket.js';
import { ask, type SocketAsks } from './socket-asks.js';

export function routingAsks(routing: RoutingService): SocketAsks<ChatSocket> {
  return {
    'chat:overflow': ask({
      contract: ChatOverflow,
      access: { permission: 'conversation.reply', purpose: 'P5' },
      handle: (who: ChatSocket, overflow) => {
        if (!who.visitor) throw new Refused('token-invalid');
        return routing.overflow(who.visitor, overflow);
      },
    }),
  };
}
