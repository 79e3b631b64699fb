import { inspect } from '../guard/guard.rules.js';
import { solicitations } from './solicitation.rules.js';

/** What is wrong with a mail that would go out, by the rule of the policy that forbids it. */
export type MailFault = 'R14' | 'R15' | 'R16';

/**
 * Outbound mail never contains card numbers, security codes, social security numbers or passwords (policy R14), never
 * asks for anything but the name (R15) and least of all for a password or security code (R16). Empty: it may go.
 */
export function lintMail(subject: string, text: string): MailFault[] {
  const whole = `${subject}\n\n${text}`;
  const faults = new Set<MailFault>();
  if (inspect(whole).spans.length > 0) faults.add('R14');
  for (const { rule } of solicitations(whole)) faults.add(rule);
  return [...faults].sort();
}
