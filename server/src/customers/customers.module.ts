import { Module } from '@nestjs/common';
import { CONFIG } from '../core/config/config.js';
import { PrivacyModule } from '../privacy/privacy.module.js';
import { CustomerJoiningService } from './customer-joining.service.js';
import { CustomerMails } from './customer-mails.js';
import { CustomerParts } from './customer-parts.service.js';
import { CustomersKeeper } from './customers.keeper.js';
import { CustomersService } from './customers.service.js';
import { KeyMoves } from './key-moves.js';
import { OrderCustomers } from './order-customers.service.js';
import { readShopSecrets, SHOP_SECRETS } from './shop-secret.js';
import { ShopTokensService } from './shop-token.service.js';
import { VerificationService } from './verification.service.js';

/** Who the people are, and how sure the desk is of it. */
@Module({
  imports: [PrivacyModule],
  providers: [
    CustomerJoiningService,
    CustomerMails,
    CustomerParts,
    CustomersService,
    KeyMoves,
    OrderCustomers,
    CustomersKeeper,
    ShopTokensService,
    VerificationService,
    { provide: SHOP_SECRETS, inject: [CONFIG], useFactory: readShopSecrets },
  ],
  exports: [
    CustomerJoiningService,
    CustomerParts,
    CustomersService,
    OrderCustomers,
    ShopTokensService,
    VerificationService,
  ],
})
export class CustomersModule {}
