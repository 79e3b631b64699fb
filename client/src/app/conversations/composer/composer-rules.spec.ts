import { guardHint } from './composer-rules';

describe('The hint of the guard', () => {
  const cases: [string, 'message' | 'note', ReturnType<typeof guardHint>, string][] = [
    ['My card is 4111 1111 1111 1111', 'message', 'composer.guardCard', 'a card number in groups'],
    ['4111-1111-1111-1111', 'note', 'composer.guardCard', 'notes are masked too'],
    ['Order 4111 1111 1111 1112', 'message', undefined, 'the check digit is wrong'],
    ['Could you tell me your password?', 'message', 'composer.guardAsk', 'asking for a password'],
    ['Wie lautet Ihre Kartennummer?', 'message', 'composer.guardAsk', 'in German'],
    ['Donnez-moi votre mot de passe', 'message', 'composer.guardAsk', 'in French'],
    ['¿Cuál es su contraseña?', 'message', 'composer.guardAsk', 'in Spanish'],
    ['Asked about the password reset', 'note', undefined, 'a note asks nobody'],
    ['Your order will arrive on Monday.', 'message', undefined, 'nothing to say'],
  ];
  for (const [text, kind, hint, why] of cases) {
    it(`is ${hint ?? 'absent'}: ${why}`, () => expect(guardHint(text, kind)).toBe(hint));
  }
});
