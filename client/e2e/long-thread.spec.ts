import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { io } from 'socket.io-client';
import { Desk } from './desk.ts';
import { signIn } from './people.ts';
import { watchTasks } from './tasks.ts';

const MESSAGES = 20_000;
/** The most that may be drawn of them, with day marks and facts. */
const DRAWN = 400;

/** Of one task of the page, in milliseconds that its thread worked: what else the machine does is not the page's. */
const LONGEST = 100;

let desk: Desk;
test.beforeAll(async () => {
  desk = await Desk.open({ MESSAGE_RATE: '1000000' });
});
test.afterAll(() => desk.close());

/** A customer who has written all of it. */
async function thread(): Promise<string> {
  const socket = io(`${desk.url}/chat`, {
    transports: ['websocket'],
    auth: { language: 'en' },
    extraHeaders: { origin: desk.url },
  });
  const ask = async <T>(event: string, payload: object): Promise<T> => {
    const answer = (await socket.timeout(60_000).emitWithAck(event, payload)) as { ok?: T };
    if (!answer.ok) throw new Error(`${event}: ${JSON.stringify(answer)}`);
    return answer.ok;
  };
  const { policy } = await ask<{ policy: { id: string } }>('chat:hello', {});
  const { conversation } = await ask<{ conversation: { id: string } }>('chat:start', {
    startId: `a-thread-of-${'very-many'.repeat(2)}`,
    topic: 'orders',
    language: 'en',
    policyVersion: policy.id,
    message: { clientId: 'message-0', text: 'Message 0 of very many' },
  });
  for (let from = 1; from < MESSAGES; from += 400) {
    await Promise.all(
      Array.from({ length: Math.min(400, MESSAGES - from) }, (_, i) =>
        ask('message:send', {
          conversationId: conversation.id,
          clientId: `message-${from + i}`,
          text: `Message ${from + i} of very many${' with more words'.repeat((from + i) % 9)}`,
        }),
      ),
    );
  }
  socket.disconnect();
  return conversation.id;
}

const drawn = (page: Page): Promise<number> => page.locator('cd-time-line article').count();

test('a thread of 20,000 messages scrolls from end to beginning and back without a long task', async ({ page }) => {
  test.setTimeout(600_000);
  const id = await thread();
  await signIn(page, 'nell', desk);
  await page.goto(`${desk.url}/inbox/all/${id}`);
  const log = page.getByRole('log');
  await expect(log.getByText(`Message ${MESSAGES - 1} of very many`)).toBeVisible();
  const tasks = await watchTasks(page);

  const first = log.getByText('Message 0 of very many', { exact: true });
  await log.hover();
  let most = 0;
  for (let turns = 0; turns < 3_000 && !(await first.isVisible()); turns++) {
    await page.mouse.wheel(0, -4_000);
    if (turns % 25 === 0) most = Math.max(most, await drawn(page));
  }
  await expect(first).toBeVisible();
  expect(await drawn(page)).toBeLessThan(DRAWN);
  expect(most).toBeLessThan(DRAWN);

  // Back through what is loaded, then to the end at once.
  for (let turns = 0; turns < 40; turns++) await page.mouse.wheel(0, 4_000);
  await expect(first).toBeHidden();
  await page.getByRole('button', { name: 'To the newest' }).click();
  await expect(log.getByText(`Message ${MESSAGES - 1} of very many`)).toBeVisible();

  // The order that is read aloud is the order of the log.
  const seqs = await page
    .locator('cd-time-line article')
    .evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-seq'))));
  expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
  const long = await tasks.longest();
  console.log(
    `the longest tasks: ${long
      .slice(0, 5)
      .map((ms) => Math.round(ms))
      .join(', ')} ms`,
  );
  expect(long.length).toBeGreaterThan(1_000);
  expect(long.filter((ms) => ms > LONGEST)).toEqual([]);
});
