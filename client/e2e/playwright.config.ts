import { defineConfig } from '@playwright/test';
import { chromium } from './chromium.ts';

const MEASURED = '**/long-thread.spec.ts';

/** Loaded again by every worker: no state is made or removed here, that is `global-set-up.ts`. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  globalSetup: './global-set-up.ts',
  forbidOnly: Boolean(process.env['CI']),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // What is waited for comes within a second; these bound a test that fails on a machine with much else to do.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  // What measures itself has the machine for itself, after the others.
  projects: [
    { name: 'desk', testIgnore: MEASURED },
    { name: 'measured', testMatch: MEASURED, dependencies: ['desk'] },
  ],
  use: {
    browserName: 'chromium',
    actionTimeout: 20_000,
    locale: 'en-GB',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: chromium,
  },
});
