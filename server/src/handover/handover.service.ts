import type { ConversationRow, SendFromDesk } from '@candour/shared/conversations.js';
import { Refused } from '@candour/shared/errors.js';
import { PARTICIPANTS_MAX, type Invite, type NoticeKind, type Transfer } from '@candour/shared/notices.js';
import { Injectable } from '@nestjs/common';
import { requireAccess } from '../core/access/access.js';
import type { Actor, StaffActor } from '../core/access/actor.js';
import { grantOf } from '../core/access/permissions.rules.js';
import type { Tx } from '../core/database/database.js';
import type { ConversationRecord } from '../conversations/conversation-units.service.js';
import { PostingService } from '../conversations/posting.service.js';
import type { MoveFact, ToQueue } from '../conversations/queue.service.js';
import { HandoverDesk } from './handover-desk.js';

type Question = Extract<NoticeKind, 'transfer' | 'invitation'>;
type Participants = NonNullable<ConversationRecord['participants']>;

const factOf = { transfer: 'transfer-asked', invitation: 'invited' } as const;

/**
 * From one colleague to another: transfer to a person, who is asked first, or to a queue; and more than one in a
 * conversation. Each begins with a note for whoever comes (house rule 22), and note and move are one unit.
 */
@Injectable()
export class HandoverService {
  constructor(
    private readonly posting: PostingService,
    private readonly desk: HandoverDesk,
  ) {}

  /**
   * @throws Refused `transfer-unfit` for somebody who may not have it, `already-exists` while another was asked,
   * `move-refused` for one that nobody has or that is over, `not-allowed`.
   */
  async transfer(actor: Actor, id: string, ask: Transfer): Promise<ConversationRow> {
    const staff = staffOf(actor);
    if ('staffId' in ask) return this.ask(staff, id, ask, 'transfer');
    const { subject } = await this.desk.units.known(id);
    const where: Pick<ToQueue, 'teamId' | 'topic'> = 'teamId' in ask ? { teamId: ask.teamId } : { topic: ask.topic };
    const params: Record<string, string> = 'teamId' in ask ? { teamId: ask.teamId } : { topic: ask.topic };
    await this.note(staff, id, ask, [], async (tx) => {
      await this.row(tx, staff, id);
      for (const notice of await this.desk.notices.open(tx, id)) await this.desk.notices.close(tx, notice);
      const fact: MoveFact = { code: 'transferred-queue', subject, by: nameOf(staff), params };
      await this.desk.routing.sendToQueue(tx, id, { ...where, head: true, fact });
    });
    return this.desk.inbox.row(id);
  }

  /** Asks somebody in: they may read at once, and reply once they have joined. @throws Refused as `transfer`, `too-many-people`. */
  invite(actor: Actor, id: string, ask: Invite): Promise<ConversationRow> {
    return this.ask(staffOf(actor), id, ask, 'invitation');
  }

  /** Whoever was asked says yes or no. @throws Refused `not-found` where nothing was asked of them any more. */
  async answer(actor: Actor, id: string, accept: boolean): Promise<ConversationRow> {
    const staff = staffOf(actor);
    const { subject } = await this.desk.units.known(id);
    const names = await this.desk.namesFor(id, [staff.id]);
    await this.desk.database.write(async (tx) => {
      const record = await this.desk.units.row(tx, id);
      const notice = (await this.desk.notices.open(tx, id)).find(({ staffId }) => staffId === staff.id);
      if (!record || !notice) throw new Refused('not-found');
      await this.desk.notices.close(tx, notice);
      const by = nameOf(staff);
      const others = without(record.participants, staff.id);
      if (!accept) {
        await this.desk.people.change(
          tx,
          record,
          { participants: others },
          { code: 'transfer-declined', by, subject },
          names,
        );
        await this.desk.notices.tell(tx, { staffId: notice.fromId, from: staff, conversationId: id, seq: notice.seq });
        return;
      }
      if (record.status === 'resolved' || record.status === 'closed') {
        throw new Refused('move-refused', { from: record.status, to: 'open' });
      }
      if (notice.kind === 'invitation') {
        const participants = [...(others ?? []), { id: staff.id, may: 'reply' as const }];
        await this.desk.people.change(tx, record, { participants }, { code: 'joined', by, subject }, names);
        return;
      }
      const patch = {
        assigneeId: staff.id,
        status: 'open',
        takenAt: this.desk.clock.now(),
        participants: others,
      } as const;
      await this.desk.people.change(tx, record, patch, { code: 'transferred', by, subject }, names);
    });
    return this.desk.inbox.row(id);
  }

  /** Takes back what one has asked; whoever may transfer everybody's also what others have. */
  async withdraw(actor: Actor, id: string): Promise<ConversationRow> {
    const staff = staffOf(actor);
    const { subject } = await this.desk.units.known(id);
    const names = await this.desk.namesFor(id, [staff.id]);
    await this.desk.database.write(async (tx) => {
      const record = await this.row(tx, staff, id);
      // Whoever answers for others' work, of all or of a team, may: that this one is theirs was asked with the row.
      const all = ['all', 'team'].includes(grantOf(staff.role, 'conversation.transfer') ?? '');
      const mine = (await this.desk.notices.open(tx, id)).filter(({ fromId }) => all || fromId === staff.id);
      if (mine.length === 0) throw new Refused('not-found');
      for (const notice of mine) await this.desk.notices.close(tx, notice);
      const participants = mine.reduce<Participants | null>(
        (rest, { staffId }) => without(rest, staffId),
        record.participants,
      );
      const fact = { code: 'transfer-declined', by: nameOf(staff), subject, params: { why: 'withdrawn' } } as const;
      await this.desk.people.change(tx, record, { participants }, fact, names);
    });
    return this.desk.inbox.row(id);
  }

  /** Somebody who joined goes again. @throws Refused `not-found` for somebody who has not joined. */
  async leave(actor: Actor, id: string): Promise<void> {
    const staff = staffOf(actor);
    const { subject } = await this.desk.units.known(id);
    const names = await this.desk.namesFor(id, [staff.id]);
    await this.desk.database.write(async (tx) => {
      const record = await this.desk.units.row(tx, id);
      if (!record?.participants?.some(({ id: one, may }) => one === staff.id && may === 'reply'))
        throw new Refused('not-found');
      const participants = without(record.participants, staff.id);
      await this.desk.people.change(tx, record, { participants }, { code: 'left', by: nameOf(staff), subject }, names);
    });
  }

  private async ask(staff: StaffActor, id: string, ask: Invite, kind: Question): Promise<ConversationRow> {
    const to = await this.desk.member(ask.staffId);
    if (to.id === staff.id || to.status !== 'active' || !grantOf(to.role, 'conversation.take')) {
      throw new Refused('transfer-unfit');
    }
    const { subject } = await this.desk.units.known(id);
    const names = await this.desk.namesFor(id, [staff.id, to.id]);
    await this.note(staff, id, ask, [to.id], async (tx, seq) => {
      const record = await this.row(tx, staff, id);
      if (record.assigneeId === null || (record.status !== 'open' && record.status !== 'pending')) {
        throw new Refused('move-refused', { from: record.status, to: 'open' });
      }
      if (record.assigneeId === to.id) throw new Refused('transfer-unfit');
      const open = await this.desk.notices.open(tx, id);
      const joined = record.participants?.find((one) => one.id === to.id);
      if (open.some((one) => one.staffId === to.id || (kind === 'transfer' && one.kind === 'transfer'))) {
        throw new Refused('already-exists');
      }
      if (kind === 'invitation' && joined) throw new Refused('already-exists');
      const before = record.participants ?? [];
      const participants = joined ? before : [...before, { id: to.id, may: 'read' as const }];
      if (participants.length > PARTICIPANTS_MAX) throw new Refused('too-many-people', { max: PARTICIPANTS_MAX });
      const fact = { code: factOf[kind], by: nameOf(staff), subject };
      await this.desk.people.change(tx, record, { participants }, fact, names);
      await this.desk.notices.give(tx, { staffId: to.id, from: staff, conversationId: id, seq, kind });
    });
    return this.desk.inbox.row(id);
  }

  /** The note for whoever comes; what it is about goes down with it, and not at all where that is refused. */
  private async note(
    staff: StaffActor,
    conversationId: string,
    { clientId, note }: Pick<Transfer, 'clientId' | 'note'>,
    mentions: readonly string[],
    move: (tx: Tx, seq: number) => Promise<void>,
  ): Promise<void> {
    const ask: SendFromDesk = { conversationId, clientId, text: note, kind: 'note' };
    await this.posting.post(staff, ask, undefined, {
      attachments: [],
      detail: mentions.length > 0 ? { mentions } : {},
      bind: (tx, { seq }) => move(tx, seq),
    });
  }

  private async row(tx: Tx, staff: StaffActor, id: string): Promise<ConversationRecord> {
    const record = await this.desk.units.row(tx, id);
    if (!record) throw new Refused('not-found');
    requireAccess(staff, 'conversation.transfer', 'P5', this.desk.people.scope(record));
    return record;
  }
}

function staffOf(actor: Actor): StaffActor {
  if (actor.kind !== 'staff') throw new Refused('not-allowed');
  requireAccess(actor, 'conversation.transfer', 'P5');
  return actor;
}

const nameOf = ({ id, name }: StaffActor): { id: string; name: string } => ({ id, name });

/** Null where nobody is left. */
function without(participants: Participants | null, id: string): Participants | null {
  const rest = (participants ?? []).filter((one) => one.id !== id);
  return rest.length > 0 ? rest : null;
}
