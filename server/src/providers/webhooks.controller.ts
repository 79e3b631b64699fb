import { Refused } from '@candour/shared/errors.js';
import { MINUTE } from '@candour/shared/instant.js';
import { Controller, Headers, Post, Req, type RawBodyRequest } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import type { Request } from 'express';
import { Answers } from '../core/http/answers.js';
import { Open } from '../core/access/access.js';
import { StripeProvider } from './stripe-provider.js';
import { ProviderNews } from './provider-news.service.js';

/** What payment providers tell by themselves. Answered at once; the same again is answered and does nothing. */
// A provider tells of all its refunds from a few addresses, in bursts: a signature that is wrong costs one digest.
@Throttle({ default: { limit: 3_000, ttl: MINUTE } })
@Controller('api/webhooks/payments')
export class PaymentWebhooksController {
  constructor(
    private readonly news: ProviderNews,
    private readonly stripes: StripeProvider,
  ) {}

  @Post('stripe')
  @Open('a provider signs what it sends')
  @Answers(null)
  async stripe(
    @Req() request: RawBodyRequest<Request>,
    @Headers('stripe-signature') signature: string | undefined,
  ): Promise<void> {
    const body = bodyOf(request);
    const event = this.stripes.eventOf(body, signature);
    if (event) await this.news.take('stripe', event.id, body, event.refund);
  }

  @Post('sandbox')
  @Open('a provider signs what it sends')
  @Answers(null)
  async sandbox(
    @Req() request: RawBodyRequest<Request>,
    @Headers('x-sandbox-signature') signature: string | undefined,
  ): Promise<void> {
    await this.news.fromSandbox(bodyOf(request), signature);
  }
}

function bodyOf({ rawBody }: RawBodyRequest<Request>): Buffer {
  if (!rawBody || rawBody.length === 0) throw new Refused('bad-input');
  return rawBody;
}
