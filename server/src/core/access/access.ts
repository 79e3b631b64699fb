import { Refused } from '@candour/shared/errors.js';
import type { Category, Purpose } from '@candour/shared/policy.js';
import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';
import type { Actor } from './actor.js';
import { grantOf, type Grant, type Permission } from './permissions.rules.js';
import { isReached, type Reached } from './visibility.js';

/** What an ask is about, where the permission depends on it. */
export interface Scope extends Reached {
  /** Browser that began it. */
  readonly visitorId?: string | undefined;
  /** Categories that will be read; each must be allowed for the purpose. */
  readonly categories?: readonly Category[];
}

type MayUse = (category: Category, purpose: Purpose) => boolean;
let mayUse: MayUse = () => {
  throw new Error('The purposes matrix was asked before the policy was loaded.');
};

/** The policy hands its purposes matrix down at start; `core` knows no policy. */
export function setPurposesMatrix(matrix: MayUse): void {
  mayUse = matrix;
}

/**
 * The one question of access. Staff need the permission and the scope it is granted for; a visitor reaches only
 * their own; the purpose must be allowed for each category read (policy R8).
 * @throws Refused `not-allowed` or `purpose-denied`.
 */
export function requireAccess(actor: Actor, permission: Permission, purpose: Purpose, scope: Scope = {}): void {
  if (actor.kind === 'staff') {
    const grant = grantOf(actor.role, permission);
    if (!grant) throw new Refused('not-allowed');
    if (grant !== 'all' && !isTheirs(actor.id, grant, scope)) throw new Refused('not-allowed');
  }
  if (actor.kind === 'visitor' && (!scope.visitorId || scope.visitorId !== actor.visitorId)) {
    throw new Refused('not-allowed');
  }
  for (const category of scope.categories ?? []) {
    if (!mayUse(category, purpose)) throw new Refused('purpose-denied');
  }
}

/** The same as a question. */
export function mayAccess(actor: Actor, permission: Permission, purpose: Purpose, scope: Scope): boolean {
  try {
    requireAccess(actor, permission, purpose, scope);
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

function isTheirs(staffId: string, grant: Grant, scope: Scope): boolean {
  // A list declares no scope: its query is narrowed to what is theirs.
  if (scope.assigneeId === undefined && scope.queued === undefined) return true;
  return isReached(staffId, grant, scope);
}

export interface Declared {
  readonly permission: Permission;
  readonly purpose: Purpose;
}
export const ACCESS = 'access';
export const OPEN = 'open';

/** Declares who may call a route or socket ask, and for which purpose. A spec fails on one that declares nothing. */
export const Access = (permission: Permission, purpose: Purpose): MethodDecorator & ClassDecorator =>
  applyDecorators(
    SetMetadata<string, Declared>(ACCESS, { permission, purpose }),
    ApiSecurity('session'),
    ApiExtension('x-permission', permission),
    ApiExtension('x-purpose', purpose),
  );

/** Declares a route that needs no sign-in, and why. */
export const Open = (reason: string): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(OPEN, reason), ApiExtension('x-open', reason));

export interface ActorRequest {
  actor?: Actor;
}

/** The signed-in actor of the request, put there by the access guard. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ActorRequest>();
  if (!actor) throw new Refused('sign-in-required');
  return actor;
});
