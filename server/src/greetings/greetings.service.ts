import { Refused } from '@candour/shared/errors.js';
import { GREETINGS_MAX, type Greeting, type Greetings, type WriteGreeting } from '@candour/shared/greetings.js';
import { newId } from '@candour/shared/ids.js';
import { MINUTE } from '@candour/shared/instant.js';
import { languages } from '@candour/shared/words.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit.service.js';
import { requireAccess } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database, type Tx } from '../core/database/database.js';
import { HoursService } from '../hours/hours.service.js';
import { GreetingRow } from './greeting.entity.js';
import { loaderRules, spansFrom, type Spans } from './greetings.rules.js';

/** Greeting people on pages of the shop: the rules are matched in their browser, which tells nobody where it is. */
@Injectable()
export class GreetingsService {
  /** What the loader is served; asked for by every page of the shop, and made anew once a minute. */
  private served: { readonly at: number; readonly rules: Promise<string> } | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly hours: HoursService,
  ) {}

  async list(actor: Actor): Promise<Greetings> {
    requireAccess(actor, 'greetings.manage', 'house');
    return { rows: (await this.database.read(rowsIn)).map(shown) };
  }

  /** @throws Refused `too-many-greetings`. */
  add(actor: Actor, ask: WriteGreeting): Promise<Greetings> {
    return this.change(actor, { added: ask }, async (tx, rows) => {
      if (rows.length >= GREETINGS_MAX) throw new Refused('too-many-greetings', { most: GREETINGS_MAX });
      const changedAt = this.clock.now();
      const place = Math.max(-1, ...rows.map((row) => row.place)) + 1;
      await tx.em.insert(GreetingRow, { id: newId(changedAt), place, changedAt, ...columnsOf(ask) });
    });
  }

  /** @throws Refused `not-found`. */
  write(actor: Actor, id: string, ask: WriteGreeting): Promise<Greetings> {
    return this.change(actor, { id, written: ask }, async (tx) => {
      const { affected } = await tx.em.update(GreetingRow, { id }, { changedAt: this.clock.now(), ...columnsOf(ask) });
      if (affected === 0) throw new Refused('not-found');
    });
  }

  /** @throws Refused `not-found`. */
  remove(actor: Actor, id: string): Promise<Greetings> {
    return this.change(actor, { id, removed: true }, async (tx) => {
      const { affected } = await tx.em.delete(GreetingRow, { id });
      if (affected === 0) throw new Refused('not-found');
    });
  }

  /** @throws Refused `bad-input` where the ids are not exactly those there are. */
  order(actor: Actor, ids: readonly string[]): Promise<Greetings> {
    return this.change(actor, { ids }, async (tx, rows) => {
      const known = new Set(rows.map(({ id }) => id));
      if (ids.length !== known.size || new Set(ids).size !== ids.length || !ids.every((id) => known.has(id))) {
        throw new Refused('bad-input', undefined, [{ path: 'ids', rule: 'all of them, each once' }]);
      }
      for (const [place, id] of ids.entries()) await tx.em.update(GreetingRow, { id }, { place });
    });
  }

  /** JSON for the loader; empty text where nobody is greeted. */
  forLoader(): Promise<string> {
    const now = this.clock.now();
    if (!this.served || Math.abs(now - this.served.at) >= MINUTE) {
      const rules = this.rules(now);
      rules.catch(() => (this.served = undefined));
      this.served = { at: now, rules };
    }
    return this.served.rules;
  }

  private async rules(now: number): Promise<string> {
    const rows = await this.database.read(rowsIn);
    const spans: Spans = {};
    if (rows.some(({ active, whileOpen }) => active && whileOpen)) {
      for (const language of languages) spans[language] = spansFrom(await this.hours.openings(language), now);
    }
    const rules = loaderRules(rows, spans);
    return rules.length === 0 ? '' : JSON.stringify(rules);
  }

  private async change(
    actor: Actor,
    what: object,
    work: (tx: Tx, rows: readonly GreetingRow[]) => Promise<void>,
  ): Promise<Greetings> {
    requireAccess(actor, 'greetings.manage', 'house');
    await this.database.write(async (tx) => {
      await work(tx, await rowsIn(tx.em));
      await this.audit.record(tx, { actor, verb: 'greetings.set', about: [], digest: this.audit.digest(what) });
    });
    this.served = undefined;
    return this.list(actor);
  }
}

const rowsIn = (em: EntityManager): Promise<GreetingRow[]> =>
  em.find(GreetingRow, { order: { place: 'ASC', id: 'ASC' } });

const columnsOf = ({ on, text, topic, path, after, whileOpen }: WriteGreeting) => ({
  ...{ path, after, whileOpen, active: on, topic: topic ?? null },
  words: Object.fromEntries(Object.entries(text).filter(([, words]) => words !== undefined)),
});

const shown = ({ id, path, after, whileOpen, active, topic, words, changedAt }: GreetingRow): Greeting => ({
  ...{ id, path, after, whileOpen, on: active, text: words, changedAt },
  ...(topic ? { topic } : {}),
});
