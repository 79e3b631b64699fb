import type { Entry } from '@candour/shared/conversations.js';
import { Timeline } from './timeline.js';

const message = (seq: number, text = `message ${seq}`): Entry => ({
  seq,
  id: `id-${seq}`,
  kind: 'message',
  at: seq,
  by: { role: 'customer' },
  text,
});

describe('the time line of a conversation', () => {
  let heard: number[];
  let altered: string[];
  let timeline: Timeline;

  beforeEach(() => {
    heard = [];
    altered = [];
    timeline = new Timeline(
      ({ seq }) => heard.push(seq),
      ({ seq, text }) => altered.push(`${seq}: ${text ?? 'gone'}`),
    );
  });

  it('takes each entry once and in order, whatever order they come in', () => {
    const came = [1, 2, 4, 2, 3, 4, 1, 5].map((seq) => timeline.apply(message(seq)));
    expect(came).toEqual(['applied', 'applied', 'gap', 'known', 'applied', 'applied', 'known', 'applied']);
    expect(heard).toEqual([1, 2, 3, 4, 5]);
  });

  it('starts late in a long conversation and takes in what precedes', () => {
    timeline.begin(100);
    expect(timeline.apply(message(101))).toBe('applied');
    expect(timeline.prepend([message(98), message(99)])).toBeFalse();
    expect(timeline.prepend([message(99), message(100)])).toBeTrue();
    expect([timeline.floor, timeline.head, timeline.get(99)?.text]).toEqual([98, 101, 'message 99']);
    expect(heard).toEqual([101]);
  });

  it('shows an earlier message as a mask leaves it', () => {
    timeline.apply(message(1, '4111 1111'));
    timeline.apply(message(2));
    timeline.apply({
      ...message(3),
      kind: 'mask',
      targets: [{ seq: 1, text: '•••• ••••', masks: [{ start: 0, end: 9, type: 'card' }] }],
    });
    expect(timeline.get(1)?.text).toBe('•••• ••••');
    expect(timeline.get(1)?.masks?.length).toBe(1);
    expect(altered).toEqual(['1: •••• ••••']);
  });

  it('shows a removed message as gone, and does not mind one it does not know', () => {
    timeline.begin(5);
    timeline.apply(message(6));
    timeline.apply({ ...message(7), kind: 'removal', targets: [{ seq: 2 }, { seq: 6 }] });
    expect(timeline.get(6)?.kind).toBe('removal');
    expect(timeline.get(6)?.text).toBeUndefined();
    expect(altered).toEqual(['6: gone']);
  });
});
