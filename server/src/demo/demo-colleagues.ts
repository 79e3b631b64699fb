import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../core/access/actor.js';
import { PostingService } from '../conversations/posting.service.js';
import { HandoverService } from '../handover/handover.service.js';
import { MentionsService } from '../notices/mentions.service.js';
import { ScheduledRepliesService } from '../replies/scheduled-replies.service.js';
import { ExpertsService } from '../routing/experts.service.js';
import { clientId, type Begun } from './demo-tickets.js';

/** What the demonstration's staff want of each other, and what they leave for later. */
@Injectable()
export class DemoColleagues {
  constructor(
    private readonly posting: PostingService,
    private readonly mentions: MentionsService,
    private readonly handover: HandoverService,
    private readonly experts: ExpertsService,
    private readonly scheduled: ScheduledRepliesService,
  ) {}

  async note(from: StaffActor, { id, startId }: Begun, turn: number, text: string, named?: StaffActor): Promise<void> {
    const words = named ? `@${named.name} ${text}` : text;
    const told = await this.mentions.of(from, id, named ? [named.id] : []);
    const ask = { conversationId: id, clientId: clientId(startId, turn), text: words, kind: 'note' } as const;
    await this.posting.post(from, ask, undefined, told);
  }

  /** Whoever is asked has not answered yet. */
  async askToTakeOver(from: StaffActor, { id, startId }: Begun, to: StaffActor, note: string): Promise<void> {
    await this.handover.transfer(from, id, { clientId: clientId(startId, 8), note, staffId: to.id });
  }

  async handToExpert(from: StaffActor, { id }: Begun): Promise<void> {
    await this.experts.handOver(from, id, {});
  }

  /** For when the desk opens next. */
  async sendLater(by: StaffActor, { id, startId, head }: Begun, text: string): Promise<void> {
    const { presets } = await this.scheduled.list(by, id);
    const at = presets.find(({ when }) => when === 'next-opening')?.at ?? presets[0]?.at;
    if (at === undefined) return;
    await this.scheduled.schedule(by, id, { clientId: clientId(startId, 9), text, at, seen: head });
  }
}
