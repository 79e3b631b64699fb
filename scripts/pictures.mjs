// npm run pictures: takes the pictures of docs/screens anew from a demonstration desk of its own.
import { join } from 'node:path';
import { fittingNode, tool } from './lib/node.mjs';
import { paths } from './lib/paths.mjs';
import { ensureBuilt, ensureTools } from './lib/prepare.mjs';
import { run, toolEnv } from './lib/run.mjs';
import { main } from './lib/say.mjs';

await main(async () => {
  await ensureTools();
  await ensureBuilt();
  const { ensureChromium } = await import('./testing/chromium.mjs');
  const env = toolEnv({ CHROME_BIN: await ensureChromium() });
  const config = join(paths.client, 'e2e', 'pictures.config.ts');
  const { code } = await run(fittingNode(), [tool('playwright'), 'test', '--config', config], { env });
  process.exitCode = code;
});
