import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Desk } from './desk.ts';

/** First names of the demonstration's staff that tests sign in as. */
export type Who = 'admin' | 'nell' | 'basil' | 'greta' | 'pilar' | 'sidney' | 'prudence' | 'odilia';

/** The first sign-in of one person, read from what the desk printed at its first start. */
export function firstSignIn(said: string, who: Who): { email: string; password: string } {
  const [, email = '', password = ''] = new RegExp(`^\\s*(${who}[.@]\\S+)\\s+(\\S+)`, 'm').exec(said) ?? [];
  if (!password) throw new Error(`No first sign-in of ${who} was printed`);
  return { email, password };
}

/**
 * Signs in without the form, for tests that are about something else; the page stands nowhere yet. Answers what a
 * change has to carry.
 */
export async function signedIn({ request }: Pick<Page, 'request'>, who: Who): Promise<{ 'x-csrf-token': string }> {
  const data = firstSignIn(process.env['E2E_SAID'] ?? '', who);
  const answer = await request.post(`${process.env['E2E_URL']}/api/session`, { data });
  expect(answer.ok()).toBe(true);
  return { 'x-csrf-token': ((await answer.json()) as { csrf: string }).csrf };
}

/** Signs in at the page's desk, by the form, as a person does. */
export async function signIn(page: Page, who: Who, desk?: Pick<Desk, 'url' | 'said'>): Promise<void> {
  const url = desk?.url ?? process.env['E2E_URL'] ?? '';
  const { email, password } = firstSignIn(desk?.said ?? process.env['E2E_SAID'] ?? '', who);
  await page.goto(`${url}/sign-in`);
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await expect(page).not.toHaveURL(/sign-in/);
  await expect(page.getByRole('navigation', { name: /./ }).first()).toBeVisible();
}
