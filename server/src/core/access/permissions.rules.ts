import type { Role } from '@candour/shared/staff.js';

/**
 * Who may do what: `all` without further question, `team` what their teams answer for, `own` only what is assigned to
 * them or waits in a queue, `assigned` only what was given to them. A role that is not named may not. (House rules, "Permissions"; where this
 * table says more or less than they do, decision 0083 says why. What needs a second person is decided where it is done.)
 */
export type Grant = 'all' | 'team' | 'own' | 'assigned';

const everyone: Record<Role, Grant> = {
  agent: 'all',
  lead: 'all',
  supervisor: 'all',
  privacy_officer: 'all',
  admin: 'all',
  design_expert: 'all',
  installer: 'all',
};

export const permissions = {
  'session.own': everyone,
  'conversation.list': { agent: 'own', lead: 'team', supervisor: 'all', design_expert: 'assigned' },
  'conversation.read': { agent: 'own', lead: 'team', supervisor: 'all', design_expert: 'assigned' },
  'conversation.reply': { agent: 'own', lead: 'team', supervisor: 'all', design_expert: 'assigned' },
  /** To another person, a team or a queue; and asking others in. */
  'conversation.transfer': { agent: 'own', lead: 'team', supervisor: 'all', design_expert: 'assigned' },
  /** One into another, and back. */
  'conversation.merge': { agent: 'own', lead: 'team', supervisor: 'all' },
  /** A copy of one conversation as a file. */
  'conversation.transcript': { agent: 'own', lead: 'team', supervisor: 'all' },
  'conversation.take': { agent: 'all', lead: 'all', supervisor: 'all' },
  /** What a customer may do with a conversation of their own, and nobody of the staff for them. */
  'conversation.own': {},
  'conversation.explain': { agent: 'own', lead: 'team', supervisor: 'all', design_expert: 'assigned' },
  'customer.find': { agent: 'all', lead: 'all', supervisor: 'all', privacy_officer: 'all', design_expert: 'assigned' },
  /** The page of one customer, whatever conversation it is about. */
  'customer.read': { agent: 'all', lead: 'all', supervisor: 'all', privacy_officer: 'all' },
  'customer.merge-ask': { agent: 'all', lead: 'all', supervisor: 'all', privacy_officer: 'all' },
  /** Decides what somebody else asked for, and undoes it. */
  'customer.merge': { supervisor: 'all', privacy_officer: 'all' },
  'customer.verify': { agent: 'own', lead: 'team', supervisor: 'all' },
  'order.find': { agent: 'all', lead: 'all', supervisor: 'all', privacy_officer: 'all' },
  'order.import': { admin: 'all' },
  'staff.manage': { admin: 'all' },
  /** The second person of a role or of a link into a privileged account. */
  'staff.approve': { admin: 'all', privacy_officer: 'all' },
  'outbox.read': { supervisor: 'all', admin: 'all' },
  'retention.preview': { supervisor: 'all', privacy_officer: 'all', admin: 'all' },
  'retention.sweep': { privacy_officer: 'all' },
  'articles.manage': { lead: 'all', supervisor: 'all', admin: 'all' },
  /** Where and with which words the widget greets. */
  'greetings.manage': { supervisor: 'all', admin: 'all' },
  'hours.manage': { admin: 'all' },
  'sla.manage': { admin: 'all' },
  /** Has looked at what may have hurt somebody. */
  'safety.look': { supervisor: 'all' },
  /** Many at once: one's own, not what waits for everybody. */
  'conversation.bulk': { agent: 'own', lead: 'team', supervisor: 'all', design_expert: 'assigned' },
  /** What tickets of a topic are asked for. */
  'fields.manage': { admin: 'all' },
  /** Keeps people from beginning chats, and lets them again. */
  'customer.block': { lead: 'all', supervisor: 'all' },
  /** Offers a view of the inbox to everybody. */
  'views.share': { lead: 'all', supervisor: 'all', admin: 'all' },
  'routing.manage': { admin: 'all' },
  'policy.sellers': { privacy_officer: 'all', admin: 'all' },
  /** Canned replies and macros that all may use, or that are one's own. */
  'reply.use': { agent: 'all', lead: 'all', supervisor: 'all', design_expert: 'all', admin: 'all' },
  'reply.manage': { lead: 'all', supervisor: 'all', admin: 'all' },
  'automation.manage': { supervisor: 'all', admin: 'all' },
  /** Opens a privacy request, or says of a message that it is none (house rules, "Permissions"). */
  'request.open': everyone,
  /** `own`: those that one opened oneself. */
  'request.read': { agent: 'own', lead: 'team', supervisor: 'all', privacy_officer: 'all', design_expert: 'own' },
  /** Whose law governs it. */
  'request.change': { agent: 'own', lead: 'team', supervisor: 'all', privacy_officer: 'all' },
  'refund.read': { agent: 'all', lead: 'all', supervisor: 'all', privacy_officer: 'all' },
  /** Up to what they may give back alone; above that a second person agrees (`refund-limits.ts`). */
  'refund.request': { agent: 'all', lead: 'all', supervisor: 'all' },
  'refund.approve': { lead: 'all', supervisor: 'all' },
  'return.read': { agent: 'all', lead: 'all', supervisor: 'all', privacy_officer: 'all' },
  'return.manage': { agent: 'all', lead: 'all', supervisor: 'all' },
  /** Address and cancellation, at verification level 2. */
  'order.change': { agent: 'all', lead: 'all', supervisor: 'all' },
  /** Hands a conversation's order to an installer, for one visit. */
  'visit.plan': { agent: 'own', lead: 'team', supervisor: 'all' },
  /** Sees whom to visit, in the days of the visit, notes and ends it. */
  'visit.do': { installer: 'assigned' },
  'policy.read': everyone,
  'audit.read': { supervisor: 'all', privacy_officer: 'all', admin: 'all' },
} as const satisfies Record<string, Partial<Record<Role, Grant>>>;

export type Permission = keyof typeof permissions;

export function grantOf(role: Role, permission: Permission): Grant | undefined {
  return (permissions[permission] as Partial<Record<Role, Grant>>)[role];
}

export const rolesWith = (permission: Permission): Role[] => Object.keys(permissions[permission]) as Role[];

export function permissionsOf(role: Role): Permission[] {
  return (Object.keys(permissions) as Permission[]).filter((permission) => grantOf(role, permission) !== undefined);
}
