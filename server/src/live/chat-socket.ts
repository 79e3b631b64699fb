import type { Language } from '@candour/shared/words.js';
import type { Socket } from 'socket.io';
import type { VisitorActor } from '../core/access/actor.js';
import type { ShopIdentity } from '../conversations/identity.service.js';
import type { Browser } from './admission.js';
import type { Bucket } from './bucket.js';
import type { LiveLimits } from './live-limits.js';

/** A browser with the widget open. It has no visitor before its customer first writes. */
export class ChatSocket {
  readonly language: Language;
  visitor: VisitorActor | undefined;
  /** Who the shop's signed token says they are. */
  shop: ShopIdentity | undefined;
  /** Messages are counted by it: the visitor's, once there is one. */
  messages: Bucket;
  /** What is no message: the visitor's, or the address's. */
  others: Bucket;
  /** Whose bucket of messages it is, and whose of the others. */
  private sender: string | undefined;
  private asker: string;

  constructor(
    readonly socket: Socket,
    { visitor, shop, language }: Browser,
    private readonly limits: LiveLimits,
  ) {
    this.language = language;
    this.shop = shop;
    this.messages = limits.messages.alone();
    this.asker = `at ${limits.addressOf(socket)}`;
    this.others = limits.others.hold(this.asker);
    if (visitor) this.become(visitor);
    socket.once('disconnect', () => {
      this.letGo();
      this.limits.others.letGo(this.asker);
    });
  }

  /** @throws Refused `too-many-requests` where too many chats were begun from here. */
  mayStart(): void {
    this.limits.start(this.socket);
  }

  /** From now on it is this visitor's. */
  become(visitor: VisitorActor): void {
    this.visitor = visitor;
    if (visitor.visitorId === this.sender || this.socket.disconnected) return;
    this.letGo();
    this.sender = visitor.visitorId;
    this.messages = this.limits.messages.hold(this.sender);
    this.limits.others.letGo(this.asker);
    this.asker = this.sender;
    this.others = this.limits.others.hold(this.asker);
  }

  /** Nobody's again, and not the person's whom the shop knew either; what was written still counts. */
  forget(): void {
    this.visitor = undefined;
    this.shop = undefined;
  }

  private letGo(): void {
    if (this.sender !== undefined) this.limits.messages.letGo(this.sender);
    this.sender = undefined;
  }
}
