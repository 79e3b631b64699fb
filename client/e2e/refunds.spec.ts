import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { signIn } from './people.ts';
import { test } from './test.ts';

/** The page of an order, by its number. */
async function openOrder(page: Page, number: string): Promise<void> {
  await page.goto(`/orders?q=${number}`);
  await page
    .getByRole('link', { name: new RegExp(number) })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: 'Refunds' })).toBeVisible();
}

test('A refund above the limit needs the second person', async ({ page, browser }) => {
  await signIn(page, 'nell');
  await openOrder(page, 'KW-1001');
  await page.getByRole('button', { name: 'Refund', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Everything that is left').check();
  await expect(dialog).toContainText('a second person decides');
  await expect(dialog).toContainText('Sandbox');
  await expectAccessible(page, 'refund dialog');
  await dialog.getByRole('button', { name: /^Ask to refund/ }).click();
  await expect(dialog).toHaveCount(0);
  const mine = page.getByRole('listitem').filter({ hasText: 'Waits for approval' });
  await expect(mine).toContainText('Waits for a second person');
  await expect(mine.getByRole('button', { name: 'Approve' })).toHaveCount(0);

  const context = await browser.newContext();
  const supervisor = await context.newPage();
  await signIn(supervisor, 'sidney');
  await supervisor.getByRole('link', { name: 'Refunds' }).first().click();
  const asked = supervisor.getByRole('listitem').filter({ hasText: 'Nell' }).first();
  await expectAccessible(supervisor, 'refunds that wait');
  await asked.getByRole('button', { name: 'Approve' }).click();
  await expect(asked).toHaveCount(0);
  await context.close();

  await page.reload();
  await expect(page.getByRole('listitem').filter({ hasText: 'Approved by Sidney' })).toBeVisible();
});

test('The double click pays once', async ({ page }) => {
  await signIn(page, 'nell');
  await openOrder(page, 'KW-5001');
  await page.getByRole('button', { name: 'Refund', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('textbox', { name: /^Amount for/ })
    .first()
    .fill('1,00');
  const pay = dialog.getByRole('button', { name: /^Refund .*1\.00/ });
  await pay.dblclick();
  await expect(dialog).toHaveCount(0);
  const panel = page.locator('cd-refunds-panel');
  await expect(panel.locator('li[data-refund]')).toHaveCount(1);
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(panel).toContainText('Taken back');
});
