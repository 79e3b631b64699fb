import { expect } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { chatOf } from './chat.ts';
import { signIn } from './people.ts';
import { test } from './test.ts';

test.use({ viewport: { width: 390, height: 844 } });

test('an article is written, previewed and published; customers find it in the help centre and in the chat', async ({
  page,
  context,
}) => {
  await test.step('the editor', async () => {
    await signIn(page, 'sidney');
    await page.goto('/articles/new');
    await page.getByLabel('Title', { exact: true }).fill('How to oil oak');
    await expect(page.getByLabel('Address')).toHaveValue('how-to-oil-oak');
    await page.getByLabel('Summary').fill('Twice a year keeps it well.');
    await page.getByLabel('Text (Markdown)').fill('Use **linseed** oil. <script>alert(1)</script>');
    await page.getByRole('button', { name: 'Preview' }).click();
    await expect(page.locator('.text strong', { hasText: 'linseed' })).toBeVisible();
    await expect(page.locator('.text')).toContainText('<script>');
    await page.getByRole('button', { name: 'Publish' }).click();
    await expect(page.getByText('Published', { exact: true })).toBeVisible();
  });

  await test.step('the help centre, on a phone', async () => {
    await page.goto('/help/articles?language=en');
    await page.getByRole('searchbox').fill('lins oak');
    await expect(page.locator('mark').first()).toBeVisible();
    await expectAccessible(page, 'help articles');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, 'nothing is cut off at the side').toBeLessThanOrEqual(0);
    await page.getByRole('link', { name: 'How to oil oak' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('How to oil oak');
    await expectAccessible(page, 'help article');
  });

  await test.step('contact by topic, and a message that becomes a ticket', async () => {
    await page.goto('/help?language=en');
    await page.getByRole('link', { name: 'Delivery' }).click();
    await expect(page.getByRole('heading', { level: 2, name: 'Delivery' })).toBeFocused();
    await expectAccessible(page, 'help by topic');
    await page.getByRole('link', { name: 'Write to us' }).click();
    await page.getByLabel('Your message').fill('Nobody came on Tuesday.');
    await page.getByLabel('Your e-mail address').fill('matilda.daybed@example.com');
    await expectAccessible(page, 'the form');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByText(/^Ticket #\d+$/)).toBeVisible();
  });

  await test.step('the chat', async () => {
    await page.goto('/shop?l=en');
    await page.getByRole('button', { name: 'Open chat' }).click();
    const chat = chatOf(page);
    await chat.getByRole('button', { name: 'Options' }).click();
    await chat.getByRole('button', { name: 'Help articles' }).click();
    await chat.getByLabel('Search the help articles').fill('oil');
    const link = chat.getByRole('link', { name: /How to oil oak/ });
    await expect(link).toBeVisible();
    await expectAccessible(page, 'help articles in the chat');
    const [opened] = await Promise.all([context.waitForEvent('page'), link.click()]);
    await expect(opened.getByRole('heading', { level: 1 })).toHaveText('How to oil oak');
  });
});
