import * as z from 'zod';
import { Id } from './ids.js';
import { Instant } from './instant.js';
import { Language, Topic } from './words.js';

/** Rules of greeting at most: every page of the shop carries those that are on. */
export const GREETINGS_MAX = 12;
/** Longest words of a greeting, in UTF-16 code units. */
export const GREETING_TEXT_MAX = 120;
/** Stars in the path of a rule at most. */
const STARS = 4;

/** The page's path; `*` stands for anything. */
export const GreetingPath = z
  .string()
  .trim()
  .max(200)
  .regex(/^[/*]\S*$/)
  .refine((path) => path.split('*').length - 1 <= STARS, 'too many stars');

const words = z.string().trim().min(1).max(GREETING_TEXT_MAX);

/** Where, when and with which words the widget greets somebody who has not asked yet. */
export const WriteGreeting = z.strictObject({
  path: GreetingPath,
  /** Seconds on the page. */
  after: z.int().min(0).max(600),
  /** Only while the desk of the language is open. */
  whileOpen: z.boolean(),
  on: z.boolean(),
  /** Picked in the form that opens. */
  topic: Topic.optional(),
  /** A language without words is not greeted. */
  text: z
    .strictObject({ en: words.optional(), de: words.optional(), fr: words.optional(), es: words.optional() })
    .refine((text) => Object.values(text).some((one) => one !== undefined), 'no words'),
});
export type WriteGreeting = z.infer<typeof WriteGreeting>;

export const Greeting = z.object({
  id: Id,
  path: z.string(),
  after: z.int(),
  whileOpen: z.boolean(),
  on: z.boolean(),
  topic: Topic.optional(),
  text: z.partialRecord(Language, z.string()),
  changedAt: Instant,
});
export type Greeting = z.infer<typeof Greeting>;
/** In the order in which they are tried: the first that fits a page counts. */
export const Greetings = z.object({ rows: z.array(Greeting) });
export type Greetings = z.infer<typeof Greetings>;
/** All of them in their new order. */
export const OrderGreetings = z.strictObject({ ids: z.array(Id).max(GREETINGS_MAX) });
export type OrderGreetings = z.infer<typeof OrderGreetings>;
