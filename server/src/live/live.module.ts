import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { AttachmentsModule } from '../attachments/attachments.module.js';
import { MergingModule } from '../merging/merging.module.js';
import { RoutingModule } from '../routing/routing.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { ContactModule } from '../contact/contact.module.js';
import { KeepingModule } from '../keeping/keeping.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { Admission } from './admission.js';
import { FeatureAsks } from './feature-asks.js';
import { FanOut } from './fan-out.js';
import { InboxDeltas } from './inbox-deltas.js';
import { LiveAsks } from './live-asks.js';
import { LiveLimits } from './live-limits.js';
import { LiveGateway } from './live.gateway.js';
import { OwnAsks } from './own-asks.js';
import { Presence } from './presence.js';
import { RoutingTold } from './routing-told.js';
import { TeamsTold } from './teams-told.js';
import { Saying } from './saying.js';

@Module({
  imports: [
    AttachmentsModule,
    ContactModule,
    ConversationsModule,
    KeepingModule,
    MergingModule,
    NoticesModule,
    RoutingModule,
    StaffModule,
    SurveysModule,
  ],
  providers: [
    LiveGateway,
    Admission,
    LiveAsks,
    FeatureAsks,
    LiveLimits,
    FanOut,
    InboxDeltas,
    OwnAsks,
    Presence,
    RoutingTold,
    TeamsTold,
    Saying,
  ],
})
export class LiveModule {}
