import { join } from 'node:path';
import type { OrderSummary } from '@candour/shared/orders.js';
import type { Page } from '@candour/shared/paging.js';
import { Random } from './corpus/random.js';
import { cases, LIMIT } from './orders/cases.js';
import { agentEmail, deskWith } from './orders/corpus.js';
import { argument } from './support/arguments.js';
import { BareFile } from './support/bare-file.js';
import { Caller } from './support/caller.js';
import { DeskProcess, median } from './support/desk-process.js';

/*
 * npm run bench -- orders [--orders N] [--rounds N]
 * Looks orders up by number, e-mail, phone and name, through HTTP as an agent who is signed in; in the same rounds the
 * same page as one bare statement on the same file, and a route that does nothing for somebody signed in. Each round
 * seeks another order.
 */
const ORDERS = argument('orders', 1_000_000);
const ROUNDS = argument('rounds', 100);
const WARM_UP = 10;
/** What must hold, of each way to look up. */
const RATIO = 2;

const desk = new DeskProcess({ READING_RATE: '1000000' }, await deskWith(ORDERS));
try {
  await desk.start();
  await desk.settled();
  const agent = new Caller(desk.url, (await desk.linked(agentEmail)).cookie);
  const file = await BareFile.open(join(desk.folder, 'main.sqlite'));
  const times = new Map(
    cases.map(({ name }) => [name, { page: [] as number[], bare: [] as number[], nothing: [] as number[], rows: 0 }]),
  );
  const random = new Random(2026);
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const order = random.below(ORDERS);
    for (const { name, ask } of cases) {
      const { q, sql, parameters } = await ask(file, order);
      const page = await agent.get(`/api/orders?${new URLSearchParams({ q, limit: String(LIMIT) }).toString()}`);
      const bare = await file.all<{ id: string }>(sql, parameters);
      const nothing = await agent.get('/api/session/standing');
      // What is compared must be the same page.
      const shown = (JSON.parse(page.body) as Page<OrderSummary>).rows.map(({ id }) => id);
      const found = bare.rows.slice(0, LIMIT).map(({ id }) => id);
      if (shown.length === 0 || shown.join() !== found.join()) {
        throw new Error(`${name}: the page has other rows (${shown.length}) than the statement (${found.length}).`);
      }
      const all = times.get(name);
      if (round < 0 || !all) continue;
      all.page.push(page.ms);
      all.bare.push(bare.ms);
      all.nothing.push(nothing.ms);
      all.rows += shown.length;
    }
  }
  const number = (value: number): string => value.toFixed(2).padStart(6);
  const ratios = [...times].map(([name, { page, bare, nothing, rows }]) => {
    const ratio = median(page) / (median(nothing) + median(bare));
    console.log(
      `${name.padEnd(12)} ${number(median(page))} ms  bare SQL ${number(median(bare))}  nothing ${number(median(nothing))}` +
        `  ratio ${number(ratio)}  ${(rows / ROUNDS).toFixed(1)} rows`,
    );
    return ratio;
  });
  const worst = Math.max(...ratios);
  console.log(`order-lookup-ratio ${worst.toFixed(2)} (holds to ${RATIO}) over ${ORDERS} orders, ${ROUNDS} rounds`);
  process.exitCode = worst <= RATIO ? 0 : 1;
  agent.close();
  await file.close();
} finally {
  await desk.end();
}
