import type { OrderSummary } from '@candour/shared/orders.js';
import type { ShopCustomer, ShopMailbox } from '@candour/shared/shop.js';
import type { Words } from './catalogue/en.js';
import { fill, h } from './dom.js';
import { shopApi } from './shop-api.js';

/** What a signed-in customer sees: their orders, and the mailbox in which the desk's codes arrive. */
export async function account(customer: ShopCustomer, words: Words, language: string): Promise<HTMLElement> {
  const { rows } = await shopApi.orders(customer.id);
  const list = h('div', { className: 'mails', 'aria-live': 'polite' });
  const look = async (): Promise<void> => {
    const mails = await shopApi.mailbox(customer.id).catch((): ShopMailbox => ({ rows: [] }));
    const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
    list.replaceChildren(
      ...mails.rows.map(({ subject, text, createdAt }) =>
        h('article', {}, h('h3', {}, subject), h('time', {}, time.format(createdAt)), h('p', {}, text)),
      ),
    );
    if (mails.rows.length === 0) list.replaceChildren(h('p', {}, words.noMail));
  };
  await look();
  return h(
    'div',
    { className: 'columns' },
    h(
      'section',
      {},
      h('h2', {}, words.orders),
      rows.length > 0
        ? h('ul', { className: 'orders' }, ...rows.map((order) => orderRow(order, words, language)))
        : h('p', {}, words.noOrders),
    ),
    h(
      'section',
      {},
      h('h2', {}, words.mailbox),
      h('p', {}, fill(words.mailboxHint, { email: customer.email })),
      h('button', { type: 'button', onclick: () => void look() }, words.refresh),
      list,
    ),
  );
}

function orderRow(order: OrderSummary, words: Words, language: string): HTMLElement {
  const { amount, currency } = order.total;
  const total = new Intl.NumberFormat(language, { style: 'currency', currency }).format(amount / 100);
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(order.placedAt);
  return h(
    'li',
    {},
    h('strong', {}, order.number),
    h('span', {}, order.title, order.lineCount > 1 ? ` (${fill(words.more, { count: order.lineCount })})` : ''),
    h('span', { className: 'quiet' }, `${fill(words.placed, { date })} · ${words.status[order.fulfilmentStatus]}`),
    h('span', { className: 'total' }, total),
  );
}
