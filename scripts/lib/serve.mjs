import { fittingNode } from './node.mjs';
import { paths } from './paths.mjs';
import { ensureBuilt } from './prepare.mjs';
import { become, toolEnv } from './run.mjs';
import { main } from './say.mjs';

/** Installs and builds where needed, then becomes the server as it runs in production. */
export const start = () =>
  main(async () => {
    await ensureBuilt();
    const env = toolEnv({ NODE_ENV: 'production' });
    await become(fittingNode(), [paths.main, ...process.argv.slice(2)], { env });
  });
