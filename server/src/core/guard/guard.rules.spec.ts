import fc from 'fast-check';
import { anyCard, grouped } from './cards.testing.js';
import { inspect, maskText, unitedSpans } from './guard.rules.js';

const masked = (text: string): string => maskText(text, inspect(text).spans).text;
const types = (text: string): string[] => inspect(text).spans.map(({ type }) => type);

/** Published test numbers of the schemes. */
const testCards = [
  '4111111111111111', '4012888888881881', '4242424242424242', '5555555555554444', '5105105105105100',
  '2223003122003222', '2223000048400011', '5200828282828210', '378282246310005', '371449635398431',
  '378734493671000', '6011111111111117', '6011000990139424', '30569309025904', '38520000023237',
  '3530111333300000', '3566002020360505', '6200000000000005',
]; // prettier-ignore

describe('the guard on card numbers', () => {
  for (const card of testCards) {
    it(`hides ${card} but its last four digits`, () => {
      expect(masked(`It is ${card}, thanks`)).toBe(`It is ${'•'.repeat(card.length - 4)}${card.slice(-4)}, thanks`);
    });
  }

  const hidden: readonly (readonly [why: string, text: string, masked: string])[] = [
    ['in fours', '4111 1111 1111 1111', '•••••••••••••••1111'],
    ['with dashes', '4111-1111-1111-1111', '•••••••••••••••1111'],
    ['with dots', '4111.1111.1111.1111', '•••••••••••••••1111'],
    ['with no-break spaces', '4111\u00a01111\u00a01111\u00a01111', '•••••••••••••••1111'],
    ['American Express, 4-6-5', '3782 822463 10005', '•••••••••••••0005'],
    ['digit by digit', '4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1', '•'.repeat(31)],
    ['in odd groups', '41111 11111 111111', '••••••••••••••1111'],
    ['on two lines', '4111 1111\n1111 1111', '•••••••••••••••1111'],
    ['in halves with words', '41111111 and then 11111111', '••••••••••••••••••••••1111'],
    ['in halves with German words', '41111111 und dann 11111111', '••••••••••••••••••••••1111'],
    ['with joiners that nobody sees', '4111\u200b1111\u200d1111\u00ad1111', '•••••••••••••••1111'],
    ['in full-width digits', '４１１１１１１１１１１１１１１１', '•'.repeat(16)],
    ['in Arabic-Indic digits', '٤١١١١١١١١١١١١١١١', '•'.repeat(16)],
    ['in Devanagari digits', '४१११११११११११११११', '•'.repeat(16)],
    ['in keycaps', '4️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣', `${'•'.repeat(46)}\ufe0f\u20e3`],
    ['spoken', `four ${'one '.repeat(15).trim()}`, '•'.repeat(64)],
    ['spoken in German', `vier ${'eins '.repeat(15).trim()}`, '•'.repeat(79)],
    ['behind a plus sign', '+4111111111111111', '+••••••••••••1111'],
    ['glued to letters', 'cc4111111111111111x', 'cc••••••••••••1111x'],
    ['with its expiry and code behind', '4111 1111 1111 1111 12/27 123', '•••••••••••••••1111 12/27 •••'],
    ['in odd groups with its expiry', '4111 11111111 1111 12/27', '••••••••••••••1111 12/27'],
    ['all glued', '41111111111111111227123', '••••••••••••11111227•••'],
    ['two of them', '4111111111111111 5555555555554444', '••••••••••••1111 ••••••••••••4444'],
    ['behind another number', 'Order 1001: 4111 1111 1111 1111', 'Order 1001: •••••••••••••••1111'],
    ['behind "I mean"', 'I mean 4111111111111111', 'I mean ••••••••••••1111'],
    ['behind a name that ends like EAN', 'Jean 4242424242424242', 'Jean ••••••••••••4242'],
    ['behind an EAN that is none', 'EAN 4111111111111111', 'EAN ••••••••••••1111'],
    ['behind "in order"', 'in order: 4111111111111111', 'in order: ••••••••••••1111'],
    ['behind "the item"', 'I paid for the item 4111111111111111', 'I paid for the item ••••••••••••1111'],
    ['behind "my order"', 'To pay my order 4111111111111111', 'To pay my order ••••••••••••1111'],
    ['behind "te envío"', 'te envío 4111111111111111', 'te envío ••••••••••••1111'],
    ['behind "ma commande"', 'pour ma commande : 4111111111111111', 'pour ma commande : ••••••••••••1111'],
    ['behind "Paket"', 'Für das Paket 4111111111111111', 'Für das Paket ••••••••••••1111'],
    [
      'in odd groups beside other numbers',
      '2 times: 41111 11111 111111, 3 chairs',
      '2 times: ••••••••••••••1111, 3 chairs',
    ],
    ['in labelled halves', '1st half 41111111, 2nd half 11111111', '1st half ••••••••, 2nd half ••••1111'],
    [
      'in fours among words',
      '4111 then comes 1111 and 1111 and at last 1111',
      '•••• then comes •••• and •••• and at last 1111',
    ],
    ['thirteen digits called a card', 'my visa card 4222222222222', 'my visa card •••••••••2222'],
    [
      'a parcel word further off',
      'the order failed, card is 4111111111111111',
      'the order failed, card is ••••••••••••1111',
    ],
  ];
  for (const [why, text, expected] of hidden) {
    it(`hides one ${why}`, () => expect(masked(text)).toBe(expected));
  }

  const kept: readonly (readonly [why: string, text: string])[] = [
    ['a number that fails the check digit', '4111111111111112'],
    ['lists of pretended test cards', '4916711111111111 4485275524897845'],
    ['an EAN that begins like a Visa', 'EAN 4006381333931'],
    ['an EAN that passes as a legacy Visa', '4222222222222'],
    ['an order number', 'Order #1042-55871, please'],
    ['a parcel number called so', 'tracking number: 4012888888881881'],
    ['a parcel number called so in German', 'Sendungsnummer 4012888888881881'],
    ['a parcel number beside a date', 'tracking number 4012888888881881, 12/03/2026'],
    ['an order number called so', 'Order no. 4012888888881881 is late, order #4012888888881881 too'],
    ['an order number called so in French', 'mon numéro de commande est 4012888888881881'],
    ['a parcel number called so in Spanish', 'número de seguimiento: 4012888888881881'],
    ['an order number called so in German', 'Bestell-Nr. 4012888888881881, Auftrag Nr. 4012888888881881'],
    ['a UPS number', '1Z999AA10123456784'],
    ['a DHL number', '00340434161094042557'],
    ['a USPS number', '9400 1000 0000 0000 0000 00'],
    ['a phone number', '+49 170 1234567 or 0049 170 1234567'],
    ['a phone number and a year', 'Ruf an: +34 612 345 678, 2026'],
    ['dimensions', '200 x 160 x 90 cm, 45 kg'],
    ['a price with a date', 'paid 1.899,00 EUR on 2026-03-12 10:30'],
    ['several prices', '499.00, 599.00, 349.00 and 129.95'],
    ['a time stamp', '2026-03-12T10:30:00.000Z'],
    ['a UUID', '0190163d-8694-739b-aea5-966c26f8ad91'],
    ['an article number', 'Artikel 304.886.71'],
    ['a postal address', '12 Elm Street, 90210 Beverly Hills'],
    ['nothing at all', ''],
    ['a bunk bed', 'A bunk bed for my 12-year-old, 90x200, order 1001'],
  ];
  for (const [why, text] of kept) {
    it(`leaves ${why}`, () => expect(masked(text)).toBe(text));
  }

  it('finds every well-formed number, however it is written', () => {
    const separator = fc.constantFrom(
      '',
      ' ',
      '-',
      '.',
      ' - ',
      '/',
      '\u00a0',
      '\u2009',
      '_',
      ', ',
      '\n',
      '\u200b',
      ' • ',
    );
    fc.assert(
      fc.property(
        anyCard,
        separator,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        (card, mark, cuts) => {
          const written = grouped(card, cuts).join(mark);
          const { spans } = inspect(`so: ${written} ok`);
          return spans.length === 1 && spans[0]!.start === 4 && spans[0]!.end === 4 + written.length;
        },
      ),
    );
  });

  it('finds one in customary groups behind any mixture of marks', () => {
    const mark = fc.constantFrom(' ', '-', '.', '  ', ' - ', '\u00a0', '/');
    fc.assert(
      fc.property(anyCard, fc.array(mark, { minLength: 5, maxLength: 5 }), (card, marks) => {
        const written = grouped(card, [4]).reduce((text, group, i) => text + (i > 0 ? marks[i % 5] : '') + group, '');
        return types(written).join() === 'card';
      }),
    );
  });

  it('leaves nothing to find in what it masked, and keeps every other character', () => {
    const words = fc.constantFrom(
      'Hello ',
      'order 1001 ',
      'cvv 123 ',
      'my password is hunter2! ',
      '078-05-1120 ',
      'é😀 ',
    );
    const anything = fc.array(fc.oneof(words, anyCard, fc.string({ maxLength: 12 })), { maxLength: 6 });
    fc.assert(
      fc.property(anything, (pieces) => {
        const text = pieces.join('');
        const { spans } = inspect(text);
        const result = maskText(text, spans).text;
        const inside = (i: number): boolean => spans.some(({ start, end }) => i >= start && i < end);
        const sameOutside = [...text.split('').keys()].every((i) => inside(i) || result[i] === text[i]);
        const sorted = spans.every(({ start, end }, i) => start < end && start >= (spans[i - 1]?.end ?? 0));
        return (
          result.length === text.length &&
          sameOutside &&
          sorted &&
          inspect(result).spans.every(({ type }) => type !== 'card')
        );
      }),
      // Hiding the last number leaves digits that read as another.
      { examples: [[['36364667980989', '078-05-1120 ', '4000000000000002']]], numRuns: 500 },
    );
  });
});

describe('spans of several findings', () => {
  it('hide the whole of what overlaps, in order', () => {
    const spans = unitedSpans([
      { start: 8, end: 12, type: 'cvv' },
      { start: 0, end: 5, type: 'card' },
      { start: 3, end: 7, type: 'password' },
    ]);
    expect(maskText('0123456789abc', spans).text).toBe('•••••••7••••c');
    expect(spans.map(({ type }) => type)).toEqual(['password', 'cvv']);
  });
  it('leave the last four digits of a card that was masked before', () => {
    const once = maskText('4111111111111111', inspect('4111111111111111').spans);
    expect(maskText(once.text, unitedSpans([...once.masks, ...once.masks])).text).toBe(once.text);
  });
});

describe('the guard on secrets', () => {
  const hidden: readonly (readonly [text: string, masked: string, type: string])[] = [
    ['my password is hunter2', 'my password is •••••••', 'password'],
    ['My password is hunter', 'My password is ••••••', 'password'],
    ['Password: correct', 'Password: correct', ''],
    ['password: Tr0ub4dor&3.', 'password: •••••••••••.', 'password'],
    ['password for the shop is "open sesame"', 'password for the shop is "•••••••••••"', 'password'],
    ['pwd=abc123', 'pwd=••••••', 'password'],
    ['password hunter22', 'password ••••••••', 'password'],
    ['Mein Passwort lautet Sommer2026!', 'Mein Passwort lautet •••••••••••', 'password'],
    ['Kennwort: geheim1', 'Kennwort: •••••••', 'password'],
    ['mon mot de passe est Soleil33', 'mon mot de passe est ••••••••', 'password'],
    ['mdp : azerty12', 'mdp : ••••••••', 'password'],
    ['mi contraseña es Luna_45', 'mi contraseña es •••••••', 'password'],
    ['clave: sol12345', 'clave: ••••••••', 'password'],
    ['my PIN is 4821', 'my PIN is ••••', 'password'],
    ['cvv 123', 'cvv •••', 'cvv'],
    ['The CVC is 1234.', 'The CVC is ••••.', 'cvv'],
    ['security code: 1 2 3', 'security code: •••••', 'cvv'],
    ['Prüfnummer 987', 'Prüfnummer •••', 'cvv'],
    ['Sicherheitscode ist 987', 'Sicherheitscode ist •••', 'cvv'],
    ['le cryptogramme est 456', 'le cryptogramme est •••', 'cvv'],
    ['código de seguridad: 321', 'código de seguridad: •••', 'cvv'],
    ['123 is my cvv', '••• is my cvv', 'cvv'],
    ['SSN 219-09-9999', 'SSN •••••••••••', 'ssn'],
    ['my social security number is 219099999', 'my social security number is •••••••••', 'ssn'],
    ['IBAN DE89 3704 0044 0532 0130 00 bitte', 'IBAN ••••••••••••••••••••••••••• bitte', 'iban'],
    ['GB29NWBK60161331926819', '••••••••••••••••••••••', 'iban'],
    ['FR14 2004 1010 0505 0001 3M02 606', '•••••••••••••••••••••••••••••••••', 'iban'],
    ['ES9121000418450200051332', '••••••••••••••••••••••••', 'iban'],
  ];
  for (const [text, expected, type] of hidden) {
    it(`reads "${text}" as ${type || 'nothing'}`, () => {
      expect(masked(text)).toBe(expected);
      expect(types(text).join()).toBe(type);
    });
  }

  const kept = [
    'I forgot my password',
    'My password is not working.',
    'my password is wrong',
    'My password is probably wrong',
    'How do I reset my password?',
    'password reset link please',
    'I changed my password 2 times since 2024',
    'Ich habe mein Passwort vergessen',
    'Das Passwort ist falsch.',
    'Le mot de passe ne fonctionne pas',
    'La contraseña no funciona',
    'la clave es importante para mí y mi familia',
    'pin board 60 x 90, opinions please',
    'Mein PIN-Brett kam nicht an',
    'The security code 123456 came by mail',
    'SSN 000-12-3456 and 666-12-3456 and 219-00-1234',
    'article 123-45-67890',
    'DE89 3704 0044 0532 0130 01',
    'DE123456789',
    'four chairs, one table and two lamps, three shelves',
  ];
  for (const text of kept) it(`leaves "${text}"`, () => expect(masked(text)).toBe(text));
});
