import type { RefusalCode } from '@candour/shared/errors.js';

/** What the configuration says of the desk's borders. */
export interface BorderConfig {
  /** Origin under which people reach the desk. */
  readonly publicUrl?: string | undefined;
}

/** The headers that tell where a request comes from, and over what. */
export interface BorderHeaders {
  readonly host?: string | undefined;
  readonly origin?: string | undefined;
  readonly 'x-forwarded-proto'?: string | string[] | undefined;
  readonly 'sec-fetch-site'?: string | string[] | undefined;
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;
const reading: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

export const changes = (method: string): boolean => !reading.has(method);

export const overTls = (config: BorderConfig): boolean => config.publicUrl?.startsWith('https:') === true;

/**
 * Policy R13: personal data travels under TLS. With an https `PUBLIC_URL` the proxy must say that the request came
 * so (a client that lies about it exposes only itself); without one, only this machine itself is served.
 */
export function transportAllowed(config: BorderConfig, headers: BorderHeaders): boolean {
  if (!overTls(config)) return loopback.test(headers.host ?? '');
  const [forwarded] = [headers['x-forwarded-proto'] ?? ''].flat();
  return forwarded?.split(',')[0]?.trim().toLowerCase() === 'https';
}

/** Whether an origin is the desk's own address. The chat's is too: in a shop it lives in a frame of the desk. */
function originAllowed(config: BorderConfig, headers: BorderHeaders): boolean {
  const { origin, host } = headers;
  if (origin === undefined || host === undefined) return false;
  if (origin === config.publicUrl) return true;
  return !overTls(config) && loopback.test(host) && origin === `http://${host}`;
}

/**
 * Whether a changing request comes from one of the desk's own pages. Every browser sends `Origin` with one; where
 * neither header stands, no browser sent it.
 */
export function siteOf(config: BorderConfig, headers: BorderHeaders): 'own' | 'foreign' | 'unknown' {
  const [site] = [headers['sec-fetch-site']].flat();
  if (headers.origin !== undefined && !originAllowed(config, headers)) return 'foreign';
  if (site !== undefined && site !== 'same-origin') return 'foreign';
  return headers.origin === undefined && site === undefined ? 'unknown' : 'own';
}

/** Why a socket's handshake is refused, if it is. */
export function handshakeRefusal(config: BorderConfig, headers: BorderHeaders): RefusalCode | undefined {
  if (!transportAllowed(config, headers)) return 'tls-required';
  return originAllowed(config, headers) ? undefined : 'origin-refused';
}
