import { weaknessOf, type Weakness } from './passwords.rules.js';

const person = { name: 'Ottoline Sofabed', email: 'o.sofabed@example.com' };

describe('A password', () => {
  const cases: readonly [string, string, Weakness | undefined][] = [
    ['of four plain words is good', 'correct horse battery staple', undefined],
    ['made at random is good', 'k7wq-3vx9-m2tz-p8rd', undefined],
    ['of random digits is good', '840275913604', undefined],
    ['that is a common word twice is refused', 'passwordpassword', 'common'],
    ['that is a common word with a year is refused', 'Password2026!', 'common'],
    ['in disguise is refused', 'P@ssw0rd!!!!', 'common'],
    ['in another language is refused', 'Contraseña2026', 'common'],
    ['from the keyboard is refused', 'qwertyuiop123', 'common'],
    ['with the name of the house is refused', 'Kwoking-2026!', 'common'],
    ['that counts is refused', '123456789012', 'common'],
    ['of one sign is refused', 'aaaaaaaaaaaaaaaa', 'common'],
    ['of few signs is refused', 'abababababab', 'common'],
    ['with a common word among others is good', 'love-lantern-brisk-ox', undefined],
    ['with the own name is refused', 'my-name-is-OTTOLINE', 'personal'],
    ['with the own address is refused', 'sofabed!blue!river', 'personal'],
  ];
  for (const [words, password, weakness] of cases) {
    it(words, () => expect(weaknessOf(password, person)).toBe(weakness));
  }
});
