import type { Sla } from '@candour/shared/sla.js';
import { topics } from '@candour/shared/words.js';
import { amountOf, changesBetween, fitting, reasonsLeft, timeOf, withTopic } from './sla-rules';

const sla: Sla = {
  ...{ chat: { first: 60, next: 120 }, warnAt: 75 },
  topics: topics.map((topic) => ({ topic, reply: { minutes: 240 }, resolve: { days: 2 }, faster: [] })),
};

describe('The targets one sets', () => {
  for (const [time, amount] of [
    [{ minutes: 240 }, { n: 4, unit: 'hours' }],
    [{ minutes: 30 }, { n: 30, unit: 'minutes' }],
    [{ minutes: 90 }, { n: 90, unit: 'minutes' }],
    [{ days: 2 }, { n: 2, unit: 'days' }],
  ] as const) {
    it(`read ${JSON.stringify(time)} as ${amount.n} ${amount.unit}, and back`, () => {
      expect(amountOf(time)).toEqual(amount);
      expect(timeOf(amount)).toEqual(time);
    });
  }

  it('say what differs, and nothing else', () => {
    expect(changesBetween(sla, sla)).toEqual([]);
    const orders = withTopic(sla, 'orders', { resolve: null, faster: [{ reason: 'cancel', reply: { minutes: 60 } }] });
    expect(changesBetween(sla, { ...orders, warnAt: 80 })).toEqual([
      { what: 'warnAt', before: 75, after: 80 },
      { what: 'resolve', topic: 'orders', before: { days: 2 }, after: null },
      { what: 'faster', topic: 'orders', reason: 'cancel', before: null, after: { minutes: 60 } },
    ]);
  });

  it('are sent only where each fits', () => {
    expect(fitting(sla)).toEqual(jasmine.objectContaining({ warnAt: 75 }));
    expect(fitting({ ...sla, warnAt: 99 })).toBeUndefined();
    expect(fitting(withTopic(sla, 'orders', { reply: { minutes: NaN } }))).toBeUndefined();
  });

  it('offer each reason of a topic once', () => {
    const [orders] = withTopic(sla, 'orders', { faster: [{ reason: 'cancel', reply: { days: 1 } }] }).topics;
    expect(reasonsLeft(orders!)).not.toContain('cancel');
    expect(reasonsLeft(orders!)).toContain('change');
  });
});
