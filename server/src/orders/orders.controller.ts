import { Id } from '@candour/shared/ids.js';
import { Order, OrderSearch, OrderSummary } from '@candour/shared/orders.js';
import { pageOf, type Page } from '@candour/shared/paging.js';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { OrdersService } from './orders.service.js';

@Controller('api/orders')
export class OrdersController {
  constructor(@Inject(OrdersService) private readonly orders: OrdersService) {}

  @Get()
  @Access('order.find', 'P2')
  @Answers(pageOf(OrderSummary))
  search(@CurrentActor() actor: Actor, @Query({ schema: OrderSearch }) ask: OrderSearch): Promise<Page<OrderSummary>> {
    return this.orders.search(actor, ask);
  }

  @Get(':id')
  @Access('order.find', 'P2')
  @Answers(Order)
  get(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Order> {
    return this.orders.get(actor, id);
  }
}
