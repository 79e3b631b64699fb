import * as z from 'zod';
import { Id } from './ids.js';
import { Instant } from './instant.js';
import { pageOf } from './paging.js';
import { Language, Topic } from './words.js';

export const roles = ['agent', 'lead', 'supervisor', 'privacy_officer', 'admin', 'design_expert', 'installer'] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** What a person of the staff can take: topics and languages decide the routing. */
export const Skills = z.strictObject({ topics: z.array(Topic).max(7), languages: z.array(Language).max(4) });
export type Skills = z.infer<typeof Skills>;

export const StaffName = z.string().trim().min(1).max(80);
export const StaffEmail = z.email().max(254).toLowerCase();
/** Length beats composition rules (NIST SP 800-63B); the server also refuses the commonest ones. */
export const Password = z.string().min(12).max(128);

export const StaffMember = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  role: Role,
  /** The role that waits for a second person. */
  roleWaiting: Role.optional(),
  /** Their role was given by somebody who had no second person to ask. */
  grantedAlone: z.boolean().optional(),
  skills: Skills,
  status: z.enum(['invited', 'active', 'disabled']),
  createdAt: Instant,
  lastSeenAt: Instant.optional(),
});
export type StaffMember = z.infer<typeof StaffMember>;

export const StaffPage = pageOf(StaffMember);
export type StaffPage = z.infer<typeof StaffPage>;

export const AddStaff = z.strictObject({ name: StaffName, email: StaffEmail, role: Role, skills: Skills });
export type AddStaff = z.infer<typeof AddStaff>;
export const ChangeStaff = z.strictObject({
  name: StaffName.optional(),
  role: Role.optional(),
  skills: Skills.optional(),
  status: z.enum(['active', 'disabled']).optional(),
});
export type ChangeStaff = z.infer<typeof ChangeStaff>;

/** `role`: the person gets the role. `link`: a sign-in link may be made once into their account that is in use. */
export const GrantDeed = z.enum(['role', 'link']);
export type GrantDeed = z.infer<typeof GrantDeed>;

/** What waits for a second person. */
export const RoleGrant = z.object({
  id: Id,
  deed: GrantDeed,
  member: z.object({ id: Id, name: z.string(), email: z.string() }),
  from: Role,
  role: Role,
  proposedBy: z.object({ id: Id, name: z.string() }),
  proposedAt: Instant,
  /** What the reader may do: `wait` for somebody else; `confirm`: there is nobody else. */
  may: z.enum(['approve', 'wait', 'confirm']),
  /** From then on whoever is alone may confirm it with their password. */
  confirmFrom: Instant.optional(),
});
export type RoleGrant = z.infer<typeof RoleGrant>;
export const RoleGrants = z.object({ rows: z.array(RoleGrant) });
export type RoleGrants = z.infer<typeof RoleGrants>;
export const ConfirmGrant = z.strictObject({ password: z.string().min(1).max(128) });
export type ConfirmGrant = z.infer<typeof ConfirmGrant>;

/** A one-time sign-in link; shown once to the administrator, never stored in clear. */
export const SignInLink = z.object({ url: z.string(), expiresAt: Instant });
export type SignInLink = z.infer<typeof SignInLink>;

export const SignIn = z.strictObject({ email: z.string().min(1).max(254), password: z.string().min(1).max(128) });
export type SignIn = z.infer<typeof SignIn>;
/** The person who follows a one-time link sets a password with it. */
export const SignInByLink = z.strictObject({ token: z.string().min(20).max(200), password: Password });
export type SignInByLink = z.infer<typeof SignInByLink>;
export const ChangePassword = z.strictObject({ current: z.string().min(1).max(128), next: Password });
export type ChangePassword = z.infer<typeof ChangePassword>;

/** The signed-in person, their permissions, and the token that every changing request carries in `x-csrf-token`. */
export const Session = z.object({
  staff: StaffMember,
  permissions: z.array(z.string()),
  csrf: z.string(),
  idleMs: z.int(),
  signedInAt: Instant,
});
export type Session = z.infer<typeof Session>;
