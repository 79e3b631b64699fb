import { expect } from '@playwright/test';
import { chatOf } from './chat.ts';
import { signedIn } from './people.ts';
import { test, watch } from './test.ts';

const FIRST = '¿La mesilla «Siesta» viene montada?';
const LATER = '¿Y la lámpara «Garza»?';

interface Office {
  readonly zone: string;
  readonly languages: readonly string[];
  readonly week: readonly { day: number; from: string; to: string }[];
  readonly holidays: unknown;
  readonly closed: readonly string[];
}

/** Spanish has an office of its own that opens on one day, three days from `now`. */
function withSpanishClosed(offices: readonly Office[], now: Date): Office[] {
  const week = [{ day: ((now.getUTCDay() + 2) % 7) + 1, from: '10:00', to: '12:00' }];
  const others = offices
    .map((office) => ({ ...office, languages: office.languages.filter((one) => one !== 'es') }))
    .filter(({ languages }) => languages.length > 0);
  return [...others, ...offices.slice(0, 1).map((office) => ({ ...office, languages: ['es'], week }))];
}

test('out of hours a customer leaves the queue for an e-mail and keeps the place', async ({
  browser,
  page: agent,
  baseURL,
}) => {
  const admin = await (await browser.newContext()).newPage();
  const headers = { ...(await signedIn(admin, 'admin')), origin: baseURL ?? '' };
  const hours = `${baseURL}/api/hours`;
  const set = async (offices: readonly Office[]): Promise<void> => {
    const answer = await admin.request.put(hours, { headers, data: { offices } });
    expect(answer.ok(), await answer.text()).toBe(true);
  };
  const before = (await (await admin.request.get(hours)).json()) as { offices: (Office & { open: boolean })[] };
  const offices = before.offices.map(({ zone, languages, week, holidays, closed }) => ({
    ...{ zone, languages, week, holidays, closed },
  }));
  await set(withSpanishClosed(offices, new Date()));

  const begin = async (text: string) => {
    const shop = await (await browser.newContext()).newPage();
    const faults = watch(shop, baseURL);
    await shop.goto(`${baseURL}/shop?l=es`);
    await shop.getByRole('button', { name: 'Abrir el chat' }).click();
    const chat = chatOf(shop);
    await chat.getByRole('radio', { name: 'Productos' }).check();
    await chat.getByLabel('Su mensaje').fill(text);
    await chat.getByRole('button', { name: 'Iniciar el chat' }).click();
    return { shop, chat, faults };
  };
  const { shop, chat, faults } = await begin(FIRST);
  const place = /Está en la cola: número (\d+)\./;
  await test.step('told where they stand and when somebody is back, and offered another way', async () => {
    await expect(chat.getByText(place)).toContainText(/Volvemos el .+ y responderemos entonces/);
    await expect(chat.getByText('Conserva su puesto en la cola.')).toBeVisible();
  });
  const stood = Number(place.exec(await chat.getByText(place).innerText())?.[1]);

  const willMail = chat.getByText('Le responderemos por correo.');
  await test.step('leaves for an e-mail', async () => {
    await chat.locator('.overflow').getByLabel('Correo electrónico').fill('rocio.mesilla@example.com');
    await chat.getByRole('button', { name: 'Por correo' }).click();
    await expect(willMail).toBeVisible();
  });

  const next = await begin(LATER);
  await test.step('who comes later stands behind, and so it is after the page was left', async () => {
    await expect(next.chat.getByText(place)).toContainText(`número ${stood + 1}.`);
    await next.chat.locator('.overflow').getByLabel('Teléfono').fill('+34 910 000 000');
    await next.chat.getByRole('button', { name: 'Que me llamen' }).click();
    await expect(next.chat.getByText('Le llamaremos.')).toBeVisible();
    await shop.reload();
    await expect(willMail).toBeVisible();
  });

  await test.step('both stand in the queue in the order in which they came, with how they want to be answered', async () => {
    await signedIn(agent, 'pilar');
    await agent.goto('/inbox/queue?language=es');
    const rows = agent.locator('a.item');
    const first = rows.filter({ hasText: FIRST });
    await expect(first).toContainText('Wants an answer by e-mail');
    await expect(rows.filter({ hasText: LATER })).toContainText('Wants to be called back');
    const said = await rows.allInnerTexts();
    const at = (text: string): number => said.findIndex((row) => row.includes(text));
    expect(at(LATER)).toBeGreaterThan(at(FIRST));
    await first.click();
    await agent.getByRole('button', { name: 'Take', exact: true }).click();
    await expect(chat.getByText('le atiende ahora')).toBeVisible();
  });

  await set(offices);
  expect([...faults, ...next.faults]).toEqual([]);
  for (const page of [shop, next.shop, admin]) await page.context().close();
});
