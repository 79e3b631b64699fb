import * as z from 'zod';
import { ClientId, MessageText } from './conversations.js';
import { RefusalCode } from './errors.js';
import { Id } from './ids.js';
import { Instant } from './instant.js';
import { ReplyPart } from './replies.js';
import { Priority, Reason, Tag } from './tickets.js';
import { Topic } from './words.js';

/** Most actions of one macro or automation, most of each, and longest names. */
export const ACTIONS_MAX = 8;
export const MACROS_MAX = 200;
export const AUTOMATIONS_MAX = 50;
export const MacroName = z.string().trim().min(1).max(60);

const Tagged = z.array(Tag).min(1).max(5);

/**
 * What can be done to a ticket in one go. Nothing here moves money or decides about anybody's rights: that is done by
 * a person, each time (decision 0152).
 */
export const TicketAction = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('priority'), priority: Priority }),
  z.strictObject({ do: z.literal('topic'), topic: Topic, reason: Reason.nullable().default(null) }),
  z.strictObject({ do: z.literal('tag'), tags: Tagged }),
  z.strictObject({ do: z.literal('untag'), tags: Tagged }),
  /** Whoever runs it takes it. Macros only. */
  z.strictObject({ do: z.literal('take') }),
  /** Into a team's queue, or nobody's own. */
  z.strictObject({ do: z.literal('queue'), teamId: Id.nullable() }),
  z.strictObject({ do: z.literal('snooze'), hours: z.int().min(1).max(720) }),
  z.strictObject({ do: z.literal('pending') }),
  z.strictObject({ do: z.literal('reply'), replyId: Id }),
  z.strictObject({ do: z.literal('note'), text: z.string().trim().min(1).max(1_000) }),
  z.strictObject({ do: z.literal('resolve') }),
]);
export type TicketAction = z.infer<typeof TicketAction>;
export type ActionDo = TicketAction['do'];

const Actions = z.array(TicketAction).min(1).max(ACTIONS_MAX);

export const SetMacro = z.strictObject({
  name: MacroName,
  topic: Topic.nullable(),
  shared: z.boolean(),
  actions: Actions,
});
export type SetMacro = z.infer<typeof SetMacro>;
export const Macro = z.object({
  id: Id,
  name: z.string(),
  topic: Topic.optional(),
  shared: z.boolean(),
  actions: z.array(TicketAction),
  changedAt: Instant,
});
export type Macro = z.infer<typeof Macro>;
export const Macros = z.object({ rows: z.array(Macro) });
export type Macros = z.infer<typeof Macros>;

/** What one action would do: change something, nothing because it is so already, or be refused. */
export const PlannedStep = z.object({
  action: TicketAction,
  outcome: z.enum(['change', 'same', 'refused']),
  because: RefusalCode.optional(),
  /** Of a reply: what would be said. */
  parts: z.array(ReplyPart).optional(),
});
export type PlannedStep = z.infer<typeof PlannedStep>;
export const PreviewMacro = z.strictObject({ conversationId: Id });
export type PreviewMacro = z.infer<typeof PreviewMacro>;
/** Runs only as it was shown: another version of it, or another state of the conversation, is previewed again. */
export const MacroPreview = z.object({ steps: z.array(PlannedStep), changedAt: Instant, head: z.int() });
export type MacroPreview = z.infer<typeof MacroPreview>;
export const RunMacro = z.strictObject({
  conversationId: Id,
  /** Of the preview. */
  changedAt: Instant,
  /** The newest entry that whoever runs it had before their eyes. */
  seen: z.int().min(0),
  /** Made once: a run that was not answered is repeated with the same. */
  clientId: ClientId.max(60),
  /** What its replies say, in their order, with every gap filled. */
  replies: z.array(MessageText).max(ACTIONS_MAX),
});
export type RunMacro = z.infer<typeof RunMacro>;
