import { expect } from '@playwright/test';
import { Cable } from './cable.ts';
import { openChat, say, startChat } from './chat.ts';
import { signIn } from './people.ts';
import { test } from './test.ts';
import { chatTranscript, consoleTranscript } from './transcript.ts';

const FIRST = 'The drawer of my chest does not close.';
const BEFORE = 'Is it the upper one?';
const WRITTEN = ['It is the upper one.', 'I have a photo of it.', 'The rail is bent.'];
const ANSWERED = ['Thank you.', 'We will send you a new rail.'];

test('a customer goes offline, writes on, comes back, and nothing is lost, doubled or reordered', async ({
  browser,
  page: agent,
  baseURL,
}) => {
  const cable = await Cable.to(baseURL ?? '');
  const shop = await (await browser.newContext()).newPage();
  await shop.goto(`${cable.url}/shop?l=en`);
  const chat = await openChat(shop);
  await startChat(chat, 'Delivery', FIRST);

  await signIn(agent, 'basil');
  await agent.goto('/inbox/queue');
  await agent.locator('a.item', { hasText: FIRST }).click();
  await agent.getByRole('button', { name: 'Take', exact: true }).click();
  const reply = agent.getByPlaceholder('Write to the customer…');
  const answer = async (text: string): Promise<void> => {
    await reply.fill(text);
    await reply.press('Enter');
    await expect(agent.getByRole('log').locator('article:not(.pending)', { hasText: text })).toBeVisible();
  };
  await answer(BEFORE);
  await expect(chat.getByText(BEFORE)).toBeVisible();

  await cable.cut();
  await expect(chat.getByText('No connection.')).toBeVisible();
  for (const text of WRITTEN) await say(chat, text);
  await expect(chat.getByText('Kept here, will be sent')).toHaveCount(WRITTEN.length);
  for (const text of ANSWERED) await answer(text);

  // A page that is opened in between finds what waits.
  expect((await chatTranscript(chat)).map(({ text }) => text)).toEqual([FIRST, BEFORE, ...WRITTEN]);

  await cable.mend();
  await expect(chat.getByText('Kept here, will be sent')).toHaveCount(0, { timeout: 30_000 });
  await expect(chat.getByText(ANSWERED[1] ?? '')).toBeVisible();
  await expect(agent.getByRole('log').getByText(WRITTEN[2] ?? '')).toBeVisible();
  await expect(chat.getByText('No connection.')).toBeHidden();

  const both = [await chatTranscript(chat), await consoleTranscript(agent)];
  for (const seen of both) {
    expect(seen.map(({ text }) => text)).toEqual([FIRST, BEFORE, ...ANSWERED, ...WRITTEN]);
  }
  await say(chat, 'Wonderful.');
  await expect(agent.getByRole('log').getByText('Wonderful.')).toBeVisible();
  await shop.context().close();
  await cable.cut();
});
