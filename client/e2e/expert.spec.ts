import { expect } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { openChat, startChat } from './chat.ts';
import { signedIn } from './people.ts';
import { test } from './test.ts';

const FIRST = 'Which armchair goes with a green recliner in a corner of 2.40 m?';
const ANSWER = 'The „Wicket“ in oat: it leaves you 60 cm to the window.';

test('a conversation is handed to a design expert, who finishes it on a phone and sees nothing else', async ({
  browser,
  page: agent,
  baseURL,
}) => {
  const shop = await (await browser.newContext()).newPage();
  await shop.goto(`${baseURL}/shop?l=en`);
  const chat = await openChat(shop);
  await startChat(chat, 'Products', FIRST);
  await signedIn(agent, 'basil');
  await agent.goto('/inbox/queue');
  await agent.locator('a.item', { hasText: FIRST }).click();
  await agent.getByRole('button', { name: 'Take', exact: true }).click();
  const id = /[^/]+$/.exec(new URL(agent.url()).pathname)?.[0] ?? '';

  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
  const expert = await (await browser.newContext(phone)).newPage();
  const headers = await signedIn(expert, 'odilia');
  await expert.goto(`${baseURL}/inbox/queue`);
  const row = expert.locator('a.item', { hasText: FIRST });
  await test.step('before, she sees none of those that wait, and cannot open this one', async () => {
    await expect(expert.locator('cd-empty').first()).toBeVisible();
    await expect(expert.locator('a.item')).toHaveCount(0);
    expect((await expert.request.get(`${baseURL}/api/conversations/${id}`, { headers })).ok()).toBe(false);
  });

  await test.step('handed over from beside the conversation; the customer is told', async () => {
    await agent.getByRole('button', { name: 'Hand over', exact: true }).click();
    await expect(chat.getByText('A design expert will help you from here.')).toBeVisible();
  });

  await test.step('it comes to her phone, and she answers', async () => {
    await expert.goto(`${baseURL}/inbox/mine`);
    await row.click();
    await expect(expert.getByRole('log').getByText(FIRST)).toBeVisible();
    const wide = await expert.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, 'nothing is cut off at the side').toBeLessThanOrEqual(0);
    await expectAccessible(expert, 'an expert’s conversation on a phone');
    const reply = expert.getByPlaceholder('Write to the customer…');
    await reply.fill(ANSWER);
    await expert.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(chat.getByText(ANSWER)).toBeVisible();
  });

  await test.step('and resolves it', async () => {
    await expert.getByRole('button', { name: 'Resolve' }).click();
    await expect(chat.getByText('This conversation was marked as resolved.')).toBeVisible();
  });
  for (const page of [shop, expert]) await page.context().close();
});
