// npm run import | staff | audit | search | migration | data-map | bench NAME | faults NAME: installed, built and run on the Node that fits.
import { existsSync, readdirSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { fittingNode } from './lib/node.mjs';
import { paths } from './lib/paths.mjs';
import { ensureBuilt } from './lib/prepare.mjs';
import { become, run, toolEnv } from './lib/run.mjs';
import { main, Missing, warn } from './lib/say.mjs';

// An import makes much that is gone at once: V8 would let its heap grow by hundreds of MB before it clears up.
const FLAGS = { import: ['--max-semi-space-size=16', '--max-old-space-size=256'] };
const SINGLE = ['import', 'staff', 'audit', 'search', 'migration', 'data-map'];
const FAMILIES = { bench: paths.benches, faults: paths.faults };
/** Those that run on PostgreSQL too. */
const ON_POSTGRES_TOO = { bench: ['inbox'], faults: ['routing', 'refunds'] };
/** Those that need the console or the widget, and so are no part of the built server. */
const IN_BROWSER = { bench: { widget: paths.widgetBench }, faults: { network: paths.networkFaults } };

await main(async () => {
  const [verb, ...rest] = process.argv.slice(2);
  await ensureBuilt();
  const [file, args] = program(verb, rest);
  if (!existsSync(file)) throw new Missing(unknown(verb, rest));
  const env = { NODE_ENV: process.env.NODE_ENV ?? 'production' };
  if (ON_POSTGRES_TOO[verb]?.includes(rest[0]) && !process.env.TEST_POSTGRES_URL) {
    process.exitCode = await withPostgres([file, ...args], env);
  } else await become(fittingNode(), [...(FLAGS[verb] ?? []), file, ...args], { env: toolEnv(env) });
});

/** As in `npm test` a server of its own is started; where that is not possible, the run says what it leaves out. */
async function withPostgres(args, env) {
  const { startPostgres } = await import('./testing/postgres.mjs');
  const server = await startPostgres().catch((error) => warn(`PostgreSQL did not start: ${error.message}`));
  try {
    const own = server ? { TEST_POSTGRES_URL: server.url } : {};
    return (await run(fittingNode(), args, { env: toolEnv({ ...env, ...own }) })).code;
  } finally {
    await server?.stop();
  }
}

function program(verb, rest) {
  if (SINGLE.includes(verb)) return [join(paths.commands, `${verb}.js`), rest.map(fromWhereTyped)];
  const [name, ...args] = rest;
  if (!(verb in FAMILIES) || !/^[a-z][a-z0-9-]*$/.test(name ?? '')) throw new Missing(unknown(verb, rest));
  const inBrowser = IN_BROWSER[verb][name];
  if (inBrowser) return [inBrowser, args];
  return [join(FAMILIES[verb], `${name}.js`), args];
}

/** npm runs scripts in the workspace's root: a relative file name means the folder it was typed in. */
function fromWhereTyped(arg) {
  const typedIn = process.env.INIT_CWD;
  if (!typedIn || arg.startsWith('-') || isAbsolute(arg)) return arg;
  const there = resolve(typedIn, arg);
  return existsSync(there) ? there : arg;
}

function unknown(verb, [name]) {
  if (!(verb in FAMILIES))
    return `No command "${verb ?? ''}". There are: ${[...SINGLE, ...Object.keys(FAMILIES)].join(', ')}.`;
  const built = existsSync(FAMILIES[verb])
    ? readdirSync(FAMILIES[verb]).flatMap((file) => /^([a-z][a-z0-9-]*)\.js$/.exec(file)?.[1] ?? [])
    : [];
  const names = [...built, ...Object.keys(IN_BROWSER[verb])];
  return `npm run ${verb} -- NAME: ${name ? `no "${name}"` : 'which one'}? There are: ${names.join(', ')}.`;
}
