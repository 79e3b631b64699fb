import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MINUTE } from '@candour/shared/instant.js';
import type { Language } from '@candour/shared/words.js';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { system } from './core/access/actor.js';
import { type Config, readConfig } from './core/config/config.js';
import { Database } from './core/database/database.js';
import { HoursService } from './hours/hours.service.js';
import { SellersService } from './policy/sellers.service.js';
import { RetentionService } from './privacy/retention.service.js';
import { StaffService } from './staff/staff.service.js';
import { firstStart } from './first-start.js';

/** Looks into the desk as a later start finds it. */
async function counts(config: Config): Promise<Record<string, number>> {
  const context = await NestFactory.createApplicationContext(AppModule.with(config), { logger: false });
  try {
    const database = context.get(Database, { strict: false });
    const rows = await database.read((em) =>
      em.query<{ status: string; n: number }[]>('SELECT status, COUNT(*) AS n FROM conversations GROUP BY status'),
    );
    const count = async (of: string): Promise<number> => {
      const [row] = await database.read((em) => em.query<{ n: number }[]>(`SELECT COUNT(*) AS n FROM ${of}`));
      return Number(row?.n);
    };
    const now = Date.now();
    const targets = await database.read((em) =>
      em.query<{ language: Language; at: number }[]>(
        `SELECT language, due_at AS at FROM conversations WHERE status = 'open' AND due_at IS NOT NULL`,
      ),
    );
    const clocks = await context.get(HoursService, { strict: false }).clocks();
    const left = targets.map(({ language, at }) => clocks.get(language)?.between(now, Number(at)) ?? 0);
    const due = await context.get(RetentionService, { strict: false }).preview(system('spec'), { limit: 50 });
    const staff = await context.get(StaffService, { strict: false }).list(system('spec'), { limit: 100 });
    return {
      ...Object.fromEntries(rows.map(({ status, n }) => [status, Number(n)])),
      due: due.totals.reduce((sum, { count }) => sum + count, 0),
      orders: await count('orders'),
      mentions: await count(`notices WHERE kind = 'mention' AND read_at IS NULL`),
      transfersAsked: await count(`notices WHERE kind = 'transfer' AND answered_at IS NULL`),
      files: await count(`attachments WHERE message_id IS NOT NULL AND type IN ('image/jpeg', 'application/pdf')`),
      repliesForLater: await count(`scheduled_replies WHERE status = 'waiting'`),
      customersMerged: await count(`customers WHERE merged_into IS NOT NULL`),
      requestsSpotted: await count(`request_suggestions WHERE status = 'opened'`),
      requests: await count('privacy_requests'),
      withExpert: await count(`conversations c JOIN staff s ON s.id = c.assignee_id WHERE s.role = 'design_expert'`),
      nearBreach: left.filter((ms) => ms > 15 * MINUTE && ms < 25 * MINUTE).length,
      staff: staff.rows.length,
      withoutSeller: (await context.get(SellersService, { strict: false }).list(system('spec'))).unset.length,
    };
  } finally {
    await context.close();
  }
}

describe('The first start', () => {
  let dataDir: string;
  const config = (more: Record<string, string> = {}): Config =>
    readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...more });

  beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'candour-first-'))));
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('fills an empty desk with the demonstration, once, also when it was cut off', async () => {
    const whole = {
      // Forty chats, and one message from the help centre.
      queued: 41,
      // Under way with a colleague or the design expert; one rests, one went on in another.
      ...{ open: 4, pending: 1, snoozed: 1, closed: 1, resolved: 600 },
      ...{ due: 12, orders: 54, staff: 10, withoutSeller: 0 },
      ...{ mentions: 2, transfersAsked: 1, files: 2, repliesForLater: 1, customersMerged: 1 },
      ...{ requestsSpotted: 1, requests: 2, withExpert: 1, nearBreach: 1 },
    };
    const first = await firstStart(config());
    expect(first.config.demo).toBeTrue();
    expect(first.signIns.length).toBe(10);
    expect(await counts(first.config)).toEqual(whole);

    const mark = join(dataDir, 'demo.json');
    writeFileSync(mark, readFileSync(mark, 'utf8').replace('true', 'false'));
    const again = await firstStart(config());
    expect(again.signIns).toEqual([]);
    expect(await counts(again.config)).toEqual(whole);

    const later = await firstStart(config());
    expect([later.config.demo, later.signIns]).toEqual([true, []]);
  }, 60_000);

  it('leaves the desk empty for a configured shop, and where it is told to', async () => {
    expect((await firstStart(config({ SHOP_ORIGINS: 'https://shop.example.com' }))).config.demo).toBeFalse();
    expect((await firstStart(config({ DEMO: 'off' }))).config.demo).toBeFalse();
  });

  it('does not put a demonstration into a desk that is in use', async () => {
    const off = config({ DEMO: 'off' });
    const context = await NestFactory.createApplicationContext(AppModule.with(off), { logger: false });
    await context.get(StaffService, { strict: false }).ensureFirstAdmin();
    await context.close();
    const { config: decided, signIns } = await firstStart(config());
    expect([decided.demo, signIns]).toEqual([false, []]);
  });
});
