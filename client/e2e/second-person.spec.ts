import { expect } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { signIn } from './people.ts';
import { test } from './test.ts';

test('A supervisor is made by two people', async ({ page, browser }) => {
  const name = `Sam Sideboard ${Date.now()}`;
  await signIn(page, 'admin');
  await page.goto('/administration');
  await page.getByRole('button', { name: 'Add a person' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('E-mail').fill(`sam.${Date.now()}@example.com`);
  await dialog.getByLabel('Role').click();
  await page.getByRole('option', { name: 'Supervisor' }).click();
  await dialog.getByRole('button', { name: 'Add and make a link' }).click();
  // The link for the newcomer, who is an agent for now.
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  const waits = page.getByRole('listitem').filter({ hasText: name });
  await expect(waits).toContainText('Role: from Agent to Supervisor');
  await expect(waits).toContainText('Waits for a second person');
  await expect(waits.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  await expectAccessible(page, 'role grants, asked');

  const context = await browser.newContext();
  const officer = await context.newPage();
  await signIn(officer, 'prudence');
  await officer.getByRole('link', { name: 'Administration' }).first().click();
  const asked = officer.getByRole('listitem').filter({ hasText: name });
  await expect(officer.getByRole('button', { name: 'Add a person' })).toHaveCount(0);
  await expectAccessible(officer, 'role grants, to be approved');
  await asked.getByRole('button', { name: 'Approve' }).click();
  await expect(asked).toHaveCount(0);
  await context.close();

  await page.reload();
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('Supervisor');
});
