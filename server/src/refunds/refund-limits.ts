import type { Currency } from '@candour/shared/money.js';
import type { Role } from '@candour/shared/staff.js';

/** What people give back alone on one order, in minor units by currency (house rules, "Refund limits"). */
type Limits = Readonly<Record<Currency, number>>;
const alike = (amount: number): Limits => ({
  USD: amount,
  EUR: amount,
  CAD: amount,
  GBP: amount,
  AUD: amount,
  NZD: amount,
});

const limits: Readonly<Partial<Record<Role, Limits>>> = {
  agent: alike(150_00),
  lead: alike(500_00),
  supervisor: alike(2_000_00),
};
/** Up to what somebody may agree to what others asked for; an agent never. */
const approvals: Readonly<Partial<Record<Role, Limits>>> = {
  lead: alike(500_00),
  supervisor: alike(2_000_00),
};

export const limitOf = (role: Role, currency: Currency): number => limits[role]?.[currency] ?? 0;
export const approvalLimitOf = (role: Role, currency: Currency): number => approvals[role]?.[currency] ?? 0;

/** Somebody who stands for a refund: who asked for it, or agreed. */
export interface Consent {
  readonly id: string;
  readonly role: Role;
}

/**
 * Whether these people are enough. Up to the limit of who asked nobody else is needed; above it one more whose own
 * limit reaches; above a supervisor's it takes two supervisors, of whom who asked may be one.
 * @param amount with what the same people gave before on this order, in minor units
 */
export function isConsented(amount: number, currency: Currency, asked: Consent, agreed: readonly Consent[]): boolean {
  if (amount <= limitOf(asked.role, currency)) return true;
  const others = agreed.filter(({ id }) => id !== asked.id);
  if (others.some(({ role }) => amount <= approvalLimitOf(role, currency))) return true;
  const supervisors = new Set([asked, ...others].filter(({ role }) => role === 'supervisor').map(({ id }) => id));
  return supervisors.size >= 2;
}

/** Whether somebody's agreement counts for anything here. */
export function mayAgree(amount: number, currency: Currency, { role }: Consent): boolean {
  return role === 'supervisor' || amount <= approvalLimitOf(role, currency);
}
