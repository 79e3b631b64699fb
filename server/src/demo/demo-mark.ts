import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Config } from '../core/config/config.js';

const Mark = z.object({
  /** From which the ids of the demonstration's chats are made, so that a load that was cut off goes on. */
  seed: z.string().min(20),
  loaded: z.boolean(),
});
export type DemoMark = z.infer<typeof Mark>;

const fileOf = ({ dataDir }: Pick<Config, 'dataDir'>): string => join(dataDir, 'demo.json');

/** What the data folder says of the demonstration; undefined: it was never begun here. */
export function readDemoMark(config: Pick<Config, 'dataDir'>): DemoMark | undefined {
  const file = fileOf(config);
  return existsSync(file) ? Mark.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

export function beginDemo(config: Pick<Config, 'dataDir'>): DemoMark {
  const mark = { seed: randomBytes(24).toString('base64url'), loaded: false };
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(fileOf(config), JSON.stringify(mark), { mode: 0o600 });
  return mark;
}

export function finishDemo(config: Pick<Config, 'dataDir'>, mark: DemoMark): void {
  writeFileSync(fileOf(config), JSON.stringify({ ...mark, loaded: true }), { mode: 0o600 });
}
