import { SECOND } from '@candour/shared/instant.js';
import { Sla, type Due, type SetSla, type SlaPreview } from '@candour/shared/sla.js';
import { topics, type Language } from '@candour/shared/words.js';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit.service.js';
import { requireAccess } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { Events } from '../core/events.js';
import { DueTargetsService, type DueEvidence, type DueRule } from '../conversations/due-targets.service.js';
import { HoursChanged } from '../hours/hours.events.js';
import { HoursService, type BusinessClock } from '../hours/hours.service.js';
import { SlaRow } from './sla.entity.js';
import { nextDue } from './sla.rules.js';
import { houseTargets } from './targets.rules.js';

/** How long a node may not know what another one was told. */
const LOOK_AGAIN = 15 * SECOND;
/** How late an alarm may be: the shortest time to a first reply is a minute, at risk after three quarters of it. */
const RING = 5 * SECOND;

const ROW = 'desk';

/** What the desk owes its customers, and until when. */
@Injectable()
export class SlaService implements DueRule, OnModuleInit, BeforeApplicationShutdown {
  private readonly log = new Logger(SlaService.name);
  private sla: Sla = houseTargets;
  private clocks: ReadonlyMap<Language, BusinessClock> = new Map();
  /** One after another, and the last of them before the databases close. */
  private running: Promise<unknown> = Promise.resolve();
  private ringing = false;
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly hours: HoursService,
    private readonly targets: DueTargetsService,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.learn();
    this.targets.use(this);
    this.events.on(HoursChanged, () => this.recount());
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  due(evidence: DueEvidence): Due | undefined {
    const clock = this.clocks.get(evidence.language);
    return clock && nextDue(evidence, this.sla, clock);
  }

  openMs(language: Language, from: number, to: number): number {
    return this.clocks.get(language)?.between(from, to) ?? 0;
  }

  list(actor: Actor): Sla {
    requireAccess(actor, 'sla.manage', 'house');
    return this.sla;
  }

  /** What other targets would make of everything under way; nothing is set. */
  preview(actor: Actor, sla: SetSla): Promise<SlaPreview> {
    requireAccess(actor, 'sla.manage', 'house');
    return this.targets.compare((evidence) => {
      const clock = this.clocks.get(evidence.language);
      return clock && nextDue(evidence, sla, clock);
    });
  }

  /** Sets all of them; what is under way is counted anew. */
  async set(actor: Actor, ask: SetSla): Promise<Sla> {
    requireAccess(actor, 'sla.manage', 'house');
    // In the order of the topics, so that asked twice it reads the same.
    const sla = { ...ask, topics: topics.flatMap((topic) => ask.topics.filter((one) => one.topic === topic)) };
    await this.database.write(async (tx) => {
      const before = await targetsIn(tx.em);
      await tx.em.save(SlaRow, { id: ROW, targets: sla, setAt: this.clock.now() });
      const digest = this.audit.digest({ before, after: sla });
      await this.audit.record(tx, { actor, verb: 'sla.set', about: [], digest });
    });
    await this.recount();
    return this.sla;
  }

  /** What another node was told holds here too. */
  @Interval(LOOK_AGAIN)
  async learnAgain(): Promise<void> {
    await this.queued('The targets of another node are not known.', () => this.learn());
  }

  @Interval(RING)
  async ring(): Promise<void> {
    if (this.ringing) return;
    this.ringing = true;
    await this.queued('Nobody was told of what is due.', () => this.targets.ring());
    this.ringing = false;
  }

  private async recount(): Promise<void> {
    await this.queued('What is due was not counted anew.', async () => {
      await this.learn();
      await this.targets.recount(() => this.stopping);
    });
  }

  private queued(fault: string, work: () => Promise<unknown>): Promise<unknown> {
    this.running = this.running.then(async () => {
      if (this.stopping) return;
      try {
        await work();
      } catch (error) {
        this.log.error({ fault, error: error instanceof Error ? error.stack : 'unknown' });
      }
    });
    return this.running;
  }

  private async learn(): Promise<void> {
    const [sla, clocks] = await Promise.all([this.database.read(targetsIn), this.hours.clocks()]);
    this.sla = sla;
    this.clocks = clocks;
  }
}

async function targetsIn(em: EntityManager): Promise<Sla> {
  const row = await em.findOneBy(SlaRow, { id: ROW });
  return row ? Sla.parse(row.targets) : houseTargets;
}
