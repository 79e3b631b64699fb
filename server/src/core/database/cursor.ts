import { Refused } from '@candour/shared/errors.js';

/** Where a page of a list ended: the next one begins behind it. Opaque to the client. */
export interface Position {
  readonly at: number;
  readonly id: string;
}

export const writeCursor = ({ at, id }: Position): string => Buffer.from(`${at} ${id}`).toString('base64url');

/** @throws Refused `cursor-invalid`. */
export function readCursor(cursor: string): Position {
  const match = /^(\d{1,16}) ([\w-]{1,64})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!match) throw new Refused('cursor-invalid');
  return { at: Number(match[1]), id: match[2]! };
}
