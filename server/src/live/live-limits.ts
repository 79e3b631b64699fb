import { MINUTE, SECOND } from '@candour/shared/instant.js';
import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Express } from 'express';
import type { Socket } from 'socket.io';
import { CONFIG, type Config } from '../core/config/config.js';
import { countedAddress, type TrustProxy } from '../core/http/address.js';
import { Limiter } from '../core/http/limiter.js';
import { Buckets } from './bucket.js';

/**
 * Connections of one address to one namespace in a minute, and asks of one sender that are no messages, for each message
 * that a sender may post in ten seconds.
 */
const TIMES = 20;

/** How often one address may connect and begin a chat, and one sender write. Each node counts for itself (0051). */
@Injectable()
export class LiveLimits {
  /** Messages in ten seconds, by sender: a visitor or a member of staff. */
  readonly messages: Buckets;
  /** Whatever else is asked, in a minute: by sender, and by address of browsers that have none yet. */
  readonly others: Buckets;

  constructor(
    private readonly limiter: Limiter,
    private readonly http: HttpAdapterHost,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.messages = new Buckets(config.messageRate, 10 * SECOND);
    this.others = new Buckets(config.messageRate * TIMES, MINUTE);
  }

  /** @throws Refused `too-many-requests` with `retryAfter`. */
  connect(socket: Socket): void {
    this.take(`connect ${socket.nsp.name}`, socket, this.config.messageRate * TIMES);
  }

  /** Chats begun, each of which makes a sender: as many a minute as one may post messages in ten seconds. */
  start(socket: Socket): void {
    this.take('chat start', socket, this.config.messageRate);
  }

  addressOf({ request }: Socket): string {
    const isProxy = this.http.httpAdapter.getInstance<Express>().get('trust proxy fn') as TrustProxy;
    return countedAddress(request, isProxy);
  }

  private take(what: string, socket: Socket, times: number): void {
    this.limiter.take(`${what} ${this.addressOf(socket)}`, { times, within: MINUTE });
  }
}
