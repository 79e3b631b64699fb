import * as z from 'zod';
import { Assignee, ConversationStatus, InboxView } from './conversations.js';
import { Id } from './ids.js';
import { Priority, Tag } from './tickets.js';
import { Language, Topic } from './words.js';

/** Most views that one person keeps, and that all of them share. */
export const VIEWS_MOST = 20;
/** Rows counted of a view; there may be more. */
export const COUNT_MOST = 99;

/** What a list shows and in what order: the words of its address. */
export const ViewFilter = z.strictObject({
  view: InboxView,
  status: ConversationStatus.optional(),
  /** `me`: whoever looks at it. */
  assignee: z.union([Assignee, z.literal('me')]).optional(),
  priority: Priority.optional(),
  topic: Topic.optional(),
  tag: Tag.optional(),
  team: Assignee.optional(),
  language: Language.optional(),
  sort: z.enum(['due']).optional(),
});
export type ViewFilter = z.infer<typeof ViewFilter>;

export const ViewName = z.string().trim().min(1).max(40);
export const KeepView = z.strictObject({ name: ViewName, filter: ViewFilter, shared: z.boolean().default(false) });
export type KeepView = z.infer<typeof KeepView>;

export const SavedView = z.object({
  id: Id,
  name: z.string(),
  filter: z.object(ViewFilter.shape),
  shared: z.boolean(),
  mine: z.boolean(),
  /** Of what is under way, at most `COUNT_MOST`; what is over is not counted. */
  count: z.int().optional(),
  /** There are more than were counted. */
  more: z.boolean().optional(),
});
export type SavedView = z.infer<typeof SavedView>;
export const SavedViews = z.object({ views: z.array(SavedView) });
export type SavedViews = z.infer<typeof SavedViews>;
