import * as z from 'zod';
import type {
  ConversationRow,
  Entries,
  Entry,
  SendAttached,
  SendAttachedFromDesk,
  SendFromDesk,
  Sent,
  SendMessage,
} from './conversations.js';
import { AnswerBy, ClientId, CustomerStatus, Entry as EntrySchema, Level, MessageText } from './conversations.js';
import type { VerifyCode } from './customers.js';
import { Contact } from './customers.js';
import type { Problem } from './errors.js';
import { Id } from './ids.js';
import { Instant } from './instant.js';
import type { TranscriptLinkAsk, TranscriptLinkSent } from './contact.js';
import type { ChatKeeping, DeleteAnswer, EarlierAsk, EarlierChat, KeepingAsk, TrainingAsk } from './keeping.js';
import type { Page } from './paging.js';
import { PolicyVersion } from './policy.js';
import type { Offer, OfferGone, Duty } from './routing.js';
import type { HeldReason } from './replies.js';
import type { RateChat } from './surveys.js';
import { SurveyState } from './surveys.js';
import type { DueAlarm } from './sla.js';
import { Language, Topic } from './words.js';

/** Every ask is answered once: with its result, or with a problem. An ack is sent after the commit. */
export type Answer<T> = { ok: T } | { problem: Problem };
export type Ack<T> = (answer: Answer<T>) => void;

/** Namespaces: `/desk` by staff session, `/chat` by visitor token. */
export const DESK = '/desk';
export const CHAT = '/chat';

export const ConversationSince = z.strictObject({ conversationId: Id, seq: z.int().min(0) });
export type ConversationSince = z.infer<typeof ConversationSince>;
export const Typing = z.strictObject({ conversationId: Id, on: z.boolean() });
export type Typing = z.infer<typeof Typing>;
/** From the desk: who writes a private note is seen by colleagues alone. */
export const DeskTyping = z.strictObject({ ...Typing.shape, kind: z.enum(['message', 'note']).default('message') });
export type DeskTyping = z.infer<typeof DeskTyping>;
export const Read = z.strictObject({ conversationId: Id, seq: z.int().min(0) });
export type Read = z.infer<typeof Read>;
export const ShowConversation = z.strictObject({ conversationId: Id, since: z.int().min(0).default(0) });
export type ShowConversation = z.input<typeof ShowConversation>;

/** One socket that has a conversation open: of a member of staff, or of its customer where `by` is absent. */
export interface Present {
  readonly key: string;
  readonly by?: { readonly id: Id; readonly name: string };
}

/** What the console presents when its socket connects, beside the session's cookie. */
export const DeskHandshake = z.object({
  /** The session's token, as in `x-csrf-token` of a changing request. */
  csrf: z.string().max(100),
});
export type DeskHandshake = z.infer<typeof DeskHandshake>;

/** What the widget presents when its socket connects. Nothing is stored before the customer writes. */
export const ChatHandshake = z.object({
  /** Kept in the iframe's storage; stands for this browser until sign-out. */
  token: z.string().max(400).optional(),
  /** Signed by the shop's server: see docs/connect-a-shop.md. */
  shopToken: z.string().max(2000).optional(),
  language: Language.default('en'),
});
export type ChatHandshake = z.input<typeof ChatHandshake>;

/** Where a conversation stands that waits for an agent. It is always said, whatever the load (house rules, "overload"). */
export const ChatQueue = z.object({
  /** 1 is next. Who knows the language or the topic may be free for a later one first. */
  position: z.int().min(1),
  /** From recent handling; absent where nobody is there to take it, or too little is known. */
  waitSeconds: z.int().min(0).optional(),
  /** Whether these are business hours. */
  open: z.boolean(),
  /** When they begin again; absent while open. */
  opensAt: Instant.optional(),
  /** Whether anybody who may take it is at work. */
  staffed: z.boolean(),
  /** Offer e-mail or a call back (`chat:overflow`): the queue is too long, closed, or nobody is there. */
  overflow: z.boolean(),
});
export type ChatQueue = z.infer<typeof ChatQueue>;

/** The conversation as its customer sees it. */
export const ChatConversation = z.object({
  id: Id,
  number: z.int(),
  status: CustomerStatus,
  topic: Topic,
  language: Language,
  level: Level,
  assigneeName: z.string().optional(),
  head: z.int(),
  staffReadSeq: z.int(),
  /** A code was sent and waits to be typed in. */
  codeWanted: z.boolean(),
  /** Its place, while it waits for an agent. In `conversation:changed`, `status` other than `queued` ends it. */
  queue: ChatQueue.optional(),
  /** The customer does not wait in the chat: they are answered so, and keep their place. */
  answerBy: AnswerBy.optional(),
  /** Only while it is over: it may be rated (`chat:rate`), or was. One that goes on again has none, whatever was told. */
  survey: SurveyState.optional(),
});
export type ChatConversation = z.infer<typeof ChatConversation>;

export const ChatHello = z.object({
  policy: PolicyVersion,
  policyUrl: z.string(),
  topics: z.array(Topic),
  /** Whether somebody answers now, said before anybody writes; and when they do again, where that is known. */
  open: z.boolean(),
  opensAt: Instant.optional(),
  /** Name of a customer recognised by the shop's token. */
  name: z.string().optional(),
  conversation: ChatConversation.optional(),
});
export type ChatHello = z.infer<typeof ChatHello>;

export const ChatStart = z.strictObject({
  /** Made once by the widget and kept until answered: a repeated start finds the same conversation. */
  startId: z.string().regex(/^[A-Za-z0-9_-]{22,64}$/),
  topic: Topic,
  language: Language,
  /** The policy version that was shown (R5). */
  policyVersion: z.string().max(60),
  contact: Contact.optional(),
  message: z.strictObject({ clientId: ClientId, text: MessageText }),
});
export type ChatStart = z.infer<typeof ChatStart>;
export const ChatStarted = z.object({
  /** The visitor's token; keep it in the iframe's storage and present it when connecting. */
  token: z.string(),
  conversation: ChatConversation,
  entries: z.array(EntrySchema),
});
export type ChatStarted = z.infer<typeof ChatStarted>;
export const ChatContact = z.strictObject({ conversationId: Id, contact: Contact });
export type ChatContact = z.infer<typeof ChatContact>;

/** The customer leaves the chat's queue for an e-mail or a call, and keeps their place. */
export const ChatOverflow = z.discriminatedUnion('way', [
  z.strictObject({ conversationId: Id, way: z.literal('email'), contact: Contact.required({ email: true }) }),
  z.strictObject({ conversationId: Id, way: z.literal('callback'), contact: Contact.required({ phone: true }) }),
]);
export type ChatOverflow = z.infer<typeof ChatOverflow>;

/** Only what changed of an inbox row, by conversation id; `null` is what it no longer has. */
export type ConversationDelta = { id: Id } & {
  [Name in Exclude<keyof ConversationRow, 'id'>]?: ConversationRow[Name] | null;
};
/** `fresh` means the row was not in the list before; then it is whole. */
export interface QueueChange {
  fresh: boolean;
  row: ConversationDelta;
}

/** Widget -> server. */
export interface ChatAsks {
  'chat:hello': (ask: Record<string, never>, ack: Ack<ChatHello>) => void;
  'chat:start': (ask: ChatStart, ack: Ack<ChatStarted>) => void;
  /** Signs this browser out: its token stops working, on this socket and every other (R19). */
  'chat:forget': (ask: Record<string, never>, ack: Ack<Record<string, never>>) => void;
  'chat:contact': (ask: ChatContact, ack: Ack<Record<string, never>>) => void;
  /** Refused with `move-refused` where it no longer waits. */
  'chat:overflow': (ask: ChatOverflow, ack: Ack<ChatQueue>) => void;
  /** Refused with `survey-given` or `survey-over`; `conversation:changed` tells every tab `survey: 'given'`. */
  'chat:rate': (ask: RateChat, ack: Ack<Record<string, never>>) => void;
  /** What is kept of it and until when (policy R38). */
  'chat:keeping': (ask: KeepingAsk, ack: Ack<ChatKeeping>) => void;
  /** Deletes the transcript, or says what that waits for; then it goes as soon as nothing stops it. */
  'chat:delete': (ask: KeepingAsk, ack: Ack<DeleteAnswer>) => void;
  /** Withdraws its use in staff training, at once, or gives it back. */
  'chat:training': (ask: TrainingAsk, ack: Ack<ChatKeeping>) => void;
  /** Earlier conversations of this browser, newest first; they are read with `conversation:since`. */
  'chat:earlier': (ask: EarlierAsk, ack: Ack<Page<EarlierChat>>) => void;
  /** A link to its transcript, mailed. Refused with `too-many-requests` where it was asked for too often. */
  'chat:transcript': (ask: TranscriptLinkAsk, ack: Ack<TranscriptLinkSent>) => void;
  'message:send': (ask: z.input<typeof SendMessage>, ack: Ack<Sent>) => void;
  /** A message with files. Refused `file-gone` where one of them expired before. */
  'message:attach': (ask: z.input<typeof SendAttached>, ack: Ack<Sent>) => void;
  'conversation:since': (ask: ConversationSince, ack: Ack<Entries>) => void;
  'code:verify': (ask: VerifyCode, ack: Ack<{ level: Level }>) => void;
  typing: (ask: Typing) => void;
  read: (ask: Read) => void;
}
/** Server -> widget. */
export interface ChatEvents {
  entry: (conversationId: Id, entry: Entry) => void;
  typing: (conversationId: Id, on: boolean) => void;
  read: (conversationId: Id, seq: number) => void;
  /**
   * `assigneeName` is empty when nobody has it any more. `goesOn`: it was merged, or is apart again; `chat:hello` says
   * which conversation this browser is in now.
   */
  'conversation:changed': (change: { id: Id; goesOn?: true } & Partial<ChatConversation>) => void;
  /** It was deleted; nothing of it may stay on a screen. */
  'conversation:gone': (conversationId: Id) => void;
  /** Something without an ack was refused. */
  problem: (problem: Problem) => void;
}

/** Console -> server. */
export interface DeskAsks {
  /** Join the room of the queue: inbox changes arrive as deltas. */
  'queue:show': (ask: Record<string, never>, ack: Ack<Record<string, never>>) => void;
  'queue:hide': (ask: Record<string, never>, ack: Ack<Record<string, never>>) => void;
  /** Join a conversation's room and get what came after `since`, and who else has it open. */
  'conversation:show': (ask: ShowConversation, ack: Ack<Entries & { present: Present[] }>) => void;
  'conversation:hide': (ask: { conversationId: Id }, ack: Ack<Record<string, never>>) => void;
  'conversation:since': (ask: ConversationSince, ack: Ack<Entries>) => void;
  /** Refused `stale-reply` with `head`, and nothing written, where a message stands after `seen`. */
  'message:send': (ask: z.input<typeof SendFromDesk>, ack: Ack<Sent>) => void;
  /** The same with files; refused `file-gone` where one of them expired before. */
  'message:attach': (ask: z.input<typeof SendAttachedFromDesk>, ack: Ack<Sent>) => void;
  typing: (ask: z.input<typeof DeskTyping>) => void;
  read: (ask: Read) => void;
}
/** Server -> console. */
export interface DeskEvents {
  entry: (conversationId: Id, entry: Entry) => void;
  /** `by` a colleague; the customer where it is absent. */
  typing: (conversationId: Id, on: boolean, by?: { id: Id; name: string }) => void;
  /** A socket opened the conversation, or left it. */
  present: (conversationId: Id, present: Present, on: boolean) => void;
  read: (conversationId: Id, seq: number) => void;
  'queue:changed': (change: QueueChange) => void;
  /** A row that this person saw, and sees no more. */
  'queue:gone': (conversationId: Id) => void;
  'conversation:changed': (change: ConversationDelta) => void;
  /** Something the desk owes is at risk or late: to whoever has it, or may take it, and to those who see all. */
  'due:alarm': (alarm: DueAlarm) => void;
  /** A chat is offered to this person; it goes to the next when they let it pass. */
  offer: (offer: Offer) => void;
  'offer:gone': (gone: OfferGone) => void;
  /** What this person's presence became, here or in another tab. */
  duty: (duty: Duty) => void;
  /** A reply that waits was written, sent, taken back or held: to those who show the conversation, and to its author. */
  'scheduled:changed': (change: { conversationId: Id; number: number; authorId: Id; held?: HeldReason }) => void;
  /** What colleagues want of this person changed: the list and its count are to be asked anew. */
  'notices:changed': () => void;
  /** A message of the customer reads like a privacy request, or one of these was answered: ask for them again. */
  'requests:changed': (conversationId: Id) => void;
  /** A refund or a return of the order came into another state. */
  'order:moved': (orderId: Id) => void;
  /** The session ended (signed out, disabled, idle); the socket closes next. */
  'session:ended': (code: 'signed-out' | 'disabled' | 'idle') => void;
  /** Something without an ack was refused. */
  problem: (problem: Problem) => void;
}
