import type { Mask } from '@candour/shared/conversations.js';
import type { EntryDetail } from './conversation.entity.js';

/** An entry as it goes into the table. */
export interface NewEntry {
  readonly id: string;
  readonly conversationId: string;
  readonly seq: number;
  readonly kind: 'message' | 'note' | 'mask' | 'removal' | 'fact';
  readonly role: 'customer' | 'staff' | 'system';
  readonly authorId: string | null;
  readonly clientId: string | null;
  readonly storedAt: number;
  readonly body: Buffer | null;
  readonly keyId: string;
  readonly masks: Mask[] | null;
  readonly detail: EntryDetail | null;
  readonly policyVersion: string;
  readonly subject: Buffer;
}
