import type { Language } from '@candour/shared/words.js';
import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';

/** Where a number without a country code most likely belongs, by the language the person chose. */
const regions: Readonly<Record<Language, CountryCode>> = { en: 'US', de: 'DE', fr: 'FR', es: 'ES' };

/** Countries of the shop's currencies and languages: a number in national spelling is of one of them. */
export const shopRegions: readonly CountryCode[] = ['US', 'GB', 'DE', 'FR', 'ES', 'AU', 'NZ'];

export const regionOf = (language: Language): string => regions[language];

/** One spelling of an address, for look-ups: compatible characters united, without outer space, in lower case. */
export const normaliseEmail = (email: string): string => email.normalize('NFKC').trim().toLowerCase();

/**
 * E.164, or undefined where it cannot be a phone number.
 * @param region ISO 3166-1 alpha-2 country of a number in national spelling.
 */
export function normalisePhone(phone: string, region: string): string | undefined {
  const parsed = parsePhoneNumberFromString(phone.normalize('NFKC'), region.toUpperCase() as CountryCode);
  return parsed?.isPossible() ? parsed.number : undefined;
}
