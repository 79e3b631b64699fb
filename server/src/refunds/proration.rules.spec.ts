import { currencies } from '@candour/shared/money.js';
import fc from 'fast-check';
import { nothingTaken, paidOf, partOf, proportion, shareOf, type PricedOrder, type Taken } from './proration.rules.js';

const HISTORIES = 10_000;

/** Refunds all units of a line in these steps and gives what each step gave. */
function inSteps(
  line: { id: string; quantity: number; amount: number; tax: number },
  steps: readonly number[],
): Taken[] {
  let before = nothingTaken;
  return steps.map((quantity) => {
    const { amount, tax } = shareOf(line, before, quantity);
    before = { quantity: before.quantity + quantity, amount: before.amount + amount, tax: before.tax + tax };
    return { quantity, amount, tax };
  });
}

const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0);

describe('the proration', () => {
  it('gives 179.25 for ten at 23.90 GBP with a quarter off, not ten times a rounded unit', () => {
    const { lines } = paidOf({
      taxesIncluded: true,
      shipping: 0,
      tax: 2988,
      total: 17_925,
      lines: [{ id: 'a', quantity: 10, total: 17_925, tax: 2988 }],
    });
    expect(shareOf(lines[0]!, nothingTaken, 10)).toEqual({ amount: 17_925, tax: 2988 });
    const one = inSteps(lines[0]!, Array<number>(10).fill(1));
    expect(sum(one.map(({ amount }) => amount))).toBe(17_925);
    expect(sum(one.map(({ tax }) => tax))).toBe(2988);
    expect(new Set(one.map(({ amount }) => amount))).toEqual(new Set([1792, 1793]));
  });

  it('leaves a discount on its lines: of 150 and 60 with a fifth off the first gives 120, not 108', () => {
    const { lines } = paidOf({
      taxesIncluded: true,
      shipping: 0,
      tax: 0,
      total: 16_800,
      lines: [
        { id: 'a', quantity: 1, total: 12_000, tax: 0 },
        { id: 'b', quantity: 1, total: 4800, tax: 0 },
      ],
    });
    expect(shareOf(lines[0]!, nothingTaken, 1).amount).toBe(12_000);
    expect(shareOf(lines[1]!, nothingTaken, 1).amount).toBe(4800);
  });

  it('knows the tax of the shipping: 10 and 5 for shipping at 21 % give 18.15, not 12.10', () => {
    const { lines, shipping, rest } = paidOf({
      taxesIncluded: false,
      shipping: 500,
      tax: 315,
      total: 1815,
      lines: [{ id: 'a', quantity: 1, total: 1000, tax: 210 }],
    });
    expect(shareOf(lines[0]!, nothingTaken, 1)).toEqual({ amount: 1210, tax: 210 });
    expect(shipping).toEqual({ amount: 605, tax: 105 });
    expect(partOf(shipping, nothingTaken, 605)).toEqual({ amount: 605, tax: 105 });
    expect(rest).toEqual({ amount: 0, tax: 0 });
  });

  for (const [total, part, whole, expected] of [
    [100, 1, 3, 33],
    [100, 2, 3, 67],
    [1, 1, 2, 1],
    [-1, 1, 2, -1],
    [0, 1, 7, 0],
    [9_007_199_254_740_991, 6, 7, 7_720_456_504_063_707],
  ] as const) {
    it(`takes ${part} of ${whole} of ${total} as ${expected}`, () => {
      expect(proportion(total, part, whole)).toBe(expected);
    });
  }

  it('takes nothing more where goodwill already gave more than the share', () => {
    const line = { id: 'a', quantity: 2, amount: 1000, tax: 200 };
    expect(shareOf(line, { quantity: 0, amount: 700, tax: 140 }, 1)).toEqual({ amount: 0, tax: 0 });
    expect(shareOf(line, { quantity: 1, amount: 700, tax: 140 }, 1)).toEqual({ amount: 300, tax: 60 });
  });

  for (const [quantity, taken] of [
    [0, 0],
    [-1, 0],
    [1.5, 0],
    [3, 0],
    [1, 2],
    [Number.NaN, 0],
  ] as const) {
    it(`refuses ${quantity} units of two of which ${taken} are taken`, () => {
      const line = { id: 'a', quantity: 2, amount: 1000, tax: 0 };
      expect(() => shareOf(line, { quantity: taken, amount: 0, tax: 0 }, quantity)).toThrowError(RangeError);
    });
  }

  for (const amount of [0, -1, 0.5, 606, Number.POSITIVE_INFINITY]) {
    it(`refuses ${amount} of a shipping of 605`, () => {
      expect(() => partOf({ amount: 605, tax: 105 }, nothingTaken, amount)).toThrowError(RangeError);
    });
  }
});

/** The parts of an order and the steps in which everything of it goes back, one after the other. */
const orders = fc.record({
  taxesIncluded: fc.boolean(),
  shipping: fc.integer({ min: 0, max: 20_000 }),
  shippingTax: fc.integer({ min: 0, max: 4000 }),
  lines: fc.array(
    fc.integer({ min: 1, max: 12 }).chain((quantity) =>
      fc.record({
        quantity: fc.constant(quantity),
        total: fc.integer({ min: 0, max: 900_000 }),
        taxShare: fc.integer({ min: 0, max: 27 }),
        cuts: fc.uniqueArray(fc.integer({ min: 1, max: Math.max(1, quantity - 1) }), { maxLength: quantity - 1 }),
      }),
    ),
    { minLength: 1, maxLength: 6 },
  ),
});

type Made = typeof orders extends fc.Arbitrary<infer T> ? T : never;

function priced(made: Made): PricedOrder {
  const lines = made.lines.map(({ quantity, total, taxShare }, i) => ({
    id: String(i),
    quantity,
    total,
    tax: proportion(total, taxShare, 100 + (made.taxesIncluded ? taxShare : 0)),
  }));
  const tax = sum(lines.map((line) => line.tax)) + (made.shipping > 0 ? made.shippingTax : 0);
  const total = sum(lines.map((line) => line.total)) + made.shipping + (made.taxesIncluded ? 0 : tax);
  return { taxesIncluded: made.taxesIncluded, shipping: made.shipping, tax, total, lines };
}

/** `[3, 5]` of a line of eight units is three, two and three. */
function stepsOf(cuts: readonly number[], quantity: number): number[] {
  const ends = [0, ...cuts.filter((cut) => cut < quantity).toSorted((a, b) => a - b), quantity];
  return ends.slice(1).map((end, i) => end - ends[i]!);
}

/** All that the parts of an order give back in these steps, each no more than a cent from its fair share. */
function givenBack(order: PricedOrder, cuts: readonly (readonly number[])[]): { amount: number; tax: number } {
  const { lines, shipping, rest } = paidOf(order);
  const given: { amount: number; tax: number }[] = [rest];
  for (const [i, line] of lines.entries()) {
    for (const step of inSteps(line, stepsOf(cuts[i]!, line.quantity))) {
      const fair = (line.amount * step.quantity) / line.quantity;
      if (Math.abs(step.amount - fair) >= 1) throw new Error(`${step.amount} instead of ${fair} for a step.`);
      given.push(step);
    }
  }
  if (shipping.amount > 1) {
    const first = partOf(shipping, nothingTaken, Math.ceil(shipping.amount / 2));
    given.push(first, partOf(shipping, first, shipping.amount - first.amount));
  } else given.push(shipping);
  return { amount: sum(given.map(({ amount }) => amount)), tax: sum(given.map(({ tax }) => tax)) };
}

describe('any history of refunds', () => {
  for (const currency of currencies) {
    it(`of ${HISTORIES} in ${currency} gives back what was paid to the cent`, () => {
      const property = fc.property(orders, (made) => {
        const order = priced(made);
        const given = givenBack(
          order,
          made.lines.map((line) => line.cuts),
        );
        return given.amount === order.total && given.tax === order.tax;
      });
      expect(() => fc.assert(property, { numRuns: HISTORIES })).not.toThrow();
    });
  }
});
