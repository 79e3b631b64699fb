import * as z from 'zod';
import { ClientId, MessageText } from './conversations.js';
import { Id } from './ids.js';
import { Instant } from './instant.js';
import { Role } from './staff.js';
import { Topic } from './words.js';

/** What one member of staff wants of another: named in a note, asked to take over, asked in, or told of the answer. */
export const NoticeKind = z.enum(['mention', 'transfer', 'invitation', 'declined']);
export type NoticeKind = z.infer<typeof NoticeKind>;

/** A word to one member of staff about one conversation. It says no more than who, where and when. */
export const Notice = z.object({
  id: Id,
  kind: NoticeKind,
  conversation: z.object({ id: Id, number: z.int() }),
  /** The entry it stands in. */
  seq: z.int(),
  from: z.object({ id: Id, name: z.string() }),
  at: Instant,
  read: z.boolean(),
  /** Of a question that waits for an answer. */
  open: z.boolean(),
});
export type Notice = z.infer<typeof Notice>;

export const NoticeCount = z.object({ unread: z.int() });
export type NoticeCount = z.infer<typeof NoticeCount>;
/** Those of one conversation, or all up to the newest that was shown. */
export const ReadNotices = z.union([z.strictObject({ conversationId: Id }), z.strictObject({ upTo: Id })]);
export type ReadNotices = z.infer<typeof ReadNotices>;

/** Those who can be named, asked in or asked to take over. */
export const Colleagues = z.array(z.object({ id: Id, name: z.string(), role: Role }));
export type Colleagues = z.infer<typeof Colleagues>;

const handover = {
  clientId: ClientId,
  /** What the next one must know (house rule 22); a private note on the time line. */
  note: MessageText,
};
/** To a person, who is asked first; or at once to a team's queue or to that of a topic. */
export const Transfer = z.union([
  z.strictObject({ ...handover, staffId: Id }),
  z.strictObject({ ...handover, teamId: Id }),
  z.strictObject({ ...handover, topic: Topic }),
]);
export type Transfer = z.infer<typeof Transfer>;
export const Invite = z.strictObject({ ...handover, staffId: Id });
export type Invite = z.infer<typeof Invite>;
export const AnswerAsked = z.strictObject({ accept: z.boolean() });
export type AnswerAsked = z.infer<typeof AnswerAsked>;
/** Whoever left may read it no more. */
export const Left = z.object({});
export type Left = z.infer<typeof Left>;
/** Most people in one conversation beside the one who has it, those asked in included. */
export const PARTICIPANTS_MAX = 5;
