import { expect } from '@playwright/test';
import { test } from './test.ts';

test.describe('The desk', () => {
  test('says that it lives and is ready', async ({ request }) => {
    for (const path of ['/health/live', '/health/ready']) {
      const answer = await request.get(path);
      expect(answer.status(), path).toBe(200);
    }
  });

  test('serves the console at its address', async ({ page }) => {
    const answer = await page.goto('/');
    expect(answer?.status()).toBe(200);
    await expect(page.getByRole('textbox', { name: /e-mail/i })).toBeVisible();
  });
});
