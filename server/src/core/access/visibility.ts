import type { Grant } from './permissions.rules.js';
import { reachOf, type Reach } from './reach.js';

/** What an ask is about, where the permission depends on it. */
export interface Reached {
  /** Member of staff it is assigned to. */
  readonly assigneeId?: string | null | undefined;
  /** Members of staff who take part in it beside that. */
  readonly participants?: readonly string[] | undefined;
  /** It waits in a queue that everybody on duty may take from. */
  readonly queued?: boolean;
  /** The team whose queue it stands in, or stood in last. */
  readonly teamId?: string | null | undefined;
}

/** Puts a value into a statement and gives its placeholder. */
export type Placed = (value: string) => string;

interface Relation {
  readonly holds: (me: string, it: Reached, reach: Reach) => boolean;
  /** The same of a conversation `c`. */
  readonly where: (me: string, reach: Reach, placed: Placed) => string;
}

const listed = (ids: ReadonlySet<string>, placed: Placed): string => [...ids].map(placed).join(', ');

/** How a member of staff can stand to a conversation: once as a question, once as SQL. */
const relations = {
  assigned: {
    holds: (me, { assigneeId }) => assigneeId === me,
    where: (me, _, placed) => `c.assignee_id = ${placed(me)}`,
  },
  takesPart: {
    holds: (me, { participants }) => participants?.includes(me) ?? false,
    where: (me, _, placed) =>
      `c.id IN (SELECT p.conversation_id FROM conversation_participants p WHERE p.staff_id = ${placed(me)})`,
  },
  waits: { holds: (_, { queued }) => queued === true, where: () => `c.status = 'queued'` },
  ofTeam: {
    holds: (_, { teamId }, { teams }) => typeof teamId === 'string' && teams.has(teamId),
    where: (_, { teams }, placed) => `c.team_id IN (${listed(teams, placed)})`,
  },
  ofColleague: {
    holds: (_, { assigneeId }, { people }) => typeof assigneeId === 'string' && people.has(assigneeId),
    where: (_, { people }, placed) => `c.assignee_id IN (${listed(people, placed)})`,
  },
  nobodys: {
    holds: (_, { assigneeId, teamId }) => !assigneeId && !teamId,
    where: () => 'c.assignee_id IS NULL AND c.team_id IS NULL',
  },
} as const satisfies Record<string, Relation>;
export type RelationName = keyof typeof relations;

/**
 * What each grant reaches: the one rule of who sees which conversation, for every list and every single reading
 * (house rules, "Permissions"; decision 0195). `team` limits whoever is in a team; whoever is in none sees all.
 */
export const reachedBy = {
  all: undefined,
  team: ['assigned', 'takesPart', 'ofTeam', 'ofColleague', 'nobodys'],
  own: ['assigned', 'takesPart', 'waits'],
  assigned: ['assigned', 'takesPart'],
} as const satisfies Record<Grant, readonly RelationName[] | undefined>;

const nowhere: Reach = { teams: new Set(), people: new Set() };

/** The relations that let somebody see, with their reach; undefined: all of it. */
export function limitsOf(staffId: string, grant: Grant): { by: readonly RelationName[]; reach: Reach } | undefined {
  const by = reachedBy[grant];
  if (!by) return undefined;
  if (grant !== 'team') return { by, reach: nowhere };
  const reach = reachOf(staffId);
  return reach && { by, reach };
}

export function isReached(staffId: string, grant: Grant, it: Reached): boolean {
  const limits = limitsOf(staffId, grant);
  return !limits || limits.by.some((name) => relations[name].holds(staffId, it, limits.reach));
}

/** A relation of the person alone as SQL of a conversation `c`. */
export const relatedWhere = (staffId: string, name: 'assigned' | 'takesPart', placed: Placed): string =>
  relations[name].where(staffId, nowhere, placed);

/** Those of the conversations `c` that somebody sees; undefined: all. */
export function reachedWhere(
  staffId: string,
  grant: Grant,
  placed: Placed,
  fitting: (name: RelationName) => boolean = () => true,
): string | undefined {
  const limits = limitsOf(staffId, grant);
  if (!limits) return undefined;
  const by = limits.by.filter(fitting).map((name) => relations[name].where(staffId, limits.reach, placed));
  return `(${by.map((one) => `(${one})`).join(' OR ')})`;
}
