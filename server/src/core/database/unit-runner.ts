import { AsyncLocalStorage } from 'node:async_hooks';
import { EntityManager, type QueryRunner } from 'typeorm';
import type { Means, Tx, Unit } from './database.js';

const inside = new AsyncLocalStorage<true>();

/** A unit that calls `write` would wait for itself. */
export function refuseNesting(): void {
  if (inside.getStore()) throw new Error('write() was called inside a unit of work.');
}

const reads = /^\s*(select|with\b(?![\s\S]*\b(insert|update|delete)\b)|pragma|explain)/i;

export interface Ran<T> {
  result: T;
  events: object[];
}

/** One run of one unit: knows whether it wrote, and shuts its entity manager when the unit is over. */
export class UnitRun<T> {
  wrote = false;
  keepsEra = false;
  private over = false;
  private readonly events: object[] = [];

  constructor(
    private readonly unit: Unit<T>,
    private readonly means: Means,
    /** Statements that it may have. */
    private left = Infinity,
  ) {}

  async on(runner: QueryRunner): Promise<Ran<T>> {
    const em = new EntityManager(runner.connection, this.guarded(runner));
    const tx: Tx = {
      em,
      tell: (event) => void this.events.push(event),
      keepEra: () => void (this.keepsEra = true),
      ...this.means,
    };
    try {
      return { result: await inside.run(true, () => this.unit(tx)), events: this.events };
    } finally {
      this.over = true;
    }
  }

  private guarded(runner: QueryRunner): QueryRunner {
    return new Proxy(runner, {
      get: (target, property) => {
        if (property !== 'query') {
          const value: unknown = Reflect.get(target, property, target);
          return typeof value === 'function' ? value.bind(target) : value;
        }
        return (sql: string, parameters?: unknown[], structured?: boolean) => {
          if (this.over) throw new Error('A unit of work used its transaction after its end.');
          if (this.left-- === 0) throw new Error('A unit of a single statement has a second one.');
          if (!reads.test(sql)) this.wrote = true;
          return target.query(sql, parameters as never, structured as never);
        };
      },
    });
  }
}
