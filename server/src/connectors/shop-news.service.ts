import { createHmac, timingSafeEqual } from 'node:crypto';
import { Refused } from '@candour/shared/errors.js';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { system } from '../core/access/actor.js';
import { CONFIG, type Config } from '../core/config/config.js';
import { InboundEvents } from '../orders/inbound/inbound-events.service.js';
import { MirrorService, type ConnectedSource } from '../orders/import/mirror.service.js';
import { faultText } from './woo-poll.worker.js';

/** What came with a body. */
export interface ShopHeaders {
  readonly signature: string | undefined;
  /** The sender's own number of what it sends; the same when it sends it again. */
  readonly eventId: string | undefined;
  /** Such as `orders/updated`. */
  readonly topic: string | undefined;
}

/** Topics whose bodies are whole orders; of all others the next of these tells what they changed. */
const orderTopics: Readonly<Record<ConnectedSource, RegExp>> = {
  shopify: /^orders\/(?:create|updated|edited|cancelled|fulfilled|partially_fulfilled|paid)$/,
  woocommerce: /^order\.(?:created|updated|restored)$/,
};
/** Sent without a signature when a webhook is made, and not JSON. */
const PING = /^webhook_id=\d{1,12}$/;
const EVENT_ID = /^[\x21-\x7e]{1,200}$/;

/** What shops tell by themselves: read only when the signature is right, and taken in once. */
@Injectable()
export class ShopNews {
  private readonly log = new Logger(ShopNews.name);

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly events: InboundEvents,
    private readonly mirror: MirrorService,
  ) {}

  /**
   * @throws Refused `not-found` where this shop is not connected, `signature-wrong`, `event-conflict`, `bad-input`,
   * `malformed-json`.
   */
  async take(source: ConnectedSource, body: Buffer, headers: ShopHeaders): Promise<void> {
    const secret = this.config.shops[source].webhookSecret;
    if (secret === undefined) throw new Refused('not-found');
    if (source === 'woocommerce' && headers.signature === undefined && PING.test(body.toString('latin1'))) return;
    requireSignature(body, headers.signature, secret);
    const { eventId, topic } = headers;
    if (eventId === undefined || !EVENT_ID.test(eventId)) throw new Refused('bad-input');
    const record = parsed(body);
    const digest = this.events.digest(body);
    if (await this.events.isKnown(source, eventId, digest)) return;
    const records = orderTopics[source].test(topic ?? '') ? [record] : [];
    try {
      const { faults } = await this.mirror.take(system(source), source, records, async (tx) => {
        // Of two of the same at once the second changes nothing: what it tells is no news to the mirror any more.
        await this.events.once(tx, source, eventId, digest);
      });
      // Sent again it would be as wrong as before: the shop is told that it came, and the log what is wrong with it.
      if (faults.length > 0) {
        this.log.warn({ fault: 'The shop told an order that is not right.', shop: source, reasons: faultText(faults) });
      }
    } catch (error) {
      // Two of the same at once: the second finds that the first was there.
      if (error instanceof Refused || !(await this.events.isKnown(source, eventId, digest))) throw error;
    }
  }
}

/** Base64 of the HMAC-SHA-256 of the body as it came, compared in constant time. */
function requireSignature(body: Buffer, given: string | undefined, secret: string): void {
  const wanted = createHmac('sha256', secret).update(body).digest();
  const signed = /^[A-Za-z0-9+/]{43}=$/.test(given ?? '') ? Buffer.from(given ?? '', 'base64') : undefined;
  if (signed === undefined || !timingSafeEqual(wanted, signed)) throw new Refused('signature-wrong');
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new Refused('malformed-json');
  }
}
