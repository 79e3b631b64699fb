import { ShopAsk, ShopCustomers, ShopMailbox, ShopOrders, ShopToken } from '@candour/shared/shop.js';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Open } from '../core/access/access.js';
import { Answers } from '../core/http/answers.js';
import { DemoService } from './demo.service.js';

/** What the page of the demonstration shop asks. Its customers are fiction, and anybody may be any of them. */
@Controller('shop/api')
@Open('The demonstration shop: its customers are fiction.')
export class ShopController {
  constructor(private readonly demo: DemoService) {}

  @Get('customers')
  @Answers(ShopCustomers)
  customers(): ShopCustomers {
    return { rows: this.demo.list() };
  }

  @Post('token')
  @Answers(ShopToken)
  token(@Body({ schema: ShopAsk }) { customer }: ShopAsk): ShopToken {
    return { token: this.demo.token(customer) };
  }

  @Get('orders')
  @Answers(ShopOrders)
  orders(@Query({ schema: ShopAsk }) { customer }: ShopAsk): Promise<ShopOrders> {
    return this.demo.ordersOf(customer);
  }

  @Get('mailbox')
  @Answers(ShopMailbox)
  mailbox(@Query({ schema: ShopAsk }) { customer }: ShopAsk): Promise<ShopMailbox> {
    return this.demo.mailboxOf(customer);
  }
}
