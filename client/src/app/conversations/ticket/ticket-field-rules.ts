import type { FieldValue, FilledFields } from '@candour/shared/fields.js';
import { FIELD_TEXT_MAX, fieldFits } from '@candour/shared/fields.js';

export type FilledField = FilledFields['fields'][number];

/** What a field was given as the desk keeps it: null takes it away, nothing where it does not fit. */
export function valueOf(field: FilledField, written: string): FieldValue | null | undefined {
  const text = written.trim();
  if (text === '') return null;
  const value = field.kind === 'number' ? Number(text.replace(',', '.')) : text;
  return text.length <= FIELD_TEXT_MAX && fieldFits(field, value) ? value : undefined;
}

/** What stands in a field, as it is edited. */
export const shownOf = ({ value }: FilledField): string => (value === undefined ? '' : String(value));
