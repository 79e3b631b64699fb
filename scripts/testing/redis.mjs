// A Redis of this run's own: nothing on disk, a free port, ended with the run.
import { spawn } from 'node:child_process';
import { has } from '../lib/machine.mjs';
import { hostPath } from '../lib/run.mjs';
import { say } from '../lib/say.mjs';
import { aptInstall, canApt } from './apt.mjs';
import { endWithThisProcess, freePort, firstLine } from './processes.mjs';

/** Starts a Redis; answers { url, stop }. @throws Error that says what was tried. */
export async function startRedis() {
  if (!has('redis-server') && canApt()) {
    say('Installing Redis from the system packages ...');
    await aptInstall('redis-server');
  }
  if (!has('redis-server')) {
    throw new Error('No redis-server on the PATH. Install one (Debian: apt-get install redis-server).');
  }
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--daemonize', 'no'];
  const child = spawn('redis-server', args, {
    env: { ...process.env, PATH: hostPath() },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = endWithThisProcess(child);
  await firstLine(child, child.stdout, /Ready to accept connections/);
  return { url: `redis://127.0.0.1:${port}`, stop };
}
