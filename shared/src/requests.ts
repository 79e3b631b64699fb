import * as z from 'zod';
import { ContactEmail, ContactName } from './customers.js';
import { Id } from './ids.js';
import { DAY, Instant } from './instant.js';
import { PageAsk, pageOf } from './paging.js';
import { Channel, Language } from './words.js';

/** The ten privacy requests of the house, and the statement that somebody is under 16 (policy R27). */
export const requestTypes = [
  'access',
  'portability',
  'deletion',
  'correction',
  'restriction',
  'objection',
  'opt-out',
  'consent-withdrawal',
  'account-closure',
  'complaint',
  'minor',
] as const;
export const RequestType = z.enum(requestTypes);
export type RequestType = z.infer<typeof RequestType>;

/** Whose law gives the deadline. `unknown`: rights as under the GDPR and the earliest deadline of all (house rule 2). */
export const jurisdictions = ['unknown', 'eu', 'uk', 'us-ca', 'us', 'ca', 'ca-qc', 'au', 'nz', 'br'] as const;
export const Jurisdiction = z.enum(jurisdictions);
export type Jurisdiction = z.infer<typeof Jurisdiction>;

/** Why a message is no request, though it reads like one. */
export const dismissals = ['about-goods', 'question', 'handled', 'misread'] as const;
export const Dismissal = z.enum(dismissals);
export type Dismissal = z.infer<typeof Dismissal>;

export const SuggestionStatus = z.enum(['offered', 'opened', 'dismissed']);
export type SuggestionStatus = z.infer<typeof SuggestionStatus>;

/** A message that reads like a request. It decides nothing: a person opens the request or says that it is none. */
export const Suggestion = z.object({
  id: Id,
  /** The message. */
  seq: z.int().min(1),
  /** When the message came: a request's clock runs from then. */
  at: Instant,
  type: RequestType,
  /** The words that say so: `[start, end)` in UTF-16 code units of the message's text as stored. */
  spans: z.array(z.tuple([z.int().min(0), z.int().min(0)])),
  status: SuggestionStatus,
  dismissal: Dismissal.optional(),
  /** Opened as this request. */
  request: z.object({ id: Id, number: z.int(), type: RequestType, dueAt: Instant }).optional(),
  /** What opening it would bring about, as guessed now. */
  offer: z.object({ jurisdiction: Jurisdiction, dueAt: Instant }).optional(),
});
export type Suggestion = z.infer<typeof Suggestion>;
/** Those of a conversation, the newest first. */
export const Suggestions = z.object({ rows: z.array(Suggestion) });
export type Suggestions = z.infer<typeof Suggestions>;

/** Opens the request: as what it reads like, or as another type. Asked twice it is opened once. */
export const OpenRequest = z.strictObject({ type: RequestType, jurisdiction: Jurisdiction.optional() });
export type OpenRequest = z.infer<typeof OpenRequest>;
/** Opens the request that a message of the customer makes, which nothing spotted; received when the message came. */
export const MarkRequest = z.strictObject({ seq: z.int().min(1), ...OpenRequest.shape });
export type MarkRequest = z.infer<typeof MarkRequest>;

/** How a request may come in that stands in no conversation. */
export const loggedChannels = ['email', 'phone', 'letter', 'social', 'in_person'] as const satisfies readonly Channel[];
/** How long before it was logged a request may have been received, in milliseconds. */
export const LOGGED_WITHIN = 366 * DAY;
/** A request that came by letter or phone. Posted, received and logged are three dates: the clock runs from receipt. */
export const LogRequest = z.strictObject({
  /** Made by the console, once for each: asked twice it is opened once. */
  id: Id,
  ...OpenRequest.shape,
  channel: z.enum(loggedChannels),
  language: Language,
  receivedAt: Instant,
  /** As they say; nobody has proved it. */
  from: z.strictObject({ name: ContactName, email: ContactEmail.optional() }),
});
export type LogRequest = z.infer<typeof LogRequest>;
/** For whoever opened it, who may not be one who reads requests. */
export const LoggedRequest = z.object({ id: Id, number: z.int(), type: RequestType, dueAt: Instant });
export type LoggedRequest = z.infer<typeof LoggedRequest>;

export const DismissSuggestion = z.strictObject({ reason: Dismissal });
export type DismissSuggestion = z.infer<typeof DismissSuggestion>;

/** `received` is the first state; what follows (identity, plan, answer) has none yet. */
export const RequestStatus = z.enum(['received']);
export type RequestStatus = z.infer<typeof RequestStatus>;

/** One step of how the deadline comes about, to be read from top to bottom. */
export const clockSteps = [
  'received',
  'regime',
  'at-once',
  'confirm',
  'period',
  'rolled',
  'decide',
  'erase',
  'due',
  'extension',
] as const;
export const periodUnits = ['hours', 'days', 'months', 'business-days', 'working-days'] as const;
export const PeriodUnit = z.enum(periodUnits);
export type PeriodUnit = z.infer<typeof PeriodUnit>;
export const ClockLine = z.object({
  step: z.enum(clockSteps),
  at: Instant.optional(),
  n: z.int().optional(),
  unit: PeriodUnit.optional(),
  /** Of `regime`: whose. Of `unknown` the one whose deadline is the earliest. */
  jurisdiction: Jurisdiction.optional(),
  /** The law or rule that says so, as it is cited. */
  source: z.string().optional(),
  /** Whether somebody has read that source; else it is shown as unverified. */
  verified: z.boolean().optional(),
});
export type ClockLine = z.infer<typeof ClockLine>;

export const RequestRow = z.object({
  id: Id,
  /** The number that people say to each other. */
  number: z.int(),
  type: RequestType,
  status: RequestStatus,
  jurisdiction: Jurisdiction,
  /** How it came. */
  channel: Channel,
  language: Language,
  receivedAt: Instant,
  dueAt: Instant,
  /** By when its receipt is to be confirmed, where the law asks for that. */
  confirmBy: Instant.optional(),
  conversation: z.object({ id: Id, number: z.int() }).optional(),
  openedAt: Instant,
  openedBy: z.object({ id: Id, name: z.string().optional() }),
});
export type RequestRow = z.infer<typeof RequestRow>;
export const PrivacyRequest = RequestRow.extend({
  /** The end of the due day is that of this zone. */
  zone: z.string(),
  clock: z.array(ClockLine),
});
export type PrivacyRequest = z.infer<typeof PrivacyRequest>;

export const RequestsAsk = PageAsk;
export type RequestsAsk = z.infer<typeof RequestsAsk>;
/** By deadline, the nearest first. */
export const RequestPage = pageOf(RequestRow);
export type RequestPage = z.infer<typeof RequestPage>;
export const SetJurisdiction = z.strictObject({ jurisdiction: Jurisdiction });
export type SetJurisdiction = z.infer<typeof SetJurisdiction>;
