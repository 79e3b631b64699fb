import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { openChat, say, startChat } from './chat.ts';
import { Desk } from './desk.ts';
import { signIn } from './people.ts';
import { watch } from './test.ts';

let desk: Desk;
test.beforeAll(async () => {
  desk = await Desk.open();
});
test.afterAll(() => desk.close());

const FIRST = 'The table top has a long scratch.';

test('two colleagues see each other, and an answer that was overtaken is held until it is confirmed', async ({
  browser,
}) => {
  const faults: (readonly string[])[] = [];
  const contexts: BrowserContext[] = [];
  const person = async (colorScheme: 'light' | 'dark' = 'light'): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme });
    contexts.push(context);
    const page = await context.newPage();
    faults.push(watch(page, desk.url));
    return page;
  };
  const shop = await person();
  await shop.goto(`${desk.url}/shop?l=en`);
  const chat = await openChat(shop);
  await startChat(chat, 'Delivery', FIRST);

  const basil = await person();
  const nell = await person('dark');
  await signIn(basil, 'basil', desk);
  await signIn(nell, 'nell', desk);
  await basil.locator('a.item', { hasText: FIRST }).first().click();
  await basil.getByRole('button', { name: 'Take', exact: true }).click();
  await expect(chat.getByText('is here for you')).toBeVisible();
  await nell.goto(new URL(basil.url()).href.replace(/\/inbox\/\w+\//, '/inbox/all/'));
  await expect(nell.getByRole('log').getByText(FIRST)).toBeVisible();
  const reply = basil.getByPlaceholder('Write to the customer…');

  await test.step('they see that the other looks, and that the customer is there', async () => {
    await expect(basil.locator('cd-company-marks li')).toHaveCount(1);
    await expect(basil.getByText('Customer is here')).toBeVisible();
    await expect(nell.locator('cd-company-marks li')).toHaveCount(1);
  });

  await test.step('while one writes, the other is told; the customer of a note is not', async () => {
    await nell.getByRole('radio', { name: 'Note' }).check({ force: true });
    await nell.getByPlaceholder('Write for your colleagues only…').pressSequentially('I know');
    await expect(basil.locator('cd-collision')).toContainText('is writing here');
    await expect(chat.getByText(/is typing/)).toHaveCount(0);
  });

  const held = basil.locator('cd-held-reply section');
  await test.step('an answer that was overtaken is held, with what came beside it', async () => {
    await reply.fill('We will send a new table top.');
    // The customer is quicker by a line that the agent does not hear.
    await basil.context().setOffline(true);
    await expect(basil.locator('cd-connection')).toContainText('Reconnecting');
    await reply.press('Enter');
    await say(chat, 'No need, it is the leg that is scratched!');
    await expect(nell.getByRole('log').getByText('it is the leg')).toBeVisible();
    await basil.context().setOffline(false);
    await expect(held).toContainText('it is the leg that is scratched', { timeout: 30_000 });
    await expect(held).toContainText('We will send a new table top.');
    await expect(chat.getByText('We will send a new table top.')).toHaveCount(0);
    await expectAccessible(basil, 'a held reply');
    await basil.screenshot({ path: process.env['PICTURES'] ? `${process.env['PICTURES']}/held.png` : undefined });
  });

  await test.step('changed or confirmed it goes out, once', async () => {
    await held.getByRole('button', { name: 'Change it' }).click();
    await expect(reply).toHaveValue('We will send a new table top.');
    await reply.fill('We will send a new leg.');
    await reply.press('Enter');
    await expect(chat.getByText('We will send a new leg.')).toHaveCount(1);
    await expect(held).toHaveCount(0);
  });

  await test.step('in the dark it is as accessible', async () => {
    await nell.screenshot({ path: process.env['PICTURES'] ? `${process.env['PICTURES']}/dark.png` : undefined });
    await expectAccessible(nell, 'a conversation with company, in the dark');
  });

  for (const context of contexts) await context.close();
  expect(faults.flat()).toEqual([]);
});
