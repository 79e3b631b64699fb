import fc from 'fast-check';
import { anyCard, customary, grouped, withCheckDigit } from './cards.testing.js';
import { inspect, maskText, worthInspecting } from './guard.rules.js';
import { inspectTail } from './split.rules.js';

const masked = (text: string): string => maskText(text, inspect(text).spans).text;
const digitsOf = (text: string): string => text.replace(/\D/g, '');
const times = { numRuns: 1500 };

/** What people say around a number, `…` where it stands. */
const sentences = fc.constantFrom(
  '…', 'I mean …', 'please charge …', 'it is … and not the other one', '… thanks!', 'for the item … please', 'I paid my order with …',
  'I ordered 2 chairs on 12 May and paid with …, can you check?', 'order 1042: …', 'in order … ok?', 'Order #1042-55871. … is what I used',
  'my number? …', 'can you take … (exp 12/27)?', 'call me at 3pm, …', 'Hi, Jean here: …', 'the tracking page asks for payment: …',
  'ich meine …', 'bitte mit … bezahlen', 'für die Bestellung … danke', 'Das Paket kam nicht, bezahlt habe ich mit …', 'Rechnung über 199,00 EUR: …',
  'Am 12.03.2026 habe ich … benutzt', 'je veux dire …', 'pour ma commande …', "j'ai payé avec … le 12 mars", 'le colis … merci',
  'voici : …', 'te envío …', 'pagué el pedido con …', 'quiero decir … gracias', 'el artículo … por favor', 'son las 15:30, …',
); // prettier-ignore
const mark = fc.constantFrom('', ' ', '-', '.', '  ', ' - ', '\u00a0', '/', '_', '\n', '\u200b');
const label = fc.constantFrom(
  '', 'first half ', '2nd half ', 'part 1: ', 'part 2 of 3: ', '1/2 ', '2/2: ', '(3) ', '1. ', 'then ', 'and the rest is ', 'here it goes: ',
  'Teil 2: ', 'die 1. Hälfte: ', 'und dann ', '2e moitié : ', 'la suite : ', '1ª parte: ', 'y luego ',
); // prettier-ignore
const closing = fc.constantFrom('', ' thanks', ' (1/2)', ', ok?', ' und weiter', '.', ' 👍', ', 2 more', ' merci');

describe('any card number', () => {
  it('is hidden in any ordinary sentence, in customary groups behind any mark', () => {
    fc.assert(
      fc.property(anyCard, fc.boolean(), mark, sentences, (card, solid, between, sentence) => {
        const written = solid ? card : grouped(card, customary(card)).join(between);
        const left = masked(sentence.replace('…', written));
        // What is left is the sentence's own digits and the last four, where these stand together.
        const kept = ['', card.slice(-4)].map((shown) => digitsOf(sentence.replace('…', shown)));
        return kept.includes(digitsOf(left));
      }),
      times,
    );
  });

  it('is hidden when it is split over two or three messages with labels and words', () => {
    const pieces = fc.tuple(anyCard, fc.integer({ min: 0, max: 6 }), fc.integer({ min: 4, max: 6 }), fc.boolean());
    const words = fc.tuple(label, closing);
    fc.assert(
      fc.property(pieces, fc.array(words, { minLength: 3, maxLength: 3 }), ([card, cut, size, three], around) => {
        const second = three ? 4 + size : card.length;
        const cuts = [4 + (three ? 0 : cut), second];
        const parts = [card.slice(0, cuts[0]), card.slice(cuts[0], cuts[1]), card.slice(cuts[1])].filter(Boolean);
        const said = parts.map((part, i) => `${around[i]![0]}${part}${around[i]![1]}`);
        const spans = inspectTail(said);
        return said.every((_, i) => {
          const start = around[i]![0].length;
          const own = spans[i]!.find((span) => span.start <= start && span.end >= start + parts[i]!.length);
          return own !== undefined;
        });
      }),
      times,
    );
  });

  it('is hidden in halves and fours with words between', () => {
    const between = fc.constantFrom(
      ' and then ',
      ', second half ',
      ' followed by ',
      ' 2nd: ',
      ' gefolgt von ',
      ' puis ',
      ' y después ',
    );
    fc.assert(
      fc.property(anyCard, between, fc.constantFrom([8, 8], [4], [12, 4], [4, 12]), (card, words, sizes) => {
        fc.pre(card.length === 16);
        const text = `it is ${grouped(card, sizes).join(words)} ok`;
        const left = digitsOf(masked(text).replaceAll(words, ' '));
        return left === card.slice(-4);
      }),
      times,
    );
  });
});

const number = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((digits) => digits.join(''));

/** Numbers of a shop's day that are no cards. */
const others: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'order numbers': fc.tuple(number(4), number(5)).map(([a, b]) => `order #${a}-${b}`),
  'bare long order numbers': number(12).map((digits) => `my order ${digits} is late`),
  'tracking numbers that would pass as a card': anyCard.map((card) => `Tracking number: ${card}, sent on 12/03/2026`),
  'their German kind': anyCard.map((card) => `Meine Sendungsnummer lautet ${card}.`),
  'their French kind': anyCard.map((card) => `Le numéro de suivi est ${card}`),
  'their Spanish kind': anyCard.map((card) => `El número de pedido es ${card}`),
  'UPS numbers': number(10).map((digits) => `1Z999AA1${digits}`),
  'EAN-13': number(12).map((digits) => `EAN ${ean(digits)} or ${ean(digits)}?`),
  'EAN-13 that pass as a legacy Visa': number(11).map((digits) => `barcode ${withCheckDigit(`4${digits}`)}`),
  'phone numbers': fc.tuple(number(3), number(7)).map(([a, b]) => `+49 1${a} ${b} or 01${a} ${b} or +34 6${a} ${b}`),
  dates: fc
    .date({ min: new Date(0), max: new Date('2037-12-31'), noInvalidDate: true })
    .map((date) => `${date.toISOString()} or ${date.toISOString().slice(0, 10)} at 10:30, 12.03.2026`),
  prices: fc.array(number(3), { minLength: 2, maxLength: 5 }).map((all) => all.map((one) => `${one}.99 EUR`).join(', ')),
}; // prettier-ignore

const ean = (digits: string): string => {
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0);
  return digits + ((10 - (sum % 10)) % 10);
};

describe('what is no card number', () => {
  for (const [kind, texts] of Object.entries(others)) {
    it(`stays readable: ${kind}`, () => {
      fc.assert(
        fc.property(texts, (text) => masked(text) === text),
        times,
      );
    });
  }

  it('stays readable but for a few where three messages of a shop day follow each other', () => {
    const day = fc.constantFrom(
      'order {5} please', 'it was 2 chairs and 1 table', 'my order is #{4}-{5}', 'since 12.03.2026 nothing', 'phone 0170 {7}', 'postcode {5}',
      'call +49 170 {7}', 'article {3}.{3}.{2}', 'it costs 1.{3},00 EUR', 'tracking number 00340434{12}', 'at 15:30', 'ok', 'still waiting',
    ); // prettier-ignore
    const filled = fc.tuple(day, number(40)).map(([text, digits]) => {
      let at = 0;
      return text.replace(/\{(\d+)\}/g, (_, size: string) => digits.slice(at, (at += Number(size))));
    });
    const talks = fc.sample(fc.tuple(filled, filled, filled), { numRuns: 4000, seed: 42 });
    const altered = talks.filter((talk) => inspectTail(talk).some((spans) => spans.length > 0));
    expect(altered.length).toBeLessThan(talks.length / 66);
  });

  it('is not even read where a message has no digits', () => {
    for (const text of ['Hello, where is my sofa?', 'Danke schön!', 'Merci beaucoup', '¿Dónde está mi pedido?']) {
      expect(worthInspecting(text)).toBeFalse();
    }
  });
});
