import type { OrderSource } from '@candour/shared/orders.js';
import type { Vault } from '../core/vault/vault.js';

/**
 * What stands for the shop's own id of an order that was anonymised. Only the desk can make it, and only of the id
 * itself: an import knows the order again, and nothing leads from the row to the shop's order.
 */
export const anonymisedId = (vault: Vault, shop: OrderSource, externalId: string): string =>
  `anonymised:${vault.blindIndex('order', `${shop}|${externalId}`)}`;
