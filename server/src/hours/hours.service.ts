import { Refused } from '@candour/shared/errors.js';
import type { Hours, Office, SetHours } from '@candour/shared/hours.js';
import { newId } from '@candour/shared/ids.js';
import { SECOND } from '@candour/shared/instant.js';
import type { Language } from '@candour/shared/words.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit.service.js';
import { requireAccess } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { BusinessClock } from './business-clock.js';
import { HoursChanged } from './hours.events.js';
import { holidayBook } from './holidays.js';
import { calendarOf, defaultOffice, nextOpening, openAt, openingAfter, type Calendar } from './hours.rules.js';
import { OfficeRow } from './office.entity.js';

export type { BusinessClock } from './business-clock.js';

/** How long a node may not know what another one was told. */
const LOOK_AGAIN = 30 * SECOND;

/** When somebody answers. */
@Injectable()
export class HoursService {
  private kept: { readonly at: number; readonly calendars: ReadonlyMap<Language, Calendar> } | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  async list(actor: Actor): Promise<Hours> {
    requireAccess(actor, 'hours.manage', 'house');
    const now = this.clock.now();
    const { countries } = await holidayBook();
    const offices = await Promise.all(
      (await this.database.read(officesIn)).map(async (office) => {
        const calendar = await calendarAt(office);
        const open = openAt(calendar, now);
        const opensAt = open ? undefined : nextOpening(calendar, now);
        return { ...office, open, ...(opensAt === undefined ? {} : { opensAt }) };
      }),
    );
    return { offices, countries };
  }

  /**
   * Sets all of them at once, in the audit with a digest of what was set.
   * @throws Refused `bad-input` for a place whose holidays nobody knows.
   */
  async set(actor: Actor, { offices }: SetHours): Promise<Hours> {
    requireAccess(actor, 'hours.manage', 'house');
    const book = await holidayBook();
    const unknown = offices.flatMap(({ holidays }, i) =>
      holidays && !book.knows(holidays) ? [{ path: `offices.${i}.holidays`, rule: 'unknown place' }] : [],
    );
    if (unknown.length > 0) throw new Refused('bad-input', undefined, unknown);
    await this.database.write(async (tx) => {
      const setAt = this.clock.now();
      const before = await officesIn(tx.em);
      await tx.em.createQueryBuilder().delete().from(OfficeRow).execute();
      await tx.em.insert(
        OfficeRow,
        offices.map((office, place) => ({ id: newId(), place, ...office, setAt })),
      );
      const digest = this.audit.digest({ before, after: offices });
      await this.audit.record(tx, { actor, verb: 'hours.set', about: [], digest });
      tx.tell(new HoursChanged(setAt));
      this.kept = undefined;
    });
    this.kept = undefined;
    return this.list(actor);
  }

  /** Whether somebody answers at this moment, by language; and when they do again. */
  async opening(): Promise<ReadonlyMap<Language, { readonly open: boolean; readonly opensAt?: number | undefined }>> {
    const now = this.clock.now();
    const found = [...(await this.calendars())].map(([language, calendar]) => {
      const open = openAt(calendar, now);
      return [language, { open, opensAt: open ? undefined : nextOpening(calendar, now) }] as const;
    });
    return new Map(found);
  }

  /** Asks an office, by the language of its conversations, for the first opening that begins after an instant. */
  async openings(language: Language): Promise<(at: number) => OpeningSpan | undefined> {
    const calendar = (await this.calendars()).get(language);
    return (at) => calendar && openingAfter(calendar, at);
  }

  /** The calendar that the conversations of each language follow. */
  async calendars(): Promise<ReadonlyMap<Language, Calendar>> {
    const at = this.clock.now();
    if (this.kept && Math.abs(at - this.kept.at) < LOOK_AGAIN) return this.kept.calendars;
    const calendars = new Map<Language, Calendar>();
    for (const office of await this.database.read(officesIn)) {
      const calendar = await calendarAt(office);
      for (const language of office.languages) calendars.set(language, calendar);
    }
    this.kept = { at, calendars };
    return calendars;
  }

  /** The same as clocks, for features that count in business time. */
  async clocks(): Promise<ReadonlyMap<Language, BusinessClock>> {
    return new Map(
      [...(await this.calendars())].map(([language, calendar]) => [language, new BusinessClock(calendar)]),
    );
  }
}

/** What stands in a calendar. */
export interface OpeningSpan {
  readonly from: number;
  readonly to: number;
}

async function officesIn(em: EntityManager): Promise<Office[]> {
  const rows = await em.find(OfficeRow, { order: { place: 'ASC' } });
  if (rows.length === 0) return [defaultOffice];
  return rows.map(({ zone, languages, week, holidays, closed }) => ({ zone, languages, week, holidays, closed }));
}

async function calendarAt(office: Office): Promise<Calendar> {
  return calendarOf(office, office.holidays ? (await holidayBook()).in(office.holidays) : undefined);
}
