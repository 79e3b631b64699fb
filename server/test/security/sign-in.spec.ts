import { HOUR, MINUTE } from '@candour/shared/instant.js';
import type { Session, SignInLink, StaffMember } from '@candour/shared/staff.js';
import { Database } from '../../src/core/database/database.js';
import { Events } from '../../src/core/events.js';
import { SessionsService } from '../../src/staff/sessions.service.js';
import { SessionEnded } from '../../src/staff/staff.events.js';
import { eachDesk, type Browser, type Desk } from '../desk.js';

eachDesk('Signing in', (open) => {
  let desk: Desk;
  let ended: SessionEnded[];
  beforeEach(async () => {
    desk = await open();
    ended = [];
    desk.app.get(Events).on(SessionEnded, (event) => void ended.push(event));
  });
  afterEach(() => desk.close());

  const code = async (browser: Browser): Promise<string> =>
    ((await browser.ask('get', '/api/session')).body as { code?: string }).code ?? 'signed in';

  it('opens a session with the permissions of the role', async () => {
    const browser = desk.browser();
    const answer = await browser.signIn(desk.admin);
    expect(answer.status).toBe(200);
    const session = answer.body as Session;
    expect(session.staff.role).toBe('admin');
    expect(session.staff.email).toBe(desk.admin.email);
    expect(session.permissions).toContain('staff.manage');
    expect(session.idleMs).toBe(15 * MINUTE);
    expect(Object.keys(session.staff)).not.toContain('passwordHash');
    expect(await code(browser)).toBe('signed in');
  });

  it('sets one cookie, for this site alone and out of reach of scripts', async () => {
    const answer = await desk.browser().signIn(desk.admin);
    const cookies = [answer.headers['set-cookie'] ?? []].flat();
    expect(cookies.length).toBe(1);
    expect(cookies[0]).toMatch(/^candour=s%3A[^;]+; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('never goes on under an id that was known before', async () => {
    const browser = await desk.signedIn();
    const before = browser.cookie!;
    await browser.signIn(desk.admin);
    expect(browser.cookie).not.toBe(before);
    const fixated = desk.browser();
    fixated.cookie = before;
    expect(await code(fixated)).toBe('session-expired');
  });

  it('answers a wrong password, an unknown e-mail and a disabled account alike', async () => {
    const agent = await desk.addStaff('agent');
    await (await desk.signedIn()).ask('patch', `/api/staff/${agent.member.id}`, { status: 'disabled' });
    const answers = [
      await desk.browser().signIn({ email: desk.admin.email, password: 'not the right one' }),
      await desk.browser().signIn({ email: 'nobody@example.com', password: 'not the right one' }),
      await desk.browser().signIn(agent),
    ];
    const [first, ...others] = answers.map(({ status, body }) => ({ status, body: { ...body, trace: '' } as object }));
    expect(first!.status).toBe(401);
    expect((first!.body as { code?: string }).code).toBe('sign-in-failed');
    for (const other of others) expect(other).toEqual(first!);
    for (const answer of answers) expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('is refused after ten wrong passwords for an account, known or not, until the quarter of an hour is over', async () => {
    for (const email of [desk.admin.email, 'nobody@example.com']) {
      for (let i = 0; i < 10; i++) {
        expect((await desk.browser().signIn({ email, password: 'not the right one' })).status).toBe(401);
      }
      const refused = await desk.browser().signIn({ email, password: desk.admin.password });
      expect(refused.status).toBe(429);
      expect(refused.body).toEqual(jasmine.objectContaining({ code: 'too-many-attempts', facts: { retryAfter: 900 } }));
      expect(refused.headers['retry-after']).toBe('900');
    }
    desk.clock.advance(15 * MINUTE);
    expect((await desk.browser().signIn(desk.admin)).status).toBe(200);
  });

  it('is not hindered by having succeeded often', async () => {
    for (let i = 0; i < 12; i++) expect((await desk.browser().signIn(desk.admin)).status).toBe(200);
  });

  it('ends after a quarter of an hour without a request, and tells the sockets', async () => {
    const browser = await desk.signedIn();
    desk.clock.advance(14 * MINUTE);
    expect(await code(browser)).toBe('signed in');
    desk.clock.advance(14 * MINUTE);
    expect(await code(browser)).toBe('signed in');
    desk.clock.advance(15 * MINUTE);
    expect(await code(browser)).toBe('session-expired');
    await desk.app.get(SessionsService, { strict: false }).endOver();
    expect(ended.map((event) => event.code)).toEqual(['idle']);
  });

  it('ends after twelve hours of work', async () => {
    const browser = await desk.signedIn();
    for (let i = 0; i < 71; i++) {
      desk.clock.advance(10 * MINUTE);
      expect(await code(browser)).toBe('signed in');
    }
    desk.clock.advance(10 * MINUTE);
    expect(await code(browser)).toBe('session-expired');
  });

  it('writes down the use of a session at most once a minute', async () => {
    const browser = await desk.signedIn();
    const seen = async (): Promise<number> => {
      const [row] = (await desk.app.get(Database).read((em) => em.query('SELECT seen_at FROM staff_sessions'))) as {
        seen_at: number;
      }[];
      return row!.seen_at;
    };
    desk.clock.advance(MINUTE);
    await browser.ask('get', '/api/session');
    const first = await seen();
    desk.clock.advance(MINUTE - 1);
    await browser.ask('get', '/api/session');
    expect(await seen()).toBe(first);
    desk.clock.advance(1);
    await browser.ask('get', '/api/session');
    expect(await seen()).toBe(first + MINUTE);
  });

  it('is undone by signing out, here or everywhere', async () => {
    const [here, there, last] = [await desk.signedIn(), await desk.signedIn(), await desk.signedIn()];
    const cookie = here.cookie;
    const out = await here.ask('delete', '/api/session');
    expect(out.status).toBe(204);
    expect(here.cookie).toBe('candour=');
    here.cookie = cookie;
    expect(await code(here)).toBe('session-expired');
    expect(await code(there)).toBe('signed in');
    expect(ended.length).toBe(1);

    expect((await there.ask('delete', '/api/session/all')).status).toBe(204);
    expect(await code(last)).toBe('session-expired');
    expect(ended.map((event) => event.code)).toEqual(['signed-out', 'signed-out', 'signed-out']);
  });

  it('leaves no id, token, name or e-mail in clear in the database', async () => {
    const browser = await desk.signedIn();
    const tables = ['staff', 'staff_sessions', 'sign_in_links', 'sign_ins', 'audit_leaves'];
    let rows = '';
    for (const table of tables) {
      rows += JSON.stringify(await desk.app.get(Database).read((em) => em.query(`SELECT * FROM ${table}`)));
    }
    const sid = decodeURIComponent(browser.cookie!).slice('candour=s:'.length).split('.')[0]!;
    for (const secret of [sid, browser.session!.csrf, desk.admin.email, desk.admin.password, 'Administrator']) {
      expect(rows).not.toContain(secret);
      expect(rows).not.toContain(JSON.stringify([...Buffer.from(secret)]).slice(1, -1));
    }
  });

  describe('by a one-time link', () => {
    let admin: Browser;
    let member: StaffMember;
    const password = 'lantern brisk ox ferry';
    const makeLink = async (): Promise<SignInLink & { token: string }> => {
      const link = (await admin.ask('post', `/api/staff/${member.id}/link`)).body as SignInLink;
      return { ...link, token: new URL(link.url).hash.slice(1) };
    };
    const codeOf = (answer: { body: unknown }): string | undefined => (answer.body as { code?: string }).code;

    beforeEach(async () => {
      admin = await desk.signedIn();
      const ask = {
        name: 'New Person',
        email: 'New@Example.com',
        role: 'agent',
        skills: { topics: [], languages: [] },
      };
      member = (await admin.ask('post', '/api/staff', ask)).body as StaffMember;
    });

    it('an invited person sets a password and is signed in; the link works once', async () => {
      expect(member.status).toBe('invited');
      const link = await makeLink();
      expect(link.url).toMatch(new RegExp(`^${desk.url}/link#[\\w-]{43}$`));
      expect(link.expiresAt).toBe(desk.clock.now() + 24 * HOUR);
      const browser = desk.browser();
      const answer = await browser.ask('post', '/api/session/link', { token: link.token, password });
      expect(answer.status).toBe(200);
      expect((answer.body as Session).staff).toEqual(jasmine.objectContaining({ id: member.id, status: 'active' }));
      const again = await desk.browser().ask('post', '/api/session/link', { token: link.token, password });
      expect([again.status, codeOf(again)]).toEqual([410, 'link-used']);
      expect((await desk.browser().signIn({ email: 'new@example.com ', password })).status).toBe(200);
    });

    it('a weak password is refused and the link stays good', async () => {
      const { token } = await makeLink();
      const weak = await desk.browser().ask('post', '/api/session/link', { token, password: 'Password2026!' });
      expect(weak.body).toEqual(jasmine.objectContaining({ code: 'password-weak', facts: { why: 'common' } }));
      expect((await desk.browser().ask('post', '/api/session/link', { token, password })).status).toBe(200);
    });

    it('it ends after a day, with the next link, and with the account', async () => {
      const first = await makeLink();
      const second = await makeLink();
      const use = async (token: string): Promise<string | undefined> =>
        codeOf(await desk.browser().ask('post', '/api/session/link', { token, password }));
      expect(await use(first.token)).toBe('token-invalid');
      desk.clock.advance(24 * HOUR);
      expect(await use(second.token)).toBe('token-expired');
      admin = await desk.signedIn();
      const third = await makeLink();
      await admin.ask('patch', `/api/staff/${member.id}`, { status: 'disabled' });
      expect(await use(third.token)).toBe('token-invalid');
      expect(codeOf(await admin.ask('post', `/api/staff/${member.id}/link`))).toBe('move-refused');
    });

    it('it ends the sessions that the former password opened', async () => {
      const { token } = await makeLink();
      const browser = desk.browser();
      await browser.ask('post', '/api/session/link', { token, password });
      const next = await makeLink();
      await desk.browser().ask('post', '/api/session/link', { token: next.token, password: `${password} two` });
      expect(await code(browser)).toBe('session-expired');
    });
  });

  it('with another password ends the other sessions and keeps this one', async () => {
    const [here, there] = [await desk.signedIn(), await desk.signedIn()];
    const next = 'lantern brisk ox ferry';
    const wrong = await here.ask('post', '/api/session/password', { current: 'not the right one', next });
    expect((wrong.body as { code?: string }).code).toBe('sign-in-failed');
    expect((await here.ask('post', '/api/session/password', { current: desk.admin.password, next })).status).toBe(204);
    expect(await code(here)).toBe('signed in');
    expect(await code(there)).toBe('session-expired');
    expect((await desk.browser().signIn(desk.admin)).status).toBe(401);
    expect((await desk.browser().signIn({ ...desk.admin, password: next })).status).toBe(200);
  });

  it('works for the handshake of a socket with the cookie as it is', async () => {
    const sessions = desk.app.get(SessionsService, { strict: false });
    const browser = await desk.signedIn();
    expect((await sessions.actorOfCookie(`other=1; ${browser.cookie}`))?.id).toBe(browser.session!.staff.id);
    expect(await sessions.actorOfCookie(`${browser.cookie}x`)).toBeUndefined();
    expect(await sessions.actorOfCookie(undefined)).toBeUndefined();
    expect(await sessions.actorOfCookie('candour=s%3Anonsense.%C3%A4')).toBeUndefined();
  });
});
