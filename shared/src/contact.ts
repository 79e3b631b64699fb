import * as z from 'zod';
import { ClientId, CustomerStatus, Entries, Level, MessageText, TEXT_MAX } from './conversations.js';
import { ContactEmail, ContactName, ContactOrder } from './customers.js';
import { FILES_PER_MESSAGE } from './file-types.js';
import { Id } from './ids.js';
import { Instant } from './instant.js';
import { Language, Topic } from './words.js';

/** Whether somebody answers a chat now, and the policy version that a form is sent under (R5). */
export const HelpDesk = z.object({
  open: z.boolean(),
  /** When the desk opens next; absent while it is open, or where nobody has said so. */
  opensAt: Instant.optional(),
  policyVersion: z.string(),
});
export type HelpDesk = z.infer<typeof HelpDesk>;
export const HelpDeskAsk = z.strictObject({ language: Language });
export type HelpDeskAsk = z.infer<typeof HelpDeskAsk>;

/** What is written to the desk without a chat. It becomes a ticket that is answered by e-mail. */
export const ContactForm = z.strictObject({
  /** Made once by the form: sent twice it makes one ticket. */
  formId: z.string().regex(/^[A-Za-z0-9_-]{22,64}$/),
  topic: Topic,
  language: Language,
  /** The policy version that was shown (R5). */
  policyVersion: z.string().max(60),
  name: ContactName.optional(),
  email: ContactEmail,
  orderNumber: ContactOrder.optional(),
  text: MessageText,
});
export type ContactForm = z.infer<typeof ContactForm>;
export const FormTaken = z.object({ number: z.int() });
export type FormTaken = z.infer<typeof FormTaken>;

/** Who asks for a code to read a conversation with. The answer never says whether there is one. */
export const TrackAsk = z.strictObject({
  number: z.int().min(1).max(2_000_000_000),
  email: ContactEmail,
  language: Language,
});
export type TrackAsk = z.infer<typeof TrackAsk>;
export const TrackTry = z.strictObject({
  number: TrackAsk.shape.number,
  email: ContactEmail,
  code: z.string().regex(/^\d{6}$/),
});
export type TrackTry = z.infer<typeof TrackTry>;

/** The pass of a mailed link: its id and its secret. It stands behind the `#` of the address, which no server is sent. */
export const Pass = z.string().regex(/^[0-9a-f-]{36}\.[A-Za-z0-9_-]{43}$/);
export const PassTry = z.strictObject({ pass: Pass });
export type PassTry = z.infer<typeof PassTry>;

/** Opens one conversation for a while: sent as `Authorization: Bearer`, kept in the page alone. */
export const Reading = z.object({ token: z.string(), expiresAt: Instant });
export type Reading = z.infer<typeof Reading>;

/** A conversation as its customer reads it outside the chat. */
export const ReadConversation = z.object({
  conversationId: Id,
  number: z.int(),
  topic: Topic,
  language: Language,
  status: CustomerStatus,
  createdAt: Instant,
  level: Level,
  /** It takes a message. */
  mayWrite: z.boolean(),
  /** A one-time code was sent that proves who they are. */
  codeWanted: z.boolean(),
  ...Entries.shape,
});
export type ReadConversation = z.infer<typeof ReadConversation>;
export const ReadAsk = z.strictObject({ since: z.coerce.number().int().min(0).default(0) });
export type ReadAsk = z.infer<typeof ReadAsk>;

/** Words, or files that were uploaded before, or both. */
export const WriteOn = z
  .strictObject({
    clientId: ClientId,
    text: z.string().max(TEXT_MAX),
    attachments: z.array(Id).min(1).max(FILES_PER_MESSAGE).optional(),
  })
  .refine(({ text, attachments }) => attachments !== undefined || text.length > 0, {
    path: ['text'],
    error: 'required',
  });
export type WriteOn = z.infer<typeof WriteOn>;
export const ReaderCode = z.strictObject({ code: z.string().regex(/^\d{6}$/) });
export const Proved = z.object({ level: Level });

/** From the chat: a link to its transcript, to be opened from a mailbox. */
export const TranscriptLinkAsk = z.strictObject({ conversationId: Id, email: ContactEmail });
export type TranscriptLinkAsk = z.infer<typeof TranscriptLinkAsk>;
export const TranscriptLinkSent = z.object({ days: z.int() });
export type TranscriptLinkSent = z.infer<typeof TranscriptLinkSent>;
