import { MINUTE, SECOND } from '@candour/shared/instant.js';
import type { FitPart, Presence, RoutingRules } from '@candour/shared/routing.js';
import type { Role, Skills } from '@candour/shared/staff.js';
import type { Language, Topic } from '@candour/shared/words.js';

/** The routing of a desk that nobody has set up (house rule 22). */
export const defaultRules: RoutingRules = {
  capacity: { agent: 3, lead: 4, supervisor: 3 },
  offerMs: 30 * SECOND,
  missesToAway: 2,
  wrapUpMs: 30 * SECOND,
  fits: [
    { afterMs: 0, by: ['team', 'topic', 'language'] },
    { afterMs: MINUTE, by: ['topic', 'language'] },
    { afterMs: 2 * MINUTE, by: ['language'] },
    { afterMs: 10 * MINUTE, by: [] },
  ],
  nudgeMs: 5 * MINUTE,
  silentMs: 15 * MINUTE,
  overflowPosition: 10,
  overflowWaitMs: 15 * MINUTE,
  // Off, as no desk expects it; the figures are our judgement of what one person keeps an eye on.
  tickets: { dealt: false, capacity: { agent: 20, lead: 20, supervisor: 10 } },
};

/** Without an open desk for this long somebody is offline, and their chats go back. */
export const GRACE_MS = 30 * SECOND;
/** Whoever was gone for longer says anew that they are there. */
export const RETURN_MS = 15 * MINUTE;
/** A chat that somebody let pass is not offered to them again for this long. */
export const PASSED_MS = 2 * MINUTE;

export interface Chat {
  readonly id: string;
  readonly teamId: string | null;
  readonly topic: Topic;
  readonly language: Language;
  readonly waitingSince: number;
}

/** Somebody who takes chats. */
export interface Agent {
  readonly id: string;
  readonly skills: Skills;
  readonly teamIds: readonly string[];
  /** Chats they may still be given. */
  readonly free: number;
  /** When they were last given one; null: never. */
  readonly givenAt: number | null;
  /** Chats they let pass a moment ago. */
  readonly passed: ReadonlySet<string>;
}

export interface Given {
  readonly conversationId: string;
  readonly staffId: string;
}

type Fits = Readonly<Record<FitPart, (chat: Chat, agent: Agent) => boolean>>;

/** An empty list of skills leaves nothing out. */
const has = <T>(list: readonly T[], one: T): boolean => list.length === 0 || list.includes(one);

const fits: Fits = {
  team: ({ teamId }, { teamIds }) => teamId === null || teamIds.includes(teamId),
  topic: ({ topic }, { skills }) => has(skills.topics, topic),
  language: ({ language }, { skills }) => has(skills.languages, language),
};

/** What is asked of whoever takes a chat that has waited so long. */
export function askedAfter(waitedMs: number, rules: Pick<RoutingRules, 'fits'>): readonly FitPart[] {
  return rules.fits.findLast(({ afterMs }) => afterMs <= waitedMs)?.by ?? rules.fits[0]?.by ?? [];
}

export const isFitting = (chat: Chat, agent: Agent, by: readonly FitPart[]): boolean =>
  by.every((part) => fits[part](chat, agent));

/**
 * Who gets which chat: those that wait longest first, each to whoever of those that fit and have room was given none
 * for longest (round robin). A chat that nobody fits keeps nobody behind it waiting.
 */
export function dealOut(
  chats: readonly Chat[],
  agents: readonly Agent[],
  rules: Pick<RoutingRules, 'fits'>,
  now: number,
): Given[] {
  const free = new Map(agents.flatMap(({ id, free }) => (free > 0 ? [[id, free]] : [])));
  // In the order of their turn; whoever is given one goes to the end.
  const turns = agents
    .filter(({ id }) => free.has(id))
    .sort((a, b) => (a.givenAt ?? -1) - (b.givenAt ?? -1) || a.id.localeCompare(b.id));
  const given: Given[] = [];
  for (const chat of chats) {
    if (turns.length === 0) break;
    const by = askedAfter(now - chat.waitingSince, rules);
    const turn = turns.findIndex((agent) => !agent.passed.has(chat.id) && isFitting(chat, agent, by));
    const [agent] = turn < 0 ? [] : turns.splice(turn, 1);
    if (!agent) continue;
    given.push({ conversationId: chat.id, staffId: agent.id });
    const left = (free.get(agent.id) ?? 1) - 1;
    free.set(agent.id, left);
    if (left > 0) turns.push(agent);
  }
  return given;
}

/** What they say they are, unless no desk of theirs has been open for too long. */
export function presenceOf(duty: { presence: Presence; seenAt: number }, now: number): Presence {
  return now - duty.seenAt > GRACE_MS ? 'offline' : duty.presence;
}

/** Their own where it was set, else the most that one of their teams gives, else the role's; 0: takes no chats. */
export function capacityOf(
  who: { readonly role: Role; readonly own: number | null; readonly teams: readonly (number | null)[] },
  rules: Pick<RoutingRules, 'capacity'>,
): number {
  const byRole = (rules.capacity as Partial<Record<Role, number>>)[who.role];
  if (byRole === undefined) return 0;
  const byTeam = who.teams.filter((capacity) => capacity !== null);
  return who.own ?? (byTeam.length > 0 ? Math.max(...byTeam) : byRole);
}

/** Until when nothing is offered after a chat; undefined: now. `readyAt` is when they last said that they are. */
export function wrapUpUntil(
  lastEnd: number | undefined,
  readyAt: number | null,
  rules: Pick<RoutingRules, 'wrapUpMs'>,
  now: number,
): number | undefined {
  if (lastEnd === undefined || lastEnd <= (readyAt ?? -1)) return undefined;
  const until = lastEnd + rules.wrapUpMs;
  return until > now ? until : undefined;
}

export interface TeamScope {
  readonly id: string;
  readonly topics: readonly Topic[];
  readonly languages: readonly Language[];
}

/** The team that a new chat belongs to: the one that names most of what it is; of two, the older. Null: everybody's. */
export function teamFor(teams: readonly TeamScope[], topic: Topic, language: Language): string | null {
  let best: { id: string; names: number } | undefined;
  for (const { id, topics, languages } of teams) {
    if (!has(topics, topic) || !has(languages, language)) continue;
    const names = (topics.length > 0 ? 2 : 0) + (languages.length > 0 ? 1 : 0);
    if (!best || names > best.names) best = { id, names };
  }
  return best?.id ?? null;
}
