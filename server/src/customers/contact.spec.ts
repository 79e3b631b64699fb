import { normaliseEmail, normalisePhone } from './contact.js';

describe('an address for look-ups', () => {
  const mails: readonly (readonly [written: string, read: string])[] = [
    ['Konrad.Eckbank@Example.COM', 'konrad.eckbank@example.com'],
    ['  amelie@example.com ', 'amelie@example.com'],
    ['ｒｏｃｉｏ@example.com', 'rocio@example.com'],
  ];
  for (const [written, read] of mails) {
    it(`reads ${written} as ${read}`, () => expect(normaliseEmail(written)).toBe(read));
  }

  const phones: readonly (readonly [written: string, region: string, read: string | undefined])[] = [
    ['(202) 555-0143', 'US', '+12025550143'],
    ['+1 202 555 0143', 'DE', '+12025550143'],
    ['0030 123', 'DE', undefined],
    ['030 23125 014', 'DE', '+493023125014'],
    ['+49 (0)30 23125 014', 'US', '+493023125014'],
    ['01 99 00 12 34', 'FR', '+33199001234'],
    ['020 7946 0958', 'GB', '+442079460958'],
    ['020 7946 0958', 'gb', '+442079460958'],
    ['12', 'US', undefined],
    ['no number', 'US', undefined],
    ['020 7946 0958', 'nowhere', undefined],
  ];
  for (const [written, region, read] of phones) {
    it(`reads ${written} in ${region} as ${read ?? 'no number'}`, () => {
      expect(normalisePhone(written, region)).toBe(read);
    });
  }
});
