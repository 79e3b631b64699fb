import { Refused } from '@candour/shared/errors.js';
import { Controller, Headers, HttpCode, Post, Req, type RawBodyRequest } from '@nestjs/common';
import type { Request } from 'express';
import { Open } from '../core/access/access.js';
import { ProviderNews } from './provider-news.service.js';

/** What payment providers tell by themselves. Answered at once; the same again is answered and does nothing. */
@Controller('api/webhooks/payments')
export class PaymentWebhooksController {
  constructor(private readonly news: ProviderNews) {}

  @Post('sandbox')
  @HttpCode(204)
  @Open('a provider signs what it sends')
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
