import type { Role, Skills } from '@candour/shared/staff.js';

/** Whoever acts. Every service method takes one. */
export type Actor = StaffActor | VisitorActor | SystemActor;

export interface StaffActor {
  readonly kind: 'staff';
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly skills: Skills;
  readonly sessionId: string;
}

/** A customer in the widget, known by their visitor token. */
export interface VisitorActor {
  readonly kind: 'visitor';
  /** One browser, until it forgets: it reaches the conversations that it began, and no others. */
  readonly visitorId: string;
}

/** The desk itself: sweeps, workers, commands. */
export interface SystemActor {
  readonly kind: 'system';
  readonly name: string;
}

export const system = (name: string): SystemActor => ({ kind: 'system', name });
