import type { RetentionClass } from '@candour/shared/policy.js';
import type { Facts } from './facts.rules.js';
import { kwoking } from './packs/kwoking/pack.js';
import { decide } from './policy.rules.js';
import { evidenceOf } from './policy.testing.js';

const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const resolved = at('2026-01-31');

interface Case {
  readonly it: string;
  readonly of: RetentionClass;
  readonly anchor?: string | null;
  readonly facts?: Facts;
  readonly on: string;
  readonly action: 'keep' | 'delete' | 'anonymise';
  readonly until?: string;
  readonly by: string;
  readonly restricted?: true;
  readonly conflicts?: readonly string[];
}

const cases: readonly Case[] = [
  {
    it: 'keeps an open chat without an end',
    of: 'chat-unidentified',
    anchor: null,
    on: '2040-01-01',
    action: 'keep',
    by: 'chat-unidentified',
  },
  {
    it: 'keeps an unidentified chat six months from its end',
    of: 'chat-unidentified',
    on: '2026-07-30',
    action: 'keep',
    until: '2026-07-31',
    by: 'chat-unidentified',
  },
  {
    it: 'deletes it on the day the six months are over',
    of: 'chat-unidentified',
    on: '2026-07-31',
    action: 'delete',
    until: '2026-07-31',
    by: 'chat-unidentified',
  },
  {
    it: 'keeps a conversation without an order for twelve months',
    of: 'conversation',
    on: '2026-12-31',
    action: 'keep',
    until: '2027-01-31',
    by: 'conversation',
  },
  {
    it: 'counts a conversation about an order from the delivery where that is later',
    of: 'conversation-order',
    facts: { events: { resolved, delivered: at('2026-03-15') } },
    on: '2028-03-14',
    action: 'keep',
    until: '2028-03-15',
    by: 'conversation-order',
  },
  {
    it: 'waits while the order is not delivered',
    of: 'conversation-order',
    facts: { events: { resolved, delivered: null } },
    on: '2035-01-01',
    action: 'keep',
    by: 'conversation-order',
  },
  {
    it: 'keeps it 36 months for a customer who lives in Spain',
    of: 'conversation-order',
    facts: { events: { resolved }, residence: 'ES' },
    on: '2028-02-01',
    action: 'keep',
    until: '2029-01-31',
    by: 'conversation-order',
  },
  {
    it: 'takes the shorter period where the residence is unknown',
    of: 'conversation-order',
    facts: { events: { resolved } },
    on: '2028-02-01',
    action: 'delete',
    until: '2028-01-31',
    by: 'conversation-order',
  },
  {
    it: 'keeps a contract letter of a German seller six years from the end of its year, restricted in the end',
    of: 'contract-letter',
    facts: { events: { resolved, made: resolved }, sellerCountry: 'DE' },
    on: '2030-01-01',
    action: 'keep',
    until: '2033-01-01',
    by: 'contract-letter',
    restricted: true,
  },
  {
    it: 'treats a contract letter of another seller as a conversation about an order',
    of: 'contract-letter',
    facts: { events: { resolved, made: resolved }, sellerCountry: 'GB' },
    on: '2028-02-01',
    action: 'delete',
    until: '2028-01-31',
    by: 'contract-letter',
  },
  {
    it: 'keeps the invoice of a German seller eight years from the end of its year',
    of: 'bookkeeping',
    facts: { events: { booked: resolved }, sellerCountry: 'DE' },
    on: '2034-12-31',
    action: 'keep',
    until: '2035-01-01',
    by: 'bookkeeping',
    restricted: true,
  },
  {
    it: 'then anonymises it',
    of: 'bookkeeping',
    facts: { events: { booked: resolved }, sellerCountry: 'DE' },
    on: '2035-01-01',
    action: 'anonymise',
    until: '2035-01-01',
    by: 'bookkeeping',
  },
  {
    it: 'never lets an invoice go by itself while the seller is not set, and says so',
    of: 'bookkeeping',
    facts: { events: { booked: resolved } },
    on: '2099-01-01',
    action: 'keep',
    by: 'bookkeeping-country-unset',
    restricted: true,
    conflicts: ['seller-unset'],
  },
  {
    it: 'keeps the data of an open account, three years after its last use at the longest',
    of: 'account',
    facts: { events: { 'last-active': resolved, closed: null } },
    on: '2029-01-30',
    action: 'keep',
    until: '2029-01-31',
    by: 'account',
  },
  {
    it: 'deletes a closed account after 30 days',
    of: 'account',
    facts: { events: { 'last-active': resolved, closed: resolved } },
    on: '2026-03-02',
    action: 'delete',
    until: '2026-03-02',
    by: 'account',
  },
  {
    it: 'deletes identity papers with the decision',
    of: 'verification',
    facts: { events: { decided: at('2026-02-03') } },
    on: '2026-02-03',
    action: 'delete',
    until: '2026-02-03',
    by: 'verification',
  },
  {
    it: 'deletes identity papers after 30 days without a decision',
    of: 'verification',
    on: '2026-03-02',
    action: 'delete',
    until: '2026-03-02',
    by: 'verification',
  },
  {
    it: 'keeps under a hold what is over time, restricted',
    of: 'chat-unidentified',
    facts: { events: { resolved }, holds: [{ kind: 'legal', from: resolved }] },
    on: '2030-01-01',
    action: 'keep',
    by: 'hold-legal',
    restricted: true,
  },
  {
    it: 'deletes once the hold is released',
    of: 'chat-unidentified',
    facts: { events: { resolved }, holds: [{ kind: 'legal', from: resolved, until: at('2027-01-01') }] },
    on: '2027-01-01',
    action: 'delete',
    until: '2027-01-01',
    by: 'hold-legal',
  },
  {
    it: 'does not know a hold before it is laid',
    of: 'chat-unidentified',
    facts: { events: { resolved }, holds: [{ kind: 'legal', from: at('2026-09-01') }] },
    on: '2026-08-01',
    action: 'delete',
    until: '2026-07-31',
    by: 'chat-unidentified',
  },
  {
    it: 'waits for an access request',
    of: 'conversation',
    facts: { events: { resolved }, accessPendingSince: at('2027-01-15') },
    on: '2027-03-01',
    action: 'keep',
    by: 'access-pending',
    restricted: true,
  },
  {
    it: 'waits for a refund whose fate is unknown',
    of: 'conversation-order',
    facts: { events: { resolved }, matters: [{ kind: 'refund', since: resolved }] },
    on: '2029-01-01',
    action: 'keep',
    by: 'open-refund',
    restricted: true,
  },
  {
    it: 'ends a purpose 72 hours after an erasure request',
    of: 'conversation',
    facts: { events: { resolved }, erasureRequestedAt: at('2026-02-10') },
    on: '2026-02-13',
    action: 'delete',
    until: '2026-02-13',
    by: 'erasure',
  },
  {
    it: 'does not wait for the end of an open chat then',
    of: 'chat-unidentified',
    anchor: null,
    facts: { erasureRequestedAt: at('2026-02-10') },
    on: '2026-02-14',
    action: 'delete',
    until: '2026-02-13',
    by: 'erasure',
  },
  {
    it: 'keeps what law demands in spite of an erasure request, and shows the conflict',
    of: 'bookkeeping',
    facts: { events: { booked: resolved }, sellerCountry: 'DE', erasureRequestedAt: at('2026-02-10') },
    on: '2026-03-01',
    action: 'keep',
    until: '2035-01-01',
    by: 'bookkeeping',
    restricted: true,
    conflicts: ['erasure-law'],
  },
  {
    it: 'keeps what is under a hold in spite of an erasure request',
    of: 'conversation',
    facts: { events: { resolved }, erasureRequestedAt: at('2026-02-10'), holds: [{ kind: 'dispute', from: resolved }] },
    on: '2026-03-01',
    action: 'keep',
    by: 'hold-dispute',
    restricted: true,
    conflicts: ['erasure-hold'],
  },
  {
    it: 'deletes a confirmed minor’s open conversation at once, pending access or not',
    of: 'conversation',
    anchor: null,
    facts: { minor: { stage: 'confirmed', at: at('2026-02-10') }, accessPendingSince: resolved },
    on: '2026-02-10',
    action: 'delete',
    until: '2026-02-10',
    by: 'minor',
    conflicts: ['minor-access'],
  },
  {
    it: 'keeps the ledger of a minor’s order restricted and shows X1',
    of: 'bookkeeping',
    facts: {
      events: { booked: resolved },
      sellerCountry: 'FR',
      minor: { stage: 'confirmed', at: at('2026-02-10') },
    },
    on: '2026-02-11',
    action: 'keep',
    until: '2037-01-01',
    by: 'bookkeeping',
    restricted: true,
    conflicts: ['minor-law'],
  },
  {
    it: 'waits fourteen days for the parent',
    of: 'conversation',
    anchor: null,
    facts: { minor: { stage: 'awaiting-parent', at: at('2026-02-10') } },
    on: '2026-02-24',
    action: 'delete',
    until: '2026-02-24',
    by: 'minor-awaiting-parent',
  },
  {
    it: 'shreds a financing draft a minute after the provider has it, open matters or not',
    of: 'financing-draft',
    facts: { events: { made: resolved, received: resolved - 60_000 }, matters: [{ kind: 'claim', since: resolved }] },
    on: '2026-01-31',
    action: 'delete',
    until: '2026-01-31',
    by: 'financing-draft',
  },
  {
    it: 'shreds a draft that could not be sent after a day',
    of: 'financing-draft',
    facts: { events: { made: resolved, received: null } },
    on: '2026-02-01',
    action: 'delete',
    until: '2026-02-01',
    by: 'financing-draft',
  },
  {
    it: 'masks card numbers even under a hold, and shows X3',
    of: 'never-stored',
    facts: { holds: [{ kind: 'legal', from: resolved }] },
    on: '2026-01-31',
    action: 'delete',
    until: '2026-01-31',
    by: 'never-stored',
    conflicts: ['never-stored-hold'],
  },
  {
    it: 'keeps an attachment as long as the longest of what it goes with',
    of: 'attachment',
    facts: {
      follows: [
        { retentionClass: 'conversation', events: { resolved } },
        { retentionClass: 'return', events: { closed: at('2026-05-05') } },
      ],
    },
    on: '2028-05-04',
    action: 'keep',
    until: '2028-05-05',
    by: 'attachment',
  },
  {
    it: 'keeps a disclosure as long as the data and 24 months more',
    of: 'disclosure',
    facts: { follows: [{ retentionClass: 'chat-unidentified', events: { resolved } }] },
    on: '2028-07-30',
    action: 'keep',
    until: '2028-07-31',
    by: 'disclosure',
    restricted: true,
  },
  {
    it: 'deletes an export after seven days',
    of: 'export',
    on: '2026-02-07',
    action: 'delete',
    until: '2026-02-07',
    by: 'export',
  },
];

describe('The policy', () => {
  for (const row of cases) {
    it(row.it, () => {
      const anchor = row.anchor === null ? null : row.anchor === undefined ? resolved : at(row.anchor);
      const decision = decide(evidenceOf(row.of, anchor), row.facts ?? {}, kwoking, at(row.on));
      const until = decision.until === undefined ? undefined : new Date(decision.until).toISOString().slice(0, 10);
      expect({
        action: decision.action,
        until,
        by: decision.winning.rule,
        restricted: decision.restricted,
        conflicts: decision.conflicts.map((conflict) => conflict.rule),
      }).toEqual({
        action: row.action,
        until: row.until,
        by: row.by,
        restricted: row.restricted ?? false,
        conflicts: [...(row.conflicts ?? [])],
      });
    });
  }

  it('says of each reason its clause, its law and whether that was verified', () => {
    const facts: Facts = { events: { booked: resolved }, sellerCountry: 'DE' };
    const { winning } = decide(evidenceOf('bookkeeping', resolved), facts, kwoking, resolved);
    expect(winning).toEqual({
      rule: 'bookkeeping',
      kind: 'law',
      clause: 'R36',
      law: 'HGB § 257, AO § 147',
      verified: true,
      start: resolved,
      until: at('2035-01-01'),
    });
  });
});
