import { Injectable } from '@nestjs/common';
import { ChatService } from '../conversations/chat.service.js';
import { ConversationsService } from '../conversations/conversations.service.js';
import { IdentityService } from '../conversations/identity.service.js';
import { chatAsks } from './chat.asks.js';
import type { ChatSocket } from './chat-socket.js';
import { deskAsks, type DeskSocket } from './desk.asks.js';
import { FeatureAsks } from './feature-asks.js';
import { FanOut } from './fan-out.js';
import { Saying } from './saying.js';
import type { SocketAsks } from './socket-asks.js';

/** Everything that sockets may ask, by namespace. A spec reads each declaration. */
@Injectable()
export class LiveAsks {
  readonly desk: SocketAsks<DeskSocket>;
  readonly chat: SocketAsks<ChatSocket>;

  constructor(
    saying: Saying,
    conversations: ConversationsService,
    chats: ChatService,
    identity: IdentityService,
    fanOut: FanOut,
    features: FeatureAsks,
  ) {
    this.desk = { ...deskAsks(saying, conversations, fanOut), ...features.desk };
    this.chat = { ...chatAsks(saying, conversations, chats, identity, fanOut), ...features.chat };
  }
}
