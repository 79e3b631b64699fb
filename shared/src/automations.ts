import * as z from 'zod';
import { ConversationStatus } from './conversations.js';
import { RefusalCode } from './errors.js';
import { Id } from './ids.js';
import { Instant } from './instant.js';
import { ACTIONS_MAX, MacroName, PlannedStep, TicketAction } from './macros.js';
import { Priority, Reason, Tag } from './tickets.js';
import { Channel, Language, Topic } from './words.js';

const Minutes = z.int().min(1).max(43_200);

/** "When ..." */
export const Trigger = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('started') }),
  z.strictObject({ on: z.literal('customer-message') }),
  z.strictObject({ on: z.literal('status'), to: ConversationStatus.nullable() }),
  /** A target is at risk (`warning`). */
  z.strictObject({ on: z.literal('sla-warning') }),
  /** Its customer has waited so long for an answer. */
  z.strictObject({ on: z.literal('waiting'), minutes: Minutes }),
  /** Its customer has said nothing for so long after the desk's last words. */
  z.strictObject({ on: z.literal('silent'), minutes: Minutes }),
]);
export type Trigger = z.infer<typeof Trigger>;
export type TriggerOn = Trigger['on'];

const some = <T extends z.ZodType>(of: T) => z.array(of).min(1).max(20).optional();
/** "... and ...": each that is named must hold; of a list, one of it. */
export const Conditions = z.strictObject({
  topics: some(Topic),
  reasons: some(Reason),
  languages: some(Language),
  priorities: some(Priority),
  channels: some(Channel),
  tags: some(Tag),
  /** Has waited for an answer so many minutes at least. */
  waitingMinutes: Minutes.optional(),
  /** Of the office of its language. */
  hours: z.enum(['open', 'closed']).optional(),
  assigned: z.enum(['somebody', 'nobody']).optional(),
});
export type Conditions = z.infer<typeof Conditions>;

/** "... then ..." Nobody takes anything by automation. */
const Deeds = z
  .array(TicketAction.refine((action) => action.do !== 'take', 'macros only'))
  .min(1)
  .max(ACTIONS_MAX);

export const SetAutomation = z.strictObject({
  name: MacroName,
  trigger: Trigger,
  conditions: Conditions,
  actions: Deeds,
});
export type SetAutomation = z.infer<typeof SetAutomation>;

export const Automation = z.object({
  id: Id,
  name: z.string(),
  trigger: Trigger,
  conditions: Conditions,
  actions: z.array(TicketAction),
  enabled: z.boolean(),
  /** This version was tried: only such a one can be switched on. */
  tried: z.boolean(),
  changedAt: Instant,
});
export type Automation = z.infer<typeof Automation>;
/** In the order in which they run. */
export const Automations = z.object({ rows: z.array(Automation) });
export type Automations = z.infer<typeof Automations>;
export const OrderAutomations = z.strictObject({ ids: z.array(Id).max(50) });
export type OrderAutomations = z.infer<typeof OrderAutomations>;
export const EnableAutomation = z.strictObject({ enabled: z.boolean() });
export type EnableAutomation = z.infer<typeof EnableAutomation>;

export const TryAutomation = z.strictObject({ last: z.int().min(1).max(500).default(200) });
export type TryAutomation = z.infer<typeof TryAutomation>;
/** Most conversations that a try lists. */
export const TRIED_SHOWN = 50;
/** What it would do to the newest conversations, as they stand now; nothing is changed. */
export const Trial = z.object({
  looked: z.int(),
  matched: z.int(),
  rows: z.array(z.object({ conversationId: Id, number: z.int(), topic: Topic, steps: z.array(PlannedStep) })),
});
export type Trial = z.infer<typeof Trial>;

export const RunsAsk = z.strictObject({
  automationId: Id.optional(),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type RunsAsk = z.infer<typeof RunsAsk>;
export const AutomationRun = z.object({
  id: Id,
  automationId: Id,
  name: z.string(),
  conversationId: Id,
  number: z.int(),
  at: Instant,
  on: z.string(),
  outcome: z.enum(['done', 'refused']),
  because: RefusalCode.optional(),
  /** What it did, in order. */
  did: z.array(TicketAction),
});
export type AutomationRun = z.infer<typeof AutomationRun>;
