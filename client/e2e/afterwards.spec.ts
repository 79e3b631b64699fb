import { expect } from '@playwright/test';
import { openChat, startChat } from './chat.ts';
import { signedIn } from './people.ts';
import { test, watch } from './test.ts';

const FIRST = 'Is the walnut of the shelf oiled or lacquered?';
const ANSWER = 'It is oiled, and wants new oil once a year.';
const SECOND = 'And when will my lamp come?';
const PRAISE = 'Quick, but I had to look for the chat.';

test('a resolved chat is rated and the supervisor sees how; its customer reads it again until they sign out', async ({
  browser,
  page: agent,
  baseURL,
}) => {
  const shop = await (await browser.newContext()).newPage();
  const faults = watch(shop, baseURL);
  await shop.goto(`${baseURL}/shop?l=en`);
  const chat = await openChat(shop);
  await startChat(chat, 'Products', FIRST);
  await signedIn(agent, 'basil');
  await agent.goto('/inbox/queue');
  await agent.locator('a.item', { hasText: FIRST }).click();
  await agent.getByRole('button', { name: 'Take', exact: true }).click();
  const reply = agent.getByPlaceholder('Write to the customer…');
  await reply.fill(ANSWER);
  await reply.press('Enter');
  await expect(chat.getByText(ANSWER)).toBeVisible();

  const rating = chat.getByRole('group', { name: 'How well did we help you?' });
  await test.step('asked when it is resolved, and not before', async () => {
    await expect(rating).toHaveCount(0);
    await agent.getByRole('button', { name: 'Resolve' }).click();
    await expect(rating).toBeVisible();
    await rating.getByRole('radio', { name: 'Well', exact: true }).check();
    await chat.getByLabel('What could be better?').fill(PRAISE);
    await chat.getByRole('button', { name: 'Send rating' }).click();
    await expect(chat.getByText('Thank you, your rating has arrived.')).toBeVisible();
    await expect(rating).toBeHidden();
  });

  await test.step('the supervisor reads the figure and the words', async () => {
    const supervisor = await (await browser.newContext()).newPage();
    await signedIn(supervisor, 'sidney');
    await supervisor.goto(new URL(agent.url()).pathname.replace(/inbox\/\w+/, 'inbox/resolved'));
    const survey = supervisor.locator('cd-survey-panel');
    await expect(survey.getByRole('img', { name: '4 of 5' })).toBeVisible();
    await expect(survey.locator('mat-icon.on')).toHaveCount(4);
    await expect(survey.locator('q')).toHaveText(PRAISE);
    await supervisor.context().close();
  });

  const options = chat.getByRole('button', { name: 'Options' });
  const earlier = chat.getByRole('button', { name: 'Earlier conversations', exact: true });
  const old = chat.getByRole('button', { name: /^Products, / });
  await test.step('another chat, in which the one before can be read, also when the page was left', async () => {
    await chat.getByRole('button', { name: 'Start a new chat' }).click();
    await startChat(chat, 'Delivery', SECOND);
    await expect(chat.getByText(FIRST)).toHaveCount(0);
    await shop.reload();
    await expect(chat.getByText(SECOND)).toBeVisible();
    await options.click();
    await earlier.click();
    // Not the one that goes on.
    await expect(chat.locator('.earlier li')).toHaveCount(1);
    await old.click();
    await expect(chat.locator('.old .bubble')).toHaveText([FIRST, ANSWER]);
    await expect(chat.locator('.old').getByText(SECOND)).toHaveCount(0);
  });

  await test.step('nothing of it is left when the customer signs out of this browser', async () => {
    await chat.getByRole('button', { name: 'Back', exact: true }).click();
    await options.click();
    await chat.getByRole('button', { name: 'Sign out and forget this browser' }).click();
    await expect(chat.getByRole('button', { name: 'Start chat' })).toBeVisible();
    await options.click();
    await expect(chat.getByRole('button', { name: 'Help articles' })).toBeVisible();
    await expect(earlier).toBeHidden();
    await shop.reload();
    await expect(chat.getByRole('button', { name: 'Start chat' })).toBeVisible();
    await expect(chat.getByText(/walnut|lamp/)).toHaveCount(0);
    expect(await shop.evaluate(() => JSON.stringify({ ...localStorage }))).not.toMatch(/walnut|lamp/);
  });
  expect(faults).toEqual([]);
  await shop.context().close();
});
