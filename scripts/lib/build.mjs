import { fittingNode, tool } from './node.mjs';
import { run, toolEnv } from './run.mjs';
import { Missing, say } from './say.mjs';

/**
 * Builds what changed since the last time (nx keeps count), quietly: what the tools said is shown where they failed.
 * No nx daemon: nothing is left running behind a command.
 */
export async function build() {
  const started = Date.now();
  const { code, output } = await nx(['run-many', '-t', 'build', '--parallel=2', '--output-style=static'], {
    quiet: true,
  });
  if (code !== 0) throw new Missing(`${output}\nThe build failed.`);
  const fresh = /from the cache instead of running the command for (\d+) out of \1 tasks/.test(output);
  if (!fresh) say(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}

export function nx(args, options = {}) {
  return run(fittingNode(), [tool('nx'), ...args], {
    ...options,
    env: toolEnv({ NX_DAEMON: 'false', NX_TUI: 'false', NODE_ENV: '', ...options.env }),
  });
}
