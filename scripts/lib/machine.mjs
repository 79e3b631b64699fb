import { spawnSync } from 'node:child_process';
import { request } from 'node:https';
import { bundledNodeExpected, fits, WANTED } from './node.mjs';
import { hostPath } from './run.mjs';
import { Missing, warn } from './say.mjs';

/** True where the program can be started and says that all is well. */
export function has(program, args = ['--version']) {
  return spawnSync(program, args, { env: { ...process.env, PATH: hostPath() }, stdio: 'ignore' }).status === 0;
}

/** Looks, before an installation, for everything it will need; names all that is missing at once. */
export async function checkMachine() {
  const missing = [];
  if (!bundledNodeExpected() && !fits(process.version)) {
    missing.push(
      `Node ${WANTED}: this is ${process.version} on ${process.platform}-${process.arch}, where none comes with Candour.`,
    );
  }
  if (!has('npm')) missing.push('npm: it is not on the PATH. It comes with Node from nodejs.org.');
  const tools = missingBuildTools();
  if (tools.length > 0) {
    const why = `${tools.join(' and ')} to build sqlite3`;
    const reach = await prebuiltReachable();
    if (reach === 'no') {
      missing.push(`${why}: its ready-made binary cannot be fetched from here.\n  ${howToGetBuildTools()}`);
    } else if (reach === 'unknown') {
      warn(`Note: should the ready-made binary of sqlite3 not be had through the proxy, ${why} will be needed.`);
    }
  }
  if (missing.length > 0) throw new Missing(`Missing on this machine:\n- ${missing.join('\n- ')}`);
}

export function missingBuildTools() {
  const compiler = process.env.CXX || ['g++', 'c++', 'clang++'].find((name) => has(name));
  const python = process.env.PYTHON || ['python3', 'python'].find((name) => has(name));
  const make = ['make', 'gmake'].find((name) => has(name));
  return [!compiler && 'a C++ compiler', !make && 'make', !python && 'Python 3'].filter(Boolean);
}

export function howToGetBuildTools() {
  if (process.platform === 'darwin') return 'Install them with: xcode-select --install';
  return 'On Debian or Ubuntu: apt-get install g++ make python3';
}

/** sqlite3's binaries are release files of its repository. Behind a proxy a direct attempt proves nothing. */
function prebuiltReachable() {
  if (process.env.HTTPS_PROXY || process.env.https_proxy || process.env.npm_config_https_proxy) {
    return Promise.resolve('unknown');
  }
  return new Promise((resolve) => {
    const ask = request('https://github.com/TryGhost/node-sqlite3/releases', { method: 'HEAD', timeout: 5000 });
    ask.on('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode < 400 ? 'yes' : 'no');
    });
    ask.on('timeout', () => ask.destroy(new Error('timeout')));
    ask.on('error', () => resolve('no'));
    ask.end();
  });
}
