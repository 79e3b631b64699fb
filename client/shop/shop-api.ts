import type { ShopCustomers, ShopMailbox, ShopOrders, ShopToken } from '@candour/shared/shop.js';

async function answer<T>(asked: Promise<Response>): Promise<T> {
  const response = await asked;
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as T;
}

const get = <T>(path: string): Promise<T> => answer<T>(fetch(`/shop/api/${path}`));

/** The shop's own server. */
export const shopApi = {
  customers: (): Promise<ShopCustomers> => get('customers'),
  orders: (customer: string): Promise<ShopOrders> => get(`orders?customer=${customer}`),
  mailbox: (customer: string): Promise<ShopMailbox> => get(`mailbox?customer=${customer}`),
  token: (customer: string): Promise<ShopToken> =>
    answer<ShopToken>(
      fetch('/shop/api/token', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ customer }),
      }),
    ),
};
