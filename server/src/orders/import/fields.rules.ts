import { currencies, type Currency } from '@candour/shared/money.js';
import * as z from 'zod';

/** Largest amount taken in, in minor units: a billion of the currency. */
const AMOUNT_MAX = 100_000_000_000;

/**
 * Minor units of a decimal text, exactly: `19.99` is 1999. Zeros beyond the second decimal are allowed, for some
 * shops write them; a coded reason where it is no such amount.
 */
export function minorUnits(text: string): number | 'money-not-decimal' | 'money-too-precise' | 'money-too-large' {
  const match = /^(-?)(\d{1,15})(?:\.(\d{1,10}))?$/.exec(text);
  if (!match) return 'money-not-decimal';
  const [, sign, whole, fraction = ''] = match;
  if (/[1-9]/.test(fraction.slice(2))) return 'money-too-precise';
  const minor = Number(whole + fraction.slice(0, 2).padEnd(2, '0'));
  if (minor > AMOUNT_MAX) return 'money-too-large';
  return sign === '-' && minor !== 0 ? -minor : minor;
}

/** A decimal text, in minor units. A JSON number is refused: it may have been a float before. */
export const Decimal = z.string({ error: 'money-not-decimal' }).transform((text, context) => {
  const minor = minorUnits(text);
  if (typeof minor === 'number') return minor;
  context.addIssue({ code: 'custom', message: minor });
  return z.NEVER;
});

export const KnownCurrency = z.enum(currencies, { error: 'currency-unknown' });

export const isCurrency = (code: string): code is Currency => (currencies as readonly string[]).includes(code);

const written = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?$/;
const FIRST_YEAR = 1995;

/** Milliseconds UTC of an ISO 8601 instant; without a zone it is UTC. Undefined where there is no such instant. */
export function instantOf(text: string): number | undefined {
  const match = written.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const utc = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(utc);
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 61;
  if (!real || year < FIRST_YEAR) return undefined;
  return utc - offsetOf(match[7] ?? 'Z');
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

export const DateTime = z.string({ error: 'date-invalid' }).transform((text, context) => {
  const instant = instantOf(text);
  if (instant !== undefined) return instant;
  context.addIssue({ code: 'custom', message: 'date-invalid' });
  return z.NEVER;
});

export const ExternalId = z
  .union([z.int().min(1), z.string().trim().min(1).max(100)], { error: 'id-invalid' })
  .transform(String);

export const Quantity = z.int({ error: 'quantity-invalid' }).min(0, { error: 'quantity-invalid' }).max(1_000_000, {
  error: 'quantity-invalid',
});

export const Title = z.string({ error: 'title-missing' }).trim().min(1, { error: 'title-missing' }).max(500, {
  error: 'text-too-long',
});

/** Optional words of another system: null and the empty text are absent. */
export const Words = (max: number) => z.string().max(max, { error: 'text-too-long' }).nullish();

export const CountryCode = z
  .string()
  .regex(/^(?:[A-Za-z]{2})?$/, { error: 'country-invalid' })
  .nullish()
  .transform((code) => code?.toUpperCase() || undefined);
