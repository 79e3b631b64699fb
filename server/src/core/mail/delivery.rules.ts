import { HOUR, MINUTE, SECOND } from '@candour/shared/instant.js';

/** Pauses between tries; when the last has passed in vain, the mail has failed. */
export const pauses = [30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 12 * HOUR] as const;

/** What a mail client says of a failure. */
export interface DeliveryError {
  /** Of the mail server, such as 550. */
  readonly responseCode?: number | undefined;
  /** Of the client, such as `ECONNECTION`. */
  readonly code?: string | undefined;
}

export type Verdict =
  | { readonly status: 'waiting'; readonly nextAttemptAt: number; readonly error: string }
  | { readonly status: 'failed'; readonly error: string };

/** Failures of the client that no further try mends. */
const hopeless = new Set(['EENVELOPE', 'EMESSAGE']);

/** `smtp-550`, `smtp-connection`: a code, never the server's sentence, which may name the recipient. */
export function errorCode({ responseCode, code }: DeliveryError): string {
  if (responseCode !== undefined) return `smtp-${responseCode}`;
  return code !== undefined && /^E[A-Z]+$/.test(code) ? `smtp-${code.slice(1).toLowerCase()}` : 'smtp-unknown';
}

/**
 * A 5xx is for good (RFC 5321, 4.2.1), unless it refuses the desk's own sign-in: that is ours to mend.
 * @param attempts tries made, this one included.
 */
export function afterFailure(failure: DeliveryError, attempts: number, now: number): Verdict {
  const error = errorCode(failure);
  const { responseCode = 0, code = '' } = failure;
  const forGood = code !== 'EAUTH' && (responseCode >= 500 || (responseCode === 0 && hopeless.has(code)));
  const pause = pauses[attempts - 1];
  if (forGood || pause === undefined) return { status: 'failed', error };
  return { status: 'waiting', nextAttemptAt: now + pause, error };
}
