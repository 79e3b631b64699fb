import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { Admission } from './admission.js';
import { FanOut } from './fan-out.js';
import { InboxDeltas } from './inbox-deltas.js';
import { LiveAsks } from './live-asks.js';
import { LiveLimits } from './live-limits.js';
import { LiveGateway } from './live.gateway.js';
import { Presence } from './presence.js';

@Module({
  imports: [ConversationsModule, StaffModule, SurveysModule],
  providers: [LiveGateway, Admission, LiveAsks, LiveLimits, FanOut, InboxDeltas, Presence],
})
export class LiveModule {}
