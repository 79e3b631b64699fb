import type { SendFromDesk, Sent } from '@candour/shared/conversations.js';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../core/access/actor.js';
import { PostingService } from '../conversations/posting.service.js';
import { GoingOnService } from '../merging/going-on.service.js';
import { MentionsService } from '../notices/mentions.service.js';

/** Words that come in over sockets, with what goes down beside them. */
@Injectable()
export class Saying {
  constructor(
    readonly posting: PostingService,
    private readonly mentions: MentionsService,
    readonly goingOn: GoingOnService,
  ) {}

  fromDesk(actor: StaffActor, message: SendFromDesk, from: string): Promise<Sent> {
    if (message.mentions === undefined) return this.posting.post(actor, message, from);
    return this.mentions
      .of(actor, message.conversationId, message.mentions)
      .then((named) => this.posting.post(actor, message, from, named));
  }
}
