import { createHmac } from 'node:crypto';

/** An id that nobody guesses and that the same data folder always makes again. */
export const idOf = (seed: string, what: string): string => createHmac('sha256', seed).update(what).digest('base64url');

/** The same as a UUID. */
export function uuidOf(seed: string, what: string): string {
  const hex = createHmac('sha256', seed).update(what).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
