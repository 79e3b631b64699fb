import { Refused } from '@candour/shared/errors.js';
import type { QueryRunner } from 'typeorm';
import type { Events } from '../events.js';
import type { Means, Unit } from './database.js';
import { outsideRequests } from '../request-context.js';
import { refuseNesting, UnitRun, type Ran } from './unit-runner.js';

/** Most units in one commit: bounds what a failing one makes run again. */
const GROUP = 128;

interface Waiting {
  unit: Unit<unknown>;
  /** Statements that the unit may have. One alone needs no transaction. */
  statements: number;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
}

type Answer = () => void;

/**
 * The one writer of a SQLite database. All waiting units run one after the other in one transaction and each
 * caller is answered after its COMMIT. A unit that refuses before its first write fails alone; any other failure
 * rolls the group back and runs each unit again in a transaction of its own. A single statement that nobody else waits
 * with is its own transaction: two ways to the disk's thread and back less.
 */
export class WriteQueue {
  private waiting: Waiting[] = [];
  private pumping: Promise<void> | undefined;
  private closed = false;
  /** Counts what may have changed rows behind the back of those who keep some in mind, see `Tx.era`. */
  private era = 0;
  private version = 0;
  private readonly means: Means = { together, era: () => this.eraNow() };

  constructor(
    private readonly runner: QueryRunner,
    private readonly events: Events,
  ) {}

  write<T>(unit: Unit<T>, statements = Infinity): Promise<T> {
    refuseNesting();
    if (this.closed) return Promise.reject(new Refused('unavailable'));
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({ unit, statements, resolve: resolve as (result: unknown) => void, reject });
      this.pumping ??= outsideRequests(() => this.pump());
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.pumping;
  }

  private async pump(): Promise<void> {
    // One turn of the event loop lets every socket that has something to say get into the first group.
    await new Promise(setImmediate);
    let answer: Answer | undefined;
    while (answer || this.waiting.length > 0) {
      const group = this.waiting.splice(0, GROUP);
      // The next group is on its way to the disk while this thread answers for the one before.
      const running = group.length > 0 ? this.runGroup(group) : undefined;
      answer?.();
      answer = await running;
    }
    this.pumping = undefined;
  }

  /** Runs the units and commits. Nobody hears of it before the answer that this gives is called. */
  private async runGroup(group: Waiting[]): Promise<Answer> {
    const done: { caller: Waiting; ran: Ran<unknown> }[] = [];
    const refused: { caller: Waiting; error: unknown }[] = [];
    const [first] = group;
    const alone = group.length === 1 && first?.statements === 1;
    try {
      if (!alone) await this.begin();
      for (const caller of group) {
        const run = new UnitRun(caller.unit, this.means, caller.statements);
        try {
          done.push({ caller, ran: await run.on(this.runner) });
        } catch (error) {
          if (run.wrote) throw error;
          refused.push({ caller, error });
          this.era++;
        }
        if (run.wrote && !run.keepsEra) this.era++;
      }
      if (!alone) await this.commit();
    } catch (error) {
      if (alone) this.era++;
      else await this.rollback();
      if (group.length === 1 && first) return () => first.reject(error);
      for (const caller of group) (await this.runGroup([caller]))();
      return () => undefined;
    }
    return () => {
      for (const { caller, error } of refused) caller.reject(error);
      for (const { caller, ran } of done) caller.resolve(ran.result);
      for (const { ran } of done) if (ran.events.length > 0) this.events.deliver(ran.events);
    };
  }

  private async eraNow(): Promise<number> {
    // Changes with every commit of another process; none can come in between, for this one holds the write lock.
    const [{ data_version: version }] = (await this.runner.query('PRAGMA data_version')) as [{ data_version: number }];
    if (version !== this.version) this.era++;
    this.version = version;
    return this.era;
  }

  // IMMEDIATE takes the write lock at once, so that another process (an import) is waited for and never deadlocks.
  private async begin(): Promise<void> {
    await this.runner.query('BEGIN IMMEDIATE');
    (this.runner as { isTransactionActive: boolean }).isTransactionActive = true;
  }

  private async commit(): Promise<void> {
    await this.runner.query('COMMIT');
    (this.runner as { isTransactionActive: boolean }).isTransactionActive = false;
  }

  private async rollback(): Promise<void> {
    this.era++;
    // After a failed COMMIT or a full disk SQLite may have rolled back by itself.
    await this.runner.query('ROLLBACK').catch(() => undefined);
    (this.runner as { isTransactionActive: boolean }).isTransactionActive = false;
  }
}

/** SQLite takes statements one by one, but one need not wait for this thread to hear of the one before. */
const together: Means['together'] = async (...steps) => {
  const results = await Promise.allSettled(steps.map((step) => step()));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return results.map((result) => (result as PromiseFulfilledResult<unknown>).value) as never;
};
