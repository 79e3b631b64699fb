// npm run pictures: the main screens of the demonstration. Those of `kept` go to docs/screens, the rest beside the
// browser tests' results, to be looked at.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { chatOf, openChat, say, startChat } from './chat.ts';
import { Desk } from './desk.ts';
import { signIn } from './people.ts';
import { smallPng } from './small-png.ts';

const folder = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const KEPT = folder('docs/screens/');
const OTHERS = folder('client/dist/screens/');
const kept = ['console', 'console-dark', 'console-390', 'console-german', 'shop', 'retention', 'sla', 'fields'];

const wide = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

let desk: Desk;
test.beforeAll(async () => {
  await Promise.all([KEPT, OTHERS].map((path) => mkdir(path, { recursive: true })));
  desk = await Desk.open();
});
test.afterAll(() => desk.close());

async function person(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: wide,
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    ...options,
  });
  return context.newPage();
}

/** Takes the picture once nothing is loading or moving. */
async function picture(page: Page, name: string): Promise<void> {
  await expect(page.locator('.skeleton')).toHaveCount(0);
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.move(0, 0);
  await writeFile(join(kept.includes(name) ? KEPT : OTHERS, `${name}.png`), smallPng(await page.screenshot()));
}

/** Opens the conversation whose row has `words`, with its panel settled where the screen has room for one. */
async function open(page: Page, words: string): Promise<void> {
  await page.goto(`${desk.url}/inbox/all`);
  await page.locator('a.item', { hasText: words }).first().click();
  await page.locator('cd-time-line article').first().waitFor();
  if ((page.viewportSize()?.width ?? 0) > 900) await page.locator('cd-why-panel .sentence').waitFor();
}

test('the pictures', async ({ browser }) => {
  // A customer with a conversation under way, answered by Nell.
  const shop = await person(browser);
  await shop.goto(`${desk.url}/shop?l=en`);
  await shop.getByLabel('Sign in as a customer').selectOption({ label: 'Matilda Daybed' });
  await shop.locator('.orders li').first().waitFor();
  await shop.evaluate(() => scrollTo(0, 0));

  const nell = await person(browser);
  await nell.goto(`${desk.url}/sign-in`);
  await nell.getByRole('button', { name: 'Sign in' }).waitFor();
  await picture(nell, 'sign-in');
  await nell.locator('input[type=email]').fill('nell.lampstand@example.com');
  await nell.locator('input[type=password]').fill('not the password');
  await nell.getByRole('button', { name: 'Sign in' }).click();
  await nell.getByRole('alert').first().waitFor();
  await picture(nell, 'sign-in-refused');
  await signIn(nell, 'nell', desk);
  await nell.goto(`${desk.url}/inbox/mine`);
  await nell.locator('cd-empty').first().waitFor();
  await picture(nell, 'console-empty');

  await openChat(shop);
  const chat = chatOf(shop);
  await picture(shop, 'widget-start');
  await startChat(chat, 'Delivery', 'Good morning! My daybed came yesterday, but one of the four legs is missing.');
  await open(nell, 'one of the four legs');
  await nell.getByRole('button', { name: 'Take', exact: true }).click();
  const composer = nell.getByPlaceholder('Write to the customer…');
  const write = async (text: string): Promise<void> => {
    await composer.fill(text);
    await composer.press('Enter');
    await chat.getByText(text).waitFor();
  };
  await write('Good morning Matilda, I am sorry about that. Is the bag with the screws there?');
  await say(chat, 'Yes, it is. My card is 4111 1111 1111 1111, if the leg costs anything.');
  await nell.locator('.masked').waitFor();
  await write(
    'It costs nothing, and please never send a card number: we have masked it. The leg leaves our warehouse today.',
  );
  await say(chat, 'That was quick, thank you!');
  await nell.getByText('That was quick, thank you!').last().waitFor();
  await chat.locator('.mark', { hasText: /^Read$/ }).waitFor();
  await nell.locator('.scroller').focus();
  await nell.keyboard.press('n');
  const note = nell.getByPlaceholder('Write for your colleagues only…');
  await note.fill('Leg of the daybed: spare part order sent to the warehouse.');
  await note.press('Enter');
  await nell.locator('article.note:not(.pending)').waitFor();
  await nell.getByText('Reply', { exact: true }).click();
  await expect(nell.locator('a.item.unread', { hasText: 'That was quick' })).toHaveCount(0);
  await expect(nell.getByRole('link', { name: /^Mine [1-9]/ })).toBeVisible();
  await picture(nell, 'console');
  await picture(shop, 'shop');
  await shop.context().close();

  const storageState = { ...(await nell.context().storageState()), origins: [] };
  const copies: readonly [name: string, options: BrowserContextOptions][] = [
    ['console-dark', { colorScheme: 'dark' }],
    ['console-390', { viewport: phone }],
    ['console-german', { locale: 'de-DE', timezoneId: 'Europe/Berlin' }],
  ];
  for (const [name, options] of copies) {
    const page = await person(browser, { ...options, storageState });
    await open(page, 'That was quick');
    await picture(page, name);
    await page.context().close();
  }
});

test('of the other screens', async ({ browser }) => {
  const admin = await person(browser);
  await signIn(admin, 'admin', desk);
  const storageState = { ...(await admin.context().storageState()), origins: [] };
  const looks: readonly [suffix: string, options: BrowserContextOptions][] = [
    ['', {}],
    ['-dark', { colorScheme: 'dark' }],
    ['-390', { viewport: phone }],
    ['-german', { locale: 'de-DE', timezoneId: 'Europe/Berlin' }],
  ];
  for (const [suffix, options] of looks) {
    const page = await person(browser, { ...options, storageState });
    for (const name of [
      'retention',
      'administration',
      'hours',
      'sla',
      'fields',
      'imports',
      'outbox',
      'policy',
      'nowhere',
    ]) {
      await page.goto(`${desk.url}/${name}`);
      await page.locator('main h1, main h2, main table tbody tr, main li, cd-empty, a.item').first().waitFor();
      await picture(page, `${name}${suffix}`);
    }
    for (const name of ['help', 'help/policy']) {
      await page.goto(`${desk.url}/${name}`);
      await page.locator('main li').first().waitFor();
      await picture(page, `${name.replace('/', '-')}${suffix}`);
    }
    await page.goto(`${desk.url}/shop`);
    await page.locator('main h2').first().waitFor();
    await picture(page, `shop-page${suffix}`);
    await page.locator('button[aria-expanded]').last().click();
    await chatOf(page).locator('textarea').first().waitFor();
    await picture(page, `widget${suffix}`);
    await page.context().close();
  }
});
