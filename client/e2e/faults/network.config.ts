import { defineConfig } from '@playwright/test';
import { chromium } from '../chromium.ts';

/** `npm run faults -- network`: hundreds of rounds, and so no part of `npm test`. */
export default defineConfig({
  testDir: '.',
  testMatch: 'network.ts',
  outputDir: '../../test-results',
  workers: 1,
  retries: 0,
  timeout: 3_600_000,
  expect: { timeout: 60_000 },
  reporter: 'line',
  use: { browserName: 'chromium', actionTimeout: 60_000, locale: 'en-GB', timezoneId: 'UTC', launchOptions: chromium },
});
