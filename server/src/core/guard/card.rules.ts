/** A run of digits in a reading, cut into the groups in which it was written. `[start, end)` of the reading. */
export interface Group {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

export interface Found {
  readonly start: number;
  readonly end: number;
  readonly type: 'card' | 'cvv';
  /** Characters at its end that may stay readable; without it, the last four digits. */
  readonly shows?: number;
}

/** First digits and lengths by issuer (ISO/IEC 7812; ranges as the schemes publish them, from memory: unverified). */
const issuers: readonly { readonly from: number; readonly to: number; readonly lengths: readonly number[] }[] = [
  { from: 4, to: 4, lengths: [13, 16, 18, 19] }, // Visa
  { from: 51, to: 55, lengths: [16] }, // Mastercard
  { from: 2221, to: 2720, lengths: [16] },
  { from: 34, to: 34, lengths: [15] }, // American Express
  { from: 37, to: 37, lengths: [15] },
  { from: 6011, to: 6011, lengths: [16, 17, 18, 19] }, // Discover
  { from: 644, to: 659, lengths: [16, 17, 18, 19] },
  { from: 300, to: 305, lengths: [14, 16, 17, 18, 19] }, // Diners Club
  { from: 3095, to: 3095, lengths: [14, 16, 17, 18, 19] },
  { from: 36, to: 36, lengths: [14, 16, 17, 18, 19] },
  { from: 38, to: 39, lengths: [14, 16, 17, 18, 19] },
  { from: 3528, to: 3589, lengths: [16, 17, 18, 19] }, // JCB
  { from: 62, to: 62, lengths: [16, 17, 18, 19] }, // UnionPay
  { from: 81, to: 81, lengths: [16, 17, 18, 19] },
  { from: 5018, to: 5020, lengths: [13, 14, 15, 16, 17, 18, 19] }, // Maestro, Dankort
  { from: 5038, to: 5038, lengths: [13, 14, 15, 16, 17, 18, 19] },
  { from: 5893, to: 5893, lengths: [13, 14, 15, 16, 17, 18, 19] },
  { from: 6304, to: 6304, lengths: [13, 14, 15, 16, 17, 18, 19] },
  { from: 6759, to: 6763, lengths: [13, 14, 15, 16, 17, 18, 19] },
  { from: 2200, to: 2204, lengths: [16, 17, 18, 19] }, // Mir
  { from: 9792, to: 9792, lengths: [16] }, // Troy
];

export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    sum += i % 2 === 0 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9;
  }
  return sum % 10 === 0;
}

/** Thirteen digits that begin like a Visa are far more often a German EAN: they need the word "card" before them. */
export function isCardNumber(digits: string, calledCard = false): boolean {
  const length = digits.length;
  if (length < 13 || length > 19 || (length === 13 && !calledCard)) return false;
  // Most runs of digits fail the check digit, which is cheaper to ask.
  if (!passesLuhn(digits)) return false;
  return issuersOf(digits).some(({ lengths }) => lengths.includes(length));
}

/** Issuers whose numbers begin with these four digits. */
const issuersOf = (digits: string): readonly (typeof issuers)[number][] => {
  const prefix = Number(digits.slice(0, 4));
  return issuers.filter(({ from, to }) => {
    const shortened = Math.floor(prefix / 10 ** (4 - String(from).length));
    return shortened >= from && shortened <= to;
  });
};

/** Whether a card number may begin so; what is shorter than four digits tells too little. */
export const mayBeginCard = (digits: string): boolean => digits.length < 4 || issuersOf(digits).length > 0;

/** What people put between digits: up to three marks or spaces, or a word like "and then". */
const joint =
  '(?:[^\\p{L}\\p{N}]{0,3}|[^\\p{L}\\p{N}]{1,3}(?:and|then|and then|next|und|dann|und dann|et|puis|et puis|ensuite|y|luego|y luego)[^\\p{L}\\p{N}]{1,3})';
const thirteenDigits = /(?:\d\D*){13}/;
const digitRun = new RegExp(`\\d(?:${joint}\\d)*`, 'giu');
const calledCard =
  /(?:card|visa|amex|master|credit|debit|\bpan\b|karte|kredit|\bcarte|\bcb\b|cr[ée]dit|tarjeta|cr[ée]dito)[^\d]{0,40}$/i;
/** What a number that is no card is the number of. Alone, nearly all of them are ordinary words ("the item", "te envío"). */
const thing =
  '(?:order|tracking|parcel|shipment|consignment|invoice|bar ?code|sku|serial|article|item|bestellung|auftrag|sendung|paket|rechnung|artikel|serien|commande|suivi|colis|facture|pedido|seguimiento|env[ií]o|factura|art[ií]culo)';
const compound =
  '(?:bestell|bestellungs|auftrags|sendungs|sendungsverfolgungs|paket|rechnungs|artikel|serien|tracking)[\\s-]?(?:nummer|nr\\.?|code|id)';
const numberOf = "(?:num[ée]ro|n[úu]mero|n\\.?[°º]|c[óo]digo|code) (?:de |del |d['’])";
/** A solid number right behind such words is what they say. */
const calledOther = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${thing}[\\s-]{0,2}(?:number|num|no\\.?|nr\\.?|n\\.?[°º]|nummer|code|id|num[ée]ro|n[úu]mero|#)|${compound}|${numberOf}${thing}|tracking|sku)[\\s:=#-]{0,3}(?:is|ist|lautet|est|es)?[\\s:=#"']{0,3}$`,
  'iu',
);

export function groupsOf(text: string, start: number, end: number): Group[] {
  const groups: Group[] = [];
  for (const group of text.slice(start, end).matchAll(/\d+/g)) {
    groups.push({ digits: group[0], start: start + group.index, end: start + group.index + group[0].length });
  }
  return groups;
}

/** Runs of digits, with what joins them allowed between. */
export function digitRuns(text: string): { start: number; end: number }[] {
  return [...text.matchAll(digitRun)].map((run) => ({ start: run.index, end: run.index + run[0].length }));
}

/** Card numbers in a reading, and the security codes written behind them. */
export function cardsIn(text: string): Found[] {
  const found: Found[] = [];
  if (!thirteenDigits.test(text)) return found;
  const runs = digitRuns(text).map(({ start, end }) => groupsOf(text, start, end));
  for (const groups of runs) {
    if (groups.at(-1)!.end - groups[0]!.start >= 13) found.push(...cardsInRun(text, groups));
  }
  return runs.length > 1 ? [...found, ...cardsInPieces(text, runs, found)] : found;
}

function cardsInRun(text: string, groups: readonly Group[]): Found[] {
  const before = text.slice(Math.max(0, groups[0]!.start - 60), groups[0]!.start);
  const called = calledCard.test(before);
  const other = !called && calledOther.test(before);
  const phone = before.endsWith('+');
  const found: Found[] = [];
  for (let first = 0; first < groups.length; first++) {
    if (first === 0 && other && groups[0]!.digits.length >= 13) continue;
    const glued = cardWithExpiryGlued(groups[first]!);
    if (glued) {
      found.push(...glued);
      continue;
    }
    const last = lastOfCard(text, groups, first, called, phone);
    if (last === undefined) continue;
    found.push({ start: groups[first]!.start, end: groups[last]!.end, type: 'card' });
    const code = codeBehind(groups, last + 1);
    if (code) found.push({ start: code.start, end: code.end, type: 'cvv' });
    first = last;
  }
  return found;
}

/** The longest card number that begins with this group and ends with a group. */
function lastOfCard(
  text: string,
  groups: readonly Group[],
  first: number,
  called: boolean,
  phone: boolean,
): number | undefined {
  let digits = '';
  let answer: number | undefined;
  for (let last = first; last < groups.length && digits.length <= 19; last++) {
    digits += groups[last]!.digits;
    if (!isCardNumber(digits, called)) continue;
    const taken = groups.slice(first, last + 1);
    const alone = first === 0 && groups.length - last <= 4 && isRest(groups.slice(last + 1));
    const unusual = !phone && (alone || standsApart(text, groups, first, last));
    if (isCustomary(taken) || (unusual && !looksLikeDates(text, taken))) answer = last;
  }
  return answer;
}

/** Joined by one mark, and to the numbers around it by others: "2 times: 41111 11111 111111, 3 chairs". */
function standsApart(text: string, groups: readonly Group[], first: number, last: number): boolean {
  const mark = (i: number): string | undefined =>
    groups[i - 1] && groups[i] && text.slice(groups[i - 1]!.end, groups[i]!.start);
  const inner = mark(first + 1);
  for (let i = first + 2; i <= last; i++) if (mark(i) !== inner) return false;
  return mark(first) !== inner && mark(last + 1) !== inner;
}

/** How far the pieces of a number with words between may lie apart, in characters. */
const APART = 60;

/** "First half 41111111, second half 11111111": customary pieces, and at most labels such as "2/2" between. */
function cardsInPieces(text: string, runs: readonly (readonly Group[])[], known: readonly Found[]): Found[] {
  const pieces = runs
    .filter(([head]) => head && text[head.start - 1] !== '+')
    .flat()
    .filter(({ digits, start }) => digits.length > 2 && !known.some((one) => start >= one.start && start < one.end));
  const found: Found[] = [];
  for (let first = 0; first < pieces.length; first++) {
    let digits = pieces[first]!.digits;
    for (let last = first + 1; last < pieces.length && digits.length <= 15; last++) {
      if (pieces[last]!.start - pieces[last - 1]!.end > APART) break;
      digits += pieces[last]!.digits;
      const taken = pieces.slice(first, last + 1);
      if (!isCardNumber(digits) || !isInPieces(taken)) continue;
      found.push(...taken.map(({ start, end }, i) => ({ start, end, type: 'card' as const, ...(i < last - first ? { shows: 0 } : {}) }))); // prettier-ignore
      first = last;
      break;
    }
  }
  return found;
}

/** Fours, halves, and what American Express is cut into. */
const isInPieces = (groups: readonly Group[]): boolean =>
  /^(?:4-4-4-4|4-6-[45]|8-8|8-7|7-8|4-12|12-4|4-4-8|8-4-4|4-8-4|6-10|10-6)$/.test(shapeOf(groups));

const shapeOf = (groups: readonly Group[]): string => groups.map(({ digits }) => digits.length).join('-');

/** How cards are written: solid, in fours, 4-6-5, 4-6-4, two halves, or digit by digit. */
function isCustomary(groups: readonly Group[]): boolean {
  return /^(?:\d\d|4-4-4-[1-4](?:-[1-3])?|4-6-[45]|8-8|4-12|12-4|1(?:-1)+|2(?:-2)+(?:-1)?)$/.test(shapeOf(groups));
}

/** Behind a number in an unusual grouping may stand its expiry and code, nothing else. */
function isRest(groups: readonly Group[]): boolean {
  const rest = groups.map((group) => group.digits).join(' ');
  return /^(?:(?:(?:0?[1-9]|1[0-2]) ?(?:20)?[2-4]\d)?(?: ?\d{3,4})?)$/.test(rest);
}

/** Prices, dates and times in a row, told by the different marks between them. */
function looksLikeDates(text: string, groups: readonly Group[]): boolean {
  const marks = new Set<string>();
  for (let i = 1; i < groups.length; i++) marks.add(text.slice(groups[i - 1]!.end, groups[i]!.start));
  if (marks.size < 2) return false;
  const written = text.slice(groups[0]!.start, groups.at(-1)!.end);
  return /\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\d:\d\d(?!\d)|\d[.,]\d\d(?!\d)/.test(written);
}

/** `4111111111111111` `1227` `123` typed without a space. */
function cardWithExpiryGlued({ digits, start }: Group): Found[] | undefined {
  if (digits.length < 19 || isCardNumber(digits)) return undefined;
  const rest = /(?:0[1-9]|1[0-2])(?:2[4-9]|3\d)(\d{3,4})?$/.exec(digits);
  for (const length of [16, 15]) {
    const tail = digits.length - length;
    const fits = rest !== null && (tail === 4 || tail === 7 || tail === 8) && isCardNumber(digits.slice(0, length));
    if (!fits) continue;
    const card: Found = { start, end: start + length, type: 'card' };
    return tail === 4 ? [card] : [card, { start: start + length + 4, end: start + digits.length, type: 'cvv' }];
  }
  return undefined;
}

/** The three or four digits behind a card number, or behind its expiry. */
function codeBehind(groups: readonly Group[], from: number): Group | undefined {
  const rest = groups.slice(from, from + 3);
  const expiry = /^(?:(?:0?[1-9]|1[0-2]) (?:20)?[2-4]\d|(?:0[1-9]|1[0-2])[2-4]\d)(?: |$)/.exec(
    rest.map((group) => group.digits).join(' '),
  );
  const skipped = expiry ? expiry[0].trim().split(' ').length : 0;
  const code = rest[skipped];
  return code && /^\d{3,4}$/.test(code.digits) ? code : undefined;
}
