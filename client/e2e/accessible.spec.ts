import { expect } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { chatOf, openChat, startChat } from './chat.ts';
import type { Who } from './people.ts';
import { signIn } from './people.ts';
import { test } from './test.ts';

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
    { path: '/hours', shows: 'cd-office-form' },
    { path: '/sla', shows: 'cd-time-field' },
    { path: '/fields', shows: '.field' },
    { path: '/outbox', shows: 'main h1' },
    { path: '/administration', shows: 'main table tbody tr, main li' },
  ],
};

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

    test('on a link, on dialogs and menus, and on what an import reports', async ({ page }) => {
      await page.goto('/link#a-token-that-is-none');
      await expect(page.locator('input[type=password]')).toBeVisible();
      await expectAccessible(page, 'link');
      await signIn(page, 'admin');
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page, 'palette');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page, 'keys');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Profile' }).click();
      await expectAccessible(page, 'profile menu');
      await page.getByRole('menuitem', { name: 'password' }).click();
      await expect(page.getByRole('dialog').locator('input').first()).toBeVisible();
      await expectAccessible(page, 'password dialog');
      await page.keyboard.press('Escape');
      await page.goto('/administration');
      await page.getByRole('button', { name: 'Add a person' }).click();
      await expectAccessible(page, 'staff dialog');
      await page.keyboard.press('Escape');

      await page.goto('/imports');
      const name = `orders-${colorScheme}.json`;
      const buffer = Buffer.from('[{"moneyUnit":"minor","externalId":"A-1"},{"number":7}]');
      await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer });
      await page.getByRole('button', { name: new RegExp(name) }).click();
      const report = page.getByRole('article').filter({ hasText: name });
      await report.locator('summary').click();
      await expect(report.getByRole('row').first()).toBeVisible();
      await expectAccessible(page, 'report of an import');
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
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await expect(page.getByRole('menu')).toBeVisible();
      await expectAccessible(page, 'what can be done to a ticket');
      await page.getByRole('menuitem', { name: 'Block the customer' }).click();
      await expectAccessible(page, 'blocking a customer');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await page.locator('cd-conversation-head').getByRole('button', { name: 'Snooze' }).click();
      await expect(page.getByRole('option').first()).toBeVisible();
      await expectAccessible(page, 'snoozing');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
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
