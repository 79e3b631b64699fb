import type { Change } from './changes.rules.js';

/** An order of a shop, and what is to become of it. */
export interface ShopChange {
  /** Our id of the change: asked twice, the shop does it once. */
  readonly id: string;
  /** The shop's own id of the order. */
  readonly order: string;
  readonly change: Change;
}

/** Whoever changes orders in a connected shop. Never called within a unit of work. */
export interface Shop {
  /** It stands on this machine: no real shop. */
  readonly trial: boolean;
  /**
   * Does it, or finds that it was done before. Answers the order as the shop now has it, where it says so at once.
   * @throws ShopRefused, ShopUnclear
   */
  change(ask: ShopChange): Promise<Readonly<Record<string, unknown>> | undefined>;
}
