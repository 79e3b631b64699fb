import type { FrameLocator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { openChat, say, startChat } from './chat.ts';
import { Desk } from './desk.ts';
import { signIn } from './people.ts';
import { watch } from './test.ts';

let desk: Desk;
test.beforeAll(async () => {
  desk = await Desk.open();
});
test.afterAll(() => desk.close());

/** A picture as a page draws it: a sofa with a scratch. */
const drawn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [800, 600];
    const brush = canvas.getContext('2d')!;
    brush.fillStyle = '#7a5c45';
    brush.fillRect(0, 0, 800, 600);
    brush.fillStyle = '#c9a27e';
    brush.fillRect(80, 220, 640, 260);
    brush.strokeStyle = '#fff';
    brush.lineWidth = 6;
    brush.moveTo(300, 260);
    brush.lineTo(460, 420);
    brush.stroke();
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1]!;
  });

test('a photo goes from the customer to the agent, a plan back, and a link says where it leads', async ({
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
  const chat: FrameLocator = await openChat(shop);
  await startChat(chat, 'Delivery', 'My sofa has a scratch, see the photo.');
  const picture = { mimeType: 'image/jpeg', buffer: Buffer.from(await drawn(shop), 'base64') };

  await test.step('the customer chooses two files, takes one back, and sends', async () => {
    const composer = chat.getByRole('button', { name: 'Attach files' });
    await composer.focus();
    await composer.press('Enter');
    const choose = chat.getByRole('button', { name: 'Choose files' });
    await expect(choose).toBeFocused();
    const [chooser] = await Promise.all([shop.waitForEvent('filechooser'), choose.press('Enter')]);
    await chooser.setFiles([
      { name: 'scratch.jpg', ...picture },
      { name: 'drawing.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg><script>1</script></svg>') },
    ]);
    await expect(chat.getByText('scratch.jpg is ready to send')).toBeAttached();
    await expect(chat.getByText('Files of this kind cannot be sent here.')).toBeVisible();
    await expectAccessible(shop, 'files chosen in the chat');
    await chat.getByRole('button', { name: 'Remove drawing.svg' }).click();
    await chat.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(chat.getByRole('button', { name: 'Show scratch.jpg large' })).toBeVisible();
    await expect(chat.locator('.mark', { hasText: /^Delivered$/ })).toBeVisible();
    const small = chat.locator('.picture img');
    expect(await small.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(480);
  });

  await test.step('the agent sees it, large too, and answers with a file and links', async () => {
    await agent.locator('a.item', { hasText: 'Attachment' }).first().click();
    await agent.getByRole('button', { name: 'Take', exact: true }).click();
    const log = agent.getByRole('log');
    await log.getByRole('button', { name: 'Show scratch.jpg large' }).click();
    const large = agent.getByRole('dialog').getByRole('img', { name: 'scratch.jpg' });
    await expect(large).toBeVisible();
    expect(await large.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(800);
    await expectAccessible(agent, 'a picture shown large');
    await agent.keyboard.press('Escape');
    await expect(large).toBeHidden();

    const field = agent.getByPlaceholder('Write to the customer…');
    await field.evaluate((element) => {
      const files = new DataTransfer();
      files.items.add(new File([`%PDF-1.7\n${' '.repeat(400)}%%EOF`], 'plan.pdf', { type: 'application/pdf' }));
      element.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
    });
    await expect(agent.getByText('1 of 1 files are ready to send')).toBeAttached();
    await field.fill(`See ${desk.url}/help and https://repair.example.org/sofa.`);
    await expectAccessible(agent, 'files beside the reply');
    await agent.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(log.getByText('plan.pdf')).toBeVisible();
    await expect(log.getByText('other website: repair.example.org')).toHaveCount(1);
    const link = log.getByRole('link', { name: 'https://repair.example.org/sofa' });
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow');
    await expect(log.getByText(/other website/)).toHaveCount(1);
  });

  await test.step('the customer saves the plan, and looks at their own photo', async () => {
    await expect(chat.getByText('other website: repair.example.org')).toHaveCount(1);
    const [saved] = await Promise.all([
      shop.waitForEvent('download'),
      chat.getByRole('button', { name: 'Save plan.pdf' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('plan.pdf');
    await chat.getByRole('button', { name: 'Show scratch.jpg large' }).click();
    await expect(chat.getByRole('dialog').getByRole('img')).toBeVisible();
    await shop.keyboard.press('Escape');
    await expect(chat.getByRole('dialog')).toHaveCount(0);
    await say(chat, 'Thank you!');
    await expect(agent.getByRole('log').getByText('Thank you!')).toBeVisible();
  });
  expect(faults.flat()).toEqual([]);
});
