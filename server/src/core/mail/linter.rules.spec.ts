import { languages } from '@candour/shared/words.js';
import { lintMail, type MailFault } from './linter.rules.js';
import { oneTimeCode } from './templates/one-time-code.js';

describe('the linter of outbound mail', () => {
  const cases: readonly (readonly [text: string, faults: readonly MailFault[]])[] = [
    // Policy R14: what a mail contains.
    ['Your card 4111 1111 1111 1111 was charged.', ['R14']],
    ['Ihre Karte 5555-5555-5555-4444 wurde belastet.', ['R14']],
    ['Votre carte 378282246310005 a été débitée.', ['R14']],
    ['Your card ending in 1111 was charged 1,899.00 USD.', []],
    ['Your parcel 1Z999AA10123456784 is on its way, order 10042.', []],
    ['Your one-time code is 493817.', []],
    // Policy R16: passwords and security codes, EN, DE, FR, ES.
    ['Please reply with your password.', ['R16']],
    ['Could you send us the CVV of your card?', ['R16']],
    ['To go on, we need your PIN.', ['R16']],
    ["What's your password?", ['R16']],
    ['Do not wait, send us your password.', ['R16']],
    ['Send us your password, do not wait.', ['R16']],
    ['Bitte senden Sie uns Ihr Passwort.', ['R16']],
    ['Wie lautet Ihr Kennwort?', ['R16']],
    ['Wir benötigen die Prüfnummer Ihrer Karte.', ['R16']],
    ['Merci de nous envoyer votre mot de passe.', ['R16']],
    ['Indiquez le cryptogramme au dos.', ['R16']],
    ['Por favor, envíenos su contraseña.', ['R16']],
    ['¿Cuál es el código de seguridad de su tarjeta?', ['R16']],
    // Policy R15: anything else but the name.
    ['Please confirm your credit card number.', ['R15']],
    ['Please send your name, your order number and your date of birth.', ['R15']],
    ['Kindly provide a copy of your passport.', ['R15']],
    ['Reply with your phone number so that we can call you.', ['R15']],
    ['Bitte teilen Sie uns Ihre Kreditkartennummer mit.', ['R15']],
    ['Können Sie uns Ihr Geburtsdatum nennen?', ['R15']],
    ['Bitte bestätigen Sie Ihre Lieferadresse.', ['R15']],
    ['Pouvez-vous nous communiquer votre numéro de carte ?', ['R15']],
    ['Envoyez-nous une copie de votre pièce d’identité.', ['R15']],
    ['Necesitamos los datos de su tarjeta.', ['R15']],
    ['Indíquenos su fecha de nacimiento, por favor.', ['R15']],
    ['Bitte das Geburtsdatum angeben.', ['R15']],
    ['Facilítenos su contraseña.', ['R16']],
    ['Please send your password and your card number.', ['R16']],
    ['Send us your name.', []],
    ['Bitte nennen Sie uns Ihren Namen.', []],
    ['Merci de nous indiquer votre nom.', []],
    ['Por favor, indíquenos su nombre.', []],
    // Saying that it is never asked for is what the policy wants.
    ['We will never ask you for your password or card details by e-mail.', []],
    ["Don't send us your password.", []],
    ['Never give anybody your password.', []],
    ['Wir fragen Sie nie per E-Mail nach Ihrem Passwort.', []],
    ['Senden Sie uns niemals Ihr Passwort.', []],
    ['Geben Sie Ihre Kreditkartennummer nicht weiter.', []],
    ['Wir werden die Rechnung an Ihre Adresse senden.', []],
    ['Ne nous envoyez jamais votre mot de passe.', []],
    ['N’indiquez pas votre numéro de carte par e-mail.', []],
    ['No nos envíe nunca su contraseña.', []],
    ['Nunca le pediremos que envíe su contraseña.', []],
    // Facts that only look alike.
    ['Your password was changed today at 14:05.', []],
    ['Ihr Passwort wurde geändert.', []],
    ['Your delivery address was changed as you asked.', []],
    ['The sofa was sent to your address on Monday.', []],
    ['Su sofá llegará mañana entre las 9 y las 12.', []],
    ['Votre remboursement de 120,00 EUR est en route.', []],
  ];
  for (const [text, faults] of cases) {
    it(`${faults.length === 0 ? 'lets through' : `finds ${faults.join(', ')} in`}: ${text}`, () => {
      expect(lintMail('Your request', text)).toEqual([...faults]);
    });
  }

  it('reads the subject too', () => {
    expect(lintMail('Please send your password', 'See above.')).toEqual(['R16']);
  });

  for (const language of languages) {
    it(`has nothing against the template of the one-time code (${language})`, () => {
      const { subject, text, secrets } = oneTimeCode(language, { code: '493817', minutes: 10, sender: 'Kwoking' });
      expect(lintMail(subject, text)).toEqual([]);
      expect(text).toContain('493817');
      expect(subject).not.toContain('493817');
      expect(secrets).toEqual(['493817']);
      expect(`${subject}${text}`).not.toMatch(/[{}]|undefined/);
    });
  }
});
