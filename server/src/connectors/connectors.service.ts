import type { Connector, Connectors } from '@candour/shared/connectors.js';
import type { ChangeState } from '@candour/shared/order-changes.js';
import type { OrderSource } from '@candour/shared/orders.js';
import { Inject, Injectable } from '@nestjs/common';
import { requireAccess } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { CONFIG, type Config } from '../core/config/config.js';
import { Database } from '../core/database/database.js';
import { ConnectedShops } from './connected-shops.js';
import { ConnectorRow } from './connector.entity.js';

interface Count {
  shop: OrderSource;
  state: ChangeState;
  count: number | string;
}

/** How the shops are connected, for those who run the desk. */
@Injectable()
export class ConnectorsService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly shops: ConnectedShops,
  ) {}

  /** The connected shops, and all others that something is asked of. */
  async list(actor: Actor): Promise<Connectors> {
    requireAccess(actor, 'order.import', 'P2');
    const { rows, counts } = await this.database.read(async (em) => ({
      rows: await em.find(ConnectorRow, { take: 10 }),
      counts: await em.query<Count[]>(
        `SELECT shop, state, count(*) AS count FROM order_changes
         WHERE state IN ('waiting', 'failed', 'by_hand') GROUP BY shop, state`,
      ),
    }));
    const { shopify, woocommerce } = this.config.shops;
    const of = (source: OrderSource, hears: boolean, reads: boolean): Connector => {
      const row = rows.find(({ id }) => id === source);
      const count = (state: ChangeState) =>
        Number(counts.find((one) => one.shop === source && one.state === state)?.count ?? 0);
      return {
        ...{ source, hears, reads, changes: this.shops.of(source) !== undefined },
        ...(row?.readUntil == null ? {} : { readUntil: row.readUntil }),
        ...(row?.polledAt == null ? {} : { polledAt: row.polledAt }),
        ...(row?.fault == null ? {} : { fault: row.fault }),
        ...(row?.faultAt == null ? {} : { faultAt: row.faultAt }),
        ...{ waiting: count('waiting'), failed: count('failed'), byHand: count('by_hand') },
      };
    };
    const all = [
      of('shopify', shopify.webhookSecret !== undefined, false),
      of('woocommerce', woocommerce.webhookSecret !== undefined, woocommerce.api !== undefined),
      of('medusa', false, false),
      of('generic', false, false),
    ];
    const shown = ({ hears, reads, changes, waiting, failed, byHand }: Connector): boolean =>
      hears || reads || changes || waiting + failed + byHand > 0;
    return { connectors: all.filter(shown) };
  }
}
