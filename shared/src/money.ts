import * as z from 'zod';

/** The six currencies of the shop (policy R51). All have two decimals. */
export const currencies = ['USD', 'EUR', 'CAD', 'GBP', 'AUD', 'NZD'] as const;
export const Currency = z.enum(currencies);
export type Currency = z.infer<typeof Currency>;

/** An amount in integer minor units (cents) of its currency. */
export const Money = z.strictObject({ amount: z.int(), currency: Currency });
export type Money = z.infer<typeof Money>;

/** Writes money as the person's language does: `1.899,00 €` for `de`. */
export function formatMoney(money: Money, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency: money.currency }).format(money.amount / 100);
}
