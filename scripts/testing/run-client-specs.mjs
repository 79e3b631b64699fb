// Runs the bundled specs of console and widget in a real Chromium and tells the parent how many passed.
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { paths, root } from '../lib/paths.mjs';
import { launchOptions } from './chromium.mjs';
import { TallyReporter } from './tally.mjs';

const { runSpecs } = createRequire(import.meta.url)('jasmine-browser-runner');

/** What jasmine-browser-runner asks of a browser, answered by Playwright. */
function driver() {
  let browser;
  let page;
  return {
    async get(url) {
      browser = await chromium.launch(launchOptions());
      page = await browser.newPage();
      page.on('pageerror', (error) => console.error(error.stack ?? error.message));
      await page.goto(url);
    },
    executeScript: (script) => page.evaluate(`(() => { ${script} })()`),
    close: () => browser?.close(),
  };
}

if (!existsSync(paths.clientSpecs) || readdirSync(paths.clientSpecs).length === 0)
  throw new Error('No bundle of specs.');
const reporter = new TallyReporter();
const { overallStatus } = await runSpecs(
  {
    projectBaseDir: root,
    srcDir: paths.clientSpecs,
    specDir: paths.clientSpecs,
    specFiles: ['main.js'],
    esmFilenameExtension: '.js',
    reporters: [reporter],
    env: { random: true },
  },
  { buildWebdriver: driver },
);
process.exitCode = overallStatus === 'passed' ? 0 : 1;
process.send?.(reporter.tally, () => process.disconnect());
