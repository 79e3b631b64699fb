import type { LaunchOptions } from '@playwright/test';
import args from '../../scripts/testing/chromium-flags.json' with { type: 'json' };

/** How every browser here is started. */
export const chromium: LaunchOptions = { executablePath: process.env['CHROME_BIN'], args };

/**
 * The same with the storage of a frame of another site parted by the page's site, as people's browsers have it:
 * Playwright turns that off by a list of features, and the last list on the command line is the one that counts.
 */
export const chromiumWithPartedStorage: LaunchOptions = {
  ...chromium,
  args: [...args, '--disable-features=HttpsUpgrades,MediaRouter,OptimizationHints,PaintHolding'],
};
