import type { Socket } from 'socket.io';
import type { StaffActor } from '../core/access/actor.js';
import { grantOf, type Grant } from '../core/access/permissions.rules.js';
import { limitsOf, type RelationName } from '../core/access/visibility.js';
import type { Reach } from '../core/access/reach.js';
import type { ConversationChanged } from '../conversations/conversations.events.js';
import { rooms } from './rooms.js';

/** The rooms of those rows that somebody sees by a relation: what the lists show, told as it changes. */
const roomsBy: Readonly<Record<RelationName, (me: string, reach: Reach) => string[]>> = {
  assigned: (me) => [rooms.own(me)],
  takesPart: (me) => [rooms.own(me)],
  waits: () => [rooms.queue],
  ofTeam: (_, { teams }) => [...teams].map(rooms.team),
  ofColleague: (_, { people }) => [...people].map(rooms.own),
  nobodys: () => [rooms.nobodys],
};

/** Shows the lists of the inbox as far as this person may see them; what was shown before is left. */
export async function showInbox(socket: Socket, actor: StaffActor): Promise<void> {
  hideInbox(socket);
  const grant: Grant = grantOf(actor.role, 'conversation.list') ?? 'assigned';
  const limits = limitsOf(actor.id, grant);
  const shown = limits ? limits.by.flatMap((name) => roomsBy[name](actor.id, limits.reach)) : [rooms.all];
  await socket.join([rooms.own(actor.id), ...shown]);
}

export function hideInbox(socket: Socket): void {
  for (const room of socket.rooms) if (room.startsWith(rooms.inbox)) void socket.leave(room);
}

/** Where a change of a row is told. */
export function roomsOf({ queue, assignees, teamId, teamWas }: ConversationChanged['seenBy']): string[] {
  const to: string[] = [rooms.all, ...assignees.map(rooms.own)];
  if (queue) to.push(rooms.queue);
  if (teamId !== null) to.push(rooms.team(teamId));
  else if (queue || assignees.length === 0) to.push(rooms.nobodys);
  if (typeof teamWas === 'string') to.push(rooms.team(teamWas));
  if (teamWas === null) to.push(rooms.nobodys);
  return to;
}
