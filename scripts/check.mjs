// npm run check: types, lint, format, who imports whom, catalogues, templates. One line each, or what is wrong.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nx } from './lib/build.mjs';
import { fittingNode, tool } from './lib/node.mjs';
import { paths, root } from './lib/paths.mjs';
import { ensureTools } from './lib/prepare.mjs';
import { run } from './lib/run.mjs';
import { main, say } from './lib/say.mjs';

const TYPED = [
  { name: 'shared', compiler: 'tsc', project: 'shared/tsconfig.json' },
  { name: 'server', compiler: 'tsc', project: 'server/tsconfig.json' },
  { name: 'console', compiler: 'ngc', project: 'client/tsconfig.app.json' },
  { name: 'console specs', compiler: 'ngc', project: 'client/tsconfig.spec.json' },
  { name: 'widget', compiler: 'tsc', project: 'client/widget/tsconfig.json' },
  { name: 'shop', compiler: 'tsc', project: 'client/shop/tsconfig.json' },
  { name: 'browser tests', compiler: 'tsc', project: 'client/e2e/tsconfig.json' },
];

/** Each answers { wrong: lines, right: what to say where there is nothing wrong }. */
const CHECKS = {
  types: checkTypes,
  lint: () => byTool('eslint', ['.', '--max-warnings=0'], 'the rules of eslint.config.mjs hold'),
  format: () => byTool('prettier', ['--check', '--log-level=warn', '.'], 'all files as prettier writes them'),
  imports: checkImports,
  catalogues: async () => (await import('./checks/catalogues.mjs')).checkCatalogues(),
  templates: async () => (await import('./checks/templates.mjs')).checkTemplates(),
};

/** Runs the checks named, or all of them, two at a time; answers how many passed and failed. */
export async function check(names = Object.keys(CHECKS)) {
  const built = await nx(['run', 'shared:build', '--output-style=static'], { quiet: true });
  const tally = { passed: 0, failed: 0, skipped: 0 };
  if (built.code !== 0) {
    say(`check types: failed\n${built.output}`);
    return { ...tally, failed: 1 };
  }
  const waiting = [...names];
  const worker = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) {
      const { wrong, right } = await CHECKS[name]();
      tally[wrong.length === 0 ? 'passed' : 'failed'] += 1;
      say(wrong.length === 0 ? `check ${name}: ${right}` : `check ${name}: failed\n${some(wrong)}\n`);
    }
  };
  await Promise.all([worker(), worker()]);
  return tally;
}

const SHOWN = 30;
function some(lines) {
  const rest = lines.length - SHOWN;
  return [...lines.slice(0, SHOWN), ...(rest > 0 ? [`... and ${rest} more`] : [])].join('\n');
}

async function checkTypes() {
  const present = TYPED.filter(({ project }) => existsSync(join(root, project)));
  const wrong = [];
  for (const { name, compiler, project } of present) {
    const { code, output } = await run(fittingNode(), [tool(compiler), '-p', project, '--noEmit'], { quiet: true });
    if (code !== 0) wrong.push(`${name}:\n${output.trim()}`);
  }
  return { wrong, right: `${present.map(({ name }) => name).join(', ')} compile` };
}

async function checkImports() {
  const args = ['--config', '.dependency-cruiser.mjs', 'shared/src', 'server/src', 'server/bench', 'server/test'];
  const client = ['client/src', 'client/widget', 'client/shop', 'client/e2e'];
  const present = [...args.slice(2), ...client].filter((folder) => existsSync(join(root, folder)));
  const { code, output } = await run(fittingNode(), [tool('depcruise'), ...args.slice(0, 2), ...present], {
    quiet: true,
  });
  const counted = /\((\d+ modules, \d+ dependencies)/.exec(output)?.[1];
  return { wrong: code === 0 && counted ? [] : [output.trim()], right: `who may import whom holds in ${counted}` };
}

async function byTool(name, args, right) {
  const { code, output } = await run(fittingNode(), [tool(name), ...args], { quiet: true });
  return { wrong: code === 0 ? [] : [output.trim() || `${name} ended with ${code}`], right };
}

if (process.argv[1] === join(paths.scripts, 'check.mjs')) {
  await main(async () => {
    await ensureTools();
    const unknown = process.argv.slice(2).filter((name) => !(name in CHECKS));
    if (unknown.length > 0) throw new Error(`No check named ${unknown.join(', ')}: ${Object.keys(CHECKS).join(', ')}`);
    const { failed } = await check(process.argv.length > 2 ? process.argv.slice(2) : undefined);
    if (failed > 0) process.exitCode = 1;
  });
}
