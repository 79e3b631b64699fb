import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { chatOf, openChat, say, startChat } from './chat.ts';
import { chromiumWithPartedStorage } from './chromium.ts';
import { Desk } from './desk.ts';
import { watch } from './test.ts';

test.use({ launchOptions: chromiumWithPartedStorage });

/** A shop of another origin, as strict as a shop can be. */
let shop: Server;
let desk: Desk;
let shopUrl = '';

test.beforeAll(async () => {
  shop = createServer((request, response) => {
    if (request.url !== '/') return void response.writeHead(404).end();
    const policy = [
      `default-src 'none'`,
      `script-src ${desk.url}`,
      `frame-src ${desk.url}`,
      `base-uri 'none'`,
      `form-action 'none'`,
      `require-trusted-types-for 'script'`,
    ].join('; ');
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
      .end(
        `<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1><script async src="${desk.url}/widget.js"></script></html>`,
      );
  });
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  // Another name of the loopback, so that it is another site too, where a browser parts the frame's storage.
  shopUrl = `http://localhost:${(shop.address() as AddressInfo).port}`;
  desk = await Desk.open({ SHOP_ORIGINS: shopUrl });
});
test.afterAll(async () => {
  await desk.close();
  shop.closeAllConnections();
  await new Promise((resolve) => shop.close(resolve));
});

/** What the page's or the frame's policy refused. */
function refusals(page: Page): readonly string[] {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content.Security.Policy|Refused to|TrustedHTML|TrustedScript/i.test(message.text()))
      refused.push(message.text());
  });
  return refused;
}

/** The names of what a frame of the page keeps for the chat, by the origin of the frame. */
async function kept(page: Page): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const frame of page.frames()) {
    const stored = await frame.evaluate(() =>
      Object.values({ ...localStorage }).filter((value) => value.includes('token')),
    );
    found[new URL(frame.url()).origin] = stored.flatMap((value) => Object.keys(JSON.parse(value) as object));
  }
  return found;
}

test('the widget works on a shop of another origin under a strict policy, without a cookie', async ({ page }) => {
  const faults = watch(page, shopUrl, desk.url);
  const refused = refusals(page);
  await page.goto(shopUrl);
  const chat = await openChat(page);
  await startChat(chat, 'Orders', 'Hello from another shop.');
  await expect(chat.getByText('You are in the queue')).toBeVisible();
  await page.reload();
  await expect(chat.getByText('Hello from another shop.')).toBeVisible();
  await say(chat, 'And after a reload.');
  await expect(chat.getByText('Delivered')).toBeVisible();
  const stored = await kept(page);
  expect(stored[new URL(desk.url).origin]).toContain('token');
  expect(stored[shopUrl]).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
  expect(refused).toEqual([]);
  expect(faults).toEqual([]);
});

test('where the browser refuses the frame its storage, the conversation lasts as long as the page', async ({
  page,
}) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    }),
  );
  const faults = watch(page, shopUrl, desk.url);
  await page.goto(shopUrl);
  const chat = await openChat(page);
  await startChat(chat, 'Orders', 'Nothing is kept here.');
  await say(chat, 'And still it works.');
  await expect(chat.getByText('Delivered')).toBeVisible();
  expect(faults).toEqual([]);
});

test('a shop that is not named may not frame the chat', async ({ page }) => {
  const refused = refusals(page);
  await page.goto(shopUrl.replace('localhost', '127.0.0.1'));
  await page.getByRole('button', { name: 'Open chat' }).click();
  await expect.poll(() => refused.join('\n')).toContain('frame-ancestors');
  await expect.poll(() => page.frames().at(-1)?.url()).toMatch(/^chrome-error:/);
  await expect(chatOf(page).getByRole('button', { name: 'Start chat' })).not.toBeAttached();
});
