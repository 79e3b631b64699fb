import { roles, type Role } from '@candour/shared/staff.js';
import { grantOf, permissions, type Grant, type Permission } from '../core/access/permissions.rules.js';

/** Roles that see what is not theirs, or decide about staff, policy or deletion: nobody gives them out alone. */
const privileged: ReadonlySet<Role> = new Set(['lead', 'supervisor', 'privacy_officer', 'admin']);
/** Whoever holds one of these may be the second person (permission `staff.approve`). */
export const approvers = roles.filter((role) => grantOf(role, 'staff.approve') !== undefined);

const reach: Record<Grant, number> = { assigned: 1, own: 2, team: 3, all: 4 };
const reachOf = (role: Role, permission: Permission): number => reach[grantOf(role, permission) ?? 'assigned'];

export const isPrivileged = (role: Role): boolean => privileged.has(role);

/** Whether a second person must approve the move from a role (none: nobody could act in it) to another. */
export function needsSecond(from: Role | undefined, to: Role): boolean {
  if (!isPrivileged(to) || from === to) return false;
  if (from === undefined) return true;
  return (Object.keys(permissions) as Permission[]).some((permission) => {
    if (grantOf(to, permission) === undefined) return false;
    return grantOf(from, permission) === undefined || reachOf(to, permission) > reachOf(from, permission);
  });
}
