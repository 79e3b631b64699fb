import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Desk } from '../desk.js';

const command = fileURLToPath(new URL('../../src/commands/staff.js', import.meta.url));

describe('The operator at the machine', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());

  const run = (...args: string[]): Promise<{ stdout: string }> =>
    promisify(execFile)(process.execPath, [command, ...args], {
      env: { NODE_ENV: 'test', DATA_DIR: desk.folder, PUBLIC_URL: desk.url },
    });

  it('makes a link into an account in use, while the server runs', async () => {
    const { stdout } = await run('link', desk.admin.email);
    expect(stdout.startsWith(`${desk.url}/link#`)).toBeTrue();
    const ask = { token: stdout.trim().split('#')[1], password: 'forgotten once, and never again' };
    // The command makes it by the machine's clock.
    desk.clock.set(Date.now());
    const answer = await desk.browser().ask('post', '/api/session/link', ask);
    expect([answer.status, (answer.body as { staff: { email: string } }).staff?.email]).toEqual([
      200,
      desk.admin.email,
    ]);
  });

  it('gives a role alone', async () => {
    const agent = await desk.addStaff('agent');
    expect((await run('role', agent.email, 'supervisor')).stdout.trim()).toBe('supervisor');
    expect((await desk.signedIn(agent)).session!.staff.role).toBe('supervisor');
  });

  it('is told of a wrong ask, and changes nothing', async () => {
    const codeOf = (args: string[]): Promise<number> =>
      run(...args).then(
        () => 0,
        (error: { code: number }) => error.code,
      );
    expect(await codeOf(['role', desk.admin.email, 'emperor'])).toBe(2);
    expect(await codeOf(['link'])).toBe(2);
    expect(await codeOf(['link', 'nobody@example.com'])).toBe(1);
  });
});
