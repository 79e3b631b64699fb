/** What a message may ask, or that its writer is under 16. */
export type Sign =
  | 'access'
  | 'portability'
  | 'deletion'
  | 'correction'
  | 'restriction'
  | 'objection'
  | 'opt-out'
  | 'consent-withdrawal'
  | 'account-closure'
  | 'complaint'
  | 'minor';

/** What is asked; the concepts that must stand near each other, in any order; how near, and what rules it out. */
export type Rule = readonly [
  type: Sign,
  needed: string,
  but?: {
    /** Words between one concept and the next, at most. */
    readonly within?: number;
    /** Concepts that must not stand anywhere in the message. */
    readonly unless?: string;
  },
];

/** A language as data: concepts as phrases (see lexicon.rules). */
export interface LanguagePack {
  /** Five to fifteen in words. */
  readonly ages: string;
  /** Words that everybody uses: they tell the language, and none of them is another word misspelt. */
  readonly common: string;
  readonly concepts: Readonly<Record<string, string>>;
}
