import { defineConfig } from '@playwright/test';
import { chromium } from './chromium.ts';

/** `npm run pictures`: not tests, and so no part of `npm test`. */
export default defineConfig({
  testDir: '.',
  testMatch: 'pictures.ts',
  outputDir: '../test-results',
  workers: 1,
  retries: 2,
  timeout: 240_000,
  reporter: 'line',
  use: { browserName: 'chromium', actionTimeout: 15_000, launchOptions: chromium },
});
