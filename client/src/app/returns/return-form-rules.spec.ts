import type { Return, ReturnableLine, ReturnLine } from '@candour/shared/returns.js';
import { asksOf, deedsOf, findingOf, goodsOf, receiptOf, unchosen } from './return-form-rules';

const verdict = {} as ReturnLine['verdict'];
const line = (more: Partial<ReturnLine>): ReturnLine => ({
  ...{ id: 'r1', lineId: 'l1', title: 'Sofa', quantity: 3, received: 0, damaged: 0, reason: 'damaged', opened: false },
  ...{ reception: 'awaiting', acceptance: 'pending', dispositions: [], verdict },
  ...more,
});
const returned = (more: Partial<Return>): Return =>
  ({ can: ['approve', 'decline', 'cancel', 'pickup'], method: 'drop_off', lines: [line({})], ...more }) as Return;

describe('the forms of returns', () => {
  it('ask for lines with units, and for no more than are left', () => {
    const lines = [
      { lineId: 'l1', left: 2 },
      { lineId: 'l2', left: 4 },
    ] as ReturnableLine[];
    const chosen = new Map([['l1', { ...unchosen, quantity: 5, note: ' torn ' }]]);
    expect(asksOf(lines, chosen)).toEqual([
      { lineId: 'l1', quantity: 2, reason: 'changed-mind', opened: false, note: 'torn' },
    ]);
  });

  it('offer what comes next first, and no carrier for what is dropped off', () => {
    expect(deedsOf(returned({}))).toEqual(['approve', 'decline', 'cancel']);
    expect(deedsOf(returned({ method: 'freight_pickup' }))).toContain('pickup');
  });

  it('settle without money only what is not owed any', () => {
    const accepted = [line({ received: 3, acceptance: 'accepted' })];
    const inspected = { can: ['resolve', 'settle'] as Return['can'], lines: accepted };
    expect(deedsOf(returned(inspected))).toEqual(['resolve']);
    expect(deedsOf(returned({ ...inspected, resolution: 'refund', owed: [] }))).toEqual([]);
    expect(deedsOf(returned({ ...inspected, resolution: 'repair_visit' }))).toEqual(['settle']);
    expect(deedsOf(returned({ ...inspected, lines: [line({ acceptance: 'rejected' })] }))).toEqual(['settle']);
  });

  it('receive what is awaited unless less is said', () => {
    const lines = [line({})];
    expect(receiptOf(lines, new Map([['l1', goodsOf(line({}))]]))).toEqual({
      move: 'receive',
      lines: [{ lineId: 'l1', received: 3, damaged: 0 }],
    });
    expect(receiptOf(lines, new Map([['l1', { ...goodsOf(line({})), received: 0 }]]))).toBeUndefined();
  });

  it('send no finding while a unit has no place', () => {
    const came = line({ received: 3, damaged: 1 });
    const goods = goodsOf(came);
    expect(findingOf([came], new Map([['l1', goods]]))).toEqual({
      move: 'inspect',
      lines: [
        {
          ...{ lineId: 'l1', acceptance: 'accepted' },
          dispositions: [
            { disposition: 'restocked', quantity: 2 },
            { disposition: 'refurbish', quantity: 1 },
          ],
        },
      ],
    });
    expect(findingOf([came], new Map([['l1', { ...goods, units: new Map([['restocked', 2]]) }]]))).toBeUndefined();
  });
});
