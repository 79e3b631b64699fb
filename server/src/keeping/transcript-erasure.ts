import { HOUR } from '@candour/shared/instant.js';
import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { system, type Actor, type VisitorActor } from '../core/access/actor.js';
import type { Tx } from '../core/database/database.js';
import { BearingsService } from '../conversations/bearings.service.js';
import { ConversationUnitsService, type ConversationRecord } from '../conversations/conversation-units.service.js';
import { ConversationChanged, ConversationErased } from '../conversations/conversations.events.js';
import { PostingSurroundings } from '../conversations/posting.service.js';
import { SingleErasure } from '../privacy/single-erasure.service.js';
import { stopOf } from './keeping.rules.js';
import { VisitorErasure } from './visitor-erasure.js';
import { Wishes } from './wishes.js';

/** Waiting deletions that are looked at together. */
const PAGE = 100;

/** Deletes a transcript because its customer asks, as soon as nothing stops it. */
@Injectable()
export class TranscriptErasure {
  private readonly log = new Logger(TranscriptErasure.name);

  constructor(
    private readonly surroundings: PostingSurroundings,
    private readonly units: ConversationUnitsService,
    private readonly bearings: BearingsService,
    private readonly wishes: Wishes,
    private readonly people: VisitorErasure,
    private readonly erasure: SingleErasure,
  ) {}

  /** True where it is deleted; else the wish stands, and is asked about again each hour. */
  async ask(actor: Actor, id: string): Promise<boolean> {
    const subjects = await this.subjectsOf(id);
    const gone = await this.surroundings.database.write(async (tx) => {
      const record = await this.units.row(tx, id);
      const subject = subjects.get(id);
      if (!record || !subject) return [];
      const now = this.surroundings.clock.now();
      const facts = (await this.bearings.facts(tx.em, [record])).get(id) ?? {};
      const decision = this.surroundings.policy.decide(record, facts, now);
      if (stopOf(decision, now)) {
        await this.wait(tx, actor, record, facts.erasureRequestedAt ?? now, subject);
        return [];
      }
      // What was merged into it is of the same matter, and nothing stops it either. Of another person's it is not theirs
      // to decide: an agent took the two for one, and nothing proved it.
      const { theirs, others } = await this.units.mergedInto(tx.em, record);
      const going = [record, ...theirs];
      const ids = new Set(going.map((one) => one.id));
      await this.units.standAlone(
        tx,
        others.filter((one) => one.mergedInto !== null && ids.has(one.mergedInto)),
      );
      for (const one of going) {
        const whose = subjects.get(one.id) ?? subject;
        await this.erasure.remove(tx, 'conversations', one.id, { actor, verb: 'conversation.erased', subject: whose });
        await this.people.afterLast(tx, one.customerId);
        this.tell(tx, one);
      }
      return going;
    });
    for (const ownerId of new Set(gone.map(({ customerId }) => customerId))) {
      await this.erasure.retireKeys('conversations', ownerId);
      await this.erasure.retireKeys('customers', ownerId);
    }
    return gone.length > 0;
  }

  /** The customers' digests of all that may go. */
  private async subjectsOf(id: string): Promise<Map<string, Buffer>> {
    const parts = await this.surroundings.database.read(async (em) => {
      const record = await this.units.rowIn(em, id);
      return record ? (await this.units.mergedInto(em, record)).theirs : [];
    });
    const subjects = new Map<string, Buffer>();
    for (const one of [id, ...parts.map((part) => part.id)]) subjects.set(one, (await this.units.known(one)).subject);
    return subjects;
  }

  /** Whether a transcript may train staff was decided by its customer. */
  trained(tx: Tx, visitor: VisitorActor, id: string, subject: Buffer, withdrawn: boolean): Promise<void> {
    return this.people.audit.record(tx, {
      actor: visitor,
      verb: 'conversation.training-withdrawn',
      about: [{ type: 'conversation', id }],
      subject,
      digest: this.people.audit.digest({ withdrawn }),
    });
  }

  /** What had to wait goes when nothing stops it any more. */
  @Interval(HOUR)
  async again(): Promise<void> {
    try {
      for (let after = ''; ;) {
        const now = this.surroundings.clock.now();
        const page = await this.surroundings.database.read((em) => this.wishes.waiting(em, now, PAGE, after));
        for (const { conversationId } of page) await this.ask(system('keeping'), conversationId);
        const last = page.at(-1);
        if (!last || page.length < PAGE) return;
        after = last.conversationId;
      }
    } catch (error) {
      this.log.error({ fault: 'Waiting deletions stopped.', error: error instanceof Error ? error.stack : 'unknown' });
    }
  }

  private async wait(
    tx: Tx,
    actor: Actor,
    { id }: ConversationRecord,
    askedAt: number,
    subject: Buffer,
  ): Promise<void> {
    const before = await this.wishes.of(tx.em, id);
    if (before?.deletionAskedAt != null) return;
    await this.wishes.put(tx, id, { deletionAskedAt: askedAt });
    const about = [{ type: 'conversation', id }] as const;
    await this.people.audit.record(tx, { actor, verb: 'conversation.deletion-asked', about, subject });
  }

  /** Nobody goes on looking at it: lists drop it, and every page of the customer clears. */
  private tell(tx: Tx, { id, assigneeId, teamId }: ConversationRecord): void {
    const assignees = assigneeId === null ? [] : [assigneeId];
    tx.tell(new ConversationChanged(id, { status: 'closed', assignee: undefined }, { queue: true, assignees, teamId }));
    tx.tell(new ConversationErased(id));
  }
}
