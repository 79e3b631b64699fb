import { DAY, HOUR, MINUTE } from '@candour/shared/instant.js';

/** How long a mailed link opens its conversation, as a copy of data is kept (policy R37). */
export const PASS_LIFE = 7 * DAY;
/** How long a page may read and write with what a link or code gave it. */
export const READING_LIFE = HOUR;
/** Answers that come within so long are one mail. */
export const MAIL_APART = 10 * MINUTE;
/** Whoever left the chat for an e-mail may still look at it: an answer is mailed when they have not read it so long. */
export const UNREAD_FOR = MINUTE;
/** A receipt is of use only while the message is fresh. */
export const RECEIPT_WITHIN = DAY;

/** How often something may be asked for: from one address, for one mailbox, for one ticket. */
export const rates = {
  formAddress: { times: 10, within: HOUR },
  formMailbox: { times: 5, within: HOUR },
  codeAddress: { times: 20, within: 10 * MINUTE },
  codeTicket: { times: 3, within: 10 * MINUTE },
  tryAddress: { times: 60, within: 10 * MINUTE },
  /** As many as a code has tries, whether there is a code or not. */
  tryTicket: { times: 5, within: 10 * MINUTE },
  passAddress: { times: 60, within: 10 * MINUTE },
  messages: { times: 20, within: MINUTE },
  transcript: { times: 3, within: HOUR },
  transcriptMailbox: { times: 5, within: HOUR },
} as const;

export interface MailState {
  readonly channel: string;
  readonly createdAt: number;
  readonly lastAt: number;
  readonly status: string;
  /** Number of the newest answer that the customer has not read; 0: none. */
  readonly answerSeq: number;
}

export interface Told {
  readonly receiptAt: number | null;
  readonly mailedSeq: number;
  readonly mailedAt: number | null;
}

/** What the customer of a conversation that is answered by mail is to be written now. */
export function mailOwed(of: MailState, told: Told | null, now: number): 'receipt' | 'answer' | undefined {
  if (of.status === 'spam') return undefined;
  const left = of.channel !== 'email';
  if (of.answerSeq > (told?.mailedSeq ?? 0)) {
    if (told?.mailedAt != null && now < told.mailedAt + MAIL_APART) return undefined;
    return left && now < of.lastAt + UNREAD_FOR ? undefined : 'answer';
  }
  // Whoever left the chat says so while they wait; a form is fresh when it is new.
  const since = left ? of.lastAt : of.createdAt;
  return told === null && of.answerSeq === 0 && now < since + RECEIPT_WITHIN ? 'receipt' : undefined;
}
