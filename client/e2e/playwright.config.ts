import { defineConfig } from '@playwright/test';
import { chromium } from './chromium.ts';

/** Loaded again by every worker: no state is made or removed here, that is `global-set-up.ts`. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  globalSetup: './global-set-up.ts',
  forbidOnly: Boolean(process.env['CI']),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    actionTimeout: 10_000,
    locale: 'en-GB',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: chromium,
  },
});
