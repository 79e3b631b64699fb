import { DAY, HOUR, MINUTE } from '@candour/shared/instant.js';
import type { RoutingRules } from '@candour/shared/routing.js';
import type { Role } from '@candour/shared/staff.js';
import type { Agent, Chat } from './routing.rules.js';

/** A ticket that somebody put back is not dealt to them again for this long: half a day's work. */
export const PUT_BACK_MS = 4 * HOUR;

/** Chats wait minutes and tickets opening hours: what is asked after a minute of the one is asked after an hour of the other. */
const PACE = HOUR / MINUTE;
/** Older waiting is not counted: long before, anybody with room is asked. */
const COUNTED_MS = 30 * DAY;

export interface Ticket extends Chat {
  /** When what is owed first is due; null: nothing runs. */
  readonly dueAt: number | null;
}

/**
 * Tickets as they are dealt: what is due first comes first, and what is due never last, in the order of waiting. Each
 * has waited as long as a chat would have to for the same people to be asked.
 * @param openMs milliseconds of `[from, now)` in which somebody answers such a ticket
 */
export function inTurn(tickets: readonly Ticket[], openMs: (ticket: Ticket, from: number) => number, now: number) {
  return tickets
    .toSorted((a, b) => due(a) - due(b) || a.waitingSince - b.waitingSince || a.id.localeCompare(b.id))
    .map((ticket): Chat => {
      const waited = openMs(ticket, Math.max(ticket.waitingSince, now - COUNTED_MS));
      return { ...ticket, waitingSince: now - waited / PACE };
    });
}

const due = ({ dueAt }: Ticket): number => dueAt ?? Number.MAX_SAFE_INTEGER;

/** Open tickets up to which somebody of a role is dealt more; 0: they take nothing from the queue. */
export const ticketCapacityOf = (role: Role, { tickets }: Pick<RoutingRules, 'tickets'>): number =>
  (tickets.capacity as Partial<Record<Role, number>>)[role] ?? 0;

/** Somebody who takes chats, as they stand for tickets. */
export interface Taker extends Omit<Agent, 'free' | 'givenAt'> {
  readonly role: Role;
  /** When they were last dealt a ticket. */
  readonly ticketGivenAt: number | null;
  /** Open tickets that they have. */
  readonly tickets: number;
}

export const forTickets = (
  { id, skills, teamIds, passed, role, tickets, ticketGivenAt }: Taker,
  rules: Pick<RoutingRules, 'tickets'>,
): Agent => ({
  ...{ id, skills, teamIds, passed },
  free: ticketCapacityOf(role, rules) - tickets,
  givenAt: ticketGivenAt,
});
