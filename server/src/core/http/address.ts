import type { IncomingMessage } from 'node:http';
import { normalizeIp } from '@nestjs/throttler';

/** Express's own answer to `trust proxy`: whether an address so many hops away is a proxy that is believed. */
export type TrustProxy = (address: string, hop: number) => boolean;

/**
 * The address that rates are counted by: the first, seen from here, that is no believed proxy. One IPv6 customer has a
 * whole /64. As Express's `request.ip`, for a socket's handshake, which Express does not see.
 */
export function countedAddress(
  { socket, headers }: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } },
  isProxy: TrustProxy,
): string {
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',');
  const hops = [socket.remoteAddress ?? '', ...forwarded.split(',').reverse()].map((hop) => hop.trim()).filter(Boolean);
  const found = hops.find((address, hop) => hop === hops.length - 1 || !isProxy(address, hop));
  return normalizeIp(found ?? '', 64);
}
