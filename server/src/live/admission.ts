import { ChatHandshake, DeskHandshake } from '@candour/shared/live.js';
import { Refused } from '@candour/shared/errors.js';
import type { Language } from '@candour/shared/words.js';
import { Injectable } from '@nestjs/common';
import type { Socket } from 'socket.io';
import type { StaffActor, VisitorActor } from '../core/access/actor.js';
import { badInput } from '../core/errors/problem.js';
import { ChatService } from '../conversations/chat.service.js';
import { IdentityService, type ShopIdentity } from '../conversations/identity.service.js';
import { SessionsService } from '../staff/sessions.service.js';

export interface Browser {
  readonly visitor: VisitorActor | undefined;
  readonly shop: ShopIdentity | undefined;
  readonly language: Language;
}

/** Who is on a socket, found at its handshake. */
@Injectable()
export class Admission {
  constructor(
    private readonly sessions: SessionsService,
    private readonly chats: ChatService,
    private readonly identity: IdentityService,
  ) {}

  /**
   * A socket changes what is stored, so its page must know the session's token, as for every changing request.
   * @throws Refused `sign-in-required`, `csrf-failed`.
   */
  async staff({ handshake }: Socket): Promise<StaffActor> {
    const { cookie } = handshake.headers;
    const actor = await this.sessions.actorOfCookie(cookie);
    if (!actor) throw new Refused('sign-in-required');
    const presented = DeskHandshake.safeParse(handshake.auth);
    if (!this.sessions.csrfFitsCookie(cookie, presented.data?.csrf)) throw new Refused('csrf-failed');
    return actor;
  }

  /** The session is in use; written down at most once a minute. */
  inUse(actor: StaffActor): Promise<void> | undefined {
    return this.sessions.touch(actor);
  }

  /** @throws Refused `bad-input`, or what is wrong with a token. */
  async browser(socket: Socket): Promise<Browser> {
    const handshake = ChatHandshake.safeParse(socket.handshake.auth);
    if (!handshake.success) throw badInput(handshake.error);
    const { token, shopToken, language } = handshake.data;
    return {
      visitor: await this.chats.visitorOf(token),
      shop: shopToken === undefined ? undefined : await this.identity.ofShopToken(shopToken),
      language,
    };
  }
}
