// npm run faults -- network [--rounds N] [--pairs N]: the widget and the console in a real Chromium, over a line that fails.
import { join } from 'node:path';
import { fittingNode, tool } from './lib/node.mjs';
import { paths } from './lib/paths.mjs';
import { run, toolEnv } from './lib/run.mjs';
import { main, Missing, say } from './lib/say.mjs';
import { ensureChromium } from './testing/chromium.mjs';

await main(async () => {
  const [rounds, pairs] = [argument('--rounds', 500), argument('--pairs', 10)];
  const env = toolEnv({ CHROME_BIN: await ensureChromium(), ROUNDS: String(rounds), PAIRS: String(pairs) });
  const config = join(paths.client, 'e2e', 'faults', 'network.config.ts');
  const { code } = await run(fittingNode(), [tool('playwright'), 'test', '--config', config], { env });
  say(`faults-network ${code === 0 ? 'holds' : 'fails'} after ${rounds} rounds`);
  process.exitCode = code;
});

function argument(name, usual) {
  const at = process.argv.indexOf(name);
  const value = at < 0 ? usual : Number(process.argv[at + 1]);
  if (!Number.isInteger(value) || value < 1) throw new Missing(`${name} wants a whole number from 1.`);
  return value;
}
