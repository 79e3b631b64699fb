import * as z from 'zod';
import { Id } from './ids.js';
import { Topic } from './words.js';

/** Most fields of all topics together, and most choices of one. */
export const FIELDS_MOST = 60;
export const CHOICES_MOST = 30;
/** Longest text in a field, in UTF-16 code units. */
export const FIELD_TEXT_MAX = 300;

const Label = z.string().trim().min(1).max(60);
/** In the four languages of the desk's staff. */
export const Labels = z.strictObject({ en: Label, de: Label, fr: Label, es: Label });
export type Labels = z.infer<typeof Labels>;

export const fieldKinds = ['text', 'number', 'choice', 'date'] as const;
export const FieldKind = z.enum(fieldKinds);
export type FieldKind = z.infer<typeof FieldKind>;

export const Choice = z.strictObject({ id: Id, labels: Labels });
/** What tickets of a topic are asked for beside what every ticket has. */
export const TicketField = z
  .strictObject({
    id: Id,
    topic: Topic,
    kind: FieldKind,
    labels: Labels,
    choices: z.array(Choice).max(CHOICES_MOST).default([]),
  })
  .refine(({ kind, choices }) => (kind === 'choice') === choices.length > 0, {
    error: 'a choice has choices, nothing else has',
    path: ['choices'],
  })
  .refine(({ choices }) => new Set(choices.map(({ id }) => id)).size === choices.length, 'a choice twice');
export type TicketField = z.infer<typeof TicketField>;

/** All of them, in order. What is not named any more is asked for no longer; what was written stays until then. */
export const SetFields = z.strictObject({
  fields: z
    .array(TicketField)
    .max(FIELDS_MOST)
    .refine((fields) => new Set(fields.map(({ id }) => id)).size === fields.length, 'a field twice'),
});
export type SetFields = z.infer<typeof SetFields>;

const Labelled = z.object(Labels.shape);
const Field = z.object({
  id: Id,
  topic: Topic,
  kind: FieldKind,
  labels: Labelled,
  choices: z.array(z.object({ id: Id, labels: Labelled })),
});
export const TicketFields = z.object({ fields: z.array(Field) });
export type TicketFields = z.infer<typeof TicketFields>;

/** A text, a number, a choice by its id, a day such as `2026-12-24`; null takes it away. */
export const FieldValue = z.union([z.string().trim().min(1).max(FIELD_TEXT_MAX), z.number()]);
export type FieldValue = z.infer<typeof FieldValue>;
export const FillFields = z
  .strictObject({ values: z.record(Id, FieldValue.nullable()) })
  .refine(({ values }) => Object.keys(values).length <= FIELDS_MOST);
export type FillFields = z.infer<typeof FillFields>;

/** The fields of a ticket's topic with what was written into them. */
export const FilledFields = z.object({
  fields: z.array(Field.extend({ value: z.union([z.string(), z.number()]).optional() })),
});
export type FilledFields = z.infer<typeof FilledFields>;

/** Whether a value fits its field. */
export function fieldFits(field: Pick<TicketField, 'kind' | 'choices'>, value: FieldValue): boolean {
  if (field.kind === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (typeof value !== 'string') return false;
  if (field.kind === 'date') return z.iso.date().safeParse(value).success;
  return field.kind === 'text' || field.choices.some(({ id }) => id === value);
}
