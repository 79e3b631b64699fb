import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { openChat, startChat } from './chat.ts';
import { Desk } from './desk.ts';
import { signIn } from './people.ts';

let desk: Desk;
test.beforeAll(async () => {
  desk = await Desk.open();
});
test.afterAll(() => desk.close());

const FIRST = 'Which screws fit the bunk bed?';

/** Signed in, with the mouse taken away: nothing may be clicked from here on. */
async function withoutMouse(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const kind of ['pointerdown', 'mousedown'])
      addEventListener(kind, (event) => (event.stopImmediatePropagation(), event.preventDefault()), true);
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a conversation from queue to end by keyboard alone (${colorScheme})`, async ({ browser }) => {
    const shop = await (await browser.newContext()).newPage();
    await shop.goto(`${desk.url}/shop?l=en`);
    const chat = await openChat(shop);
    const first = `${FIRST} (${colorScheme})`;
    await startChat(chat, 'Delivery', first);

    const lead = await (await browser.newContext({ colorScheme })).newPage();
    await signIn(lead, 'nell', desk);
    // What the demonstration wants of her is read before.
    await lead.goto(`${desk.url}/notices`);
    const told = lead.locator('cd-notices-panel');
    await lead.getByRole('button', { name: 'Mark all as read' }).click();
    await expect(told).not.toContainText(/\d/);
    const agent = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme })).newPage();
    await signIn(agent, 'basil', desk);
    await expect(agent.locator('a.item', { hasText: first })).toBeVisible();
    await withoutMouse(agent);
    const keys = agent.keyboard;
    const focused = agent.locator(':focus');

    await test.step('found in the list and read', async () => {
      for (let i = 0; i < 60; i++) {
        await keys.press('j');
        if (await agent.locator('a.item:focus', { hasText: first }).count()) break;
      }
      await expect(agent.locator('a.item:focus')).toContainText(first);
      await keys.press('Enter');
      await expect(agent.getByRole('log').getByText(first)).toBeVisible();
    });

    await test.step('taken and answered', async () => {
      await agent.getByRole('log').focus();
      await keys.press('a');
      await expect(chat.getByText('is here for you')).toBeVisible();
      await expect(focused).toHaveAttribute('placeholder', 'Write to the customer…');
      await keys.type('M6, eight of them.');
      await keys.press('Enter');
      await expect(chat.getByText('M6, eight of them.')).toBeVisible();
    });

    await test.step('a note that names a colleague', async () => {
      await agent.getByRole('log').focus();
      await keys.press('n');
      await expect(focused).toHaveAttribute('placeholder', 'Write for your colleagues only…');
      await keys.type('@nel');
      await expect(agent.getByRole('option', { name: /Nell/ })).toBeVisible();
      await expectAccessible(agent, `naming a colleague, ${colorScheme}`);
      await keys.press('Enter');
      await keys.type('is this right?');
      await keys.press('Enter');
      await expect(agent.locator('article.note').last()).toContainText('is this right?');
      await expect(told).toContainText('1');
    });

    await test.step('handed over, and taken back before anybody answered', async () => {
      await agent.getByRole('log').focus();
      await keys.press('f');
      await expect(agent.getByRole('dialog')).toBeVisible();
      await expectAccessible(agent, `handing over, ${colorScheme}`);
      await agent.getByRole('combobox', { name: 'To' }).focus();
      await keys.press('Enter');
      await expect(agent.getByRole('option', { name: /Nell/ })).toBeVisible();
      await keys.type('Nell');
      // The list follows what was typed in its own time.
      await expect(agent.locator('.mat-mdc-option-active')).toContainText('Nell');
      await keys.press('Enter');
      await keys.press('Tab');
      await keys.type('Please check the screws.');
      await keys.press('Tab');
      await keys.press('Tab');
      await expect(focused).toHaveText('Hand over');
      await keys.press('Enter');
      await expect(agent.getByText('Asked and not answered yet: Nell')).toBeVisible();
      await agent.getByRole('button', { name: 'Take the question back' }).focus();
      await keys.press('Enter');
      await expect(agent.getByText('Asked and not answered yet')).toHaveCount(0);
    });

    await test.step('resolved', async () => {
      await agent.getByRole('log').focus();
      await keys.press('e');
      await expect(agent.getByRole('button', { name: 'Reopen' })).toBeVisible();
      await expectAccessible(agent, `a resolved conversation, ${colorScheme}`);
    });
    await lead.goto(`${desk.url}/notices`);
    await expect(lead.getByText(/named you in a note/).first()).toBeVisible();
    await expectAccessible(lead, `what colleagues want, ${colorScheme}`);
    if (process.env['PICTURES'])
      await lead.screenshot({ path: `${process.env['PICTURES']}/notices-${colorScheme}.png` });
    for (const page of [shop, lead, agent]) await page.context().close();
  });
}
