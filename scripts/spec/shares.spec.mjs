import { shareOf } from '../testing/shares.mjs';

describe('Shares of the spec files', () => {
  const files = ['a', 'bbbb', 'cc', 'ddd', 'eeeee', 'f'];
  const cost = ({ length }) => length;
  const shares = (count) => Array.from({ length: count }, (_, index) => shareOf(files, index, count, cost));

  it('hold each file once', () => {
    for (const count of [1, 2, 3, 8]) expect(shares(count).flat().sort()).toEqual(files);
  });

  it('cost much the same', () => {
    expect(shares(2).map((share) => share.join('').length)).toEqual([8, 8]);
  });

  it('are the same in whatever order the files were found', () => {
    expect(shareOf([...files].reverse(), 0, 2, cost)).toEqual(shareOf(files, 0, 2, cost));
  });
});
