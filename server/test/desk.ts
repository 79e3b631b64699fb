import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddStaff, Role, Session } from '@candour/shared/staff.js';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { createApp } from '../src/bootstrap.js';
import { system } from '../src/core/access/actor.js';
import { TestClock } from '../src/core/clock.testing.js';
import { readConfig, type Config } from '../src/core/config/config.js';
import { testEnvironment } from '../src/core/config/testing-environment.js';
import { newDatabase } from '../src/core/testing/engines.js';
import { stores } from '../src/stores.js';
import { StaffService, type FirstSignIn } from '../src/staff/staff.service.js';

export type Credentials = Pick<FirstSignIn, 'email' | 'password'>;

type Environment = Readonly<Record<string, string>>;
export type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';

/** A browser with one of the desk's pages open: keeps its cookie, sends what a page sends. */
export class Browser {
  session: Session | undefined;
  cookie: string | undefined;

  constructor(
    private readonly server: string,
    private readonly extra: Readonly<Record<string, string>> = {},
  ) {}

  /** Headers given override those of a page; an empty one is left out. */
  async ask(method: Method, path: string, body?: string | object, headers: Record<string, string> = {}) {
    const sent: Record<string, string> = {
      origin: this.server,
      'sec-fetch-site': 'same-origin',
      ...(this.cookie ? { cookie: this.cookie } : {}),
      ...(this.session ? { 'x-csrf-token': this.session.csrf } : {}),
      ...this.extra,
      ...headers,
    };
    let ask = request(this.server)[method](path);
    for (const [name, value] of Object.entries(sent)) if (value) ask = ask.set(name, value);
    if (typeof body === 'string' && !sent['content-type']) ask = ask.set('content-type', 'application/json');
    const answer = await ask.send(body);
    const [set] = [answer.headers['set-cookie'] ?? []].flat();
    if (typeof set === 'string') this.cookie = set.split(';')[0];
    return answer;
  }

  async signIn({ email, password }: Credentials) {
    const answer = await this.ask('post', '/api/session', { email, password });
    if (answer.status === 200) this.session = answer.body as Session;
    return answer;
  }
}

/**
 * The same story on both engines: SQLite files, and a database of its own on the PostgreSQL server of the test run.
 * @param once the story opens one desk for all of it, in `beforeAll`
 */
export function eachDesk(
  words: string,
  story: (open: (more?: Environment) => Promise<Desk>) => void,
  once = false,
): void {
  describe(`${words} (SQLite)`, () => story((more) => Desk.open(more)));
  const server = testEnvironment().postgresUrl;
  describe(`${words} (PostgreSQL)`, () => {
    if (!server) {
      it('needs a server', () => pending('TEST_POSTGRES_URL is not set; `npm test` starts one'));
      return;
    }
    let drop = (): Promise<void> => Promise.resolve();
    // Runs last: jasmine calls the innermost afterEach first, and that one closes the desk.
    (once ? afterAll : afterEach)(() => drop());
    story(async (more = {}) => {
      const own = await newDatabase(server, stores);
      drop = own.drop;
      return Desk.open({ ...more, DATABASE_URL: own.url });
    });
  });
}

/** The whole server on a free port, with a data folder and a clock of its own. */
export class Desk {
  private constructor(
    readonly app: NestExpressApplication,
    readonly clock: TestClock,
    readonly url: string,
    readonly admin: Credentials,
    readonly folder: string,
  ) {}

  /** A new desk, with its first administrator. */
  static async open(environment: Readonly<Record<string, string>> = {}, change: Partial<Config> = {}): Promise<Desk> {
    const started = await Desk.start(environment, change);
    const admin = await started.app.get(StaffService, { strict: false }).ensureFirstAdmin(started.config.adminEmail);
    if (!admin) throw new Error('A new desk has no staff.');
    return new Desk(started.app, started.clock, started.url, admin, started.folder);
  }

  /** One more node of a desk that has its staff already. */
  static async join(environment: Readonly<Record<string, string>>): Promise<Desk> {
    const { app, clock, url, folder } = await Desk.start(environment, {});
    return new Desk(app, clock, url, { email: '', password: '' }, folder);
  }

  private static async start(environment: Readonly<Record<string, string>>, change: Partial<Config>) {
    const folder = mkdtempSync(join(tmpdir(), 'candour-desk-'));
    const config = readConfig({
      NODE_ENV: 'test',
      PORT: '0',
      DATA_DIR: folder,
      DEMO: 'off',
      LOG_LEVEL: 'silent',
      MESSAGE_RATE: '1000',
      ...environment,
    });
    const clock = new TestClock();
    const app = await createApp({ ...config, ...change }, clock);
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as { port: number };
    return { app, clock, config, url: `http://127.0.0.1:${port}`, folder };
  }

  browser(extra: Readonly<Record<string, string>> = {}): Browser {
    return new Browser(this.url, extra);
  }

  async signedIn(who: Credentials = this.admin): Promise<Browser> {
    const browser = this.browser();
    const answer = await browser.signIn(who);
    if (answer.status !== 200) throw new Error(`The sign-in was answered ${answer.status}.`);
    return browser;
  }

  addStaff(role: Role, email = `${role.replaceAll('_', '-')}@example.com`) {
    const ask: AddStaff = { name: `The ${role}`, email, role, skills: { topics: [], languages: ['en'] } };
    return this.app.get(StaffService, { strict: false }).addWithPassword(system('spec'), ask);
  }

  async close(): Promise<void> {
    await this.app.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
