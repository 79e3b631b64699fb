// A Chromium for specs and browser tests: CHROME_BIN, one on the PATH, Playwright's, Debian's package.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fittingNode, tool } from '../lib/node.mjs';
import { hostPath, run } from '../lib/run.mjs';
import { say } from '../lib/say.mjs';
import { aptInstall, canApt } from './apt.mjs';
import flags from './chromium-flags.json' with { type: 'json' };

/** Flags under which Chromium runs for anybody, root in a container included, and asks nothing of the outside. */
export const FLAGS = flags;

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** For Playwright's `launch`, in a process that `npm test` started or on a machine that has a Chromium. */
export function launchOptions() {
  return { executablePath: process.env.CHROME_BIN ?? onPath(), args: FLAGS, headless: true };
}

/** Finds or installs a Chromium; answers its path. @throws Error that says what was tried. */
export async function ensureChromium() {
  if (process.env.CHROME_BIN) {
    if (works(process.env.CHROME_BIN)) return process.env.CHROME_BIN;
    throw new Error(`CHROME_BIN is ${process.env.CHROME_BIN}, which does not start.`);
  }
  const found = onPath() ?? (await playwrightsOwn());
  if (found) return found;
  if (canApt()) {
    say('Installing Chromium from the system packages ...');
    if ((await aptInstall('chromium')) && onPath()) return onPath();
  }
  say("Fetching Playwright's Chromium ...");
  await run(fittingNode(), [tool('playwright'), 'install', 'chromium']);
  const fetched = await playwrightsOwn();
  if (fetched) return fetched;
  throw new Error(
    'No Chromium: none in CHROME_BIN, none on the PATH, none from the system packages, none from Playwright.\n' +
      'Install one (Debian: apt-get install chromium) or set CHROME_BIN to the program.',
  );
}

function onPath() {
  const folders = hostPath().split(delimiter);
  return folders
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((file) => existsSync(file) && works(file));
}

async function playwrightsOwn() {
  const { chromium } = await import('playwright-core');
  const file = chromium.executablePath();
  return file && existsSync(file) && works(file) ? file : undefined;
}

/** Starts it for real: Playwright's own lacks system libraries on many machines. */
function works(file) {
  const args = ['--headless', ...FLAGS, '--dump-dom', 'about:blank'];
  return spawnSync(file, args, { stdio: 'ignore', timeout: 60_000 }).status === 0;
}
