import type { MergeOther, MergePreview } from '@candour/shared/merging.js';
import { Refused } from '@candour/shared/errors.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BearingsService } from '../conversations/bearings.service.js';
import type { ConversationRecord } from '../conversations/conversation-units.service.js';
import { JoiningService } from '../conversations/joining.service.js';
import { StaffService } from '../staff/staff.service.js';
import { MergingSurroundings } from './surroundings.js';

type Brief = Omit<MergeOther, 'by' | 'away' | 'here'>;

/** How conversations look to whoever thinks of merging them. */
@Injectable()
export class MergeViews {
  constructor(
    private readonly around: MergingSurroundings,
    private readonly joining: JoiningService,
    private readonly bearings: BearingsService,
    private readonly staff: StaffService,
  ) {}

  /** Those of the same customer and browser, newest first; or the one with this number. */
  others(em: EntityManager, { id, customerId, visitorId }: ConversationRecord, number?: number) {
    return this.joining.others(em, { id, customerId, visitorId }, number);
  }

  async briefs(records: readonly ConversationRecord[]): Promise<Brief[]> {
    const staff = await this.staff.names(records.flatMap(({ assigneeId }) => assigneeId ?? []));
    const named = await this.around.customers.named(records.map(({ customerId }) => customerId));
    return records.map((record) => {
      const { id, number, status, topic, createdAt, lastAt, head } = record;
      const customer = named.get(record.customerId);
      // What the desk knows of somebody is not said of a talk that nobody proved to be theirs (decision 0004).
      const name = record.level > 0 || customer?.kind === 'visitor' ? customer?.name : undefined;
      const assignee = record.assigneeId === null ? undefined : staff.get(record.assigneeId);
      return {
        ...{ id, number, status, topic, createdAt, lastAt, entries: head },
        ...(assignee ? { assigneeName: assignee } : {}),
        ...(name ? { customerName: name } : {}),
      };
    });
  }

  async preview(em: EntityManager, from: ConversationRecord, into: ConversationRecord): Promise<MergePreview> {
    const [one] = await this.briefs([from]);
    const [other] = await this.briefs([into]);
    if (!one || !other) throw new Refused('not-found');
    const carries = await this.joining.carries(em, from, into);
    const facts = await this.bearings.facts(em, [from, into]);
    const all = [facts.get(from.id), facts.get(into.id)];
    const differ = all[0]?.training?.objected !== all[1]?.training?.objected;
    const kept = all.some((each) => (each?.holds?.length ?? 0) + (each?.matters?.length ?? 0) > 0);
    return { from: one, into: other, ...carries, trainingEnds: differ, holds: kept };
  }
}
