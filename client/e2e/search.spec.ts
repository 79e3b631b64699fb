import { expect } from '@playwright/test';
import { openChat, say, startChat } from './chat.ts';
import { signedIn } from './people.ts';
import { test } from './test.ts';

const WORD = 'quillwood';
const FIRST = `The ${WORD} bracket of my shelf is loose.`;

test('what was said is found and marked, what was masked is not, and nobody finds what they may not read', async ({
  browser,
  page: agent,
  baseURL,
}) => {
  const shop = await (await browser.newContext()).newPage();
  await shop.goto(`${baseURL}/shop?l=en`);
  const chat = await openChat(shop);
  await startChat(chat, 'Products', FIRST);
  await say(chat, `Send another ${WORD} one: my card is 5555 5555 5555 4444, and KW-77.`);
  await expect(chat.locator('.log .masked')).toHaveCount(1);

  await signedIn(agent, 'basil');
  await agent.goto('/inbox/queue');
  await agent.locator('a.item', { hasText: WORD }).click();
  await agent.getByRole('button', { name: 'Take', exact: true }).click();
  await expect(chat.getByText('is here for you')).toBeVisible();

  const hits = agent.getByRole('list', { name: 'Messages found' }).getByRole('listitem');
  await test.step('found by its words, in any case, from the field of every page', async () => {
    const field = agent.getByRole('searchbox', { name: 'Search the history' });
    // The index follows the messages in its own time.
    await expect(async () => {
      await agent.goto('/inbox/mine');
      await field.fill(WORD.toUpperCase());
      await field.press('Enter');
      await expect(hits).toHaveCount(2, { timeout: 2_000 });
    }).toPass();
    await expect(hits.locator('mark')).toHaveText([WORD, WORD]);
    await expect(hits.first()).not.toContainText('5555');
  });

  const words = agent.getByRole('searchbox', { name: 'Words that stand in one message' });
  await test.step('a masked number is not in the index, what stands beside it is', async () => {
    await words.fill('5555');
    await words.press('Enter');
    await expect(agent.getByText('Nothing found')).toBeVisible();
    await words.fill(`${WORD} "KW-77"`);
    await words.press('Enter');
    await expect(hits).toHaveCount(1);
  });

  await test.step('a colleague who may not read the conversation finds nothing of it', async () => {
    const other = await (await browser.newContext()).newPage();
    await signedIn(other, 'greta');
    await other.goto(`${baseURL}/search?q=${WORD}`);
    await expect(other.getByText('Nothing found')).toBeVisible();
    await expect(other.getByText('bracket')).toHaveCount(0);
    await other.context().close();
  });

  await test.step('and leads to where it was said', async () => {
    await hits.first().getByRole('link').click();
    await expect(agent.getByRole('log').getByText(FIRST)).toBeVisible();
  });
  await shop.context().close();
});
