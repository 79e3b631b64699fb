import type { Labels, TicketFields } from '@candour/shared/fields.js';
import { TicketField } from '@candour/shared/fields.js';
import { newId } from '@candour/shared/ids.js';
import { topics, type Topic } from '@candour/shared/words.js';

export type Field = TicketFields['fields'][number];

const noLabels: Labels = { en: '', de: '', fr: '', es: '' };
export const newField = (topic: Topic): Field => ({
  ...{ id: newId(), topic, kind: 'text', labels: noLabels, choices: [] },
});
export const newChoice = (): Field['choices'][number] => ({ id: newId(), labels: noLabels });

/** Each topic with its fields, in the order in which they are asked. */
export const byTopic = (fields: readonly Field[]): { topic: Topic; fields: Field[] }[] =>
  topics.map((topic) => ({ topic, fields: fields.filter((field) => field.topic === topic) }));

/** In its old place, or after all others. */
export const withField = (fields: readonly Field[], field: Field): Field[] =>
  fields.some(({ id }) => id === field.id)
    ? fields.map((one) => (one.id === field.id ? field : one))
    : [...fields, field];

/** One place earlier among those of its topic. */
export function earlier(fields: readonly Field[], field: Field): Field[] {
  const before = fields.filter(({ topic }) => topic === field.topic);
  const neighbour = before[before.findIndex(({ id }) => id === field.id) - 1];
  if (!neighbour) return [...fields];
  return fields.map((one) => (one.id === field.id ? neighbour : one.id === neighbour.id ? field : one));
}

/** What is being written, as the contract asks for it; nothing where something is missing. */
export const fitting = (field: Field): TicketField | undefined =>
  TicketField.safeParse({ ...field, choices: field.kind === 'choice' ? field.choices : [] }).data;
