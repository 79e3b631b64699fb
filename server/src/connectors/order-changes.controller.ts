import { Id } from '@candour/shared/ids.js';
import { CancelOrder, ChangeAddress, OrderChange, OrderChanges } from '@candour/shared/order-changes.js';
import { Body, Controller, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { OrderChangesService } from './order-changes.service.js';

@Controller('api/orders')
export class OrderChangesController {
  constructor(private readonly changes: OrderChangesService) {}

  @Get(':id/changes')
  @Access('order.find', 'P2')
  @Answers(OrderChanges)
  list(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<OrderChanges> {
    return this.changes.list(actor, id);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Access('order.change', 'P2')
  @Answers(OrderChange)
  cancel(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Headers('idempotency-key') key: string | undefined,
    @Body({ schema: CancelOrder }) ask: CancelOrder,
  ): Promise<OrderChange> {
    return this.changes.cancel(actor, key, id, ask);
  }

  @Post(':id/address')
  @HttpCode(200)
  @Access('order.change', 'P2')
  @Answers(OrderChange)
  address(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Headers('idempotency-key') key: string | undefined,
    @Body({ schema: ChangeAddress }) ask: ChangeAddress,
  ): Promise<OrderChange> {
    return this.changes.address(actor, key, id, ask);
  }
}

/** What was asked of a shop, one by one. */
@Controller('api/order-changes')
export class AskedChangesController {
  constructor(private readonly changes: OrderChangesService) {}

  @Post(':id/retry')
  @HttpCode(200)
  @Access('order.change', 'P2')
  @Answers(OrderChange)
  retry(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<OrderChange> {
    return this.changes.retry(actor, id);
  }

  @Post(':id/done')
  @HttpCode(200)
  @Access('order.change', 'P2')
  @Answers(OrderChange)
  done(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<OrderChange> {
    return this.changes.done(actor, id);
  }
}
