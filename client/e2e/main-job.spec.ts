import type { BrowserContext, FrameLocator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { chatOf, openChat, say, startChat } from './chat.ts';
import { Desk } from './desk.ts';
import { signIn } from './people.ts';
import { watch } from './test.ts';
import { chatTranscript, consoleTranscript } from './transcript.ts';

/** A desk of its own: this story cuts its power. */
let desk: Desk;
test.beforeAll(async () => {
  desk = await Desk.open();
});
test.afterAll(() => desk.close());

const FIRST = 'Hello, the frame of my sofa bed is cracked.';
const ANSWER = 'Good morning! Please keep the packaging. What is your order number?';
const NUMBER = 'It is KW-1001.';

test('a customer is answered beside their order, under the policy, whatever happens to the server', async ({
  browser,
}) => {
  const faults: (readonly string[])[] = [];
  const contexts: BrowserContext[] = [];
  const person = async (options: Parameters<typeof browser.newContext>[0] = {}): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    contexts.push(context);
    const page = await context.newPage();
    faults.push(watch(page, desk.url));
    return page;
  };

  const agent = await person();
  let shop = await person();
  let chat!: FrameLocator;
  const log = agent.getByRole('log');
  const reply = agent.getByPlaceholder('Write to the customer…');
  const answer = async (text: string): Promise<void> => {
    await reply.fill(text);
    await reply.press('Enter');
  };

  /** Whoever of the two is quicker after a pause: where the customer's words are first, the answer is held until read. */
  const sentOrConfirmed = async (text: string): Promise<void> => {
    const there = chat.getByText(text);
    const confirm = agent.locator('cd-held-reply').getByRole('button', { name: 'Send it anyway' });
    await expect(async () => {
      if (await confirm.isVisible()) await confirm.click();
      await expect(there).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 30_000 });
  };

  await test.step('an agent waits at the inbox', async () => {
    await signIn(agent, 'basil', desk);
    await expect(agent.locator('a.item').first()).toBeVisible();
    await agent.evaluate(() => (document.body.dataset['loaded'] = 'once'));
  });

  await test.step('a customer picks language and topic, sees the policy and writes', async () => {
    await shop.goto(`${desk.url}/shop?l=en`);
    chat = await openChat(shop);
    await chat.getByLabel('Language').selectOption('de');
    await expect(chat.getByRole('heading', { name: 'wie können wir helfen' })).toBeVisible();
    await chat.getByLabel('Sprache').selectOption('en');
    const policy = chat.getByRole('link', { name: /privacy policy, version \d+/ });
    await expect(policy).toHaveAttribute('href', /\/help\/policy/);
    await startChat(chat, 'Delivery', FIRST);
    await expect(chat.getByText('You are in the queue')).toBeVisible();
  });

  await test.step('it arrives live, is taken and read', async () => {
    const row = agent.locator('a.item', { hasText: FIRST });
    await row.click();
    await agent.getByRole('button', { name: 'Take', exact: true }).click();
    await expect(chat.getByText('is here for you')).toBeVisible();
    await expect(chat.locator('.mark', { hasText: /^Read$/ })).toBeVisible();
  });

  await test.step('typing and read marks go both ways', async () => {
    await reply.pressSequentially(ANSWER.slice(0, 12));
    await expect(chat.getByText(/is typing/)).toBeVisible();
    await answer(ANSWER);
    await expect(chat.getByText(ANSWER)).toBeVisible();
    await expect(agent.getByText('Read by the customer')).toBeVisible();
    await chat.getByLabel('Write a message').pressSequentially(NUMBER);
    await expect(agent.getByText('The customer is writing')).toBeVisible();
    await say(chat, NUMBER);
    await expect(log.getByText(NUMBER)).toBeVisible();
    await expect(chat.locator('.row', { hasText: NUMBER }).locator('.mark')).toHaveText('Read');
  });

  const hidden = agent.locator('cd-order-panel').getByText('Do not disclose');
  await test.step('the order is found, but not to be disclosed', async () => {
    await agent.getByLabel('Order number').fill('KW-1001');
    await agent.getByRole('button', { name: 'Look up' }).click();
    await expect(agent.locator('cd-order-panel article', { hasText: 'KW-1001' })).toBeVisible();
    await expect(hidden).toBeVisible();
    await expect(agent.getByText('Not verified yet: do not mention orders')).toBeVisible();
  });

  await test.step('a code by mail lifts that', async () => {
    await agent.getByRole('button', { name: 'Send a code' }).click();
    await expect(agent.getByText('A code went to')).toBeVisible();
    const mailbox = await shop.context().newPage();
    faults.push(watch(mailbox, desk.url));
    await mailbox.goto(`${desk.url}/shop?l=en`);
    await mailbox.getByLabel('Sign in as a customer').selectOption({ label: 'Ottoline Sofabed' });
    const mail = mailbox.locator('.mails article').first();
    // The mail leaves the outbox in its own time.
    await expect(async () => {
      await mailbox.getByRole('button', { name: 'Look for mail' }).click();
      await expect(mail).toContainText(/\b\d{6}\b/, { timeout: 1000 });
    }).toPass();
    const [code = ''] = /\b\d{6}\b/.exec(await mail.innerText()) ?? [];
    await mailbox.close();
    await chat.getByLabel('Six-digit code').fill(code);
    await chat.getByRole('button', { name: 'Confirm' }).click();
    await expect(chat.getByText('Thank you, you are verified.')).toBeVisible();
    await expect(agent.locator('cd-order-panel article', { hasText: 'KW-1001' })).toBeVisible();
    await expect(hidden).toBeHidden();
    await expect(agent.getByText('Not verified yet: do not mention orders')).toBeHidden();
  });

  await test.step('"Why is this here?" answers in a sentence', async () => {
    const line = log.locator('article', { hasText: FIRST });
    await line.hover();
    await line.getByRole('button', { name: 'Why is this here?' }).click();
    await expect(agent.locator('cd-why-panel .sentence')).toHaveText(/^Kept as communications for .+, because .+\.$/);
  });

  await test.step('a card number split over two messages is masked on both screens', async () => {
    await say(chat, 'My card: 4242 4242');
    await expect(log.getByText('4242 4242')).toBeVisible();
    await say(chat, '4242 4242, is that enough?');
    await expect(log.locator('.masked')).toHaveCount(2);
    await expect(chat.locator('.log .masked')).toHaveCount(2);
    await expect(log.getByText(/4242\s*4242/)).toHaveCount(0);
    await expect(chat.locator('.log').getByText(/4242\s*4242/)).toHaveCount(0);
  });

  await test.step('the power fails while both write; nothing is lost, doubled or reordered', async () => {
    await desk.stop('SIGKILL');
    await say(chat, 'Written while the desk was dark.');
    await say(chat, 'And one more.');
    await answer('Answered while the desk was dark.');
    await expect(chat.getByText('Kept here, will be sent').first()).toBeVisible();
    await desk.start();
    await sentOrConfirmed('Answered while the desk was dark.');
    await expect(log.locator('article:not(.pending)', { hasText: 'And one more.' })).toBeVisible({ timeout: 30_000 });
    await expect(log.locator('.pending')).toHaveCount(0);
    await expect(chat.getByText('Kept here, will be sent')).toHaveCount(0);
    await answer('We are back.');
    await expect(chat.getByText('We are back.')).toBeVisible();
    await expect(log.locator('.pending')).toHaveCount(0);

    // The two draw what is masked in their own way.
    const even = <T extends { text: string }>(all: T[]): T[] =>
      all.map((one) => ({ ...one, text: one.text.replace(/[•█]+ ?/g, '█') }));
    const seen = even(await consoleTranscript(agent));
    expect(even(await chatTranscript(chat))).toEqual(seen);
    const of = (by: string): string[] => seen.filter((one) => one.by === by).map(({ text }) => text);
    expect(of('staff')).toEqual([ANSWER, 'Answered while the desk was dark.', 'We are back.']);
    expect(of('customer')).toEqual([
      FIRST,
      NUMBER,
      'My card: █',
      '█4242, is that enough?',
      'Written while the desk was dark.',
      'And one more.',
    ]);
    expect(await agent.evaluate(() => document.body.dataset['loaded']), 'never loaded again').toBe('once');
  });

  await test.step('the desk is restarted in order; both come back by themselves, and each message arrives once', async () => {
    await desk.stop('SIGTERM');
    await say(chat, 'Written during the restart.');
    await answer('Answered during the restart.');
    await expect(chat.getByText('Kept here, will be sent').first()).toBeVisible();
    await desk.start();
    const told = log.locator('article:not(.pending)', { hasText: 'Written during the restart.' });
    await expect(told).toHaveCount(1, { timeout: 30_000 });
    await sentOrConfirmed('Answered during the restart.');
    await expect(log.locator('.pending')).toHaveCount(0);
    await answer('The next one.');
    await expect(chat.getByText('The next one.')).toBeVisible();
    await say(chat, 'And the one after.');
    await expect(log.locator('article:not(.pending)', { hasText: 'And the one after.' })).toHaveCount(1);
    await expect(chat.getByText('Kept here, will be sent')).toHaveCount(0);
    await expect(log.locator('.pending')).toHaveCount(0);
    const four = ['And the one after.', 'Answered during the restart.', 'The next one.', 'Written during the restart.'];
    for (const seen of [await consoleTranscript(agent), await chatTranscript(chat)]) {
      // Both wrote while it was dark: who came first is chance.
      const last = seen.slice(-4).map(({ text }) => text);
      expect(last.sort()).toEqual(four);
    }
    expect(await agent.evaluate(() => document.body.dataset['loaded']), 'never loaded again').toBe('once');
  });

  await test.step('the customer closes the browser, comes back and finds the conversation', async () => {
    const before = await chatTranscript(chat);
    const storageState = await shop.context().storageState();
    expect(storageState.cookies, 'the chat sets no cookie').toEqual([]);
    await shop.context().close();
    shop = await person({ storageState });
    await shop.goto(`${desk.url}/shop?l=en`);
    await shop.getByRole('button', { name: 'Open chat' }).click();
    chat = chatOf(shop);
    await expect(chat.getByText('We are back.')).toBeVisible();
    expect(await chatTranscript(chat)).toEqual(before);
    await say(chat, 'Thank you, that is all.');
    await expect(log.getByText('Thank you, that is all.')).toBeVisible();
  });

  await test.step('the agent resolves', async () => {
    await agent.getByRole('button', { name: 'Resolve' }).click();
    await expect(chat.getByText('This conversation was marked as resolved.')).toBeVisible();
    await expect(agent.getByRole('button', { name: 'Reopen' })).toBeVisible();
  });

  for (const context of contexts) await context.close();
  expect(faults.flat()).toEqual([]);
});
