import { ContactEmail, ContactName } from '@candour/shared/customers.js';
import type { RefusalCode } from '@candour/shared/errors.js';
import { MINUTE, SECOND } from '@candour/shared/instant.js';
import * as z from 'zod';

/** Whom a token must be meant for. */
export const AUDIENCE = 'candour';
/** Longest life of a token, in milliseconds. */
export const TOKEN_LIFE = 10 * MINUTE;
/** How far the shop's clock may be from the desk's, in milliseconds. */
export const CLOCK_SKEW = 30 * SECOND;

const Header = z.object({ alg: z.literal('HS256'), typ: z.literal('JWT').optional() });
const Seconds = z.int().min(0).max(1e11);

/** What a shop says of a customer who is signed in there. */
export const ShopClaims = z.object({
  /** The customer's id in the shop. */
  sub: z.string().min(1).max(200),
  email: ContactEmail,
  name: ContactName.optional(),
  aud: z.union([z.string(), z.array(z.string()).max(10)]),
  /** Seconds since 1970, as in every JWT (RFC 7519). */
  iat: Seconds,
  exp: Seconds,
  /** Made anew for each token: it is accepted once. */
  jti: z.string().regex(/^[\w.-]{16,128}$/),
});
export type ShopClaims = z.infer<typeof ShopClaims>;

export interface ReadToken {
  /** The part that is signed, as it stands in the token. */
  readonly signed: string;
  /** HMAC-SHA256 in base64url. */
  readonly signature: string;
  readonly claims: ShopClaims;
}

/** Reads a compact JWT (RFC 7515) signed with HS256; undefined for anything else. The signature is not yet judged. */
export function readToken(token: string): ReadToken | undefined {
  const [header, payload, signature, rest] = token.split('.');
  if (!header || !payload || !signature || rest !== undefined) return undefined;
  const claims = ShopClaims.safeParse(parse(payload));
  if (!Header.safeParse(parse(header)).success || !claims.success) return undefined;
  return { signed: `${header}.${payload}`, signature, claims: claims.data };
}

/** Why a token whose signature fits is refused at this instant, if it is. */
export function refusalOf({ aud, iat, exp }: ShopClaims, now: number): RefusalCode | undefined {
  if (![aud].flat().includes(AUDIENCE)) return 'token-invalid';
  if (iat * SECOND > now + CLOCK_SKEW) return 'token-invalid';
  if (exp <= iat || (exp - iat) * SECOND > TOKEN_LIFE) return 'token-invalid';
  if (exp * SECOND + CLOCK_SKEW <= now) return 'token-expired';
  return undefined;
}

function parse(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
