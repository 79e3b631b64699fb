/** Names of rooms. A message goes to those who show its conversation; a delta to those who may see its row. */
export const rooms = {
  conversation: (id: string): string => `c:${id}`,
  conversationIn: (room: string): string | undefined => (room.startsWith('c:') ? room.slice(2) : undefined),
  /** Staff who show the inbox: what waits, what is theirs, their teams', or everything. */
  queue: 'inbox:queue',
  own: (staffId: string): string => `inbox:own:${staffId}`,
  team: (teamId: string): string => `inbox:team:${teamId}`,
  /** What belongs to no team and nobody has. */
  nobodys: 'inbox:nobodys',
  all: 'inbox:all',
  /** How they all begin. */
  inbox: 'inbox:',
  /** Every socket of one session, to close it. */
  session: (sessionId: string): string => `session:${sessionId}`,
  /** Every tab of one browser. */
  visitor: (visitorId: string): string => `visitor:${visitorId}`,
  /** Staff who may see orders. */
  orders: 'orders',
  staff: (staffId: string): string => `staff:${staffId}`,
} as const;
