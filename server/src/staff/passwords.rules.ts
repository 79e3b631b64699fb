/** The words that the commonest passwords are made of, in the languages of the desk and on its keyboards. */
const common = [
  'administrator',
  'administrateur',
  'administrador',
  'passwort',
  'password',
  'motdepasse',
  'contrasena',
  'passphrase',
  'kennwort',
  'geheim',
  'secret',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'yxcvbnm',
  'qwerty',
  'qwertz',
  'azerty',
  'asdfgh',
  'qazwsxedc',
  'qazwsx',
  'abcdefghijkl',
  'abcdef',
  'abcd',
  'abc',
  'letmein',
  'welcome',
  'willkommen',
  'bienvenue',
  'bienvenido',
  'changeme',
  'iloveyou',
  'ichliebedich',
  'jetaime',
  'tequiero',
  'hallo',
  'hello',
  'bonjour',
  'hola',
  'sunshine',
  'princess',
  'football',
  'baseball',
  'dragon',
  'monkey',
  'master',
  'superman',
  'batman',
  'trustno',
  'starwars',
  'whatever',
  'computer',
  'internet',
  'service',
  'support',
  'candour',
  'kwoking',
  'admin',
  'login',
  'user',
  'root',
  'test',
  'guest',
  'love',
  'pass',
  'temp',
  'demo',
];

/** Digits and signs that stand for letters in passwords that only look clever. */
const disguises: Readonly<Record<string, string>> = {
  '0': 'o',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

/** Letters that must remain when the common words have gone. */
const REMAIN = 5;
const DISTINCT = 6;
/** Parts of a name or address shorter than this say nothing. */
const PART = 4;

export type Weakness = 'common' | 'personal';

/**
 * Why a password is refused, beyond its length (12 to 128 characters, in the contract). Length beats composition
 * rules, but not the commonest words or what everybody knows of the person (NIST SP 800-63B, 3.1.1.2).
 */
export function weaknessOf(password: string, person: { name: string; email: string }): Weakness | undefined {
  const plain = bare(password);
  const parts = [person.name, person.email].flatMap((text) => bare(text).split(/[^\p{L}\p{N}]+/u));
  const known = parts.filter((part) => part.length >= PART && part !== 'example');
  if (known.some((part) => plain.includes(part))) return 'personal';
  if (new Set(plain).size < DISTINCT) return 'common';
  const letters = plain.replace(/./gu, (sign) => disguises[sign] ?? sign);
  for (const text of [plain, letters]) {
    let rest = text;
    for (const word of common) rest = rest.replaceAll(word, '');
    // Where a word was found, what is left beside it must stand by itself.
    const left = rest.replace(/[^\p{L}]/gu, '').length;
    if (rest !== text && left < REMAIN) return 'common';
  }
  // Only a run up or down the digits: 123456789012.
  if (/^\d+$/.test(plain) && isRun(plain)) return 'common';
  return undefined;
}

const bare = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function isRun(digits: string): boolean {
  const steps = new Set<number>();
  for (let i = 1; i < digits.length; i++) steps.add((Number(digits[i]) - Number(digits[i - 1]) + 10) % 10);
  return steps.size === 1;
}
