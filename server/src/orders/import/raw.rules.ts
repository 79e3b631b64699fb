import { inspect, maskText } from '../../core/guard/guard.rules.js';

/** Parts of a shop's order that the desk has no use for: secrets of a session, traces of a device, payment details. */
const dropped = new Set(
  (
    'token cart_token checkout_token cart_hash order_key order_status_url payment_url landing_site landing_site_ref ' +
    'referring_site browser_ip client_details customer_ip_address customer_user_agent payment_details ' +
    'payment_terms transaction_id meta_data _links payment_sessions data client_secret admin_graphql_api_id credit_card card password cvv cvc'
  ).split(' '),
);

/** The order as the shop gave it, as JSON text: without what the desk has no use for, and masked. */
export const rawOf = (record: unknown): string => JSON.stringify(kept(record));

function kept(value: unknown): unknown {
  if (typeof value === 'string') return maskedWhere(value);
  if (typeof value === 'number') return maskedNumber(value);
  if (Array.isArray(value)) return value.map(kept);
  if (typeof value !== 'object' || value === null) return value;
  const result: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) {
    if (dropped.has(name) || part === null) continue;
    result[name] = typeof part === 'number' && isId.test(name) ? part : kept(part);
  }
  return result;
}

const isId = /(?:^|_)id$/;

/** Beyond what a number holds exactly the check digit is lost, and most digits of a card would be there: it goes whole. */
function maskedNumber(value: number): number | string {
  if (Math.abs(value) < 1e12) return value;
  const digits = String(value);
  if (!Number.isSafeInteger(value)) return '•'.repeat(digits.length);
  const masked = maskedWhere(digits);
  return masked === digits ? value : masked;
}

/** Ids, amounts and dates are most of an order; only what is long enough or has words is read. */
const plain = /^(?:[\d.,-]{0,12}|\d{4}-\d\d-\d\dT[\d:.+Z-]{5,24})$/;

/** Titles, names of states and places come again and again. */
const seen = new Map<string, string>();
const SEEN = 2000;
const SHORT = 60;

function maskedWhere(text: string): string {
  if (text.length < 4 || plain.test(text)) return text;
  const known = seen.get(text);
  if (known !== undefined) return known;
  const { spans } = inspect(text);
  const masked = spans.length === 0 ? text : maskText(text, spans).text;
  // What was masked is not kept in memory either.
  if (masked === text && text.length <= SHORT) {
    if (seen.size >= SEEN) seen.clear();
    seen.set(text, text);
  }
  return masked;
}
