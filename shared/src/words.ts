import * as z from 'zod';

/** The four languages of the shop (policy R50). */
export const languages = ['en', 'de', 'fr', 'es'] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

/** The six topics of the shop (policy R52) and the one of the desk itself. */
export const topics = ['orders', 'delivery', 'returns', 'payment', 'product', 'account', 'privacy'] as const;
export const Topic = z.enum(topics);
export type Topic = z.infer<typeof Topic>;

/** Where a communication came in (policy R1). */
export const channels = [
  'web',
  'mobile_web',
  'app',
  'chat',
  'email',
  'phone',
  'letter',
  'social',
  'in_person',
] as const;
export const Channel = z.enum(channels);
export type Channel = z.infer<typeof Channel>;
