import type { IncomingMessage, ServerResponse } from 'node:http';
import { isFaultMode, type FaultMode, type Faults } from './faults.js';
import { SandboxRefusal, type SandboxLedger, type SandboxRefund } from './payments.js';
import type { Webhooks } from './webhooks.js';

export interface Sandbox {
  readonly ledger: SandboxLedger;
  readonly faults: Faults;
  readonly webhooks: Webhooks;
}

export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly key: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

type Answer = { readonly status: number; readonly body: unknown; readonly headers?: Record<string, string> };
/** Never answers: whoever asks has to give up. */
export const SILENCE = Symbol('silence');

const ok = (body: unknown): Answer => ({ status: 200, body });
const BODY_MAX = 64 * 1024;

export async function readAsk(request: IncomingMessage): Promise<Ask> {
  const url = new URL(request.url ?? '/', 'http://sandbox');
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > BODY_MAX) throw new SandboxRefusal(413, 'too-large');
  }
  const key = request.headers['idempotency-key'];
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    key: typeof key === 'string' ? key : undefined,
    body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
  };
}

export async function answerTo(sandbox: Sandbox, ask: Ask): Promise<Answer | typeof SILENCE> {
  const { ledger, faults, webhooks } = sandbox;
  switch (`${ask.method} ${ask.path}`) {
    case 'GET /v1/health':
      return ok({ sandbox: true });
    case 'PUT /v1/callback':
      webhooks.callback(String(ask.body['url']));
      return ok({});
    case 'PUT /v1/faults':
      if (ask.body['clear'] === true) faults.clear();
      faults.order((Array.isArray(ask.body['next']) ? ask.body['next'] : []).filter(isFaultMode));
      return ok({});
    case 'POST /v1/idle':
      await webhooks.idle();
      return ok({});
    case 'PUT /v1/payments': {
      const { reference, captured, currency } = ask.body;
      ledger.register({ reference: String(reference), captured: Number(captured), currency: String(currency) });
      return ok({});
    }
    case 'POST /v1/refunds':
      return refund(sandbox, ask, faults.next());
    case 'GET /v1/refunds':
      return ok({ refunds: ledger.refundsOf(ask.query.get('payment') ?? '') });
    case 'GET /v1/ledger':
      return ok({ payments: [...ledger.payments.values()], refunds: [...ledger.refunds.values()] });
    default:
      return { status: 404, body: { code: 'not-found' } };
  }
}

const beginsAs: Readonly<Partial<Record<FaultMode, SandboxRefund['status']>>> = {
  pending: 'pending',
  'pending-fails': 'pending',
  'reordered-webhooks': 'pending',
  'requires-action': 'requires_action',
};

function refund(sandbox: Sandbox, { key, body }: Ask, fault: FaultMode | undefined): Answer | typeof SILENCE {
  if (key === undefined) throw new SandboxRefusal(400, 'idempotency-key-missing');
  if (fault === 'timeout-before') return SILENCE;
  if (fault === '500-before') return { status: 500, body: { code: 'internal' } };
  if (fault === '429') return { status: 429, body: { code: 'rate-limited' }, headers: { 'retry-after': '1' } };
  if (fault === 'declined') return { status: 402, body: { code: 'declined' } };
  const metadata = body['metadata'] as { refund?: string } | undefined;
  const made = sandbox.ledger.refund(key, {
    payment: String(body['payment']),
    amount: Number(body['amount']),
    currency: String(body['currency']),
    refund: metadata?.refund,
    status: (fault && beginsAs[fault]) ?? 'succeeded',
  });
  if (fault !== undefined) after(sandbox, made, fault);
  if (fault === 'timeout-after') return SILENCE;
  if (fault === '500-after') return { status: 500, body: { code: 'internal' } };
  return ok(made);
}

/** What the provider tells later. */
function after({ ledger, webhooks }: Sandbox, { id }: SandboxRefund, fault: FaultMode): void {
  const become = (status: SandboxRefund['status'], reason?: string): void => {
    const refund = ledger.become(id, status, reason);
    if (refund) webhooks.send(refund);
  };
  const told = ledger.refunds.get(id);
  if (!told) return;
  switch (fault) {
    case 'pending':
    case 'requires-action':
      return become('succeeded');
    case 'pending-fails':
      return become('failed', 'expired-card');
    case 'late-failure':
      webhooks.send(told);
      return become('failed', 'account-closed');
    case 'duplicate-webhook':
      for (let i = 0; i < 3; i++) webhooks.send(told, { id: `evt_${id}` });
      return;
    case 'reordered-webhooks': {
      const settled = ledger.become(id, 'succeeded');
      if (settled) webhooks.send(settled);
      return webhooks.send(told);
    }
    case 'forged-webhook':
      return webhooks.send({ ...told, status: 'failed', reason: 'forged' }, { forged: true });
    default:
      return;
  }
}

export function write(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
