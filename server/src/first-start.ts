import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import type { Config } from './core/config/config.js';
import { DemoLoader } from './demo/demo-loader.js';
import { beginDemo, finishDemo, readDemoMark } from './demo/demo-mark.js';
import { HistoryClock } from './demo/history-clock.js';
import type { FirstSignIn } from './staff/staff.service.js';

export interface FirstStart {
  /** The configuration with `demo` decided. */
  readonly config: Config;
  /** Of the demonstration's staff, once. */
  readonly signIns: readonly FirstSignIn[];
}

/**
 * Decides whether this desk shows the demonstration and, at its first start, lets the demonstration's past happen.
 * Without `DEMO`, it does so on an empty desk without a configured shop.
 */
export async function firstStart(config: Config, now = Date.now()): Promise<FirstStart> {
  const mark = readDemoMark(config);
  const off: FirstStart = { config: { ...config, demo: false }, signIns: [] };
  if (config.demo === false || (config.demo === undefined && !mark && config.shopOrigins !== undefined)) return off;
  const on: Config = { ...config, demo: true };
  if (mark?.loaded) return { config: on, signIns: [] };

  const clock = new HistoryClock(now);
  const context = await NestFactory.createApplicationContext(AppModule.with(on, clock), { logger: ['error'] });
  try {
    const loader = context.get(DemoLoader, { strict: false });
    if (config.demo === undefined && !mark && !(await loader.deskIsEmpty())) return off;
    const begun = mark ?? beginDemo(config);
    const signIns = await loader.load(begun.seed, clock, now);
    finishDemo(config, begun);
    return { config: on, signIns };
  } finally {
    await context.close();
  }
}
