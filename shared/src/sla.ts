import * as z from 'zod';
import { Instant } from './instant.js';

export const dueKinds = ['first-reply', 'next-reply', 'resolution'] as const;
export const DueKind = z.enum(dueKinds);
export type DueKind = z.infer<typeof DueKind>;

/** What the desk owes, until when, and from when on it is at risk: its state follows from the clock. */
export const Due = z.object({ kind: DueKind, dueAt: Instant, warnAt: Instant });
export type Due = z.infer<typeof Due>;

export const dueStates = ['ok', 'warning', 'breached'] as const;
export type DueState = (typeof dueStates)[number];

export const dueState = ({ dueAt, warnAt }: Due, now: number): DueState =>
  now >= dueAt ? 'breached' : now >= warnAt ? 'warning' : 'ok';
