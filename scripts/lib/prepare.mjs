import { realpathSync } from 'node:fs';
import { build } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { fittingNode } from './node.mjs';
import { become } from './run.mjs';

/** Installed, and this very script running on a Node that fits: a host's older one hands over to the bundled one. */
export async function ensureTools() {
  await ensureInstalled();
  const node = fittingNode();
  if (realpathSync(node) !== realpathSync(process.execPath)) await become(node, process.argv.slice(1));
}

/** Installed and built. */
export async function ensureBuilt() {
  await ensureInstalled();
  await build();
}
