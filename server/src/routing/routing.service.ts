import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/database.js';
import { QueueService, type ToQueue } from '../conversations/queue.service.js';

/** Where conversations wait, and who gets them. */
@Injectable()
export class RoutingService {
  constructor(private readonly queue: QueueService) {}

  /**
   * Moves a conversation into a queue, in the unit of whoever gives the reason; the routing goes on from there.
   * @throws Refused `not-found`, `conversation-closed`, `move-refused`.
   */
  async sendToQueue(tx: Tx, conversationId: string, ask: ToQueue): Promise<void> {
    await this.queue.toQueue(tx, conversationId, ask);
  }
}
