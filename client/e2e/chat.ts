import type { FrameLocator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The chat's frame on a shop's page. */
export const chatOf = (page: Page): FrameLocator => page.frameLocator('iframe[src*="/widget/chat.html"]');

/** Opens the chat from the button on the page and waits until the first message can be written. */
export async function openChat(page: Page): Promise<FrameLocator> {
  await page.getByRole('button', { name: 'Open chat' }).click();
  const chat = chatOf(page);
  await expect(chat.getByRole('button', { name: 'Start chat' })).toBeVisible();
  return chat;
}

export async function startChat(chat: FrameLocator, topic: string, text: string): Promise<void> {
  await chat.getByRole('radio', { name: topic }).check();
  await chat.getByLabel('Your message').fill(text);
  await chat.getByRole('button', { name: 'Start chat' }).click();
  await expect(chat.getByLabel('Write a message')).toBeVisible();
}

export async function say(chat: FrameLocator, text: string): Promise<void> {
  await chat.getByLabel('Write a message').fill(text);
  await chat.getByRole('button', { name: 'Send' }).click();
}
