import { Refused } from '@candour/shared/errors.js';
import { Id } from '@candour/shared/ids.js';
import { Instant } from '@candour/shared/instant.js';
import * as z from 'zod';
import type { SweepStep } from './keepers.js';
import type { DueAsk } from './record-keeper.js';

const Cursor = z.tuple([z.string(), Instant, Id]);

/** A place in the preview: the step and the last candidate looked at. */
export function writePlace({ key }: SweepStep, { anchorAt, id }: NonNullable<DueAsk['after']>): string {
  return Buffer.from(JSON.stringify([key, anchorAt, id])).toString('base64url');
}

/** @throws Refused `cursor-invalid`. */
export function readPlace(
  cursor: string,
  steps: readonly SweepStep[],
): { readonly step: number; readonly after: NonNullable<DueAsk['after']> } {
  const read = Cursor.safeParse(parsed(Buffer.from(cursor, 'base64url').toString()));
  const step = read.success ? steps.findIndex(({ key }) => key === read.data[0]) : -1;
  if (!read.success || step < 0) throw new Refused('cursor-invalid');
  return { step, after: { anchorAt: read.data[1], id: read.data[2] } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
