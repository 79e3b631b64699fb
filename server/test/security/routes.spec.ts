import { roles } from '@candour/shared/staff.js';
import { MINUTE } from '@candour/shared/instant.js';
import { grantOf } from '../../src/core/access/permissions.rules.js';
import { Desk, type Browser, type Method } from '../desk.js';
import { routesOf, runningRoutes, type Route } from '../routes.js';

/** Routes that no controller declares, with the reason why no guard stands before them. */
const unguarded: readonly [RegExp, string][] = [
  [/^[A-Z-]+ \{\/\*splat\}$/, 'the request context, a middleware'],
  [/^GET \/api\/docs(\/.*)?$/, 'the page about the API'],
  [/^GET \/api\/openapi\.json$/, 'the document of the API'],
];

const anId = '0190a8c0-0000-7000-8000-000000000000';
const addressOf = (route: Route): string => route.path.replace(/:\w+/g, anId);
const codeOf = (answer: { body: unknown }): string | undefined => (answer.body as { code?: string }).code;
/** Refusals of the guard; every other answer means that the handler, or its contract, was reached. */
const ofTheGuard = ['sign-in-required', 'session-expired', 'not-allowed', 'csrf-failed', 'origin-refused'];

describe('Every route', () => {
  let desk: Desk;
  let routes: readonly Route[];
  beforeAll(async () => {
    desk = await Desk.open();
    routes = routesOf(desk.app);
  });
  afterAll(() => desk.close());

  const ask = (browser: Browser, route: Route, headers: Record<string, string> = {}) =>
    browser.ask(route.method.toLowerCase() as Method, addressOf(route), undefined, headers);

  it('of the running server stands in the table', () => {
    expect(routes.length).toBeGreaterThan(8);
    const declared = new Set(routes.map((route) => route.name));
    const unknown = runningRoutes(desk.app).filter((name) => !declared.has(name));
    expect(unknown.filter((name) => !unguarded.some(([pattern]) => pattern.test(name)))).toEqual([]);
  });

  it('declares who may call it and for what, or why it is open', () => {
    expect(routes.filter(({ access, open }) => !access && !open).map(({ name }) => name)).toEqual([]);
    expect(routes.filter(({ access, open }) => access && open).map(({ name }) => name)).toEqual([]);
  });

  it('of the API declares the contract of its answer', () => {
    const silent = routes.filter(({ path, answers }) => path.startsWith('/api') && answers === undefined);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('that is not open asks an anonymous caller to sign in', async () => {
    for (const route of routes.filter(({ access }) => access)) {
      const answer = await ask(desk.browser(), route);
      expect([route.name, answer.status, codeOf(answer)]).toEqual([route.name, 401, 'sign-in-required']);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    }
  });

  it('that is not open says so to a session that ran out or was taken away', async () => {
    const agent = await desk.addStaff('agent', 'over@example.com');
    const [idle, disabled] = [await desk.signedIn(agent), await desk.signedIn(agent)];
    desk.clock.advance(15 * MINUTE);
    await (await desk.signedIn()).ask('patch', `/api/staff/${agent.member.id}`, { status: 'disabled' });
    for (const route of routes.filter(({ access }) => access)) {
      for (const browser of [idle, disabled]) {
        expect([route.name, codeOf(await ask(browser, route))]).toEqual([route.name, 'session-expired']);
      }
    }
  });

  it('lets in the roles that have its permission and no other', async () => {
    for (const role of roles) {
      const person = await desk.addStaff(role);
      let browser = await desk.signedIn(person);
      for (const route of routes) {
        const answer = await ask(browser, route);
        if (browser.cookie === 'candour=') browser = await desk.signedIn(person);
        const allowed = !route.access || grantOf(role, route.access.permission) !== undefined;
        const refused = ofTheGuard.includes(codeOf(answer) ?? '');
        expect([route.name, role, refused]).toEqual([route.name, role, !allowed]);
        if (!allowed) expect(codeOf(answer)).toBe('not-allowed');
      }
    }
  }, 60_000);

  it('that changes something wants the token of the session and a page of the desk', async () => {
    const admin = await desk.signedIn();
    for (const route of routes.filter(({ method, access }) => method !== 'GET' && access)) {
      const attempts: readonly [string, Record<string, string>][] = [
        ['csrf-failed', { 'x-csrf-token': '' }],
        ['csrf-failed', { 'x-csrf-token': 'x'.repeat(43) }],
        ['origin-refused', { origin: 'https://evil.example.com', 'sec-fetch-site': 'cross-site' }],
        ['origin-refused', { origin: 'null' }],
        ['origin-refused', { origin: '', 'sec-fetch-site': 'same-site' }],
        ['origin-refused', { origin: '', 'sec-fetch-site': '' }],
      ];
      for (const [code, headers] of attempts) {
        expect([route.name, codeOf(await ask(admin, route, headers))]).toEqual([route.name, code]);
      }
    }
    expect((await admin.ask('get', '/api/session')).status).toBe(200);
  });

  it('that changes something is closed to pages of other sites, even where it is open', async () => {
    const foreign = { origin: 'https://evil.example.com', 'sec-fetch-site': 'cross-site' };
    for (const route of routes.filter(({ method, open }) => method !== 'GET' && open)) {
      expect([route.name, codeOf(await ask(desk.browser(), route, foreign))]).toEqual([route.name, 'origin-refused']);
    }
  });

  it('that nobody made is not found, by the same kind of answer', async () => {
    const answer = await desk.browser().ask('get', '/api/nowhere');
    expect([answer.status, codeOf(answer)]).toEqual([404, 'not-found']);
  });
});
