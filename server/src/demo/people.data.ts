import type { Currency } from '@candour/shared/money.js';
import type { SellingEntity } from '@candour/shared/policy.js';
import type { SaveTeam } from '@candour/shared/routing.js';
import type { AddStaff } from '@candour/shared/staff.js';
import { topics, type Language } from '@candour/shared/words.js';

/** Plainly fictional: nobody is called like a piece of furniture and lives at example.com. */
export interface DemoCustomer {
  /** Their id in the shop. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** From the ranges that the countries keep free for fiction; absent where a country keeps none. */
  readonly phone?: string;
  readonly language: Language;
  readonly currency: Currency;
  readonly country: string;
  readonly address: string;
}

export const demoCustomers: readonly DemoCustomer[] = [
  {
    id: 'ottoline',
    name: 'Ottoline Sofabed',
    email: 'ottoline.sofabed@example.com',
    phone: '+1 202 555 0114',
    language: 'en',
    currency: 'USD',
    country: 'US',
    address: '14 Cushion Lane\nSpringfield',
  },
  {
    id: 'konrad',
    name: 'Konrad Eckbank',
    email: 'konrad.eckbank@example.com',
    phone: '+49 30 23125 014',
    language: 'de',
    currency: 'EUR',
    country: 'DE',
    address: 'Polsterweg 3\n10115 Berlin',
  },
  {
    id: 'amelie',
    name: 'Amélie Tabouret',
    email: 'amelie.tabouret@example.com',
    phone: '+33 1 99 00 12 34',
    language: 'fr',
    currency: 'EUR',
    country: 'FR',
    address: '8 rue du Tabouret\n69001 Lyon',
  },
  {
    id: 'rocio',
    name: 'Rocío Mesilla',
    email: 'rocio.mesilla@example.com',
    language: 'es',
    currency: 'EUR',
    country: 'ES',
    address: 'Calle de la Mesilla 21\n28001 Madrid',
  },
  {
    id: 'duncan',
    name: 'Duncan Wardrobe',
    email: 'duncan.wardrobe@example.com',
    phone: '+44 20 7946 0118',
    language: 'en',
    currency: 'GBP',
    country: 'GB',
    address: '5 Hinge Road\nLondon',
  },
  {
    id: 'elise',
    name: 'Élise Commode',
    email: 'elise.commode@example.com',
    phone: '+1 514 555 0123',
    language: 'fr',
    currency: 'CAD',
    country: 'CA',
    address: '77 rue du Tiroir\nMontréal',
  },
  {
    id: 'matilda',
    name: 'Matilda Daybed',
    email: 'matilda.daybed@example.com',
    phone: '+61 2 5550 0167',
    language: 'en',
    currency: 'AUD',
    country: 'AU',
    address: '2 Slumber Street\nSydney',
  },
  {
    id: 'tane',
    name: 'Tane Recliner',
    email: 'tane.recliner@example.com',
    language: 'en',
    currency: 'NZD',
    country: 'NZ',
    address: '31 Lever Terrace\nWellington',
  },
  {
    id: 'pepper',
    name: 'Pepper Footstool',
    email: 'pepper.footstool@example.com',
    phone: '+1 202 555 0159',
    language: 'en',
    currency: 'USD',
    country: 'US',
    address: '9 Tuffet Court\nSpringfield',
  },
  {
    id: 'bruno',
    name: 'Bruno Beistelltisch',
    email: 'bruno.beistelltisch@example.com',
    phone: '+49 30 23125 077',
    language: 'de',
    currency: 'EUR',
    country: 'DE',
    address: 'Tischlergasse 12\n80331 München',
  },
];

const every = [...topics];

/** With the administrator they are eight at the desk, and an expert and an installer beside it. */
export const demoStaff: readonly AddStaff[] = [
  {
    name: 'Nell Lampstand',
    email: 'nell.lampstand@example.com',
    role: 'lead',
    skills: { topics: every, languages: ['en', 'de', 'fr', 'es'] },
  },
  {
    name: 'Basil Bookend',
    email: 'basil.bookend@example.com',
    role: 'agent',
    skills: { topics: every, languages: ['en'] },
  },
  {
    name: 'Greta Garderobe',
    email: 'greta.garderobe@example.com',
    role: 'agent',
    skills: { topics: every, languages: ['de', 'en'] },
  },
  {
    name: 'Colette Coussin',
    email: 'colette.coussin@example.com',
    role: 'agent',
    skills: { topics: every, languages: ['fr', 'en'] },
  },
  {
    name: 'Pilar Percha',
    email: 'pilar.percha@example.com',
    role: 'agent',
    skills: { topics: every, languages: ['es', 'en'] },
  },
  {
    name: 'Sidney Sideboard',
    email: 'sidney.sideboard@example.com',
    role: 'supervisor',
    skills: { topics: every, languages: ['en', 'de'] },
  },
  {
    name: 'Prudence Partition',
    email: 'prudence.partition@example.com',
    role: 'privacy_officer',
    skills: { topics: ['privacy'], languages: ['en', 'de', 'fr', 'es'] },
  },
  {
    name: 'Odilia Ottoman',
    email: 'odilia.ottoman@example.com',
    role: 'design_expert',
    skills: { topics: ['product'], languages: ['en', 'de'] },
  },
  {
    name: 'Hugo Hinge',
    email: 'hugo.hinge@example.com',
    role: 'installer',
    skills: { topics: [], languages: ['en'] },
  },
];

/** Who takes what; Nell helps out everywhere. Greta began a week ago. */
export const demoTeams: readonly (Pick<SaveTeam, 'name' | 'topics' | 'languages'> & {
  readonly members: readonly string[];
})[] = [
  {
    name: 'Orders & delivery',
    topics: ['orders', 'delivery', 'product', 'account', 'privacy'],
    languages: [],
    members: ['nell', 'basil', 'greta', 'colette', 'pilar', 'sidney'].map(mailOf),
  },
  {
    name: 'Returns & payment',
    topics: ['returns', 'payment'],
    languages: [],
    members: ['nell', 'basil', 'colette', 'pilar'].map(mailOf),
  },
];

export const demoNewcomer = mailOf('greta');

function mailOf(first: string): string {
  const member = demoStaff.find(({ email }) => email.startsWith(`${first}.`));
  if (!member) throw new Error(`No demonstration member ${first}.`);
  return member.email;
}

/** The companies that the demonstration shop sells from. */
export const demoSellers: readonly SellingEntity[] = [
  { country: 'US', currencies: ['USD'] },
  { country: 'DE', currencies: ['EUR'] },
  { country: 'CA', currencies: ['CAD'] },
  { country: 'GB', currencies: ['GBP'] },
  { country: 'AU', currencies: ['AUD'] },
  { country: 'NZ', currencies: ['NZD'] },
];
