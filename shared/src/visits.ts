import * as z from 'zod';
import { ClientId } from './conversations.js';
import { Id } from './ids.js';
import { DAY, Instant } from './instant.js';

/** An installer sees whom they visit from a day before until a week after (house rules, "Permissions"). */
export const VISIT_SEEN_BEFORE = DAY;
export const VISIT_SEEN_AFTER = 7 * DAY;
/** How far ahead visits are planned, in milliseconds. */
export const VISIT_PLANNED_WITHIN = 365 * DAY;
/** Most visits of one conversation, and most that one person is shown. */
export const VISITS_MOST = 10;
export const VISITS_SHOWN = 100;

/** Hands a conversation's order to an installer, for one visit; without one to whichever of them takes it. */
export const PlanVisit = z.strictObject({ at: Instant, installerId: Id.nullable() });
export type PlanVisit = z.infer<typeof PlanVisit>;

export const VisitState = z.enum(['planned', 'done']);
export type VisitState = z.infer<typeof VisitState>;
const person = z.object({ id: Id, name: z.string() });
/** As the desk sees it. */
export const Visit = z.object({ id: Id, at: Instant, state: VisitState, installer: person.optional() });
export type Visit = z.infer<typeof Visit>;
export const Visits = z.object({ rows: z.array(Visit), installers: z.array(person) });
export type Visits = z.infer<typeof Visits>;

/** As the installer sees it: what the visit needs, in its days, and nothing more. */
export const OwnVisit = z.object({
  id: Id,
  at: Instant,
  state: VisitState,
  /** Else anybody may take it. */
  mine: z.boolean(),
  /** Absent outside of its days. */
  for: z
    .object({
      firstName: z.string().optional(),
      address: z.string().optional(),
      lines: z.array(z.object({ title: z.string(), quantity: z.int() })),
    })
    .optional(),
});
export type OwnVisit = z.infer<typeof OwnVisit>;
export const OwnVisits = z.object({ rows: z.array(OwnVisit) });
export type OwnVisits = z.infer<typeof OwnVisits>;

export const VisitNote = z.strictObject({ clientId: ClientId, text: z.string().trim().min(1).max(2000) });
export type VisitNote = z.infer<typeof VisitNote>;
