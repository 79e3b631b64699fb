import { Database } from '../../src/core/database/database.js';
import { Desk, type Browser, type Method } from '../desk.js';
import { LiveClient } from '../live-clients.js';

interface Problem {
  readonly code: string;
  readonly fields?: readonly { path: string; rule: string }[];
}

describe('Bad input', () => {
  let desk: Desk;
  let admin: Browser;
  beforeAll(async () => {
    desk = await Desk.open();
    admin = await desk.signedIn();
  });
  afterAll(() => desk.close());

  const good = { name: 'New Person', email: 'new@example.com', role: 'agent', skills: { topics: [], languages: [] } };
  const id = '0190a8c0-0000-7000-8000-000000000000';
  type Case = readonly [words: string, method: Method, path: string, body: unknown, code: string, field?: string];
  const cases: readonly Case[] = [
    ['an unknown field', 'post', '/api/staff', { ...good, admin: true }, 'bad-input', 'admin'],
    [
      'an unknown field further in',
      'post',
      '/api/staff',
      { ...good, skills: { ...good.skills, x: 1 } },
      'bad-input',
      'skills.x',
    ],
    ['a wrong type', 'post', '/api/staff', { ...good, name: 7 }, 'bad-input', 'name'],
    ['a role that does not exist', 'post', '/api/staff', { ...good, role: 'owner' }, 'bad-input', 'role'],
    ['an e-mail that is none', 'post', '/api/staff', { ...good, email: 'nobody' }, 'bad-input', 'email'],
    ['a missing field', 'post', '/api/staff', { ...good, skills: undefined }, 'bad-input', 'skills'],
    ['a list instead of an object', 'post', '/api/staff', [good], 'bad-input'],
    ['nothing at all', 'post', '/api/staff', undefined, 'bad-input'],
    ['a text too long for its field', 'post', '/api/staff', { ...good, name: 'x'.repeat(81) }, 'bad-input', 'name'],
    ['a body beyond all measure', 'post', '/api/staff', { ...good, name: 'x'.repeat(200_000) }, 'too-large'],
    ['half a JSON', 'post', '/api/staff', '{"name": "New', 'malformed-json'],
    ['a key of the prototype', 'post', '/api/staff', `{"__proto__": {"role": "admin"}, "name": "x"}`, 'bad-input'],
    ['a constructor key', 'post', '/api/staff', `{"constructor": {"prototype": {"x": 1}}}`, 'bad-input'],
    ['an id that is none', 'patch', "/api/staff/1'--", { name: 'x' }, 'bad-input'],
    ['an id of nobody', 'patch', `/api/staff/${id}`, { name: 'x' }, 'not-found'],
    ['a limit beyond the most', 'get', '/api/staff?limit=101', undefined, 'bad-input', 'limit'],
    ['an unknown query', 'get', '/api/staff?all=1', undefined, 'bad-input', 'all'],
    ['a query given twice', 'get', '/api/staff?cursor=a&cursor=b', undefined, 'bad-input', 'cursor'],
    ['a broken address', 'get', '/api/staff/%E0%A4%A', undefined, 'bad-input'],
    ['an empty password', 'post', '/api/session', { email: 'a@example.com', password: '' }, 'bad-input', 'password'],
    [
      'a short new password',
      'post',
      '/api/session/link',
      { token: 'x'.repeat(43), password: 'short' },
      'bad-input',
      'password',
    ],
    ['a NUL in a text', 'post', '/api/staff', { ...good, name: 'New\0Person' }, 'bad-input', 'name'],
    ['half a surrogate pair', 'post', '/api/staff', { ...good, name: 'New \ud83d' }, 'bad-input', 'name'],
    ['a NUL in a query', 'get', '/api/staff?cursor=%00', undefined, 'bad-input', 'cursor'],
    ['an operator for a text', 'post', '/api/session', { email: { $ne: '' }, password: 'x' }, 'bad-input', 'email'],
  ];
  for (const [words, method, path, body, code, field] of cases) {
    it(`such as ${words} is answered ${code}`, async () => {
      const before = await count(desk);
      const answer = await admin.ask(method, path, body as object);
      const problem = answer.body as Problem;
      expect([answer.status >= 400 && answer.status < 500, problem.code]).toEqual([true, code]);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      if (field !== undefined) expect(problem.fields?.map((one) => one.path)).toContain(field);
      expect(answer.text).not.toMatch(/node_modules|\.js:\d|at \w+ \(/);
      expect(answer.text).not.toContain('new@example.com');
      expect(answer.text.length).toBeLessThan(2000);
      expect(await count(desk)).toEqual(before);
    });
  }

  it('leaves the server up and its prototypes clean', async () => {
    expect(({} as { role?: string }).role).toBeUndefined();
    expect((await admin.ask('get', '/health/ready')).status).toBe(200);
    expect((await admin.ask('post', '/api/staff', good)).status).toBe(201);
  });

  it('of a socket is refused too, and what a message says is taken as it can be kept', async () => {
    const live = await LiveClient.chat(desk);
    try {
      for (const contact of [{ name: 'Basil\0' }, { orderNumber: 'KW-\ud83d' }]) {
        await expectAsync(live.start('Hello', { contact })).toBeRejectedWithError(/bad-input/);
      }
      const { conversation, entries } = await live.start('Cut in half: \ud83d');
      expect(entries.flatMap(({ text }) => text ?? [])).toEqual(['Cut in half: \ufffd']);
      const contact = { name: 'Basil \udc00' };
      expect(await live.refusal('chat:contact', { conversationId: conversation.id, contact })).toBe('bad-input');
    } finally {
      live.close();
    }
  });

  it('of another kind than JSON is not read', async () => {
    const before = await count(desk);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await admin.ask('post', '/api/staff', 'name=x&role=admin', headers);
    expect((answer.body as Problem).code).toBe('bad-input');
    expect(await count(desk)).toEqual(before);
  });
});

const count = (desk: Desk): Promise<unknown> =>
  desk.app
    .get(Database)
    .read((em) =>
      em.query('SELECT (SELECT count(*) FROM staff) AS staff, (SELECT count(*) FROM audit_leaves) AS leaves'),
    );
