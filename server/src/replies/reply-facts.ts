import type { CustomerPanel } from '@candour/shared/customers.js';
import type { Language } from '@candour/shared/words.js';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../core/access/actor.js';
import { BesideService } from '../conversations/beside.service.js';
import { StaffService } from '../staff/staff.service.js';
import { ConversationsService } from '../conversations/conversations.service.js';
import type { ReplyFacts } from './replies.rules.js';

/** Gathers what a reply may say: what stands beside the conversation, read as its writer reads it (policy R8). */
@Injectable()
export class ReplyFactsReader {
  constructor(
    private readonly conversations: ConversationsService,
    private readonly beside: BesideService,
    private readonly staff: StaffService,
  ) {}

  /** @throws Refused `not-found`, `not-allowed`. */
  async of(actor: Actor, conversationId: string): Promise<{ language: Language; facts: ReplyFacts }> {
    const record = await this.conversations.requireReadable(actor, conversationId);
    const panel = await this.beside.panel(actor, conversationId);
    return {
      language: record.language,
      facts: {
        customerName: panel.customer.name ?? panel.claimed.name,
        agentName: actor.kind === 'staff' ? actor.name : await this.nameOf(record.assigneeId),
        ticketNumber: record.number,
        order: orderOf(panel),
      },
    };
  }

  private async nameOf(staffId: string | null): Promise<string | undefined> {
    return staffId === null ? undefined : (await this.staff.names([staffId])).get(staffId);
  }
}

/** The linked order; without a link, the only one that may be told. */
function orderOf({ matches, linkedOrderId, claimed }: CustomerPanel): ReplyFacts['order'] {
  const told = matches.filter(({ disclose }) => disclose);
  const match = matches.find(({ order }) => order.id === linkedOrderId) ?? (told.length === 1 ? told[0] : undefined);
  if (!match) return undefined;
  const { number, title, total } = match.order;
  const named = claimed.orderNumber?.trim().toLowerCase() === number.toLowerCase();
  return { number, title, total, disclose: match.disclose, named };
}
