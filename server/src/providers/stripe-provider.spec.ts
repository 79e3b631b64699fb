import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { readConfig } from '../core/config/config.js';
import { EgressGate } from '../core/egress.js';
import { ProviderBusy, ProviderRefused, ProviderUnclear } from './payment-provider.js';
import { ProvidersService } from './providers.service.js';
import { StripeProvider } from './stripe-provider.js';

const SECRET = 'whsec_test_secret';
const order = { refundId: '0190163d', payment: 'pi_1', captured: 5000, amount: 1200, currency: 'EUR' as const };
const refund = {
  id: 're_1',
  object: 'refund',
  amount: 1200,
  currency: 'eur',
  status: 'succeeded',
  metadata: { refund: '0190163d' },
};

/** Speaks as Stripe's refunds do: what it is asked stands in `asked`, what it answers in `answer`. */
describe('Stripe', () => {
  let server: Server;
  let provider: StripeProvider;
  let answer: { status: number; body: object } | 'silence';
  let asked: { url: string; key: string | undefined; body: string }[];
  const providers = new ProvidersService();

  beforeEach(async () => {
    asked = [];
    server = createServer((request, response) => {
      void read(request).then((body) => {
        const key = request.headers['idempotency-key'];
        asked.push({ url: request.url ?? '', key: typeof key === 'string' ? key : undefined, body });
        if (answer === 'silence') return;
        response.writeHead(answer.status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(answer.body));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const config = readConfig({
      STRIPE_SECRET_KEY: 'sk_test_123',
      STRIPE_WEBHOOK_SECRET: SECRET,
      STRIPE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      PROVIDER_TIMEOUT: '200',
    });
    provider = new StripeProvider(config, providers, new EgressGate());
    provider.onModuleInit();
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('is asked under the refund’s own id, and for payments of its own alone', async () => {
    answer = { status: 200, body: refund };
    expect(await provider.refund(order)).toEqual(
      jasmine.objectContaining({
        reference: 're_1',
        status: 'succeeded',
        amount: 1200,
        currency: 'EUR',
        refundId: '0190163d',
      }),
    );
    expect(asked).toEqual([jasmine.objectContaining({ url: '/v1/refunds', key: '0190163d' })]);
    expect(Object.fromEntries(new URLSearchParams(asked[0]!.body))).toEqual({
      payment_intent: 'pi_1',
      amount: '1200',
      'metadata[refund]': '0190163d',
    });
    expect(providers.of({ provider: 'stripe', reference: 'pi_1' })?.name).toBe('stripe');
    expect(providers.of({ provider: 'stripe', reference: null })).toBeUndefined();
  });

  it('lists what it knows of a payment, page by page', async () => {
    answer = { status: 200, body: { object: 'list', url: '/v1/refunds', has_more: false, data: [refund] } };
    expect((await provider.refundsOf(order)).map(({ refundId }) => refundId)).toEqual(['0190163d']);
    expect(asked[0]!.url).toContain('payment_intent=pi_1');
  });

  for (const [name, given, expected] of [
    ['a card error has had no effect', { status: 402, type: 'card_error', code: 'card_declined' }, ProviderRefused],
    [
      'a bad ask has had no effect',
      { status: 400, type: 'invalid_request_error', code: 'charge_already_refunded' },
      ProviderRefused,
    ],
    [
      'a key in flight is not known',
      { status: 409, type: 'invalid_request_error', code: 'lock_timeout' },
      ProviderUnclear,
    ],
    ['too many asks are asked again', { status: 429, type: 'invalid_request_error', code: 'rate_limit' }, ProviderBusy],
    ['a wrong key is mended first', { status: 401, type: 'invalid_request_error', code: undefined }, ProviderBusy],
    ['a fault of theirs is not known', { status: 500, type: 'api_error', code: undefined }, ProviderUnclear],
  ] as const) {
    it(`says what an error means: ${name}`, async () => {
      const { status, ...error } = given;
      answer = { status, body: { error: { ...error, message: 'No.' } } };
      await expectAsync(provider.refund(order)).toBeRejectedWith(jasmine.any(expected));
      // The library's own retries are off: the worker writes down what it does first.
      expect(asked.length).toBe(1);
    });
  }

  it('does not know what became of an ask that was never answered', async () => {
    answer = 'silence';
    await expectAsync(provider.refund(order)).toBeRejectedWith(jasmine.any(ProviderUnclear));
    expect(asked.length).toBe(1);
  });

  it('is believed only when it signed, and only of refunds', () => {
    const bodyOf = (type: string): string =>
      JSON.stringify({ id: 'evt_1', object: 'event', type, data: { object: { ...refund, status: 'failed' } } });
    const headers = (payload: string, secret = SECRET, timestamp?: number): string =>
      Stripe.webhooks.generateTestHeaderString({ payload, secret, ...(timestamp === undefined ? {} : { timestamp }) });
    const body = bodyOf('refund.failed');
    expect(provider.eventOf(Buffer.from(body), headers(body))).toEqual({
      id: 'evt_1',
      refund: jasmine.objectContaining({ status: 'failed', refundId: '0190163d' }),
    });
    const other = bodyOf('charge.succeeded');
    expect(provider.eventOf(Buffer.from(other), headers(other))).toBeUndefined();
    const old = Math.floor(Date.now() / 1000) - 301;
    for (const header of [undefined, headers(body, 'whsec_other'), headers(body, SECRET, old), headers(other)]) {
      expect(() => provider.eventOf(Buffer.from(body), header)).toThrowMatching(
        (error: { code?: string }) => error.code === 'signature-wrong',
      );
    }
  });
});

async function read(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
