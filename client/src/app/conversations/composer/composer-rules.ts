import type { WordKey } from '../../core/words';
import type { DraftKind } from './drafts';

const digitRuns = /\d(?:[ .\-\u00a0]?\d){12,18}/g;
/** Asking a customer for these breaks the policy's own promise (R15, R16). */
const asksFor =
  /\b(card number|cvv|cvc|security code|password|kartennummer|prüfziffer|passwort|numéro de (?:la )?carte|mot de passe|cryptogramme|número de (?:la )?tarjeta|contraseña|código de seguridad)\b/iu;

/** What the guard of the desk will do with this text, said before it is sent. The server decides. */
export function guardHint(text: string, kind: DraftKind): WordKey | undefined {
  for (const run of text.match(digitRuns) ?? []) {
    if (luhn(run.replace(/\D/g, ''))) return 'composer.guardCard';
  }
  return kind === 'message' && asksFor.test(text) ? 'composer.guardAsk' : undefined;
}

/** The check digit of card numbers (ISO/IEC 7812-1). */
function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const counted = i % 2 === 1 ? digit * 2 : digit;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum % 10 === 0;
}
