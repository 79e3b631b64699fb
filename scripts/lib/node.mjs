import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { paths } from './paths.mjs';
import { Missing } from './say.mjs';

/** What Angular 22 accepts; the server runs on the same Node. */
export const WANTED = '^22.22.3 || ^24.15 || >=26';

export function fits(version) {
  const [major = 0, minor = 0, patch = 0] = version.replace(/^v/, '').split('.').map(Number);
  if (major >= 26) return true;
  if (major === 24) return minor >= 15;
  return major === 22 && (minor > 22 || (minor === 22 && patch >= 3));
}

/** The bundled Node exists for Linux on x64 with glibc only; elsewhere the host's own must fit. */
export function bundledNodeExpected() {
  const musl = process.platform === 'linux' && !process.report?.getReport().header.glibcVersionRuntime;
  return process.platform === 'linux' && process.arch === 'x64' && !musl;
}

let found;

/** The Node everything runs on: the bundled one, else the host's where it fits. */
export function fittingNode() {
  found ??= lookForNode();
  if (found) return found;
  throw new Missing(
    `Candour needs Node ${WANTED}. This machine has ${process.version} for ${process.platform}-${process.arch},\n` +
      'and the Node that npm installs beside Candour is for Linux on x64 with glibc only.\n' +
      'Install a fitting Node and start again.',
  );
}

function lookForNode() {
  if (existsSync(paths.bundledNode)) {
    if (realpathSync(process.execPath) === realpathSync(paths.bundledNode)) return process.execPath;
    const told = spawnSync(paths.bundledNode, ['--version'], { encoding: 'utf8' });
    if (told.status === 0 && fits(told.stdout.trim())) return paths.bundledNode;
  }
  return fits(process.version) ? process.execPath : undefined;
}

/** The script behind a workspace tool's name, to be run by the Node that fits whatever its first line says. */
export function tool(name) {
  return realpathSync(join(paths.bin, name));
}
