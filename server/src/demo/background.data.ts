import type { Language } from '@candour/shared/words.js';
import type { DemoOrder } from './orders.data.js';
import type { DemoCustomer } from './people.data.js';

/** Who had to do with the shop in the past five quarters: called like furniture, too, each with one order. */
const names: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Agatha Armrest',
    'Bertram Bedpost',
    'Cordelia Cupboard',
    'Desmond Drawer',
    'Ethel Endtable',
    'Fergus Footboard',
    'Gwendolyn Gateleg',
    'Horace Headboard',
    'Imogen Inglenook',
    'Jasper Joinery',
  ],
  de: [
    'Annegret Anrichte',
    'Balduin Bettkasten',
    'Carsten Couchtisch',
    'Dörte Drehsessel',
    'Egon Esstisch',
    'Friederike Fußbank',
    'Gunther Glasvitrine',
    'Hedwig Hocker',
    'Ingo Intarsie',
    'Jutta Jalousie',
  ],
  fr: [
    'Apolline Armoire',
    'Baptiste Buffet',
    'Clémence Chevet',
    'Désiré Divan',
    'Edmée Étagère',
    'Fulbert Fauteuil',
    'Ghislaine Guéridon',
    'Hector Horloge',
    'Irénée Isorel',
    'Josette Jardinière',
  ],
  es: [
    'Adela Alacena',
    'Benito Banqueta',
    'Carmela Cómoda',
    'Dámaso Diván',
    'Elvira Estante',
    'Fermín Fogón',
    'Gloria Gaveta',
    'Higinio Hamaca',
    'Inés Incrustada',
    'Jacinto Jarrón',
  ],
};

const places = {
  en: { currency: 'USD', country: 'US', address: '1 Plank Street\nSpringfield' },
  de: { currency: 'EUR', country: 'DE', address: 'Brettweg 1\n10115 Berlin' },
  fr: { currency: 'EUR', country: 'FR', address: '1 rue de la Planche\n69001 Lyon' },
  es: { currency: 'EUR', country: 'ES', address: 'Calle del Tablón 1\n28001 Madrid' },
} as const;

const goods: Readonly<Record<Language, readonly string[]>> = {
  en: ['Lamp "Heron"', 'Shelf "Ledger"', 'Chair "Wicket"'],
  de: ['Leuchte "Reiher"', 'Regal "Zeile"', 'Stuhl "Latte"'],
  fr: ['Lampe « Héron »', 'Étagère « Ligne »', 'Chaise « Osier »'],
  es: ['Lámpara «Garza»', 'Estantería «Renglón»', 'Silla «Mimbre»'],
};

const idOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.');

export const backgroundCustomers = Object.fromEntries(
  Object.entries(names).map(([code, all]) => {
    const language = code as Language;
    return [
      language,
      all.map((name) => ({ id: idOf(name), name, email: `${idOf(name)}@example.com`, language, ...places[language] })),
    ];
  }),
) as unknown as Readonly<Record<Language, readonly DemoCustomer[]>>;

/** Placed and delivered before the past begins, so that every talk of it can be about one. */
export const backgroundOrders: readonly DemoOrder[] = Object.values(backgroundCustomers)
  .flat()
  .map(({ id, language }, i) => ({
    customer: id,
    number: `KW-0${101 + i}`,
    placed: 20 + (i % 9),
    delivered: 2 + (i % 7),
    payment: 'paid',
    fulfilment: 'delivered',
    shipping: 900,
    lines: [[`BG-${i % 3}`, goods[language][i % 3] ?? '', 1 + (i % 2), 4_900 + 1_000 * (i % 17)]],
  }));
