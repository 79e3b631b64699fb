import type { Page } from '@playwright/test';
import { test as base } from '@playwright/test';

/** Collects what a page must not do: log an uncaught error, or ask an origin that is not among `origins`. */
export function watch(page: Page, ...origins: readonly (string | undefined)[]): readonly string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && !origins.includes(origin)) faults.push(`a request to ${origin}`);
  });
  return faults;
}

/** Playwright's `test` at the address of the run's desk. A page that logs an error or asks a third party fails. */
export const test = base.extend<{ quiet: undefined }>({
  // The server picks its port, so it is known only after the configuration was read.
  // eslint-disable-next-line no-empty-pattern
  baseURL: async ({}, use) => use(process.env['E2E_URL']),
  quiet: [
    async ({ page, baseURL }, use) => {
      const faults = watch(page, baseURL);
      await use(undefined);
      if (faults.length > 0) throw new Error(`The page was not quiet:\n${faults.join('\n')}`);
    },
    { auto: true },
  ],
});
