import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { Desk } from './desk.ts';
import { Mailbox } from './mailbox.ts';
import { signIn } from './people.ts';
import { watch } from './test.ts';

/** A desk of its own, whose refunds go out at once. */
let desk: Desk;
let mailbox: Mailbox;
test.beforeAll(async () => {
  mailbox = await Mailbox.open();
  desk = await Desk.open({ REFUND_UNDO: '0', SMTP_URL: mailbox.url });
});
test.afterAll(async () => {
  await desk.close();
  await mailbox.close();
});

const EMAIL = 'rocio.mesilla@example.com';

/** Opens her order at the help centre with the code that is mailed now. */
async function openOwn(page: Page): Promise<void> {
  const before = mailbox.codesOf(EMAIL).length;
  await page.goto(`${desk.url}/help/returns`);
  await page.getByLabel('Order number').fill('KW-4001');
  await page.getByLabel('E-mail').fill(EMAIL);
  await page.getByRole('button', { name: /code/i }).click();
  await expect.poll(() => mailbox.codesOf(EMAIL).length).toBeGreaterThan(before);
  await page.getByLabel(/code/i).fill(mailbox.codesOf(EMAIL).at(-1) ?? '');
  await page.getByRole('button', { name: 'Show my order' }).click();
  await expect(page.getByRole('heading', { name: /KW-4001/ })).toBeVisible();
}

test('a customer starts a return at the help centre and an agent finishes it to a settled refund', async ({
  browser,
}) => {
  const faults: (readonly string[])[] = [];
  const person = async (): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
    const page = await context.newPage();
    faults.push(watch(page, desk.url));
    return page;
  };
  const customer = await person();
  let number = '';

  await test.step('the order opens with a code from its mailbox', async () => {
    await openOwn(customer);
  });

  await test.step('she says what comes back, sees what the law says and what it costs, and asks', async () => {
    const line = customer.getByRole('group', { name: /Siesta/ });
    await line.getByLabel('How many').selectOption('1');
    await line.getByLabel('Reason').selectOption({ label: 'Arrived damaged' });
    await line.getByLabel(/What is wrong/).fill('The top is scratched.');
    await expect(line).toContainText('By law:');
    await expectAccessible(customer, 'return form');
    await customer.getByRole('button', { name: 'Continue' }).click();
    await expect(customer.getByText('The return costs you nothing.')).toBeVisible();
    await customer.getByRole('button', { name: 'Ask for the return' }).click();
    const made = customer.getByRole('heading', { name: /Return R-\d+ is asked for/ });
    await expect(made).toBeVisible();
    number = /R-\d+/.exec(await made.innerText())?.[0] ?? '';
  });

  const agent = await person();
  const it = agent.locator(`[data-return="${number}"]`);
  const dialog = agent.getByRole('dialog');
  const deed = (name: string) => it.getByRole('button', { name, exact: true });

  await test.step('an agent approves it, receives the goods and inspects them', async () => {
    await signIn(agent, 'nell', desk);
    await agent.goto(`${desk.url}/orders?q=KW-4001`);
    await agent
      .getByRole('link', { name: /KW-4001/ })
      .first()
      .click();
    await it.getByRole('button', { name: `Details of ${number}` }).click();
    await expect(it).toContainText('The top is scratched.');
    await expectAccessible(agent, 'a return at the desk');
    await deed('Approve').click();
    await deed('Receive goods').click();
    await expectAccessible(agent, 'goods that came in');
    await dialog.getByLabel('Damaged among them').fill('1');
    await dialog.getByRole('button', { name: 'Receive goods' }).click();
    await deed('Inspect').click();
    await expect(dialog.getByLabel('to be mended')).toHaveValue('1');
    await expectAccessible(agent, 'the inspection');
    await dialog.getByRole('button', { name: 'Inspect' }).click();
    await deed('Decide what follows').click();
    await dialog.getByRole('button', { name: 'Decide what follows' }).click();
  });

  await test.step('what is owed is refunded once, and closes the return', async () => {
    await deed('Refund what is owed').click();
    await expect(dialog).toContainText('129.00');
    await dialog.getByRole('button', { name: /^Refund .*129\.00/ }).dblclick();
    await expect(dialog).toHaveCount(0);
    await expect(it.locator('.mark').first()).toHaveText('closed', { timeout: 30_000 });
    const refunds = agent.locator('cd-refunds-panel li[data-refund]');
    await expect(refunds).toHaveCount(1);
    await expect(refunds).toContainText('Paid');
  });

  await test.step('the customer sees how it went', async () => {
    await openOwn(customer);
    await expect(customer.getByText(/Refunds: Paid/)).toBeVisible();
  });
  expect(faults.flat()).toEqual([]);
});
