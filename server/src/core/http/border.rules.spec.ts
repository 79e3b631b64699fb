import type { RefusalCode } from '@candour/shared/errors.js';
import { handshakeRefusal, siteOf, transportAllowed, type BorderConfig, type BorderHeaders } from './border.rules.js';

const local: BorderConfig = {};
const shop = 'https://shop.example.com';
const open: BorderConfig = { publicUrl: 'https://desk.example.com' };
const tls = { host: 'desk.example.com', 'x-forwarded-proto': 'https' };

describe('Policy R13: personal data travels under TLS', () => {
  const cases: readonly [string, BorderConfig, BorderHeaders, boolean][] = [
    ['this machine may speak plainly with itself', local, { host: 'localhost:3000' }, true],
    ['by its number too', local, { host: '127.0.0.1:3000' }, true],
    ['a name that only begins like it may not', local, { host: 'localhost.example.com' }, false],
    ['another machine may not', local, { host: '192.0.2.7:3000' }, false],
    ['a request without a host may not', local, {}, false],
    ['behind an https address the proxy must say https', open, tls, true],
    ['the first proxy counts', open, { ...tls, 'x-forwarded-proto': 'http, https' }, false],
    ['plain is refused', open, { ...tls, 'x-forwarded-proto': 'http' }, false],
    ['saying nothing is plain', open, { host: 'desk.example.com' }, false],
    ['even on this machine', open, { host: 'localhost:3000' }, false],
  ];
  for (const [words, config, headers, allowed] of cases) {
    it(words, () => expect(transportAllowed(config, headers)).toBe(allowed));
  }
});

describe('A changing request', () => {
  const here = { host: 'localhost:3000' };
  const cases: readonly [string, BorderConfig, BorderHeaders, 'own' | 'foreign' | 'unknown'][] = [
    ['from the own page', local, { ...here, origin: 'http://localhost:3000' }, 'own'],
    ['from another port', local, { ...here, origin: 'http://localhost:4000' }, 'foreign'],
    ['from a page of nowhere', local, { ...here, origin: 'null' }, 'foreign'],
    ['that a browser calls same-origin', local, { ...here, 'sec-fetch-site': 'same-origin' }, 'own'],
    ['that a browser calls same-site', local, { ...here, 'sec-fetch-site': 'same-site' }, 'foreign'],
    [
      'whose two headers disagree',
      local,
      { ...here, origin: 'http://localhost:3000', 'sec-fetch-site': 'cross-site' },
      'foreign',
    ],
    ['that says nothing', local, here, 'unknown'],
    ['from the public address', open, { ...tls, origin: 'https://desk.example.com' }, 'own'],
    ['from a shop', open, { ...tls, origin: shop }, 'foreign'],
    ['from the public name without TLS', open, { ...tls, origin: 'http://desk.example.com' }, 'foreign'],
    [
      'from a name that an attacker points at this machine',
      local,
      { host: 'rebound.example.com', origin: 'http://rebound.example.com' },
      'foreign',
    ],
  ];
  for (const [words, config, headers, site] of cases) {
    it(`${words} is ${site}`, () => expect(siteOf(config, headers)).toBe(site));
  }
});

describe('A socket', () => {
  const cases: readonly [string, BorderHeaders, RefusalCode | undefined][] = [
    [
      'opens from the own address, of the chat in its frame too',
      { ...tls, origin: 'https://desk.example.com' },
      undefined,
    ],
    ['does not open from a shop, whose pages only frame it', { ...tls, origin: shop }, 'origin-refused'],
    ['does not open from any other site', { ...tls, origin: 'https://evil.example.com' }, 'origin-refused'],
    ['does not open without an origin', tls, 'origin-refused'],
    ['does not open without TLS', { host: 'desk.example.com', origin: 'https://desk.example.com' }, 'tls-required'],
  ];
  for (const [words, headers, refusal] of cases) {
    it(words, () => expect(handshakeRefusal(open, headers)).toBe(refusal));
  }
});
