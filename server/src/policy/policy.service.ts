import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import type {
  Decision,
  Evidence,
  PolicyDocument,
  PolicyVersion,
  PublishedPeriod,
  RetentionClass,
} from '@candour/shared/policy.js';
import type { Language } from '@candour/shared/words.js';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { AuditTrail } from '../audit/audit.service.js';
import { setPurposesMatrix } from '../core/access/access.js';
import { system } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { clausesOf, publishedPeriods } from './document.rules.js';
import type { Facts } from './facts.rules.js';
import { mayUse, usesOf } from './matrix.rules.js';
import type { PolicyPack } from './pack.rules.js';
import { kwoking } from './packs/kwoking/pack.js';
import { dueBefore } from './periods.rules.js';
import { PolicyVersionRow } from './policy-version.entity.js';
import { decide } from './policy.rules.js';
import { overAfter, silentBefore, type Silence } from './silence.rules.js';

const packs: readonly PolicyPack[] = [kwoking];

/** The published policy: its versions, its words, its decisions. */
@Injectable()
export class PolicyService implements OnModuleInit {
  private readonly log = new Logger(PolicyService.name);
  private versions: readonly PolicyVersionRow[] = [];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** Publishes at the first start what the pack says, then keeps the versions at hand. */
  async onModuleInit(): Promise<void> {
    this.versions = await this.database.write(async (tx) => {
      const known = await tx.em.find(PolicyVersionRow, { order: { number: 'ASC' } });
      const missing = packs.filter(({ number }) => !known.some((row) => row.number === number));
      const added = missing.map((pack) => this.rowOf(pack));
      if (added.length > 0) await tx.em.insert(PolicyVersionRow, added);
      for (const { id, digest } of added) {
        const about = [{ type: 'policy', id }] as const;
        await this.audit.record(tx, { actor: system('policy'), verb: 'policy.published', about, digest });
      }
      return [...known, ...added].sort((a, b) => a.number - b.number);
    });
    for (const row of this.versions) {
      const pack = packs.find(({ number }) => number === row.number);
      // What was published stays published: changed content needs a version of its own.
      if (pack && !this.audit.digest(pack).equals(row.digest)) this.log.warn({ changedSincePublished: row.number });
    }
    setPurposesMatrix((category, purpose) => mayUse(category, purpose, this.pack()).allowed);
  }

  /** The version in effect at `now`. */
  current(now = this.clock.now()): PolicyVersion {
    return this.versionOf(this.currentRow(now), now);
  }

  /** What evidence stores of the version in effect at `now`: its number. */
  version(now = this.clock.now()): string {
    return String(this.currentRow(now).number);
  }

  /** The rules of a version; without a number, of the one in effect. */
  pack(version = this.current().number): PolicyPack {
    const pack = packs.find(({ number }) => number === version);
    if (!pack) throw new Refused('not-found');
    return pack;
  }

  /** The policy's answer about a record, by the version in effect at `now`. */
  decide(record: Evidence, facts: Facts, now = this.clock.now()): Decision {
    return decide(record, facts, this.pack(this.current(now).number), now);
  }

  /** Rows of this class anchored later cannot be due at `now` by their period. */
  dueBefore(retentionClass: RetentionClass, now: number): number {
    return dueBefore(retentionClass, this.pack(this.current(now).number), now);
  }

  /** After how many days of silence an open conversation is over by the policy in effect; undefined: not yet. */
  overAfter(silence: Silence, now = this.clock.now()): number | undefined {
    return overAfter(silence, this.pack(this.current(now).number), now);
  }

  /** Conversations in which something happened later than this cannot be over at `now`. */
  silentBefore(now: number): number {
    return silentBefore(this.pack(this.current(now).number), now);
  }

  /** The table of periods in effect, as people read it. */
  periods(language: Language): PublishedPeriod[] {
    return publishedPeriods(this.pack(), language);
  }

  /** All versions, newest first. */
  list(): PolicyVersion[] {
    const now = this.clock.now();
    return this.versions.map((row) => this.versionOf(row, now)).reverse();
  }

  /** A version with its clauses in the reader's language; without an id, the one in effect. */
  document(language: Language, id?: string): PolicyDocument {
    const now = this.clock.now();
    const row = id === undefined ? this.currentRow(now) : this.versions.find((version) => version.id === id);
    if (!row) throw new Refused('not-found');
    const pack = this.pack(row.number);
    return {
      ...this.versionOf(row, now, language),
      language,
      clauses: clausesOf(pack, language, 'page'),
      periods: publishedPeriods(pack, language),
      uses: usesOf(pack),
      conflicts: clausesOf(pack, language, 'conflicts'),
    };
  }

  private currentRow(now: number): PolicyVersionRow {
    const row = this.versions.findLast(({ effectiveAt, status }) => status !== 'draft' && effectiveAt <= now);
    // Before the first version takes effect, which only a clock that is wrong can bring about, the first one counts.
    const found = row ?? this.versions[0];
    if (!found) throw new Refused('unavailable');
    return found;
  }

  private versionOf(row: PolicyVersionRow, now: number, language: Language = 'en'): PolicyVersion {
    const { id, number, publishedAt, effectiveAt, lastUpdated } = row;
    const inEffect = this.currentRow(now).number;
    const status = number < inEffect ? 'superseded' : number === inEffect ? 'effective' : row.status;
    const title = this.pack(number).texts[language].title;
    return { id, number, title, publishedAt, effectiveAt, lastUpdated, status };
  }

  private rowOf(pack: PolicyPack): PolicyVersionRow {
    return {
      id: newId(this.clock.now()),
      number: pack.number,
      pack: pack.name,
      publishedAt: pack.publishedAt,
      effectiveAt: pack.effectiveAt,
      lastUpdated: pack.publishedAt,
      status: 'effective',
      digest: this.audit.digest(pack),
    };
  }
}
