import { askOf, piecesOf, understood } from './search-rules';

describe('A search', () => {
  it('takes from an address what makes sense', () => {
    const asked = {
      q: ' green sofa ',
      status: 'lost',
      topic: 'returns',
      assignee: 'anybody',
      from: '2026-02-30',
      to: '2026-02-03',
    };
    expect(understood(asked)).toEqual({ q: 'green sofa', topic: 'returns', to: '2026-02-03' });
    expect(understood({ q: '  ' })).toEqual({});
  });

  it('asks for whole days, also when the clocks are turned', () => {
    const { from, to } = askOf({ from: '2026-03-29', to: '2026-03-29' }, 'me');
    expect(new Date(from!)).toEqual(new Date(2026, 2, 29));
    expect(new Date(Number(to) + 1)).toEqual(new Date(2026, 2, 30));
    expect(askOf({ q: 'x', assignee: 'me' }, 'somebody')).toEqual({ q: 'x', assignee: 'somebody' });
  });

  it('marks what was found and says where a message goes on', () => {
    const pieces = piecesOf({
      text: 'the green sofa',
      marks: [{ start: 4, end: 9 }],
      cutBefore: true,
      cutAfter: false,
    });
    expect(pieces.map(({ text, found }) => (found ? `[${text}]` : text)).join('')).toBe('… the [green] sofa');
  });
});
