import { Sellers, SetSellers } from '@candour/shared/policy.js';
import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { SellersService } from './sellers.service.js';

/** The companies that the shop sells from. */
@Controller('api/sellers')
export class SellersController {
  constructor(@Inject(SellersService) private readonly sellers: SellersService) {}

  @Get()
  @Access('retention.preview', 'house')
  @Answers(Sellers)
  list(@CurrentActor() actor: Actor): Promise<Sellers> {
    return this.sellers.list(actor);
  }

  @Put()
  @Access('policy.sellers', 'house')
  @Answers(Sellers)
  set(@CurrentActor() actor: Actor, @Body({ schema: SetSellers }) ask: SetSellers): Promise<Sellers> {
    return this.sellers.set(actor, ask);
  }
}
