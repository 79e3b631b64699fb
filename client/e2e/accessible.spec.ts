import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { chatOf, openChat, startChat } from './chat.ts';
import type { Who } from './people.ts';
import { signIn } from './people.ts';
import { test } from './test.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

interface Screen {
  path: string;
  /** What is there once the screen has its data. */
  shows: string;
}

/** The console's screens, by who may see them. */
const screens: Partial<Record<Who, readonly Screen[]>> = {
  nell: [
    { path: '/inbox', shows: 'a.item' },
    { path: '/orders', shows: 'main table tbody tr, main a[href^="/orders/"]' },
    { path: '/policy', shows: 'main h1, main h2' },
  ],
  admin: [
    { path: '/imports', shows: 'input[type=file]' },
    { path: '/retention', shows: 'main h2' },
    { path: '/outbox', shows: 'main h1' },
    { path: '/administration', shows: 'main table tbody tr, main li' },
  ],
};

/** Finds nothing serious on the page as it stands, frames included. */
async function expectAccessible(page: Page, screen: string): Promise<void> {
  // What is under way would be measured half-transparent.
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`));
  expect.soft(serious, screen).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`In ${colorScheme}, axe finds nothing serious`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('before signing in and in the help centre', async ({ page }) => {
      await page.goto('/sign-in');
      await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
      await expectAccessible(page, 'sign-in');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expectAccessible(page, 'sign-in, refused');
      await page.goto('/help');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page, 'help centre');
      await page.goto('/help/policy');
      await expect(page.getByRole('table').or(page.locator('main li')).first()).toBeVisible();
      await expectAccessible(page, 'policy of the help centre');
    });

    for (const [who, list] of Object.entries(screens) as [Who, Screen[]][]) {
      test(`on the screens of ${who}`, async ({ page }) => {
        await signIn(page, who);
        for (const { path, shows } of list) {
          await page.goto(path);
          await expect(page).toHaveURL(new RegExp(path));
          await expect(page.locator(shows).first()).toBeVisible();
          await expect(page.locator('.skeleton')).toHaveCount(0);
          await expectAccessible(page, path);
        }
      });
    }

    test('on a conversation with its panel, and on an order', async ({ page }) => {
      await signIn(page, 'nell');
      await page.goto('/inbox/all');
      await page.locator('a.item', { hasText: 'Ottoline' }).first().click();
      await expect(page.locator('cd-order-panel article').first()).toBeVisible();
      await expect(page.locator('cd-why-panel .sentence')).toBeVisible();
      await page
        .getByRole('button', { name: /Details of order/ })
        .first()
        .click();
      await expect(page.locator('.skeleton')).toHaveCount(0);
      await expectAccessible(page, 'conversation');
      await page.getByRole('link', { name: 'Open order' }).click();
      await expect(page).toHaveURL(/\/orders\/./);
      await expect(page.locator('.skeleton')).toHaveCount(0);
      await expectAccessible(page, 'order');
    });

    test('on the shop page with the widget closed, open and in conversation', async ({ page }) => {
      await page.goto('/shop?l=en');
      await page.getByLabel('Sign in as a customer').selectOption({ label: 'Matilda Daybed' });
      await expect(page.locator('.orders li').first()).toBeVisible();
      await expectAccessible(page, 'shop');
      await page.getByLabel('Sign in as a customer').selectOption({ label: 'Visitor' });
      await expect(page.locator('.orders')).toHaveCount(0);
      const chat = await openChat(page);
      await expectAccessible(page, 'widget, open');
      await startChat(chat, 'Products', `Which polish for oak in a ${colorScheme} room?`);
      await expect(chat.getByText('You are in the queue')).toBeVisible();
      await expectAccessible(page, 'widget, in conversation');
      await chatOf(page).getByRole('button', { name: 'Options' }).click();
      await expectAccessible(page, 'widget, options');
    });
  });
}
