// npm run faults -- network [--rounds N]: the widget and the console in a real Chromium, over a line that fails.
import { join } from 'node:path';
import { fittingNode, tool } from './lib/node.mjs';
import { paths } from './lib/paths.mjs';
import { run, toolEnv } from './lib/run.mjs';
import { main, say } from './lib/say.mjs';
import { ensureChromium } from './testing/chromium.mjs';

await main(async () => {
  const at = process.argv.indexOf('--rounds');
  const rounds = at < 0 ? '500' : String(Number(process.argv[at + 1]));
  const env = toolEnv({ CHROME_BIN: await ensureChromium(), ROUNDS: rounds });
  const config = join(paths.client, 'e2e', 'faults', 'network.config.ts');
  const { code } = await run(fittingNode(), [tool('playwright'), 'test', '--config', config], { env });
  say(`faults-network ${code === 0 ? 'holds' : 'fails'} after ${rounds} rounds`);
  process.exitCode = code;
});
