import { pieces } from './spotted-rules';

describe('the words that read like a request', () => {
  const shown = (text: string, from: number, spans: [number, number][]) =>
    pieces(text, from, spans).map(({ text: part, spotted }) => (spotted ? `[${part}]` : part));

  it('are cut out where they stand', () =>
    expect(shown('Please delete my data', 0, [[7, 13], [14, 21]])).toEqual(['Please ', '[delete]', ' ', '[my data]']));
  it('are found in a later stretch of the message', () =>
    expect(shown('delete my data', 10, [[10, 16]])).toEqual(['[delete]', ' my data']));
  it('are cut at the ends of a stretch, and never twice', () =>
    expect(shown('my data', 5, [[0, 7], [6, 30]])).toEqual(['[my]', '[ data]']));
});
