import type { ShopCustomer } from '@candour/shared/shop.js';
import { languages, type Language } from './languages.js';
import { words as de } from './catalogue/de.js';
import { words as en, type Words } from './catalogue/en.js';
import { words as es } from './catalogue/es.js';
import { words as fr } from './catalogue/fr.js';
import { account } from './account.js';
import { fill, h } from './dom.js';
import { picture, pictures, type Product } from './pictures.js';
import { shopApi } from './shop-api.js';

declare global {
  interface Window {
    /** What the loader offers: docs/connect-a-shop.md. */
    candour?: { identify(who: () => Promise<string>): void; forget(): void };
  }
}

const catalogues: Record<Language, Words> = { en, de, fr, es };
const SIGNED_IN = 'shop-customer';

const asked = new URLSearchParams(location.search).get('l') ?? navigator.language.slice(0, 2);
const language = languages.find(({ code }) => code === asked)?.code ?? 'en';
const words = catalogues[language];

const trouble = h('p', { className: 'trouble', role: 'alert' });
const main = h('main');

async function show(customer: ShopCustomer | undefined, customers: readonly ShopCustomer[]): Promise<void> {
  const tiles = (Object.keys(pictures) as Product[]).map((product) =>
    h('li', {}, picture(product), h('span', {}, words.products[product])),
  );
  main.replaceChildren(
    h('section', { className: 'hero' }, h('h1', {}, words.headline), h('p', {}, words.lead)),
    h('ul', { className: 'tiles' }, ...tiles),
    signIn(customer, customers),
  );
  if (customer) main.append(await account(customer, words, language));
}

function signIn(customer: ShopCustomer | undefined, customers: readonly ShopCustomer[]): HTMLElement {
  const choose = h(
    'select',
    {
      id: 'customer',
      onchange: () => {
        sessionStorage.setItem(SIGNED_IN, choose.value);
        // Who was there before is forgotten by the chat, as on any shared computer.
        window.candour?.forget();
        void begin();
      },
    },
    h('option', { value: '', selected: !customer }, words.visitor),
    ...customers.map(({ id, name }) => h('option', { value: id, selected: id === customer?.id }, name)),
  );
  return h(
    'section',
    { className: 'account' },
    h('h2', {}, words.account),
    h('label', { htmlFor: 'customer' }, words.signInAs),
    choose,
    customer && h('p', { role: 'status' }, fill(words.signedIn, { name: customer.name })),
  );
}

async function begin(): Promise<void> {
  trouble.textContent = '';
  try {
    const { rows } = await shopApi.customers();
    const customer = rows.find(({ id }) => id === sessionStorage.getItem(SIGNED_IN));
    await show(customer, rows);
    if (customer) window.candour?.identify(async () => (await shopApi.token(customer.id)).token);
  } catch {
    trouble.textContent = words.trouble;
  }
}

function frame(): void {
  document.documentElement.lang = language;
  const choose = h(
    'select',
    {
      'aria-label': words.language,
      onchange: () => location.assign(`/shop?l=${choose.value}`),
    },
    ...languages.map(({ code, name }) => h('option', { value: code, lang: code, selected: code === language }, name)),
  );
  document.body.replaceChildren(
    h('aside', { className: 'banner' }, words.demonstration),
    h(
      'header',
      {},
      h('a', { className: 'name', href: `/shop?l=${language}` }, h('strong', {}, 'Kwoking'), ` ${words.slogan}`),
      choose,
    ),
    trouble,
    main,
    h(
      'footer',
      {},
      h('a', { href: `/help?language=${language}` }, words.help),
      h('a', { href: `/help/policy?language=${language}` }, words.policy),
      h('a', { href: '/' }, words.desk),
    ),
  );
}

/** As any shop includes it; the page's language is set before. */
function includeWidget(): void {
  addEventListener('candour:ready', () => void begin(), { once: true });
  const script = h('script', { src: '/widget.js', async: true });
  script.dataset['colour'] = '#7d3c1f';
  document.body.append(script);
}

frame();
void begin();
includeWidget();
