import fc from 'fast-check';
import { passesLuhn } from './card.rules.js';

/** Beginnings and lengths of real issuers. */
const kinds: readonly (readonly [prefix: string, length: number])[] = [
  ['4', 16], ['4', 19], ['51', 16], ['55', 16], ['2221', 16], ['2720', 16], ['34', 15], ['37', 15], ['6011', 16], ['65', 16],
  ['36', 14], ['3095', 14], ['38', 16], ['3530', 16], ['62', 16], ['62', 19], ['6304', 18], ['5018', 16], ['2200', 16],
]; // prettier-ignore

export const withCheckDigit = (body: string): string =>
  body + [...'0123456789'].find((digit) => passesLuhn(body + digit))!;

/** A number of a real issuer with a right check digit. */
export const anyCard = fc
  .tuple(fc.constantFrom(...kinds), fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 19, maxLength: 19 }))
  .map(([[prefix, length], rest]) => withCheckDigit((prefix + rest.join('')).slice(0, length - 1)));

/** The number cut into groups of these sizes, in turn. */
export function grouped(card: string, sizes: readonly number[]): string[] {
  const groups: string[] = [];
  for (let at = 0, i = 0; at < card.length; i++) {
    const size = sizes[i % sizes.length]!;
    groups.push(card.slice(at, at + size));
    at += size;
  }
  return groups;
}

/** As people write their card: solid, in fours, as the issuer prints it. */
export const customary = (card: string): number[] =>
  card.length === 15 ? [4, 6, 5] : card.length === 14 ? [4, 6, 4] : [4];
