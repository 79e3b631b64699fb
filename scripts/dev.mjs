// npm run dev: both sides rebuilt on change, the server restarted; Ctrl-C ends all of it.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fittingNode, tool } from './lib/node.mjs';
import { paths, root } from './lib/paths.mjs';
import { ensureBuilt, ensureTools } from './lib/prepare.mjs';
import { toolEnv } from './lib/run.mjs';
import { main, say } from './lib/say.mjs';

await main(async () => {
  await ensureTools();
  await ensureBuilt();
  const bundle = (name) => {
    const folder = join(paths.client, name);
    return ['--watch', `--watch-path=${folder}`, `--watch-path=${paths.sharedDist}`, join(folder, 'build.mjs')];
  };
  const watchers = {
    shared: [tool('tsc'), '-p', paths.shared, '--watch', '--preserveWatchOutput'],
    types: [tool('tsc'), '-p', paths.server, '--watch', '--preserveWatchOutput'],
    console: [tool('nx'), 'run', 'client:console:development', '--watch'],
    widget: bundle('widget'),
    shop: bundle('shop'),
    server: ['--watch', '--watch-preserve-output', '--enable-source-maps', paths.main],
  };
  const running = Object.entries(watchers).map(([name, args]) => watch(name, args));

  const end = (code) => {
    process.exitCode ||= code;
    for (const child of running) if (child.exitCode === null && child.signalCode === null) killGroup(child);
  };
  running.forEach((child, i) => {
    child.on('close', (code, signal) => {
      say(`${Object.keys(watchers)[i]} ended with ${code ?? signal}, and so does the rest.`);
      end(1);
    });
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      process.exitCode = 0;
      for (const child of running) child.removeAllListeners('close');
      end(0);
    });
  }
});

/** Each watcher leads a group of its own, so that what it started ends with it. */
function watch(name, args) {
  const env = toolEnv({ NODE_ENV: 'development', NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '1' });
  const child = spawn(fittingNode(), args, { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => line.trim() && say(`${name.padEnd(7)} | ${line}`));
  }
  return child;
}

function killGroup(child) {
  try {
    process.kill(-child.pid, 'SIGTERM');
  } catch {
    // It has ended already.
  }
}
