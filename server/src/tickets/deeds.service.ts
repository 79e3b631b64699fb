import type { ConversationRow, FactCode } from '@candour/shared/conversations.js';
import type { Deed, SnoozeTimes } from '@candour/shared/deeds.js';
import { Refused } from '@candour/shared/errors.js';
import type { FileTicket } from '@candour/shared/tickets.js';
import type { Language } from '@candour/shared/words.js';
import { Injectable } from '@nestjs/common';
import { requireAccess } from '../core/access/access.js';
import type { Actor, StaffActor } from '../core/access/actor.js';
import type { Tx } from '../core/database/database.js';
import {
  ConversationUnitsService,
  type ConversationRecord,
  replyScope,
} from '../conversations/conversation-units.service.js';
import { FilingService } from '../conversations/filing.service.js';
import { Moving } from '../conversations/moving.service.js';
import { HoursService } from '../hours/hours.service.js';
import { StaffService } from '../staff/staff.service.js';
import { filingOf, isPreset, moveOf, snoozeTimes, type Stand } from './deeds.rules.js';
import { TicketSurroundings } from './surroundings.js';

/** People whom tickets can be given to, at most. */
const COLLEAGUES = 500;

/** What a deed did, so that it can be taken back. */
export interface Done {
  readonly stood?: { readonly before: Stand; readonly after: Stand };
  readonly filed?: { readonly back: FileTicket; readonly says: FileTicket };
}

/** A deed with what was looked up for it, which a unit must not wait for. */
export interface Prepared {
  readonly deed: Deed;
  readonly assigneeName?: string | undefined;
  readonly times?: ReadonlyMap<Language, SnoozeTimes> | undefined;
}

const facts: Readonly<Partial<Record<Deed['kind'], FactCode>>> = {
  assign: 'assigned',
  snooze: 'snoozed',
  spam: 'spam',
  'not-spam': 'not-spam',
};

/** What is done to a ticket, alone or with others: one by one, each decided on the row that its unit reads. */
@Injectable()
export class DeedsService {
  constructor(
    private readonly around: TicketSurroundings,
    private readonly units: ConversationUnitsService,
    private readonly moving: Moving,
    private readonly filing: FilingService,
    private readonly hours: HoursService,
    private readonly staff: StaffService,
  ) {}

  /** @throws Refused `not-found`, `not-allowed`, `move-refused`, `customer-waits`, `matter-stands`, `snooze-unfit`. */
  async one(actor: Actor, id: string, deed: Deed): Promise<ConversationRow> {
    const staff = staffOf(actor);
    const prepared = await this.prepare(staff, deed);
    const { subject } = await this.units.known(id);
    await this.around.database.write(async (tx) => {
      const record = await this.units.row(tx, id);
      if (!record) throw new Refused('not-found');
      requireAccess(staff, 'conversation.reply', 'P5', replyScope(record));
      await this.within(tx, staff, record, prepared, subject);
    });
    return this.around.inbox.row(id);
  }

  /** When the presets would wake a ticket in a language. */
  async times(language: Language): Promise<SnoozeTimes> {
    return (await this.timesByLanguage()).get(language) ?? snoozeTimes(this.around.clock.now(), never);
  }

  /** Whom tickets can be given to. */
  colleagues(actor: Actor): Promise<{ id: string; name: string }[]> {
    requireAccess(actor, 'conversation.bulk', 'P5');
    return this.staff.having('conversation.reply', COLLEAGUES);
  }

  async prepare(actor: StaffActor, deed: Deed): Promise<Prepared> {
    requireAccess(actor, 'conversation.reply', 'P5', { categories: ['C5'] });
    if (deed.kind === 'assign') {
      const [gone] = await this.staff.without('conversation.reply', [deed.to]);
      const name = gone === undefined ? (await this.staff.names([deed.to])).get(deed.to) : undefined;
      if (name === undefined) throw new Refused('not-found');
      return { deed, assigneeName: name };
    }
    if (deed.kind === 'snooze' && isPreset(deed.until)) return { deed, times: await this.timesByLanguage() };
    return { deed };
  }

  /** Within a unit that has read the row and decided the access; nothing where it stood so already. */
  async within(
    tx: Tx,
    staff: StaffActor,
    record: ConversationRecord,
    { deed, assigneeName, times }: Prepared,
    subject: Buffer,
  ): Promise<Done | undefined> {
    const filing = filingOf(deed);
    if (filing) {
      const filed = await this.filing.fileIn(tx, staff, record, filing, subject);
      return filed && { filed: undoable(filed) };
    }
    const until =
      deed.kind !== 'snooze'
        ? undefined
        : isPreset(deed.until)
          ? times?.get(record.language)?.[deed.until]
          : deed.until;
    const move = moveOf(deed, record, this.around.clock.now(), until);
    if (!move) return undefined;
    const before = standOf(record);
    const code = deed.kind === 'status' ? statusFacts[deed.status] : facts[deed.kind];
    const by = { id: staff.id, name: staff.name };
    const params = until === undefined ? undefined : { until };
    const fact = code && { code, subject, by, ...(params ? { params } : {}) };
    return { stood: { before, after: standOf(await this.moving.move(tx, record, move, { fact, assigneeName })) } };
  }

  private async timesByLanguage(): Promise<ReadonlyMap<Language, SnoozeTimes>> {
    const now = this.around.clock.now();
    return new Map([...(await this.hours.clocks())].map(([language, clock]) => [language, snoozeTimes(now, clock)]));
  }
}

const statusFacts = { open: 'reopened', pending: 'awaiting', resolved: 'resolved' } as const satisfies Record<
  string,
  FactCode
>;

/** Of a desk that never opens only the presets by the wall clock are left. */
const never = { opensAfterToday: () => undefined, weekdayAt: () => 1 };

export const standOf = ({ status, assigneeId, waitingSince, snoozedUntil }: ConversationRecord): Stand => ({
  status,
  assigneeId,
  waitingSince,
  snoozedUntil,
});

type Filed = NonNullable<Awaited<ReturnType<FilingService['fileIn']>>>;

/** What takes a filing back, and what it says in the meantime. */
function undoable({ before, after }: Filed): NonNullable<Done['filed']> {
  const had = new Set(before.tags);
  const has = new Set(after.tags);
  const added = after.tags.filter((tag) => !had.has(tag));
  const removed = before.tags.filter((tag) => !has.has(tag));
  const { priority, topic, reason } = after;
  return {
    back: {
      priority: before.priority,
      topic: before.topic,
      reason: before.reason,
      addTags: removed,
      removeTags: added,
    },
    says: { priority, topic, reason, addTags: added, removeTags: removed },
  };
}

export function staffOf(actor: Actor): StaffActor {
  if (actor.kind !== 'staff') throw new Refused('not-allowed');
  return actor;
}
