import type { Sla } from '@candour/shared/sla.js';

const hours = (n: number) => ({ minutes: 60 * n });
const days = (n: number) => ({ days: n });

/** What a desk owes that nobody has set up (house rules, "Topics and SLA"). */
export const houseTargets: Sla = {
  chat: { first: 60, next: 120 },
  warnAt: 75,
  topics: [
    {
      ...{ topic: 'orders', reply: hours(4), resolve: days(2) },
      faster: [
        { reason: 'change', reply: hours(1) },
        { reason: 'cancel', reply: hours(1) },
      ],
    },
    { topic: 'delivery', reply: hours(2), resolve: days(3), faster: [{ reason: 'transit-damage', reply: hours(1) }] },
    { topic: 'returns', reply: hours(4), resolve: days(5), faster: [] },
    {
      ...{ topic: 'payment', reply: hours(4), resolve: days(2) },
      faster: [
        { reason: 'charged-twice', reply: hours(1) },
        { reason: 'chargeback', reply: hours(1) },
      ],
    },
    { topic: 'product', reply: hours(8), resolve: days(2), faster: [{ reason: 'safety', reply: hours(1) }] },
    {
      ...{ topic: 'account', reply: hours(4), resolve: days(2) },
      faster: [{ reason: 'unexpected-activity', reply: { minutes: 30 } }],
    },
    { topic: 'privacy', reply: days(1), resolve: null, faster: [{ reason: 'minor', reply: hours(1) }] },
  ],
};
