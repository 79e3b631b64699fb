import { hash } from 'node:crypto';

/** SHA-256. Node takes four times as long to give the bytes in a buffer of its own as to give them as a string. */
export const sha256 = (data: string | Uint8Array): Buffer =>
  Buffer.from(hash('sha256', data, 'latin1' as 'binary'), 'latin1');
