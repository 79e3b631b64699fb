import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { wooOrder } from '../../src/orders/orders.testing.js';

type Loose = Record<string, unknown>;

/** What the desk asked for. */
export interface Heard {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: Loose;
}

/** What it answers instead of doing it: `lost` does it, and the answer never arrives. */
export type Fault = number | 'lost';

export const KEY = 'ck_0123456789';
export const SECRET = 'cs_0123456789';
export const TOKEN = 'shpat_0123456789';
const PAGE = 100;

/** A server on loopback that speaks the routes of WooCommerce and Shopify which the desk uses. */
export class LoopbackShop {
  readonly heard: Heard[] = [];
  /** Answers given to the next asks that change something, or to all with `everything`. */
  faults: Fault[] = [];
  everything = false;
  readonly orders = new Map<number, Loose>();
  readonly refunds = new Map<number, Loose[]>();
  /** When something was changed here last; each change takes a second. */
  modified = Date.UTC(2026, 0, 15, 10);
  /** What a GraphQL mutation answers, by its name. */
  graph: Record<string, (variables: Loose) => Loose> = {};

  private constructor(private readonly server: Server) {}

  static async open(): Promise<LoopbackShop> {
    const server = createServer();
    const shop = new LoopbackShop(server);
    server.on('request', (request, response) => {
      void shop.answer(request).then(({ status, json }) => {
        if (status === 0) return void request.socket.destroy();
        const body = JSON.stringify(json);
        response.writeHead(status, { 'content-type': 'application/json' }).end(body);
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return shop;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The desk's settings with which it reaches this shop. */
  get woo(): Record<string, string> {
    return { WOO_URL: this.url, WOO_KEY: KEY, WOO_SECRET: SECRET };
  }

  get shopify(): Record<string, string> {
    return { SHOPIFY_URL: this.url, SHOPIFY_TOKEN: TOKEN };
  }

  put(id: number, changes: Loose = {}): Loose {
    const dates = { date_created_gmt: '2025-12-01T10:00:00', date_completed_gmt: '2025-12-10T12:00:00' };
    const order = wooOrder(id, { refunds: [], ...dates, ...changes });
    this.orders.set(id, order);
    return order;
  }

  changing(): Heard[] {
    return this.heard.filter(({ method }) => method !== 'GET');
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((done) => this.server.close(() => done()));
  }

  private async answer(request: IncomingMessage): Promise<{ status: number; json: unknown }> {
    const url = new URL(request.url ?? '/', this.url);
    const method = request.method ?? 'GET';
    const body = await bodyOf(request);
    this.heard.push({ method, path: url.pathname, query: url.searchParams, headers: request.headers, body });
    const faulty = method !== 'GET' || this.everything;
    const fault = faulty ? this.faults.shift() : undefined;
    if (typeof fault === 'number') return { status: fault, json: { code: 'faulty' } };
    const answer = url.pathname.startsWith('/admin/api/')
      ? this.asShopify(request, body)
      : this.asWoo(request, method, url, body);
    return fault === 'lost' ? { status: 0, json: null } : answer;
  }

  private asWoo(request: IncomingMessage, method: string, url: URL, body: Loose): { status: number; json: unknown } {
    const wanted = `Basic ${Buffer.from(`${KEY}:${SECRET}`).toString('base64')}`;
    if (request.headers.authorization !== wanted)
      return { status: 401, json: { code: 'woocommerce_rest_cannot_view' } };
    const path = url.pathname.replace('/wp-json/wc/v3/', '');
    if (method === 'GET' && path === 'orders') return { status: 200, json: this.page(url.searchParams) };
    const [, digits = '', part] = /^orders\/(\d+)(\/refunds)?$/.exec(path) ?? [];
    const id = Number(digits);
    const order = this.orders.get(id);
    if (!order) return { status: 404, json: { code: 'woocommerce_rest_shop_order_invalid_id' } };
    const refunds = this.refunds.get(id) ?? [];
    if (part === undefined && method === 'PUT') return { status: 200, json: this.change(order, body) };
    if (part === undefined) return { status: 200, json: order };
    if (method === 'GET') return { status: 200, json: refunds };
    const refund = { id: refunds.length + 1, amount: body['amount'], reason: body['reason'] };
    this.refunds.set(id, [...refunds, refund]);
    const known = order['refunds'] as Loose[];
    order['refunds'] = [...known, { id: refund.id, reason: refund.reason, total: `-${String(refund.amount)}` }];
    return { status: 201, json: refund };
  }

  private page(query: URLSearchParams): Loose[] {
    const after = query.get('modified_after') ?? '';
    const page = Number(query.get('page') ?? 1);
    const modified = (order: Loose): string => String(order['date_modified_gmt']);
    return [...this.orders.values()]
      .filter((order) => modified(order) > after)
      .sort((a, b) => modified(a).localeCompare(modified(b)))
      .slice((page - 1) * PAGE, page * PAGE);
  }

  private change(order: Loose, { status, shipping, line_items: lines }: Loose): Loose {
    if (status !== undefined) order['status'] = status;
    if (shipping !== undefined) order['shipping'] = shipping;
    const gone = new Set(((lines ?? []) as Loose[]).filter(({ quantity }) => quantity === 0).map(({ id }) => id));
    this.modified += 1000;
    order['date_modified_gmt'] = new Date(this.modified).toISOString().slice(0, 19);
    order['line_items'] = (order['line_items'] as Loose[]).filter(({ id }) => !gone.has(id));
    return order;
  }

  private asShopify(request: IncomingMessage, { query, variables }: Loose): { status: number; json: unknown } {
    if (request.headers['x-shopify-access-token'] !== TOKEN) return { status: 401, json: { errors: 'no' } };
    const name = Object.keys(this.graph).find((one) => String(query).includes(`${one}(`));
    if (name === undefined) return { status: 200, json: { errors: [{ message: 'unknown field' }] } };
    return { status: 200, json: { data: { [name]: this.graph[name]!((variables ?? {}) as Loose) } } };
  }
}

/** As Shopify and WooCommerce sign: base64 of the HMAC of the bytes. */
export const signed = (secret: string, body: string): string =>
  createHmac('sha256', secret).update(body).digest('base64');

async function bodyOf(request: IncomingMessage): Promise<Loose> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as Loose);
}
