import { Global, Module } from '@nestjs/common';
import { PolicyController } from './policy.controller.js';
import { PolicyService } from './policy.service.js';
import { SellersController } from './sellers.controller.js';
import { SellersService } from './sellers.service.js';

/** What the shop has promised, as rules. Asked by every feature. */
@Global()
@Module({
  controllers: [PolicyController, SellersController],
  providers: [PolicyService, SellersService],
  exports: [PolicyService, SellersService],
})
export class PolicyModule {}
