import type { IncomingHttpHeaders } from 'node:http';
import { countedAddress } from './address.js';

describe('The address that rates are counted by', () => {
  const proxies = new Set(['127.0.0.1', '10.0.0.1']);
  const isProxy = (address: string): boolean => proxies.has(address);
  const cases: readonly [string, string, string | undefined, string][] = [
    ['is that of the connection', '203.0.113.5', undefined, '203.0.113.5'],
    ['is not what somebody says who is no proxy', '203.0.113.5', '198.51.100.1', '203.0.113.5'],
    ['is what a proxy says', '127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['is not what was said before the proxy', '127.0.0.1', '198.51.100.7, 198.51.100.1', '198.51.100.1'],
    ['is found behind several proxies', '127.0.0.1', '198.51.100.7, 198.51.100.1, 10.0.0.1', '198.51.100.1'],
    ['is the last where all are proxies', '127.0.0.1', '10.0.0.1', '10.0.0.1'],
    ['is a proxy that says nothing', '127.0.0.1', undefined, '127.0.0.1'],
  ];
  for (const [words, remoteAddress, forwarded, expected] of cases) {
    it(words, () => {
      const headers: IncomingHttpHeaders = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
      expect(countedAddress({ headers, socket: { remoteAddress } }, isProxy)).toBe(expected);
    });
  }

  it('is one for the whole /64 of an IPv6 customer, and for IPv4 written as IPv6', () => {
    const of = (remoteAddress: string): string => countedAddress({ headers: {}, socket: { remoteAddress } }, isProxy);
    expect(of('2001:db8:1:2::1')).toBe(of('2001:db8:1:2:ffff::9'));
    expect(of('2001:db8:1:2::1')).not.toBe(of('2001:db8:1:3::1'));
    expect(of('::ffff:203.0.113.5')).toBe('203.0.113.5');
  });
});
