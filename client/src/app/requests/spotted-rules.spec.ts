import { pieces } from './spotted-rules';

describe('the words that read like a request', () => {
  const shown = (...ask: Parameters<typeof pieces>) =>
    pieces(...ask).map(({ text, spotted }) => (spotted ? `[${text}]` : text));

  it('are cut out where they stand', () =>
    expect(
      shown('Please delete my data', [
        [7, 13],
        [14, 21],
      ]),
    ).toEqual(['Please ', '[delete]', ' ', '[my data]']));
  it('are cut out once where spans touch, and never behind the end', () =>
    expect(
      shown('my data', [
        [0, 5],
        [3, 30],
      ]),
    ).toEqual(['[my da]', '[ta]']));
  it('leave to each piece what is masked in it', () => {
    const [first, second] = pieces('pay 4111, delete my data', [[10, 24]], [{ start: 4, end: 8, type: 'card' }]);
    expect(first?.masks).toEqual([{ start: 4, end: 8, type: 'card' }]);
    expect(second?.masks).toEqual([]);
  });
});
