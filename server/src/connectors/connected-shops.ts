import type { OrderSource } from '@candour/shared/orders.js';
import { Injectable } from '@nestjs/common';
import type { Shop } from './shop.js';
import { ShopifyShop } from './shopify-shop.js';
import { WooApi } from './woo-api.js';
import { WooShop } from './woo-shop.js';

/** Which shops can be asked to change an order. */
@Injectable()
export class ConnectedShops {
  constructor(
    private readonly shopify: ShopifyShop,
    private readonly woo: WooShop,
    private readonly wooApi: WooApi,
  ) {}

  of(source: OrderSource): Shop | undefined {
    if (source === 'shopify' && this.shopify.connected) return this.shopify;
    if (source === 'woocommerce' && this.wooApi.url !== undefined) return this.woo;
    return undefined;
  }

  get any(): boolean {
    return this.of('shopify') !== undefined || this.of('woocommerce') !== undefined;
  }
}
