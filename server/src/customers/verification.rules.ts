import type { Level } from '@candour/shared/conversations.js';
import type { RefusalCode } from '@candour/shared/errors.js';
import { DAY, HOUR, MINUTE } from '@candour/shared/instant.js';

/** How long a one-time code holds. */
export const CODE_LIFE = 10 * MINUTE;
/** Wrong tries, after which a code is void. */
export const TRIES = 5;
/** How long a re-authentication lifts to level 2 (ground rule 5 of the house). */
export const REAUTHENTICATED = 15 * MINUTE;

/** Codes that may be sent in a time: to one conversation, and to prove to be one customer from anywhere. */
export const sendLimits = {
  conversation: [
    { codes: 3, within: 10 * MINUTE },
    { codes: 6, within: DAY },
  ],
  customer: [
    { codes: 5, within: HOUR },
    { codes: 10, within: DAY },
  ],
} as const;

/** Milliseconds until another code may be sent; 0: now. `sentAts` in any order. */
export function waitToSend(
  limits: readonly { codes: number; within: number }[],
  sentAts: readonly number[],
  now: number,
): number {
  const newestFirst = [...sentAts].sort((a, b) => b - a);
  return limits.reduce((wait, { codes, within }) => {
    const blocking = newestFirst[codes - 1];
    return blocking === undefined ? wait : Math.max(wait, blocking + within - now);
  }, 0);
}

export interface CodeState {
  readonly state: 'open' | 'used' | 'void';
  readonly attempts: number;
  readonly expiresAt: number;
}

export type Outcome =
  | { readonly right: true }
  | { readonly right: false; readonly refusal: RefusalCode; readonly left?: number; readonly voids: boolean };

/** What a try does. `equal`: the digests match. Of a code that is over nothing is told but that it is over. */
export function tryCode(code: CodeState | undefined, equal: boolean, now: number): Outcome {
  if (!code || code.state === 'used') return { right: false, refusal: 'code-expired', voids: false };
  if (code.attempts >= TRIES) return { right: false, refusal: 'too-many-attempts', voids: false };
  if (code.state === 'void' || now >= code.expiresAt) return { right: false, refusal: 'code-expired', voids: false };
  if (equal) return { right: true };
  const left = TRIES - code.attempts - 1;
  if (left === 0) return { right: false, refusal: 'too-many-attempts', voids: true };
  return { right: false, refusal: 'code-wrong', left, voids: false };
}

/** The level that holds now: a re-authentication ends, a code or shop token lasts with the conversation. */
export function levelNow(level: Level, verifiedAt: number | null, now: number): Level {
  if (level < 2) return level;
  return verifiedAt !== null && now < verifiedAt + REAUTHENTICATED ? 2 : 1;
}

/**
 * Where a code goes: to the address kept with the order or the customer. What was merely claimed never counts, for
 * whoever claims it would prove nothing but that they can read their own mail.
 */
export function codeAddress(kept: { order?: string | undefined; customer?: string | undefined }): string | undefined {
  return kept.order ?? kept.customer;
}

/** An address as it may be shown to somebody who has not proved to own it: `o•••@e•••.com`. */
export function shortened(email: string): string {
  const [name = '', host = ''] = email.split('@');
  const [domain = '', ...rest] = host.split('.');
  const first = (word: string): string => [...word][0] ?? '';
  return `${first(name)}•••@${first(domain)}•••${rest.length > 0 ? `.${rest.at(-1)}` : ''}`;
}
