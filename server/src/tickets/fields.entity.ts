import type { FieldKind, TicketField } from '@candour/shared/fields.js';
import type { Labels } from '@candour/shared/fields.js';
import type { Topic } from '@candour/shared/words.js';
import { Entity } from 'typeorm';
import { id, idRef, integer, json, sealed, text } from '../core/database/columns.js';

/** What tickets of a topic are asked for, as an administrator set it. */
@Entity('ticket_fields')
export class TicketFieldRow {
  @id() id: string;
  @integer() place: number;
  @text() topic: Topic;
  @text() kind: FieldKind;
  @json() labels: Labels;
  @json() choices: TicketField['choices'];
}

/** What was written into the fields of a ticket, sealed with its conversation. */
@Entity('ticket_values')
export class TicketValues {
  @id() conversationId: string;
  /** The conversation's data key. */
  @idRef() keyId: string;
  /** Values by the id of their field, as JSON. */
  @sealed() written: Buffer;
}
