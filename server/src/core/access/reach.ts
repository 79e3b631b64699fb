/** Whose work somebody answers for who is in teams: those teams' conversations, and those of the people in them. */
export interface Reach {
  readonly teams: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
}

type ReachSource = (staffId: string) => Reach | undefined;
const sources = new Set<ReachSource>();

/**
 * The feature that knows the teams answers from memory, for each desk of this process. It is asked at every question of
 * access, so that whoever leaves a team sees less at once, in sockets that are open too. Gives back how to stop.
 */
export function reachFrom(source: ReachSource): () => void {
  sources.add(source);
  return () => void sources.delete(source);
}

/** Undefined for somebody in no team: nothing limits them. */
export function reachOf(staffId: string): Reach | undefined {
  for (const source of sources) {
    const reach = source(staffId);
    if (reach) return reach;
  }
  return undefined;
}
