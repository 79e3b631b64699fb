import type { BareTable } from '../support/bare-file.js';
import { numberOf, personOf } from './corpus.js';

/** The console's page. */
export const LIMIT = 50;

/** One look-up: what a person types, and the same as one statement written by hand. */
export interface Asked {
  readonly q: string;
  readonly sql: string;
  readonly parameters: readonly string[];
}
export interface Case {
  readonly name: string;
  /** For the order of that number in the corpus. */
  ask(file: BareTable, order: number): Promise<Asked>;
}

/** The page as it is shown: the order's facts and its customer's sealed name. Nothing is opened, checked or written. */
const page = (ids: string): string =>
  `SELECT o.id, o.number, o.placed_at, o.currency, o.total, o.payment_status, o.fulfilment_status, o.title,
          o.line_count, o.shop, c.name, c.key_id
   FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.id IN (${ids})
   ORDER BY o.placed_at DESC, o.id DESC LIMIT ${LIMIT + 1}`;

/** Keyed indexes are read from the order that is sought: only the desk can make them. */
async function stored<Row>(file: BareTable, order: number, sql: string): Promise<Row[]> {
  return (await file.all<Row>(`${sql} (SELECT id FROM orders WHERE external_id = ?)`, [`o-${order}`])).rows;
}

async function wordsOf(file: BareTable, order: number): Promise<string[]> {
  const rows = await stored<{ word: string }>(file, order, 'SELECT word FROM order_names WHERE order_id =');
  const counted = await Promise.all(
    rows.map(async ({ word }) => {
      const { rows: found } = await file.all<{ n: number }>('SELECT COUNT(*) AS n FROM order_names WHERE word = ?', [
        word,
      ]);
      return { word, n: found[0]?.n ?? 0 };
    }),
  );
  // There are fewer of a family's name than of a first one.
  return counted.sort((a, b) => a.n - b.n).map(({ word }) => word);
}

const named = (more: string): string =>
  page(
    `SELECT order_id FROM (SELECT n.order_id, n.placed_at FROM order_names n WHERE n.word = ? ${more}
     ORDER BY n.placed_at DESC, n.order_id DESC LIMIT ${LIMIT + 1})`,
  );

export const cases: readonly Case[] = [
  {
    name: 'number',
    ask: (_file, order) =>
      Promise.resolve({
        q: numberOf(order),
        sql: page('SELECT id FROM orders WHERE number_key = ?'),
        parameters: [numberOf(order)],
      }),
  },
  {
    name: 'e-mail',
    ask: async (file, order) => {
      const rows = await stored<{ i: string }>(file, order, 'SELECT email_index AS i FROM order_extras WHERE id =');
      return {
        q: personOf(order).email,
        sql: page('SELECT id FROM order_extras WHERE email_index = ?'),
        parameters: rows.map(({ i }) => i),
      };
    },
  },
  {
    name: 'phone',
    ask: async (file, order) => {
      const rows = await stored<{ i: string }>(file, order, 'SELECT phone_index AS i FROM order_extras WHERE id =');
      return {
        q: personOf(order).phone,
        sql: page('SELECT id FROM order_extras WHERE phone_index = ?'),
        parameters: rows.map(({ i }) => i),
      };
    },
  },
  {
    name: 'name',
    ask: async (file, order) => {
      const { first, last } = personOf(order);
      const both = 'AND EXISTS (SELECT 1 FROM order_names m WHERE m.order_id = n.order_id AND m.word = ?)';
      return { q: `${first} ${last}`, sql: named(both), parameters: await wordsOf(file, order) };
    },
  },
  {
    name: 'family name',
    ask: async (file, order) => {
      const [last = ''] = await wordsOf(file, order);
      return { q: personOf(order).last, sql: named(''), parameters: [last] };
    },
  },
];
