import { newId } from '@candour/shared/ids.js';
import type { Jurisdiction, RequestType } from '@candour/shared/requests.js';
import type { Channel, Language } from '@candour/shared/words.js';
import type { StaffActor } from '../core/access/actor.js';
import type { Tx } from '../core/database/database.js';
import type { PostingSurroundings } from '../conversations/posting.service.js';
import { clockOf } from './clock.rules.js';
import { takeRequestNumber } from './request-numbers.js';
import { PrivacyRequestRow } from './requests.entity.js';

interface Received {
  readonly id?: string;
  readonly type: RequestType;
  readonly jurisdiction: Jurisdiction;
  readonly channel: Channel;
  readonly language: Language;
  readonly customerId: string;
  readonly receivedAt: number;
  /** The conversation in which it was said. */
  readonly said?: { readonly id: string; readonly number: number };
}

/** Puts a request down, whatever way it came: its clock runs from its receipt, not from now. */
export async function newRequest(
  tx: Tx,
  { clock, policy }: Pick<PostingSurroundings, 'clock' | 'policy'>,
  staff: StaffActor,
  { id, said, ...received }: Received,
): Promise<PrivacyRequestRow> {
  const now = clock.now();
  const { dueAt, confirmBy } = clockOf(received.type, received.jurisdiction, received.receivedAt);
  const request: PrivacyRequestRow = {
    id: id ?? newId(now),
    number: await takeRequestNumber(tx),
    status: 'received',
    ...received,
    conversationId: said?.id ?? null,
    conversationNumber: said?.number ?? null,
    ...{ dueAt, confirmBy: confirmBy ?? null, openedAt: now, openedBy: staff.id },
    ...{ policyVersion: policy.version(), category: 'C5', source: 'provided', purpose: 'house' },
    // The period of its file begins when it is closed (11 CCR 7101).
    ...{ retentionClass: 'request-file', anchorAt: null },
  };
  await tx.em.insert(PrivacyRequestRow, request);
  return request;
}
