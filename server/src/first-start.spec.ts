import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { system } from './core/access/actor.js';
import { type Config, readConfig } from './core/config/config.js';
import { Database } from './core/database/database.js';
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
    const [orders] = await database.read((em) => em.query<{ n: number }[]>('SELECT COUNT(*) AS n FROM orders'));
    const due = await context.get(RetentionService, { strict: false }).preview(system('spec'), { limit: 50 });
    const staff = await context.get(StaffService, { strict: false }).list(system('spec'), { limit: 100 });
    return {
      ...Object.fromEntries(rows.map(({ status, n }) => [status, Number(n)])),
      due: due.totals.reduce((sum, { count }) => sum + count, 0),
      orders: Number(orders?.n),
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
    // Forty chats, and one message from the help centre.
    const whole = { queued: 41, resolved: 600, due: 12, orders: 53, staff: 10, withoutSeller: 0 };
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
