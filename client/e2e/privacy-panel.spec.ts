import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { openChat, say, startChat } from './chat.ts';
import { signIn } from './people.ts';
import { test, watch } from './test.ts';

const FIRST = 'My lamp flickers, and my name is on this message only.';
const SECOND = 'It is the left one of the two.';

test('a customer sees what is kept, takes it along, withdraws it from training, and deletes it', async ({
  browser,
  page: agent,
  baseURL,
}) => {
  const shop = await (await browser.newContext({ acceptDownloads: true })).newPage();
  const faults = watch(shop, baseURL);
  await shop.goto(`${baseURL}/shop?l=en`);
  const chat = await openChat(shop);
  await startChat(chat, 'Products', FIRST);
  await say(chat, SECOND);
  await signIn(agent, 'nell');
  await agent.goto('/inbox/queue');
  await agent.locator('a.item', { hasText: SECOND }).click();
  await agent.getByRole('button', { name: 'Take', exact: true }).click();
  await expect(chat.getByText('is here for you')).toBeVisible();

  const shield = chat.getByRole('button', { name: 'Your privacy' });
  await test.step('by keyboard alone, and back again', async () => {
    await shield.focus();
    await shop.keyboard.press('Enter');
    await expect(chat.getByRole('heading', { name: 'Your privacy in this chat' })).toBeFocused();
    await shop.keyboard.press('Escape');
    await expect(shield).toBeFocused();
    await expect(chat.getByLabel('Write a message')).toBeVisible();
    await shop.keyboard.press('Enter');
  });

  await test.step('what is kept, and until when, with the rule', async () => {
    await expect(chat.getByText('The time begins when the conversation is over')).toBeVisible();
    await expect(chat.getByText(/The rule: .*6 months/)).toBeVisible();
    await expect(chat.locator('dt', { hasText: 'Your messages' }).locator('+ dd')).toHaveText('2');
    await expectAccessible(shop, 'privacy panel');
  });

  await test.step('as text and as data', async () => {
    const saved = async (name: string): Promise<string> => {
      const [download] = await Promise.all([shop.waitForEvent('download'), chat.getByRole('button', { name }).click()]);
      return readFile(await download.path(), 'utf8');
    };
    expect(await saved('Download as text')).toContain(`You: ${FIRST}`);
    const data = JSON.parse(await saved('Download as data')) as { entries: { text?: string }[] };
    expect(data.entries.some(({ text }) => text === FIRST)).toBe(true);
  });

  await test.step('training, withdrawn at once', async () => {
    await chat.getByLabel('Do not use it for training').check();
    await expect(chat.getByText('It is not used for training.')).toBeVisible();
  });

  await test.step('deleted for good, after one more question', async () => {
    await chat.getByRole('button', { name: 'Delete this conversation' }).click();
    await expect(chat.getByRole('button', { name: 'Keep it' })).toBeFocused();
    await chat.getByRole('button', { name: 'Delete for good' }).click();
    await expect(chat.getByText('The conversation was deleted.')).toBeVisible();
    await expect(chat.getByRole('button', { name: 'Start chat' })).toBeVisible();
    await expect(chat.getByText(FIRST)).toHaveCount(0);
    expect(await shop.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('lamp');
  });

  await test.step('neither side finds it again', async () => {
    await agent.reload();
    await expect(agent.getByText(FIRST)).toHaveCount(0);
    await shop.reload();
    await expect(chat.getByRole('button', { name: 'Start chat' })).toBeVisible();
  });
  expect(faults).toEqual([]);
  await shop.context().close();
});
