/** Names of rooms. A message goes to those who show its conversation; a delta to those who may see its row. */
export const rooms = {
  conversation: (id: string): string => `c:${id}`,
  /** Staff who show the inbox: what waits, what is theirs, or everything. */
  queue: 'inbox:queue',
  own: (staffId: string): string => `inbox:own:${staffId}`,
  all: 'inbox:all',
  /** Every socket of one session, to close it. */
  session: (sessionId: string): string => `session:${sessionId}`,
  /** Every tab of one browser. */
  visitor: (visitorId: string): string => `visitor:${visitorId}`,
  staff: (staffId: string): string => `staff:${staffId}`,
} as const;
