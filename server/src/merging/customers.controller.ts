import { Id } from '@candour/shared/ids.js';
import {
  CustomerMergesAsked,
  CustomerPage,
  CustomerSearch,
  DecideMerge,
  FoundCustomers,
  MergeAsk,
} from '@candour/shared/merging.js';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { CustomerMergesService } from './customer-merges.service.js';
import { CustomerPagesService } from './customer-pages.service.js';

/** People, and two of them who are one. */
@Controller('api')
export class CustomersController {
  constructor(
    private readonly pages: CustomerPagesService,
    private readonly merges: CustomerMergesService,
  ) {}

  @Get('customers')
  @Access('customer.read', 'P2')
  @Answers(FoundCustomers)
  async search(
    @CurrentActor() actor: Actor,
    @Query({ schema: CustomerSearch }) { q }: CustomerSearch,
  ): Promise<FoundCustomers> {
    return { rows: await this.pages.search(actor, q) };
  }

  @Get('customers/:id')
  @Access('customer.read', 'P2')
  @Answers(CustomerPage)
  page(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<CustomerPage> {
    return this.pages.page(actor, id);
  }

  @Post('customers/:id/merge')
  @HttpCode(200)
  @Access('customer.merge-ask', 'P2')
  @Answers(CustomerPage)
  async ask(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: MergeAsk }) { into }: MergeAsk,
  ): Promise<CustomerPage> {
    await this.merges.ask(actor, id, into);
    return this.pages.page(actor, id);
  }

  @Get('customer-merges')
  @Access('customer.merge-ask', 'P2')
  @Answers(CustomerMergesAsked)
  async waiting(@CurrentActor() actor: Actor): Promise<CustomerMergesAsked> {
    return { rows: await this.pages.waiting(actor) };
  }

  @Post('customer-merges/:id/approve')
  @Access('customer.merge', 'P2')
  @Answers(null)
  approve(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: DecideMerge }) { password }: DecideMerge,
  ): Promise<void> {
    return this.merges.approve(actor, id, password);
  }

  @Post('customer-merges/:id/reject')
  @Access('customer.merge-ask', 'P2')
  @Answers(null)
  reject(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<void> {
    return this.merges.reject(actor, id);
  }

  @Post('customer-merges/:id/undo')
  @Access('customer.merge', 'P2')
  @Answers(null)
  undo(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<void> {
    return this.merges.undo(actor, id);
  }
}
