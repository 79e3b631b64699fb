import { Injectable } from '@nestjs/common';
import type { StaffMember } from '@candour/shared/staff.js';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { ConversationPeopleService } from '../conversations/conversation-people.service.js';
import { ConversationUnitsService } from '../conversations/conversation-units.service.js';
import { InboxService } from '../conversations/inbox.service.js';
import { NoticesService } from '../notices/notices.service.js';
import { RoutingService } from '../routing/routing.service.js';
import { StaffService } from '../staff/staff.service.js';

/** Where conversations and the people around them are known, in one. */
@Injectable()
export class HandoverConversations {
  constructor(
    readonly units: ConversationUnitsService,
    readonly people: ConversationPeopleService,
    readonly inbox: InboxService,
    readonly routing: RoutingService,
  ) {}
}

/** What a handover stands on. */
@Injectable()
export class HandoverDesk {
  constructor(
    readonly database: Database,
    readonly clock: Clock,
    readonly notices: NoticesService,
    private readonly staff: StaffService,
    private readonly conversations: HandoverConversations,
  ) {}

  get units(): ConversationUnitsService {
    return this.conversations.units;
  }
  get people(): ConversationPeopleService {
    return this.conversations.people;
  }
  get inbox(): InboxService {
    return this.conversations.inbox;
  }
  get routing(): RoutingService {
    return this.conversations.routing;
  }

  /** @throws Refused `not-found`. */
  member(id: string): Promise<StaffMember> {
    return this.staff.member(id);
  }

  /** The names of all who are in a conversation, and of those who come or go. */
  async namesFor(conversationId: string, more: readonly string[]): Promise<Map<string, string>> {
    const { assigneeId, participants } = await this.inbox.record(conversationId);
    return this.staff.names([
      ...(assigneeId ? [assigneeId] : []),
      ...(participants ?? []).map(({ id }) => id),
      ...more,
    ]);
  }
}
