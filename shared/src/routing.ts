import * as z from 'zod';
import { ConversationRow } from './conversations.js';
import { Id } from './ids.js';
import { Instant } from './instant.js';
import { Role } from './staff.js';
import { Language, Topic } from './words.js';

/** What somebody of the staff says they are; `offline` is said of whoever has no desk open. */
export const ChosenPresence = z.enum(['available', 'away', 'break']);
export const Presence = z.enum([...ChosenPresence.options, 'offline']);
export type Presence = z.infer<typeof Presence>;

export const BreakKind = z.enum(['short', 'meal', 'meeting', 'training']);
export type BreakKind = z.infer<typeof BreakKind>;

/** Asked again while they are available it ends a wrap-up. A break says which. */
export const SetPresence = z.discriminatedUnion('presence', [
  z.strictObject({ presence: z.literal('available') }),
  z.strictObject({ presence: z.literal('away') }),
  z.strictObject({ presence: z.literal('break'), breakKind: BreakKind }),
]);
export type SetPresence = z.infer<typeof SetPresence>;

/** How somebody stands in the routing of chats. */
export const Duty = z.object({
  presence: Presence,
  breakKind: BreakKind.optional(),
  since: Instant,
  /** They were set to away because they let offers pass. */
  missed: z.boolean(),
  /** After a chat nothing is offered until then. */
  wrapUpUntil: Instant.optional(),
  /** Chats they take at once, and have. */
  capacity: z.int(),
  load: z.int(),
});
export type Duty = z.infer<typeof Duty>;

/** A chat that is held for one person; whoever does not answer in time has let it pass. */
export const Offer = z.object({
  row: ConversationRow,
  /** Milliseconds left when it was sent, and of how many. */
  leftMs: z.int(),
  ofMs: z.int(),
});
export type Offer = z.infer<typeof Offer>;
export const OfferGone = z.object({ conversationId: Id, why: z.enum(['accepted', 'refused', 'missed', 'taken']) });
export type OfferGone = z.infer<typeof OfferGone>;
export const Offers = z.object({ offers: z.array(Offer) });
export type Offers = z.infer<typeof Offers>;

/** Most teams of a desk, and most people in one. */
export const TEAMS_MAX = 50;
export const MEMBERS_MAX = 500;
/** Chats one person can have at once. */
export const Capacity = z.int().min(1).max(20);

export const TeamName = z.string().trim().min(1).max(60);
/** What a team takes on; an empty list leaves nothing out. */
export const SaveTeam = z.strictObject({
  name: TeamName,
  topics: z.array(Topic).max(7),
  languages: z.array(Language).max(4),
  /** Instead of the role's. */
  capacity: Capacity.nullable(),
  memberIds: z.array(Id).max(MEMBERS_MAX),
});
export type SaveTeam = z.infer<typeof SaveTeam>;

export const Team = z.object({
  id: Id,
  name: z.string(),
  topics: z.array(Topic),
  languages: z.array(Language),
  capacity: z.int().nullable(),
  memberIds: z.array(Id),
  /** Chats that wait in its queue. */
  waiting: z.int(),
});
export type Team = z.infer<typeof Team>;

/** What a chat is matched by. */
export const FitPart = z.enum(['team', 'topic', 'language']);
export type FitPart = z.infer<typeof FitPart>;

/** Open tickets up to which somebody is dealt more; 0: none. Whoever takes one by hand may go beyond. */
export const TicketCapacity = z.int().min(0).max(200);

/** How tickets are dealt, as data: what waits and is no chat (e-mails, forms, letters, calls noted down). */
export const TicketRules = z.strictObject({
  /** Off: they wait until somebody takes them. */
  dealt: z.boolean(),
  capacity: z.strictObject({ agent: TicketCapacity, lead: TicketCapacity, supervisor: TicketCapacity }),
});
export type TicketRules = z.infer<typeof TicketRules>;

/** The routing as data (house rules 21 and 22). Times are milliseconds. */
export const RoutingRules = z.strictObject({
  capacity: z.strictObject({ agent: Capacity, lead: Capacity, supervisor: Capacity }),
  offerMs: z.int().min(5_000).max(300_000),
  /** Offers missed one after the other that set somebody to away. */
  missesToAway: z.int().min(1).max(10),
  wrapUpMs: z.int().min(0).max(600_000),
  /** Who fits a chat that has waited so long, the shortest wait first; the first asks from the beginning. */
  fits: z
    .array(z.strictObject({ afterMs: z.int().min(0).max(86_400_000), by: z.array(FitPart).max(3) }))
    .min(1)
    .max(6)
    .refine(
      (fits) => fits[0]?.afterMs === 0 && fits.every(({ afterMs }, i) => i === 0 || afterMs > fits[i - 1]!.afterMs),
      {
        error: 'waits grow from 0',
      },
    ),
  /** A customer who says nothing is reminded, and then waited for without a place of the agent's. */
  nudgeMs: z.int().min(60_000).max(86_400_000),
  silentMs: z.int().min(60_000).max(86_400_000),
  /** From this place on, or this expected wait, e-mail or a call back is offered instead. */
  overflowPosition: z.int().min(1).max(1000),
  overflowWaitMs: z.int().min(60_000).max(86_400_000),
  tickets: TicketRules,
});
export type RoutingRules = z.infer<typeof RoutingRules>;

/** Who takes chats, and how they stand: for whoever gives one to a colleague. Whoever never said so is absent. */
export const Duties = z.object({
  people: z.array(z.object({ id: Id, presence: Presence, load: z.int(), capacity: z.int() })),
});
export type Duties = z.infer<typeof Duties>;

/** One of those who can take chats, as the administrator sees them. */
export const DutyRow = z.object({
  id: Id,
  name: z.string(),
  role: Role,
  presence: Presence,
  breakKind: BreakKind.optional(),
  since: Instant.optional(),
  load: z.int(),
  /** What holds, and what was set for this person alone. */
  capacity: z.int(),
  ownCapacity: z.int().nullable(),
});
export type DutyRow = z.infer<typeof DutyRow>;

export const Routing = z.object({
  teams: z.array(Team),
  rules: z.object(RoutingRules.shape),
  people: z.array(DutyRow),
});
export type Routing = z.infer<typeof Routing>;
export const SetCapacity = z.strictObject({ capacity: Capacity.nullable() });
export type SetCapacity = z.infer<typeof SetCapacity>;
/** Names of teams, for whoever works in their queues. */
export const TeamNames = z.array(z.object({ id: Id, name: z.string() }));

/** Somebody rang up a customer who asked for it; whoever was not reached waits on. */
export const CallMade = z.strictObject({ reached: z.boolean() });
export type CallMade = z.infer<typeof CallMade>;

/** To a design expert: to this one, or to whoever of them has the fewest. */
export const HandOver = z.strictObject({ staffId: Id.optional() });
export type HandOver = z.infer<typeof HandOver>;
/** Those who can be chosen, fewest conversations first. */
export const Experts = z.array(z.object({ id: Id, name: z.string(), load: z.int() }));
export type Experts = z.infer<typeof Experts>;
