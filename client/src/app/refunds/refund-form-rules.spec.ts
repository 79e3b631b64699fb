import type { Refundable } from '@candour/shared/refunds.js';
import { minorOf } from '../ui/amounts';
import { isAllOf, scopeOf, SHIPPING } from './refund-form-rules';

const refundable = { lines: [{ lineId: 'a' }, { lineId: 'b' }] } as unknown as Refundable;
const none = { full: false, units: new Map<string, number>(), amounts: new Map<string, string>() };

describe('What is typed into a refund', () => {
  it('is an amount with a point or a comma, or none', () => {
    expect(['12', '12.5', '12,50', ' 0.01 '].map(minorOf)).toEqual([1200, 1250, 1250, 1]);
    expect(['', '-1', '1.234', '1e3', 'ten'].map(minorOf)).toEqual(Array(5).fill(undefined));
  });

  it('is everything, or parts of which each is named once', () => {
    expect(scopeOf({ ...none, full: true }, refundable)).toEqual({ scope: 'full' });
    expect(scopeOf(none, refundable)).toBeUndefined();
    const both = {
      ...none,
      units: new Map([['a', 2]]),
      amounts: new Map([
        ['a', '5'],
        ['b', '1,20'],
        [SHIPPING, '4'],
      ]),
    };
    expect(scopeOf(both, refundable)).toEqual({
      scope: 'parts',
      parts: [
        { kind: 'line', lineId: 'a', quantity: 2 },
        { kind: 'line-amount', lineId: 'b', amount: 120 },
        { kind: 'shipping', amount: 400 },
      ],
    });
    expect(scopeOf({ ...none, amounts: new Map([['b', 'x']]) }, refundable)).toBeUndefined();
  });

  it('stands beside what a return fixed, and knows when that is the whole order', () => {
    const fixed = [{ kind: 'line', lineId: 'a', quantity: 2 }] as const;
    const amounts = new Map([[SHIPPING, '4.90']]);
    expect(scopeOf({ ...none, amounts }, refundable, fixed)).toEqual({
      scope: 'parts',
      parts: [...fixed, { kind: 'shipping', amount: 490 }],
    });
    const left = (a: number, b: number) => ({
      lines: [
        { lineId: 'a', quantityLeft: a },
        { lineId: 'b', quantityLeft: b },
      ] as unknown as Refundable['lines'],
    });
    expect([isAllOf(fixed, { lines: left(2, 0).lines.slice(0, 1) }), isAllOf(fixed, left(2, 1))]).toEqual([
      true,
      false,
    ]);
  });
});
