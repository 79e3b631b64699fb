import { Injectable } from '@nestjs/common';
import { LinksService } from '../contact/links.service.js';
import { KeepingService } from '../keeping/keeping.service.js';
import type { ChatSocket } from './chat-socket.js';
import { contactAsks } from './contact.asks.js';
import { keepingAsks } from './keeping.asks.js';
import type { SocketAsks } from './socket-asks.js';

/** What customers may do with what is kept of their own chats. */
@Injectable()
export class OwnAsks {
  readonly chat: SocketAsks<ChatSocket>;

  constructor(keeping: KeepingService, links: LinksService) {
    this.chat = { ...keepingAsks(keeping), ...contactAsks(links) };
  }
}
