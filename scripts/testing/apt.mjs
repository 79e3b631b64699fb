import { run } from '../lib/run.mjs';
import { has } from '../lib/machine.mjs';

export const canApt = () => process.getuid?.() === 0 && has('apt-get');

/** Installs a Debian package, as root; true where it worked. Its service, if it has one, is not started. */
export async function aptInstall(name) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const update = await run('apt-get', ['update', '-qq'], { env, quiet: true });
  const install = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { env, quiet: true });
  if (install.code !== 0) process.stderr.write(`${update.code === 0 ? '' : update.output}${install.output}`);
  return install.code === 0;
}
