import { Injectable } from '@nestjs/common';
import { AttachmentsService } from '../attachments/attachments.service.js';
import { GoingOnService } from '../merging/going-on.service.js';
import { MentionsService } from '../notices/mentions.service.js';
import { RoutingService } from '../routing/routing.service.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { attachmentChatAsks, attachmentDeskAsks } from './attachment.asks.js';
import type { ChatSocket } from './chat-socket.js';
import type { DeskSocket } from './desk.asks.js';
import { routingAsks } from './routing.asks.js';
import { OwnAsks } from './own-asks.js';
import type { SocketAsks } from './socket-asks.js';
import { surveyAsks } from './survey.asks.js';

/** What the features behind the conversations let sockets ask. */
@Injectable()
export class FeatureAsks {
  readonly desk: SocketAsks<DeskSocket>;
  readonly chat: SocketAsks<ChatSocket>;

  constructor(
    surveys: SurveysService,
    attachments: AttachmentsService,
    routing: RoutingService,
    goingOn: GoingOnService,
    own: OwnAsks,
    mentions: MentionsService,
  ) {
    this.desk = { ...attachmentDeskAsks(attachments, mentions) };
    this.chat = {
      ...surveyAsks(surveys),
      ...attachmentChatAsks(attachments, goingOn),
      ...routingAsks(routing),
      ...own.chat,
    };
  }
}
