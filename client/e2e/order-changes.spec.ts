import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { openChat, startChat } from './chat.ts';
import { Desk } from './desk.ts';
import { Mailbox } from './mailbox.ts';
import { signIn } from './people.ts';
import { watch } from './test.ts';

/** A desk of its own, whose mails can be read. */
let desk: Desk;
let mailbox: Mailbox;
test.beforeAll(async () => {
  mailbox = await Mailbox.open();
  desk = await Desk.open({ SMTP_URL: mailbox.url });
});
test.afterAll(async () => {
  await desk.close();
  await mailbox.close();
});

const EMAIL = 'amelie.tabouret@example.com';
const FIRST = 'Please cancel my stools.';

test('an order is canceled for a customer who has proved twice who they are, and only for them', async ({
  browser,
}) => {
  const faults: (readonly string[])[] = [];
  const person = async (): Promise<Page> => {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    faults.push(watch(page, desk.url));
    return page;
  };
  const [agent, shop] = [await person(), await person()];
  await signIn(agent, 'basil', desk);
  await shop.goto(`${desk.url}/shop?l=en`);
  const chat = await openChat(shop);
  await startChat(chat, 'Orders', FIRST);
  await agent.locator('a.item', { hasText: FIRST }).click();
  await agent.getByRole('button', { name: 'Take', exact: true }).click();
  await agent.getByLabel('Order number').fill('KW-3002');
  await agent.getByRole('button', { name: 'Look up' }).click();

  /** The customer types what is mailed when the button of this name is pressed. */
  const prove = async (button: string): Promise<void> => {
    const before = mailbox.codesOf(EMAIL).length;
    await agent.getByRole('button', { name: button }).click();
    await expect.poll(() => mailbox.codesOf(EMAIL).length).toBeGreaterThan(before);
    await chat.getByLabel('Six-digit code').fill(mailbox.codesOf(EMAIL).at(-1) ?? '');
    await chat.getByRole('button', { name: 'Confirm' }).click();
  };
  await prove('Send a code');
  await expect(agent.getByText('Address changes and data requests need a fresh proof')).toBeVisible();
  const order = agent.locator('cd-order-panel article', { hasText: 'KW-3002' });
  await order.getByRole('button', { name: 'Details of order KW-3002' }).click();
  const changes = order.locator('cd-order-changes');
  await changes.getByRole('button', { name: 'Cancel order' }).click();
  const dialog = agent.getByRole('dialog');
  await expectAccessible(agent, 'dialog to cancel an order');
  await dialog.getByRole('button', { name: 'Cancel order' }).click();
  await expect(dialog).toContainText('Verify the customer first');
  await dialog.getByRole('button', { name: 'Cancel', exact: true }).click();

  await prove('Ask for a fresh proof');
  await expect(agent.getByText('Proved again within the last 15 minutes')).toBeVisible();
  await changes.getByRole('button', { name: 'Change address' }).click();
  await expectAccessible(agent, 'dialog for another address');
  await dialog.getByLabel('Name').fill('Amélie Tabouret');
  await dialog.getByLabel('Street and number').fill('9 rue du Pouf');
  await dialog.getByLabel('Postcode').fill('69003');
  await dialog.getByLabel('City').fill('Lyon');
  await dialog.getByLabel('Country').fill('fr');
  await dialog.getByRole('button', { name: 'Change address' }).click();
  await expect(dialog).toHaveCount(0);
  const asked = changes.getByRole('listitem');
  await expect(asked.first()).toContainText('To be done by hand');
  await expect(asked.first()).toContainText('9 rue du Pouf');

  await changes.getByRole('button', { name: 'Cancel order' }).click();
  await dialog.getByRole('button', { name: 'Cancel order' }).dblclick();
  await expect(dialog).toHaveCount(0);
  await expect(asked).toHaveCount(2);
  await asked.first().getByRole('button', { name: 'Mark as done' }).click();
  await expect(asked.first()).toContainText('Done by hand');
  await expect(agent.getByRole('log')).toContainText('asked the shop to cancel');
  await expectAccessible(agent, 'changes of an order');
  for (const seen of faults) expect(seen.filter((line) => !line.includes('403'))).toEqual([]);
});
