import { Refused } from '@candour/shared/errors.js';
import { MINUTE } from '@candour/shared/instant.js';
import { Controller, Headers, HttpCode, Post, Req } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import type { Request } from 'express';
import { Open } from '../core/access/access.js';
import { Answers } from '../core/http/answers.js';
import { ShopNews } from './shop-news.service.js';

type Told = Readonly<Record<string, string | string[] | undefined>>;

/** What shops tell by themselves. Answered at once; the same again is answered and does nothing. */
// A shop tells of all its orders from a few addresses, in bursts: a signature that is wrong costs one digest.
@Throttle({ default: { limit: 3_000, ttl: MINUTE } })
@Controller('api/webhooks/shops')
export class ShopWebhooksController {
  constructor(private readonly news: ShopNews) {}

  @Post('shopify')
  @HttpCode(200)
  @Open('a shop signs what it sends')
  @Answers(null)
  async shopify(@Req() request: Request, @Headers() headers: Told): Promise<void> {
    const topic = one(headers['x-shopify-topic']);
    const event = one(headers['x-shopify-event-id']);
    await this.news.take('shopify', bodyOf(request), {
      signature: one(headers['x-shopify-hmac-sha256']),
      // One deed in the shop has one event, which several topics tell of; each telling has its own number.
      eventId: one(headers['x-shopify-webhook-id']) ?? (event === undefined ? undefined : `${topic}:${event}`),
      topic,
    });
  }

  @Post('woocommerce')
  @HttpCode(200)
  @Open('a shop signs what it sends')
  @Answers(null)
  async woocommerce(@Req() request: Request, @Headers() headers: Told): Promise<void> {
    await this.news.take('woocommerce', bodyOf(request), {
      signature: one(headers['x-wc-webhook-signature']),
      eventId: one(headers['x-wc-delivery-id']),
      topic: one(headers['x-wc-webhook-topic']),
    });
  }
}

const one = (header: string | string[] | undefined): string | undefined =>
  typeof header === 'string' && header !== '' ? header : undefined;

/** The bytes as they came (see `bootstrap.ts`). */
function bodyOf({ body }: Request): Buffer {
  if (!Buffer.isBuffer(body) || body.length === 0) throw new Refused('bad-input');
  return body;
}
