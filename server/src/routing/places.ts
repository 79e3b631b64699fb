import type { ChatQueue } from '@candour/shared/live.js';
import { MINUTE, SECOND } from '@candour/shared/instant.js';
import type { Language } from '@candour/shared/words.js';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { Events } from '../core/events.js';
import { QueueReader, type WaitingChat } from '../conversations/queue-reader.service.js';
import { HoursService } from '../hours/hours.service.js';
import { handlingMs, isNews, lineOf, placeIn, type Line, type Told } from './queue.rules.js';
import { PlacesChanged } from './routing.events.js';
import { Roster, type OnRoster } from './roster.js';
import { RoutingSettings } from './settings.js';

/** Changes of the queue within this, in milliseconds, are told at once. */
const GATHER_MS = SECOND;
/** Most places told; who stands behind is told when they ask, and when they have moved up. */
const MOST = 5000;
/** How long what is true of everybody may be behind. */
const KEEP_MS = 2 * SECOND;
const HANDLING_MS = MINUTE;

type Waiter = Pick<WaitingChat, 'id' | 'teamId' | 'language' | 'waitingSince'>;
type LineAt = (waiter: Pick<WaitingChat, 'teamId' | 'language'>) => Line;

/** What the places follow from. */
@Injectable()
export class PlacesSurroundings {
  constructor(
    readonly hours: HoursService,
    readonly settings: RoutingSettings,
  ) {}
}

/**
 * Where people stand in the queue. Nothing is counted for a message: when the queue has changed it is read once, and
 * those are told whose place is another one.
 */
@Injectable()
export class Places implements BeforeApplicationShutdown {
  private readonly log = new Logger(Places.name);
  private readonly told = new Map<string, Told>();
  private lines: { readonly at: number; readonly of: LineAt } | undefined;
  private handling: { readonly at: number; readonly ms: number | undefined } | undefined;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly reader: QueueReader,
    private readonly roster: Roster,
    private readonly surroundings: PlacesSurroundings,
  ) {}

  /** Where one conversation stands, counted now. */
  async placeOf(waiter: Waiter): Promise<ChatQueue> {
    const ahead = await this.database.read((em) => this.reader.ahead(em, waiter));
    const lineAt = await this.lineAt();
    return placeIn(lineAt(waiter), ahead + 1, await this.handlingMs(), this.surroundings.settings.rules);
  }

  /** The queue, or who works it, has changed. */
  ask(): void {
    this.lines = undefined;
    if (this.stopping) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.tell();
    }, GATHER_MS);
  }

  /** Tells each whose place is news. */
  tell(): Promise<void> {
    this.running = this.running.then(async () => {
      if (this.stopping) return;
      try {
        await this.look();
      } catch (error) {
        this.log.error({ fault: 'Places were not told.', error: error instanceof Error ? error.stack : 'unknown' });
      }
    });
    return this.running;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async look(): Promise<void> {
    const waiting = await this.database.read((em) => this.reader.waiting(em, MOST));
    const here = new Set(waiting.map(({ id }) => id));
    for (const id of this.told.keys()) if (!here.has(id)) this.told.delete(id);
    if (waiting.length === 0) return;
    this.lines = undefined;
    const lineAt = await this.lineAt();
    const handling = await this.handlingMs();
    const now = this.clock.now();
    const counts = new Map<string, number>();
    const news: [string, ChatQueue][] = [];
    for (const waiter of waiting) {
      const line = lineOf(waiter);
      const position = (counts.get(line) ?? 0) + 1;
      counts.set(line, position);
      const place = placeIn(lineAt(waiter), position, handling, this.surroundings.settings.rules);
      if (!isNews(place, this.told.get(waiter.id), now)) continue;
      this.told.set(waiter.id, { place, at: now });
      news.push([waiter.id, place]);
    }
    if (news.length > 0) this.events.deliver([new PlacesChanged(news)]);
  }

  /** What is true of each line at this moment. */
  private async lineAt(): Promise<LineAt> {
    const now = this.clock.now();
    if (this.lines && Math.abs(now - this.lines.at) < KEEP_MS) return this.lines.of;
    const [people, opening] = await Promise.all([
      this.database.read((em) => this.roster.available(em, now)),
      this.surroundings.hours.opening(),
    ]);
    const known = new Map<string, Line>();
    const of: LineAt = (waiter) => {
      const name = lineOf(waiter);
      const line = known.get(name) ?? {
        ...(opening.get(waiter.language) ?? { open: true }),
        slots: slotsFor(people, waiter.teamId, waiter.language),
      };
      known.set(name, line);
      return line;
    };
    this.lines = { at: now, of };
    return of;
  }

  private async handlingMs(): Promise<number | undefined> {
    const now = this.clock.now();
    if (!this.handling || Math.abs(now - this.handling.at) >= HANDLING_MS) {
      const samples = await this.database.read((em) => this.reader.handlingTimes(em));
      this.handling = { at: now, ms: handlingMs(samples) };
    }
    return this.handling.ms;
  }
}

/** Chats that those can have at once who take from this line. */
function slotsFor(people: readonly OnRoster[], teamId: string | null, language: Language): number {
  return people
    .filter(({ teamIds, skills }) => {
      const speaks = skills.languages.length === 0 || skills.languages.includes(language);
      return speaks && (teamId === null || teamIds.includes(teamId));
    })
    .reduce((sum, { capacity }) => sum + capacity, 0);
}
