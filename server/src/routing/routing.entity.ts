import type { BreakKind, ChosenPresence, RoutingRules } from '@candour/shared/routing.js';
import type { Language, Topic } from '@candour/shared/words.js';
import { Entity, Index } from 'typeorm';
import type * as z from 'zod';
import { id, instant, integer, json, text } from '../core/database/columns.js';

/** People who take the same conversations. Empty lists leave nothing out. */
@Entity('teams')
export class TeamRow {
  @id() id: string;
  @text() name: string;
  @json() topics: Topic[];
  @json() languages: Language[];
  /** Instead of the role's. */
  @integer({ nullable: true }) capacity: number | null;
  @instant() createdAt: number;
}

@Entity('team_members')
@Index(['staffId'])
export class TeamMemberRow {
  @id() teamId: string;
  @id() staffId: string;
}

/** How somebody stands in the routing of chats; there is none of whoever never said that they take some. */
@Entity('duties')
export class DutyRow {
  @id() staffId: string;
  @text() presence: z.infer<typeof ChosenPresence>;
  @text({ nullable: true }) breakKind: BreakKind | null;
  /** Since when the presence stands. */
  @instant() since: number;
  /** Offers missed one after the other. */
  @integer() missed: number;
  /** Set for this person alone. */
  @integer({ nullable: true }) capacity: number | null;
  /** When they last said that they are available: it ends a wrap-up. */
  @instant({ nullable: true }) readyAt: number | null;
  /** When they were last offered a chat. */
  @instant({ nullable: true }) givenAt: number | null;
  /** When they were last dealt a ticket. */
  @instant({ nullable: true }) ticketGivenAt: number | null;
  /** When a desk of theirs was last known to be open. */
  @instant() seenAt: number;
}

/**
 * A chat that is held for somebody, or that they let pass a moment ago; or a ticket they put back. Of a chat at most
 * one is held: that index, not the routing's diligence, is why no chat is offered twice, on however many nodes.
 */
@Entity('offers')
@Index(['conversationId'], { unique: true, where: `state = 'held'` })
@Index(['staffId', 'state'])
@Index(['endsAt'])
export class OfferRow {
  @id() conversationId: string;
  @id() staffId: string;
  @text() state: 'held' | 'passed';
  @instant() at: number;
  /** Held until then; or, passed, not offered again before. */
  @instant() endsAt: number;
}

/** The routing as the administrator set it; without a row the defaults stand. */
@Entity('routing_rules')
export class RoutingRulesRow {
  @id() id: string;
  @json() rules: RoutingRules;
  @instant() setAt: number;
}
