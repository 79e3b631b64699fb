import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { signIn } from './people.ts';
import { test } from './test.ts';

interface Catalogue {
  signIn: Record<'title' | 'password' | 'do', string>;
  section: Record<'inbox' | 'orders', string>;
  language: { choose: string };
}

const own = { de: 'Deutsch', fr: 'Français', es: 'Español', en: 'English' };
const catalogue = async (code: string): Promise<Catalogue> =>
  JSON.parse(await readFile(new URL(`../public/i18n/${code}.json`, import.meta.url), 'utf8')) as Catalogue;

test('the language changes from the sign-in page on, is kept, and is the console’s too', async ({ page }) => {
  await page.goto('/sign-in');
  let now = await catalogue('en');
  for (const [code, name] of Object.entries(own)) {
    await page.getByRole('button', { name: now.language.choose }).click();
    await page.getByRole('menuitemradio', { name }).click();
    now = await catalogue(code);
    await expect(page.locator('html')).toHaveAttribute('lang', code);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(now.signIn.title);
    await expect(page.getByLabel(now.signIn.password)).toBeVisible();
    await expect(page.getByRole('button', { name: now.signIn.do, exact: true })).toBeVisible();
  }
  await page.getByRole('button', { name: now.language.choose }).click();
  await page.getByRole('menuitemradio', { name: own.de }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.reload();
  now = await catalogue('de');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(now.signIn.title);
  await signIn(page, 'nell');
  for (const [code, name] of Object.entries(own)) {
    await page.getByRole('button', { name: now.language.choose, exact: true }).click();
    await page.getByRole('menuitemradio', { name }).click();
    now = await catalogue(code);
    await expect(page.locator('html')).toHaveAttribute('lang', code);
    for (const word of Object.values({ inbox: now.section.inbox, orders: now.section.orders })) {
      await expect(page.getByRole('link', { name: new RegExp(`^${word}`) }).first()).toBeVisible();
    }
  }
});

test('the shop and its chat speak all four languages', async ({ page }) => {
  const open = { en: 'Open chat', de: 'Chat öffnen', fr: 'Ouvrir le chat', es: 'Abrir el chat' };
  for (const [code, word] of Object.entries(open)) {
    await page.goto(`/shop?l=${code}`);
    await expect(page.locator('html')).toHaveAttribute('lang', code);
    await expect(page.getByRole('button', { name: word })).toBeVisible();
  }
});
