import { newId } from '@candour/shared/ids.js';
import { Inject, Injectable, Logger } from '@nestjs/common';
import * as z from 'zod';
import { system } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { CONFIG, type Config } from '../core/config/config.js';
import { Database, type Tx } from '../core/database/database.js';
import { MirrorService, type Fault } from '../orders/import/mirror.service.js';
import { CLAIM, waitAfter } from './backoff.rules.js';
import { ConnectorRow } from './connector.entity.js';
import { firstAsk, nextAsk } from './paging.rules.js';
import { ShopRefused, ShopUnclear } from './shop-call.js';
import { WooApi } from './woo-api.js';

const SHOP = 'woocommerce';
/** Pages of one look: then others have their turn, and it goes on at once. */
const PAGES = 50;

const Modified = z.object({ date_modified_gmt: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/) });

/** Another node took over while this one read: it writes nothing more. */
class Overtaken extends Error {}

/**
 * Reads what no webhook told of: WooCommerce switches a webhook off after five failures and tells nobody. How far it
 * came is written with the orders of each page, so that a crash repeats a page at most.
 */
@Injectable()
export class WooPoll {
  private readonly name = newId();
  private readonly actor = system('woocommerce');
  private readonly log = new Logger(WooPoll.name);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly api: WooApi,
    private readonly mirror: MirrorService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  get working(): boolean {
    return this.api.url !== undefined;
  }

  /** One look, if it is due and nobody else is at it. Answers whether there is more to be read at once. */
  async pass(): Promise<boolean> {
    const row = await this.claim();
    if (!row) return false;
    try {
      const more = await this.read(row);
      const now = this.clock.now();
      await this.end({ nextAt: more ? now : now + this.config.shops.woocommerce.pace, failures: 0, polledAt: now });
      return more;
    } catch (error) {
      if (error instanceof Overtaken) return false;
      const code = error instanceof ShopRefused || error instanceof ShopUnclear ? error.code : 'unknown';
      const asked = error instanceof ShopUnclear ? error.retryAfter : undefined;
      const failures = row.failures + 1;
      const now = this.clock.now();
      await this.end({ nextAt: now + (asked ?? waitAfter(failures)), failures, fault: code, faultAt: now });
      this.log.warn({ fault: 'The shop was not read.', shop: SHOP, code, failures });
      if (code === 'unknown') throw error;
      return false;
    }
  }

  private async claim(): Promise<ConnectorRow | undefined> {
    if (!this.working) return undefined;
    const now = this.clock.now();
    const known = await this.database.read((em) => em.findOneBy(ConnectorRow, { id: SHOP }));
    if (known && !isFree(known, now)) return undefined;
    return this.database.write(async (tx) => {
      const row = await tx.em.findOneBy(ConnectorRow, { id: SHOP });
      const claim = { claimedBy: this.name, claimedUntil: now + CLAIM };
      if (row && !isFree(row, now)) return undefined;
      if (row) {
        await tx.em.update(ConnectorRow, { id: SHOP }, claim);
        return { ...row, ...claim };
      }
      const first = { id: SHOP, readUntil: null, nextAt: now, failures: 0, polledAt: null } as const;
      const fresh: ConnectorRow = { ...first, fault: null, faultAt: null, ...claim };
      await tx.em.insert(ConnectorRow, fresh);
      return fresh;
    });
  }

  private async read(row: ConnectorRow): Promise<boolean> {
    let ask = firstAsk(row.readUntil);
    let readUntil = row.readUntil;
    for (let page = 0; page < PAGES; page++) {
      const orders = await this.api.changed(ask);
      const last = lastOf(orders);
      if (last !== undefined) readUntil = Math.max(readUntil ?? 0, last);
      const { faults } = await this.mirror.take(this.actor, SHOP, orders, (tx) => this.mark(tx, readUntil));
      if (faults.length > 0) await this.noteFault(faults);
      const next = nextAsk(ask, orders.length, last);
      if (!next) return false;
      ask = next;
    }
    return true;
  }

  /** How far it came, in the unit that writes the orders. */
  private async mark(tx: Tx, readUntil: number | null): Promise<void> {
    const claimedUntil = this.clock.now() + CLAIM;
    const mine = { id: SHOP, claimedBy: this.name } as const;
    const { affected } = await tx.em.update(ConnectorRow, mine, { readUntil, claimedUntil });
    if (affected !== 1) throw new Overtaken();
  }

  private async end(outcome: Partial<ConnectorRow>): Promise<void> {
    await this.database.write((tx) =>
      tx.em.update(
        ConnectorRow,
        { id: SHOP, claimedBy: this.name },
        { ...outcome, claimedBy: null, claimedUntil: null },
      ),
    );
  }

  private async noteFault(faults: readonly Fault[]): Promise<void> {
    const fault = faultText(faults);
    this.log.warn({ fault: 'The shop told an order that is not right.', shop: SHOP, reasons: fault });
    const faultAt = this.clock.now();
    await this.database.write((tx) => tx.em.update(ConnectorRow, { id: SHOP }, { fault, faultAt }));
  }
}

const isFree = ({ nextAt, claimedUntil }: ConnectorRow, now: number): boolean =>
  nextAt <= now && (claimedUntil === null || claimedUntil <= now);

/** Codes and fields, never a value. */
export const faultText = (faults: readonly Fault[]): string =>
  faults
    .slice(0, 3)
    .map(({ reason, path }) => (path === undefined ? reason : `${reason} ${path}`))
    .join(', ');

/** When the shop changed the last of them; orders without such an instant are told as faults. */
function lastOf(orders: readonly Record<string, unknown>[]): number | undefined {
  const instants = orders.flatMap((order) => {
    const parsed = Modified.safeParse(order);
    return parsed.success ? [Date.parse(`${parsed.data.date_modified_gmt}Z`)] : [];
  });
  return instants.length > 0 ? Math.max(...instants) : undefined;
}
