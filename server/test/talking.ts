import type { Entries } from '@candour/shared/conversations.js';
import type { Browser, Desk } from './desk.js';
import { LiveClient } from './live-clients.js';

/** A desk with an agent at it, each with a line of their own, and a customer who opened the chat. */
export interface Talking {
  readonly desk: Desk;
  readonly agent: Browser;
  readonly customer: LiveClient;
  readonly agentLive: LiveClient;
}

export async function talking(open: () => Promise<Desk>): Promise<Talking> {
  const desk = await open();
  const agent = await desk.signedIn(await desk.addStaff('agent'));
  const customer = await LiveClient.chat(desk);
  return { desk, agent, customer, agentLive: await LiveClient.desk(desk, agent) };
}

export async function over({ desk, customer, agentLive }: Omit<Talking, 'agent'>): Promise<void> {
  customer.close();
  agentLive.close();
  await desk.close();
}

export const take = (id: string, by: Browser) => by.ask('post', `/api/conversations/${id}/take`);

export const entriesOf = async (id: string, by: Browser): Promise<Entries> =>
  (await by.ask('get', `/api/conversations/${id}/entries`)).body as Entries;

/** As docs/import.md has it. */
export const sofaOrder = {
  moneyUnit: 'major',
  externalId: 'KW-2001',
  number: 'KW-2001',
  placedAt: '2026-01-02T08:00:00Z',
  updatedAt: '2026-01-03T08:00:00Z',
  currency: 'USD',
  taxesIncluded: false,
  paymentStatus: 'paid',
  fulfilmentStatus: 'fulfilled',
  subtotal: '1899.00',
  discount: '0.00',
  shipping: '0.00',
  tax: '0.00',
  total: '1899.00',
  country: 'US',
  language: 'en',
  customer: { name: 'Ottoline Sofabed', email: 'ottoline@example.com', phone: '+1 202 555 0143' },
  address: '1 Elm Street\nSpringfield',
  lines: [{ externalId: '1', title: 'Sofa', quantity: 1, unitPrice: '1899.00', discount: '0.00', tax: '0.00' }],
};

/** Takes it in as an administrator does. */
export async function withSofaOrder(desk: Desk): Promise<void> {
  const admin = await desk.signedIn();
  const file = JSON.stringify([sofaOrder]);
  const taken = await admin.ask('post', '/api/imports?format=generic-json&name=orders.json', file, {
    'content-type': 'application/octet-stream',
  });
  expect(taken.body).toEqual(jasmine.objectContaining({ created: 1, failed: 0 }));
}
