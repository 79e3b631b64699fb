import type { OrderMatch } from '@candour/shared/customers.js';
import type { OrderSearch } from '@candour/shared/orders.js';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { readCursor } from '../core/database/cursor.js';
import { Database } from '../core/database/database.js';
import { eachTextOf, JsonRows } from '../core/database/rows.js';
import { CustomersService } from '../customers/customers.service.js';
import { Vault } from '../core/vault/vault.js';
import type { SummaryRow } from './order-view.js';
import { NAME_WORD, nameWords } from './order-names.rules.js';
import { orderNumberKey, searchKind } from './orders.rules.js';

/** By what orders are matched to a person, strongest first. */
const ranks = ['customer', 'email', 'phone', 'order-number'] as const satisfies readonly OrderMatch['by'][];

/** What is known of a person; what is absent finds nothing. */
export interface Known {
  readonly customerId?: string | undefined;
  readonly emailIndex?: string | undefined;
  readonly phoneIndex?: string | undefined;
  readonly number?: string | undefined;
}

export interface FoundOrder {
  readonly id: string;
  readonly by: OrderMatch['by'];
}

type Cursor = ReturnType<typeof readCursor>;

/** The columns of a row of a list. */
const shown: Readonly<Record<keyof SummaryRow, string>> = {
  id: 'o.id',
  number: 'o.number',
  shop: 'o.shop',
  placedAt: 'o.placed_at',
  currency: 'o.currency',
  total: 'o.total',
  paymentStatus: 'o.payment_status',
  fulfilmentStatus: 'o.fulfilment_status',
  title: 'o.title',
  lineCount: 'o.line_count',
  customerId: 'o.customer_id',
};

/** Finds orders by number, address, name or customer, each by an index. */
@Injectable()
export class OrderFinder {
  private readonly page: JsonRows<SummaryRow>;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CustomersService) private readonly customers: CustomersService,
    @Inject(Vault) private readonly vault: Vault,
  ) {
    this.page = new JsonRows<SummaryRow>(database.engine, shown, 'o.placed_at DESC, o.id DESC');
  }

  /** Newest first, one more than the limit where there are more. */
  async search({ q, cursor, limit }: OrderSearch): Promise<SummaryRow[]> {
    const after = cursor === undefined ? undefined : readCursor(cursor);
    if (searchKind(q) !== 'number-or-name') return this.byKey(q, after, limit);
    const [found, named] = await Promise.all([this.byKey(q, after, limit), this.byName(q, after, limit)]);
    const ids = new Set(found.map(({ id }) => id));
    const both = [...found, ...named.filter(({ id }) => !ids.has(id))];
    return both.sort((a, b) => b.placedAt - a.placedAt || (a.id < b.id ? 1 : -1)).slice(0, limit + 1);
  }

  private byKey(q: string, after: Cursor | undefined, limit: number): Promise<SummaryRow[]> {
    const { sql, parameters } = this.among(q);
    const values = [...parameters, ...(after ? [after.at, after.at, after.id] : [])];
    const at = parameters.length;
    const behind = after ? `AND (placed_at < $${at + 1} OR (placed_at = $${at + 2} AND id < $${at + 3}))` : '';
    return this.read(
      `SELECT * FROM orders WHERE customer_id IS NOT NULL ${sql} ${behind}
       ORDER BY placed_at DESC, id DESC LIMIT ${limit + 1}`,
      values,
    );
  }

  /**
   * Orders under a name that has all of these words. The last word leads, for it is mostly the family's, and of those
   * there are more.
   */
  private byName(q: string, after: Cursor | undefined, limit: number): Promise<SummaryRow[]> {
    const words = nameWords(q).map((word) => this.vault.blindIndex(NAME_WORD, word));
    const last = words.pop();
    if (last === undefined) return Promise.resolve([]);
    const parameters: (string | number)[] = [last];
    const p = (value: string | number): string => `$${parameters.push(value)}`;
    const others = words.map(
      (word) => `AND EXISTS (SELECT 1 FROM order_names m WHERE m.order_id = n.order_id AND m.word = ${p(word)})`,
    );
    const behind = after
      ? `AND (n.placed_at < ${p(after.at)} OR (n.placed_at = ${p(after.at)} AND n.order_id < ${p(after.id)}))`
      : '';
    return this.read(
      `SELECT f.* FROM orders f JOIN (
         SELECT n.order_id FROM order_names n WHERE n.word = $1 ${others.join(' ')} ${behind}
         ORDER BY n.placed_at DESC, n.order_id DESC LIMIT ${limit + 1}) n ON n.order_id = f.id`,
      parameters,
    );
  }

  private async read(sql: string, parameters: readonly (string | number)[]): Promise<SummaryRow[]> {
    const whole = `SELECT ${this.page.select} FROM (${sql}) o`;
    return this.page.read(await this.database.read((em) => em.query(whole, [...parameters])));
  }

  /** Orders that may be this person's, newest first. */
  async matches(known: Known, limit: number): Promise<FoundOrder[]> {
    const asks: readonly (readonly [rank: number, sql: string, value: string | undefined])[] = [
      [0, 'SELECT id FROM orders WHERE customer_id =', known.customerId],
      [1, 'SELECT id FROM order_extras WHERE email_index =', known.emailIndex],
      [2, 'SELECT id FROM order_extras WHERE phone_index =', known.phoneIndex],
      [3, 'SELECT id FROM orders WHERE number_key =', known.number && orderNumberKey(known.number)],
    ];
    const parameters: string[] = [];
    const parts: string[] = [];
    for (const [rank, sql, value] of asks) {
      if (!value) continue;
      parameters.push(value);
      parts.push(`SELECT found.id, ${rank} AS place FROM (${sql} $${parameters.length}) found`);
    }
    if (parts.length === 0) return [];
    const rows = await this.database.read((em) =>
      em.query<{ id: string; place: number }[]>(
        `SELECT o.id, MIN(hit.place) AS place FROM (${parts.join(' UNION ALL ')}) hit
         JOIN orders o ON o.id = hit.id WHERE o.customer_id IS NOT NULL
         GROUP BY o.id, o.placed_at ORDER BY o.placed_at DESC, o.id DESC LIMIT ${limit}`,
        parameters,
      ),
    );
    return rows.map(({ id, place }) => ({ id, by: ranks[Number(place)]! }));
  }

  private among(q: string): { sql: string; parameters: string[] } {
    const kind = searchKind(q);
    if (kind === 'newest') return { sql: '', parameters: [] };
    const each = (parameter: string): string => `(SELECT j.value FROM ${eachTextOf(this.database.engine, parameter)})`;
    if (kind === 'email') {
      return {
        sql: `AND id IN (SELECT id FROM order_extras WHERE email_index = $1
              UNION SELECT id FROM orders WHERE customer_id IN (${this.customers.emailOwners('$1')}))`,
        parameters: [this.customers.emailIndex(q)],
      };
    }
    const phones = kind !== 'number-or-phone' ? [] : this.customers.phoneIndexes(q);
    return {
      sql: `AND id IN (SELECT id FROM orders WHERE number_key = $1
            UNION SELECT id FROM order_extras WHERE phone_index IN ${each('$2')})`,
      parameters: [orderNumberKey(q), JSON.stringify(phones)],
    };
  }
}

/** Orders of this customer whose extras the desk still has. */
export async function ownersOfExtras(
  database: Database,
  em: EntityManager,
  customerIds: readonly string[],
): Promise<string[]> {
  const rows = await em.query<{ id: string }[]>(
    `SELECT DISTINCT customer_id AS id FROM order_extras
     WHERE customer_id IN (SELECT j.value FROM ${eachTextOf(database.engine, '$1')})`,
    [JSON.stringify(customerIds)],
  );
  return rows.map(({ id }) => id);
}
