import { ContactForm, TrackAsk } from '@candour/shared/contact.js';
import * as z from 'zod';

/** An empty field is no name of one letter: what may be left out is left out when the form is sent. */
const orNothing = <T extends z.ZodType>(field: T) => z.union([z.literal(''), field]);

/** The fields of the form as they are typed. */
export const FormFields = z.object({
  topic: orNothing(ContactForm.shape.topic).refine((topic) => topic !== ''),
  text: ContactForm.shape.text.refine((text) => text.trim() !== ''),
  email: ContactForm.shape.email,
  name: orNothing(ContactForm.shape.name.unwrap()),
  orderNumber: orNothing(ContactForm.shape.orderNumber.unwrap()),
});

export const ticketNumber = (text: string): number => Number(text.trim().replace('#', ''));

/** A number as people write it: `#1042`, `1042`. */
export const TrackFields = z.object({
  number: z
    .string()
    .trim()
    .regex(/^#?\d{1,10}$/)
    .refine((text) => TrackAsk.shape.number.safeParse(ticketNumber(text)).success),
  email: TrackAsk.shape.email,
});

export const CodeFields = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/),
});

/** Random, and made once for a form: whoever sends it twice sends it once. */
export function newFormId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
