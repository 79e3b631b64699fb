import * as z from 'zod';
import { ContactEmail, ContactName, ContactOrder } from './customers.js';
import { Instant } from './instant.js';
import { Return, Returnable, ReturnClientId } from './returns.js';
import { Language } from './words.js';

/** Who asks for a code to return goods with. The answer never says whether there is such an order. */
export const OrderCodeAsk = z.strictObject({ orderNumber: ContactOrder, email: ContactEmail, language: Language });
export type OrderCodeAsk = z.infer<typeof OrderCodeAsk>;
export const OrderCodeTry = z.strictObject({
  orderNumber: ContactOrder,
  email: ContactEmail,
  code: z.string().regex(/^\d{6}$/),
});
export type OrderCodeTry = z.infer<typeof OrderCodeTry>;

/** A return as its customer sees it. */
export const OwnReturn = Return.omit({ conversationId: true, can: true, refundId: true, owed: true });
export type OwnReturn = z.infer<typeof OwnReturn>;
/** What of one order may come back, and what is on its way. */
export const OwnReturns = z.object({ returnable: Returnable, returns: z.array(OwnReturn) });
export type OwnReturns = z.infer<typeof OwnReturns>;

/** The statutory withdrawal, declared without an account (Directive 2011/83/EU Art. 11a). */
export const WithdrawalForm = z.strictObject({
  formId: ReturnClientId,
  language: Language,
  /** The policy version that was shown (R5). */
  policyVersion: z.string().max(60),
  name: ContactName,
  email: ContactEmail,
  orderNumber: ContactOrder,
  /** Which of the goods, where it is not all of them. */
  goods: z.string().trim().max(1000).optional(),
});
export type WithdrawalForm = z.infer<typeof WithdrawalForm>;
export const WithdrawalTaken = z.object({ number: z.int(), at: Instant });
export type WithdrawalTaken = z.infer<typeof WithdrawalTaken>;
