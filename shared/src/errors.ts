import * as z from 'zod';

/**
 * Every reason this desk refuses something, with its HTTP status. The client switches on the code and
 * says it in the person's language; a refusal never carries personal data.
 */
export const refusals = {
  'bad-input': 400,
  'malformed-json': 400,
  'unknown-event': 400,
  'cursor-invalid': 400,
  'sign-in-required': 401,
  'sign-in-failed': 401,
  'session-expired': 401,
  'token-invalid': 401,
  'token-expired': 401,
  'token-replayed': 401,
  'not-allowed': 403,
  'purpose-denied': 403,
  'csrf-failed': 403,
  'origin-refused': 403,
  'tls-required': 403,
  'egress-denied': 403,
  'not-found': 404,
  'conversation-taken': 409,
  'stale-reply': 409,
  'conversation-closed': 409,
  'customer-waits': 409,
  'matter-stands': 409,
  'merged-into': 409,
  'undo-over': 410,
  'chat-blocked': 403,
  'already-exists': 409,
  'capacity-reached': 409,
  'offer-gone': 409,
  'last-admin': 409,
  'second-person-required': 409,
  'too-early': 409,
  'survey-given': 409,
  'suggestion-decided': 409,
  'link-used': 410,
  'survey-over': 410,
  'too-large': 413,
  'unsupported-format': 415,
  'code-wrong': 422,
  'code-expired': 422,
  'text-too-long': 422,
  'text-empty': 422,
  'policy-not-accepted': 422,
  'password-weak': 422,
  'no-address': 422,
  'move-refused': 422,
  'reason-unfit': 422,
  'field-unfit': 422,
  'snooze-unfit': 422,
  'too-many-views': 422,
  'too-many-greetings': 422,
  'too-many-links': 422,
  'kind-unknown': 422,
  'too-many-tags': 422,
  'mention-unfit': 422,
  'transfer-unfit': 422,
  'team-unknown': 422,
  'visit-unfit': 422,
  'too-many-people': 422,
  'merge-unfit': 422,
  'reply-incomplete': 422,
  'automation-untried': 422,
  'mail-refused': 422,
  'too-many-requests': 429,
  'too-many-attempts': 429,
  'too-many-files': 409,
  'file-gone': 410,
  'file-too-large': 413,
  'picture-too-large': 413,
  'file-type-refused': 415,
  'file-empty': 422,
  'file-unreadable': 422,
  'file-unsafe': 422,
  'over-refund': 409,
  'goodwill-over-limit': 409,
  'preview-stale': 409,
  'currency-wrong': 422,
  'line-unknown': 422,
  'quantity-unfit': 422,
  'amount-unfit': 422,
  'payment-not-refundable': 422,
  'key-missing': 400,
  'key-reused': 422,
  'key-in-flight': 409,
  'signature-wrong': 401,
  'event-conflict': 409,
  'order-fulfilled': 409,
  'verification-needed': 403,
  'return-refused': 422,
  'state-unfit': 409,
  internal: 500,
  unavailable: 503,
} as const;

export type RefusalCode = keyof typeof refusals;
export const RefusalCode = z.enum(Object.keys(refusals) as [RefusalCode, ...RefusalCode[]]);

/** RFC 9457 problem details. `code` is ours; `trace` finds the line in the log. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: RefusalCode,
  detail: z.string().optional(),
  trace: z.string().optional(),
  /** For `bad-input`: where, and which rule; never the value. */
  fields: z.array(z.object({ path: z.string(), rule: z.string() })).optional(),
  /** Numbers a sentence may need, such as `{ left: 1200 }` or `{ retryAfter: 30 }`. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** What a rule or service throws to say no. Lives here so that rules stay free of the framework. */
export class Refused extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly facts?: Readonly<Record<string, string | number>>,
    readonly fields?: readonly { path: string; rule: string }[],
  ) {
    super(code);
    this.name = 'Refused';
  }
  get status(): number {
    return refusals[this.code];
  }
}
