// npm test [-- PART ...]: everything, on a machine that has nothing yet but Node and npm. Ends with the count.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { check } from './check.mjs';
import { filesUnder } from './checks/files.mjs';
import { build, nx } from './lib/build.mjs';
import { fittingNode, tool } from './lib/node.mjs';
import { paths } from './lib/paths.mjs';
import { ensureTools } from './lib/prepare.mjs';
import { run, toolEnv } from './lib/run.mjs';
import { main, Missing, say, warn } from './lib/say.mjs';
import { add, nothing, summary } from './testing/tally.mjs';

/** The parts in their order, what each needs, and how it runs; each answers a tally. */
const PARTS = {
  check: { needs: [], run: () => check() },
  build: { needs: [], run: buildAll },
  workspace: { needs: [], run: () => specs('scripts/spec/jasmine.json') },
  shared: { needs: ['build'], run: () => specs('shared/jasmine.json') },
  server: { needs: ['build', 'postgres', 'redis'], run: () => specs('server/jasmine.json', 2) },
  client: { needs: ['build', 'chromium'], run: clientSpecs },
  widget: { needs: ['build', 'chromium'], run: widgetBench },
  browser: { needs: ['build', 'chromium'], run: browserTests },
};

/** What parts need from the machine; each sets an environment variable for the programs that run after. */
const NEEDS = {
  postgres: async () => service('TEST_POSTGRES_URL', (await import('./testing/postgres.mjs')).startPostgres),
  redis: async () => service('TEST_REDIS_URL', (await import('./testing/redis.mjs')).startRedis),
  chromium: async () => {
    process.env.CHROME_BIN = await (await import('./testing/chromium.mjs')).ensureChromium();
  },
};

const stops = [];

await main(async () => {
  await ensureTools();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));
  const total = nothing();
  try {
    await runParts(partsAsked(), total);
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
  say(`\n${summary(total)}`);
});

function partsAsked() {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !(name in PARTS));
  if (unknown.length > 0)
    throw new Missing(`No part ${unknown.join(', ')}. There are: ${Object.keys(PARTS).join(', ')}.`);
  if (asked.length === 0) return Object.keys(PARTS);
  const needsBuild = asked.some((name) => PARTS[name].needs.includes('build'));
  return Object.keys(PARTS).filter((name) => asked.includes(name) || (needsBuild && name === 'build'));
}

async function runParts(names, total) {
  const state = new Map();
  for (const name of names) {
    const missing = [];
    for (const need of PARTS[name].needs) {
      if (need in NEEDS && !state.has(need)) state.set(need, await setUp(need, total));
      if (state.get(need) === 'failed') missing.push(need);
    }
    const started = Date.now();
    say(`\n== ${name}`);
    const tally = missing.length > 0 ? without(name, missing) : await part(name);
    if (!state.has(name)) state.set(name, tally.failed > 0 ? 'failed' : 'ready');
    add(total, tally);
    say(`${name}: ${summary(tally)} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  }
}

/** A part that cannot run has failed: a silent skip would look like a success. */
function without(name, missing) {
  warn(`${name} cannot run: ${missing.join(' and ')} missing, see above.`);
  return { ...nothing(), failed: 1 };
}

async function part(name) {
  try {
    return await PARTS[name].run();
  } catch (error) {
    warn(error instanceof Missing ? error.message : error);
    return { ...nothing(), failed: 1 };
  }
}

async function setUp(need, total) {
  try {
    await NEEDS[need]();
    return 'ready';
  } catch (error) {
    warn(`\n== set-up of ${need} failed\n${error.message}`);
    total.failed += 1;
    return 'failed';
  }
}

async function service(variable, start) {
  const { url, stop } = await start();
  process.env[variable] = url;
  stops.push(stop);
}

async function buildAll() {
  await build();
  return { ...nothing(), passed: 1 };
}

/** In as many processes as said, side by side; each shows what it printed at its end, where there are several. */
async function specs(config, count = 1) {
  const program = ['--enable-source-maps', join(paths.scripts, 'testing', 'run-specs.mjs'), config];
  const shares = Array.from({ length: count }, (_, index) =>
    counted([...program, `${index}`, `${count}`], { quiet: count > 1 }),
  );
  return (await Promise.all(shares)).reduce(add, nothing());
}

/** Runs a program that tells its tally; one that ends badly without telling has failed once. */
async function counted(args, { quiet = false } = {}) {
  let tally;
  const env = toolEnv({ NODE_ENV: 'test' });
  const { code, output } = await run(fittingNode(), args, { env, quiet, onMessage: (message) => (tally = message) });
  if (output) say(output.trim());
  tally ??= { ...nothing(), failed: 1 };
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** The specs of console and widget, bundled by Angular's own builder from a list made here. */
async function clientSpecs() {
  const files = ['src', 'widget'].flatMap((name) => filesUnder(join(paths.client, name), /\.spec\.ts$/));
  const folder = join(paths.client, 'testing');
  const list = join(folder, 'specs.generated.ts');
  mkdirSync(folder, { recursive: true });
  const imports = files.map(
    (file) => `import '${relative(folder, file).replaceAll('\\', '/').replace(/\.ts$/, '')}';\n`,
  );
  writeFileSync(list, `import './set-up';\n${imports.join('')}`);
  rmSync(paths.clientSpecs, { recursive: true, force: true });
  const { code, output } = await nx(['run', 'client:specs', '--output-style=static'], { quiet: true });
  if (code !== 0) throw new Missing(output);
  return counted([join(paths.scripts, 'testing', 'run-client-specs.mjs')]);
}

async function widgetBench() {
  const { code } = await run(fittingNode(), [paths.widgetBench]);
  return { ...nothing(), [code === 0 ? 'passed' : 'failed']: 1 };
}

async function browserTests() {
  const report = join(paths.client, 'test-results', 'report.json');
  rmSync(report, { force: true });
  const env = toolEnv({ NODE_ENV: 'test', PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  const args = [tool('playwright'), 'test', '--config', paths.e2e, '--reporter=list,json'];
  const { code } = await run(fittingNode(), args, { env });
  if (!existsSync(report)) return { ...nothing(), failed: 1 };
  const { stats, errors } = JSON.parse(readFileSync(report, 'utf8'));
  const failed = stats.unexpected + stats.flaky + errors.length;
  const tally = { passed: stats.expected, failed, skipped: stats.skipped };
  return code !== 0 && failed === 0 ? { ...tally, failed: 1 } : tally;
}
