import { Module } from '@nestjs/common';
import { CustomerParts } from './customer-parts.service.js';
import { CustomersKeeper } from './customers.keeper.js';
import { CustomersService } from './customers.service.js';

/** Who the people are, and how sure the desk is of it. */
@Module({
  providers: [CustomerParts, CustomersService, CustomersKeeper],
  exports: [CustomerParts, CustomersService],
})
export class CustomersModule {}
