/** `[start, end)` of the reading. */
export interface Secret {
  readonly start: number;
  readonly end: number;
  readonly type: 'cvv' | 'password' | 'ssn' | 'iban';
}

/** Length of an IBAN by country (ISO 13616 registry; from memory: unverified, the check digits decide). */
const ibanLengths: Readonly<Record<string, number>> = {
  AD: 24, AE: 23, AL: 28, AT: 20, AZ: 28, BA: 20, BE: 16, BG: 22, BH: 22, BR: 29, CH: 21, CR: 22, CY: 28, CZ: 24,
  DE: 22, DK: 18, DO: 28, EE: 20, ES: 24, FI: 18, FO: 18, FR: 27, GB: 22, GE: 22, GI: 23, GL: 18, GR: 27, GT: 28,
  HR: 21, HU: 28, IE: 22, IL: 23, IS: 26, IT: 27, JO: 30, KW: 30, KZ: 20, LB: 28, LI: 21, LT: 20, LU: 20, LV: 21,
  MC: 27, MD: 24, ME: 22, MK: 19, MR: 27, MT: 31, MU: 30, NL: 18, NO: 15, PK: 24, PL: 28, PS: 29, PT: 25, QA: 29,
  RO: 24, RS: 22, SA: 24, SE: 24, SI: 19, SK: 24, SM: 27, TN: 24, TR: 26, UA: 29, VG: 24, XK: 20,
}; // prettier-ignore

const ibanStart = /(?<![\p{L}\p{N}])([a-z]{2})\d{2}(?=[ -]?[a-z\d])/giu;

export function ibansIn(text: string): Secret[] {
  const found: Secret[] = [];
  if (!/[a-z]{2}\d\d/i.test(text)) return found;
  for (const match of text.matchAll(ibanStart)) {
    const length = ibanLengths[match[1]!.toUpperCase()];
    if (length === undefined) continue;
    let value = '';
    let end = match.index;
    while (value.length < length && end < text.length) {
      const character = text[end]!;
      if (/[a-z\d]/i.test(character)) value += character.toUpperCase();
      else if (!/[ \-.]/.test(character)) break;
      end++;
    }
    const complete = value.length === length && !/[a-z\d]/i.test(text[end] ?? '');
    if (complete && remainder97(value.slice(4) + value.slice(0, 4)) === 1) {
      found.push({ start: match.index, end, type: 'iban' });
    }
  }
  return found;
}

function remainder97(value: string): number {
  let remainder = 0;
  for (const character of value) {
    const number = Number.parseInt(character, 36);
    remainder = (remainder * (number > 9 ? 100 : 10) + number) % 97;
  }
  return remainder;
}

const ssnDashed = /(?<![\d-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/g;
const ssnCued =
  /(?:\bssn\b|social security)[^\d\n]{0,30}((?!000|666|9)\d{3}[ .-]?(?!00)\d{2}[ .-]?(?!0000)\d{4})(?!\d)/gi;

/** United States social security numbers by their area rules; without dashes only where the text calls them so. */
export function ssnsIn(text: string): Secret[] {
  if (!/\d\d-\d\d|ssn|social/i.test(text)) return [];
  const dashed = [...text.matchAll(ssnDashed)].map((match) => span(match.index, match[0].length, 'ssn'));
  const cued = [...text.matchAll(ssnCued)].map((match) =>
    span(match.index + match[0].length - match[1]!.length, match[1]!.length, 'ssn'),
  );
  return [...dashed, ...cued];
}

const is = "(?:is|are|was|=|:|->|ist|lautet|war|est|était|c[’']est|es|era|son)";
const codeCue =
  '(?:cvv2?|cvc2?|csc|card verification(?: (?:code|number|value))?|security code|security number|(?:karten)?pr[üu]e?f(?:nummer|ziffer|code)|sicherheitscode|kartenpr[üu]fnummer|code de s[ée]curit[ée]|cryptogramme(?: visuel)?|c[óo]digo de (?:seguridad|verificaci[óo]n)|c[óo]digo cvv)';
const code = '\\d[ .-]?\\d[ .-]?\\d(?:[ .-]?\\d)?';
const between =
  '[\\s(]{0,2}(?:code|number|nummer|nr|no)?[\\s).:=#-]{0,4}(?:on the back|of my card|for my card|de ma carte|de mi tarjeta|meiner karte)?[\\s,]{0,2}(?:' +
  is +
  ')?[\\s:="\'(]{0,4}';
const codeAfterCue = new RegExp(`(?<![\\p{L}\\p{N}])${codeCue}${between}(${code})(?![\\p{L}\\p{N}])`, 'giu');
const codeBeforeCue = new RegExp(
  `(?<![\\p{L}\\p{N}.,/-])(\\d{3,4})\\s{1,3}(?:(?:is|ist|est|es)\\s{1,3})?(?:(?:my|the|mein|meine|die|der|mon|le|mi|el)\\s{1,3})?(?:the\\s{1,3})?${codeCue}(?![\\p{L}\\p{N}])`,
  'giu',
);

/** Card security codes: three or four digits that the text calls so. */
export function securityCodesIn(text: string): Secret[] {
  if (!/cv[vc]|csc|code|pr.{1,2}f|crypto|c.digo|security|verification/i.test(text)) return [];
  const after = [...text.matchAll(codeAfterCue)].map((match) =>
    span(match.index + match[0].length - match[1]!.length, match[1]!.length, 'cvv'),
  );
  const before = [...text.matchAll(codeBeforeCue)].map((match) => span(match.index, match[1]!.length, 'cvv'));
  return [...after, ...before];
}

const passwordCue =
  '(?:pass[ -]?words?|passwd|pass[ -]?codes?|pass[ -]?phrase|pwd|passw[oö]rt(?:e|es|er)?|kennwort|zugangscode|mots? de passe|mdp|code secret|contraseñas?|contrasenas?|clave|pin(?:[ -]?(?:code|number|nummer))?)';
const whatFor =
  '(?:\\s{1,2}(?:for|to|at|für|fuer|zu|zum|vom|von|bei|pour|de|du|para|del|en)(?:\\s{1,2}[^\\s:=,.]{1,20}){1,4}?)?';
const linked = `\\s{0,3}(?:[:=]|->|–|\\s${is}(?=\\s|:))\\s{0,3}(?:now |still |jetzt |wohl |maintenant |ahora )?[:=]?\\s{0,2}`;
const token =
  '(?:"([^"\\n]{1,80})"|„([^“”"\\n]{1,80})[“”"]|«\\s?([^»\\n]{1,80}?)\\s?»|“([^”\\n]{1,80})”|\'([^\'\\n]{1,80})\'|([^\\s]{3,80}))';
const passwordLinked = new RegExp(`(?<![\\p{L}\\p{N}])${passwordCue}(\\)?${whatFor}${linked})${token}`, 'giu');
const passwordBeside = new RegExp(`(?<![\\p{L}\\p{N}])${passwordCue}\\s{1,2}()${token}`, 'giu');

/** What follows "my password is" in a complaint about passwords rather than in a password. */
const ordinary = new Set(
  (
    'not wrong incorrect invalid expired correct right lost gone weak too the that this my your being still always never ' +
    'now required needed missing rejected refused accepted reset changed changing working broken blocked locked forgotten ' +
    'secret safe secure unknown unsafe old new what where why how when because please thanks thank here there nothing it ' +
    'nicht falsch ungültig abgelaufen richtig korrekt weg verloren vergessen gesperrt geändert unbekannt unsicher sicher ' +
    'kaputt alt neu geheim immer nie noch schon bitte danke leider zurückgesetzt ' +
    'pas plus incorrect incorrecte faux invalide expiré expirée oublié oubliée perdu bloqué bon correct refusé inconnu ' +
    'toujours jamais merci ' +
    'no incorrecta incorrecto inválida inválido caducada olvidada perdida bloqueada correcta mala errónea siempre nunca ' +
    'gracias'
  ).split(' '),
);

/** Passwords, passcodes and PINs by the word that announces them in EN, DE, FR and ES. */
export function passwordsIn(text: string): Secret[] {
  if (!/pass|kennw|zugangsc|mdp|secret|contrase|clave|pwd|pin/i.test(text)) return [];
  return [...passwords(text, passwordLinked, isAnnounced), ...passwords(text, passwordBeside, isBeside)];
}

interface Telling {
  /** The characters between cue and token. */
  readonly link: string;
  readonly token: string;
  readonly quoted: boolean;
  /** The token ends its sentence or line. */
  readonly closes: boolean;
  readonly pin: boolean;
}

function passwords(text: string, pattern: RegExp, accepts: (telling: Telling) => boolean): Secret[] {
  const found: Secret[] = [];
  for (const match of text.matchAll(pattern)) {
    const quotedToken = match.slice(2, 7).find((part) => part !== undefined);
    const raw = quotedToken ?? match[7]!;
    const value = quotedToken ?? raw.replace(/[.,;:!?)\]]+$/u, '');
    const start = match.index + match[0].lastIndexOf(raw);
    const after = text.slice(start + value.length);
    const telling: Telling = {
      link: match[1]!,
      token: value,
      quoted: quotedToken !== undefined,
      closes: /^\s*(?:$|[.!?,;)\n])/.test(after),
      pin: /^pin/i.test(match[0]),
    };
    // A trailing mark may belong to the password: it goes too where the text ends with it.
    const end = quotedToken === undefined && /[!?]$/.test(raw) ? raw.length : value.length;
    if (value.length > 0 && accepts(telling)) found.push(span(start, end, 'password'));
  }
  return found;
}

function isAnnounced({ link, token: value, quoted, closes, pin }: Telling): boolean {
  if (pin) return /^\d{4,12}$/.test(value);
  if (quoted) return true;
  if (ordinary.has(value.toLowerCase()) || /^https?:/i.test(value)) return false;
  if (/[:=>]/.test(link)) return true;
  return isOdd(value) || closes;
}

function isBeside({ token: value, quoted, pin }: Telling): boolean {
  if (quoted) return false;
  if (pin) return /^\d{4}$/.test(value);
  return /^\d{4,}$/.test(value) || (isOdd(value) && /[\p{L}]/u.test(value) && /\d/.test(value));
}

/** No ordinary word: has a digit, a mark or a capital inside. */
const isOdd = (value: string): boolean => /\d|[^\p{L}\p{N}'’-]|\p{Ll}\p{Lu}/u.test(value);

const span = (start: number, length: number, type: Secret['type']): Secret => ({ start, end: start + length, type });
