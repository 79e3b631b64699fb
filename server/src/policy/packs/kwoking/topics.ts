import type { Topics } from '../../pack.rules.js';

/** What customers write about, and how soon they are answered outside chat (business hours; days are business days). */
export const topics: Topics = {
  orders: {
    reasons: ['status', 'change', 'cancel', 'wrong-item', 'invoice'],
    reply: { hours: 4 },
    resolve: { businessDays: 2 },
    faster: { change: { hours: 1 }, cancel: { hours: 1 } },
  },
  delivery: {
    reasons: ['appointment', 'late', 'transit-damage', 'missing-parcel', 'failed', 'access-and-stairs', 'assembly'],
    reply: { hours: 2 },
    resolve: { businessDays: 3 },
    faster: { 'transit-damage': { hours: 1 } },
  },
  returns: {
    reasons: ['return', 'withdrawal', 'refund-status', 'defect', 'missing-part', 'exchange', 'pickup'],
    reply: { hours: 4 },
    resolve: { businessDays: 5 },
    faster: { withdrawal: { minutes: 0 } },
  },
  payment: {
    reasons: ['declined', 'charged-twice', 'promo', 'price-adjustment', 'financing', 'chargeback'],
    reply: { hours: 4 },
    resolve: { businessDays: 2 },
    faster: { 'charged-twice': { hours: 1 }, chargeback: { hours: 1 } },
  },
  product: {
    reasons: ['stock', 'size', 'care', 'assembly-guide', 'design-advice', 'safety'],
    reply: { hours: 8 },
    resolve: { businessDays: 2 },
    faster: { safety: { hours: 1 } },
  },
  account: {
    reasons: ['sign-in', 'details', 'unexpected-activity', 'phishing', 'close'],
    reply: { hours: 4 },
    resolve: { businessDays: 2 },
    faster: { 'unexpected-activity': { minutes: 30 } },
  },
  privacy: {
    reasons: [
      'access',
      'portability',
      'deletion',
      'correction',
      'restriction',
      'objection',
      'opt-out',
      'consent-withdrawal',
      'account-closure',
      'complaint',
      'minor',
    ],
    reply: { businessDays: 1 },
    resolve: 'statutory',
    faster: { minor: { hours: 1 } },
  },
};
