import { Module } from '@nestjs/common';
import { CustomerParts } from './customer-parts.service.js';
import { CustomersKeeper } from './customers.keeper.js';
import { CONFIG } from '../core/config/config.js';
import { CustomersService } from './customers.service.js';
import { readShopSecrets, SHOP_SECRETS } from './shop-secret.js';
import { ShopTokensService } from './shop-token.service.js';

/** Who the people are, and how sure the desk is of it. */
@Module({
  providers: [
    CustomerParts,
    CustomersService,
    CustomersKeeper,
    ShopTokensService,
    { provide: SHOP_SECRETS, inject: [CONFIG], useFactory: readShopSecrets },
  ],
  exports: [CustomerParts, CustomersService, ShopTokensService],
})
export class CustomersModule {}
