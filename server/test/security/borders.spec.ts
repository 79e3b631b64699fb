import { Desk } from '../desk.js';

const codeOf = (answer: { body: unknown }): string | undefined => (answer.body as { code?: string }).code;

describe('The borders of a desk on this machine', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.close());

  it('answer with the headers that keep other sites out', async () => {
    const { headers } = await desk.browser().ask('get', '/api/session');
    const policy = headers['content-security-policy'] as string;
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers).toEqual(
      jasmine.objectContaining({
        'x-frame-options': 'DENY',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
      }),
    );
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('serve no other machine in clear', async () => {
    const answer = await desk.browser().ask('get', '/api/session', undefined, { host: 'desk.example.com' });
    expect([answer.status, codeOf(answer)]).toEqual([403, 'tls-required']);
  });

  it('serve the document of the API with every route, its contract and its permission', async () => {
    const { body } = await desk.browser().ask('get', '/api/openapi.json');
    const { paths } = body as { paths: Record<string, Record<string, Record<string, unknown>>> };
    const signIn = paths['/api/session']!['post']!;
    const text = JSON.stringify(signIn);
    expect(text).toContain('"password"');
    expect(text).toContain('"csrf"');
    expect(signIn['x-open']).toEqual(jasmine.any(String));
    const add = paths['/api/staff']!['post']!;
    expect(add['x-permission']).toBe('staff.manage');
    expect(JSON.stringify(add)).toContain('"additionalProperties":false');
    expect(JSON.stringify(add)).not.toContain('passwordHash');
    const list = paths['/api/staff']!['get']! as { parameters?: { name: string }[] };
    expect(list.parameters?.map(({ name }) => name).sort()).toEqual(['cursor', 'limit']);
  });

  it('serve the page about the API from here alone', async () => {
    const page = await desk.browser().ask('get', '/api/docs');
    expect(page.status).toBe(200);
    const inline = /<script(?![^>]*\ssrc=)[^>]*>/i;
    expect(page.text).not.toMatch(inline);
    const links = [...page.text.matchAll(/(?:src|href)=["']([^"'#]+)["']/g)].map(([, link]) => link!);
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) {
      expect((await desk.browser().ask('get', new URL(link, `${desk.url}/api/docs`).pathname)).status).toBe(200);
    }
  });

  it('count the requests of a person to a route, and say how long to wait', async () => {
    const browser = desk.browser();
    const statuses: number[] = [];
    for (let i = 0; i < 121; i++) statuses.push((await browser.ask('post', '/api/session', {})).status);
    expect(statuses.slice(0, 120).every((status) => status === 400)).toBeTrue();
    const refused = await browser.ask('post', '/api/session', {});
    expect([refused.status, codeOf(refused)]).toEqual([429, 'too-many-requests']);
    expect(refused.headers['retry-after']).toBe('60');
    desk.clock.advance(60_000);
    expect((await browser.ask('post', '/api/session', {})).status).toBe(400);
  });
});

describe('The borders of a desk with an https address', () => {
  const site = { host: 'desk.example.com', origin: 'https://desk.example.com' };
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open({ PUBLIC_URL: 'https://desk.example.com' });
  });
  afterAll(() => desk.close());

  it('refuse the API in clear and send pages on (policy R13)', async () => {
    for (const proto of ['', 'http', 'http, https']) {
      const headers = { ...site, 'x-forwarded-proto': proto };
      const answer = await desk.browser().ask('post', '/api/session', desk.admin, headers);
      expect([answer.status, codeOf(answer)]).toEqual([403, 'tls-required']);
      expect(answer.headers['set-cookie']).toBeUndefined();
      for (const [path, to] of [
        ['/help?x=1', 'https://desk.example.com/help?x=1'],
        ['//evil.example.com', 'https://desk.example.com//evil.example.com'],
      ] as const) {
        const page = await desk.browser().ask('get', path, undefined, headers);
        expect([page.status, page.headers['location']]).toEqual([308, to]);
      }
    }
  });

  it('let the machine itself ask whether the desk lives', async () => {
    expect((await desk.browser().ask('get', '/health/live')).status).toBe(200);
  });

  it('set a cookie that only TLS to this host carries, and ask browsers to stay with TLS', async () => {
    const browser = desk.browser({ ...site, 'x-forwarded-proto': 'https' });
    const answer = await browser.signIn(desk.admin);
    expect(answer.status).toBe(200);
    const [cookie] = [answer.headers['set-cookie'] ?? []].flat();
    expect(cookie).toMatch(/^__Host-candour=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    expect(answer.headers['content-security-policy']).toContain('upgrade-insecure-requests');
    expect((await browser.ask('get', '/api/session')).status).toBe(200);
    const foreign = await browser.ask('delete', '/api/session', undefined, { origin: 'http://desk.example.com' });
    expect(codeOf(foreign)).toBe('origin-refused');
  });
});
