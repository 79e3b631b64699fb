import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import express, { type Express } from 'express';
import request from 'supertest';
import { readConfig } from '../core/config/config.js';
import { secureHeaders } from '../core/http/headers.js';
import { pages } from './pages.js';
import { StaticFolder } from './static-folder.js';
import { widgetFiles } from './widget-files.js';

const SHOP = 'https://shop.example.com';

describe('What the desk serves', () => {
  let dist: string;
  let app: Express;
  let shopOpen: boolean;

  beforeEach(() => {
    dist = mkdtempSync(join(tmpdir(), 'candour-web-'));
    const put = (name: string, content: string | Buffer): void => {
      mkdirSync(join(dist, name, '..'), { recursive: true });
      writeFileSync(join(dist, name), content);
    };
    put('widget/widget.js', 'loader();'.repeat(50));
    put('widget/widget.js.gz', gzipSync('loader();'.repeat(50)));
    put('widget/chat.html', '<!doctype html><title>chat</title>');
    put('widget/chat-ABCD1234.js', 'chat();');
    put('console/browser/index.html', '<cd-root ngCspNonce="CSP_NONCE"></cd-root>');
    put('console/browser/main-ABCD1234.js', 'main();');
    put('console/browser/i18n/de.json', '{}');
    put('shop/index.html', '<!doctype html><title>shop</title>');
    put('secret.txt', 'not served');
    shopOpen = true;
    const config = readConfig({ SHOP_ORIGINS: SHOP });
    app = express();
    app.use(widgetFiles(config, new StaticFolder(join(dist, 'widget'))));
    app.use(secureHeaders(config));
    app.use(pages(config, { shop: () => shopOpen, dist }));
  });
  afterEach(() => rmSync(dist, { recursive: true, force: true }));

  it('sends the loader to any shop, compressed by the build, with few headers', async () => {
    const answer = await request(app).get('/widget.js').set('Accept-Encoding', 'gzip');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(Number(answer.headers['content-length'])).toBeLessThan(100);
    expect(answer.text).toContain('loader();');
    expect(answer.headers['cross-origin-resource-policy']).toBe('cross-origin');
    expect(answer.headers['cache-control']).toBe('public, max-age=300');
    expect(answer.headers['content-security-policy']).toBeUndefined();
  });

  it('lets only the shops frame the chat, and nobody the console', async () => {
    const chat = await request(app).get('/widget/chat.html');
    expect(chat.headers['content-security-policy']).toContain(`frame-ancestors 'self' ${SHOP}`);
    expect(chat.headers['content-security-policy']).not.toContain('unsafe');
    expect(chat.headers['x-frame-options']).toBeUndefined();

    const desk = await request(app).get('/').set('Accept', 'text/html');
    expect(desk.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(desk.headers['x-frame-options']).toBe('DENY');
  });

  it('gives each page of the console a nonce of its own', async () => {
    const nonces = await Promise.all(
      ['/', '/orders/4711'].map(async (path) => {
        const { text, headers } = await request(app).get(path).set('Accept', 'text/html');
        const nonce = /ngCspNonce="([\w-]{22})"/.exec(text)?.[1];
        expect(headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(2);
  });

  it('lets the help centre, and nothing else of the console, show the chat', async () => {
    const frames = async (path: string): Promise<string | undefined> => {
      const { headers } = await request(app).get(path).set('Accept', 'text/html');
      return /frame-src ([^;]+)/.exec(headers['content-security-policy'] ?? '')?.[1];
    };
    expect(await frames('/help/policy')).toBe("'self'");
    expect(await frames('/helpless')).toBe("'none'");
  });

  it('keeps hashed files for a year and asks again for the others', async () => {
    const cache = async (path: string): Promise<string | undefined> =>
      (await request(app).get(path)).headers['cache-control'];
    expect(await cache('/widget/chat-ABCD1234.js')).toContain('immutable');
    expect(await cache('/main-ABCD1234.js')).toContain('immutable');
    expect(await cache('/i18n/de.json')).toBe('no-cache');
    const { headers } = await request(app).get('/i18n/de.json');
    await request(app).get('/i18n/de.json').set('If-None-Match', String(headers['etag'])).expect(304);
  });

  it('opens the shop only for the demonstration', async () => {
    await request(app).get('/shop').expect(200, /shop/);
    shopOpen = false;
    await request(app).get('/shop').expect(404);
  });

  it('serves no file that is not of the build, and answers programs with no page', async () => {
    for (const path of ['/widget/../secret.txt', '/widget/%2e%2e/secret.txt', '/..%2fsecret.txt', '/missing.js']) {
      await request(app).get(path).expect(404);
    }
    await request(app).get('/api/nothing').set('Accept', 'text/html').expect(404);
    await request(app).post('/').set('Accept', 'text/html').expect(404);
  });
});
