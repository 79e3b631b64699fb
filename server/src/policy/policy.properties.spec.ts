import { Decision, purposes, retentionClasses, sources, type Evidence } from '@candour/shared/policy.js';
import { categories } from '@candour/shared/policy.js';
import fc from 'fast-check';
import { startEvents, type CarrierFact, type Facts, type HoldFact, type StartEvents } from './facts.rules.js';
import { kwoking } from './packs/kwoking/pack.js';
import { dueBefore, later } from './periods.rules.js';
import { decide } from './policy.rules.js';

const instants = fc.integer({ min: 0, max: Date.UTC(2060, 0, 1) });
const retentionClass = fc.constantFrom(...retentionClasses);
const record: fc.Arbitrary<Evidence> = fc.record({
  policyVersion: fc.constant('1'),
  category: fc.constantFrom(...(Object.keys(categories) as Evidence['category'][])),
  source: fc.constantFrom(...sources),
  purpose: fc.constantFrom(...purposes),
  retentionClass,
  anchorAt: fc.option(instants),
});
const events: fc.Arbitrary<StartEvents> = fc.dictionary(fc.constantFrom(...startEvents), fc.option(instants), {
  maxKeys: 6,
});
const hold: fc.Arbitrary<HoldFact> = fc.record(
  {
    kind: fc.constantFrom('legal', 'dispute', 'restriction', 'safety', 'security', 'fraud', 'terms', 'other'),
    from: instants,
    until: instants,
  },
  { requiredKeys: ['kind', 'from'] },
);
const facts: fc.Arbitrary<Facts> = fc.record(
  {
    events,
    sellerCountry: fc.constantFrom('DE', 'FR', 'ES', 'GB', 'US', 'AU', 'IT'),
    residence: fc.constantFrom('ES', 'DE', 'US'),
    holds: fc.array(hold, { maxLength: 3 }),
    accessPendingSince: instants,
    matters: fc.array(fc.record({ kind: fc.constantFrom('refund', 'return'), since: instants }), { maxLength: 2 }),
    erasureRequestedAt: instants,
    minor: fc.record({ stage: fc.constantFrom('frozen', 'awaiting-parent', 'confirmed'), at: instants }),
    follows: fc.array<CarrierFact>(fc.record({ retentionClass, events }), { maxLength: 3 }),
  },
  { requiredKeys: [] },
);

describe('Of any record, the policy', () => {
  it('gives one whole decision for every class, and the same one again', () => {
    fc.assert(
      fc.property(record, facts, instants, (row, known, now) => {
        const decision = decide(row, known, kwoking, now);
        expect(Decision.safeParse(decision).error).toBeUndefined();
        expect(decide(row, known, kwoking, now)).toEqual(decision);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps exactly while a reason lives, and until the last of them ends', () => {
    fc.assert(
      fc.property(record, facts, instants, (row, known, now) => {
        const { action, until, reasons } = decide(row, known, kwoking, now);
        const keeping = reasons.filter((reason) => reason.kind !== 'end');
        expect(action === 'keep').toBe(keeping.some((reason) => later(reason.until, now)));
        for (const reason of keeping) expect(later(reason.until, until)).toBeFalse();
      }),
      { numRuns: 500 },
    );
  });

  it('never keeps shorter for one more hold', () => {
    fc.assert(
      fc.property(record, facts, hold, instants, (row, known, more, now) => {
        const before = decide(row, known, kwoking, now);
        const after = decide(row, { ...known, holds: [...(known.holds ?? []), more] }, kwoking, now);
        expect(later(before.until, after.until)).toBeFalse();
        if (before.action === 'keep') expect(after.action).toBe('keep');
      }),
      { numRuns: 500 },
    );
  });

  it('never deletes under a live hold what may be stored at all', () => {
    fc.assert(
      fc.property(record, facts, hold, instants, (row, known, held, now) => {
        fc.pre(row.retentionClass !== 'never-stored' && held.from <= now && later(held.until, now));
        expect(decide(row, { ...known, holds: [held] }, kwoking, now).action).toBe('keep');
      }),
    );
  });

  it('does not take a deletion back as time goes by', () => {
    const still = facts.map(({ holds: _, ...rest }): Facts => rest);
    fc.assert(
      fc.property(record, still, instants, instants, (row, known, now, then) => {
        fc.pre(then >= now && decide(row, known, kwoking, now).action !== 'keep');
        expect(decide(row, known, kwoking, then).action).not.toBe('keep');
      }),
    );
  });

  it('never keeps longer for an erasure request', () => {
    fc.assert(
      fc.property(record, facts, instants, instants, (row, known, asked, now) => {
        const { erasureRequestedAt: _, ...rest } = known;
        const before = decide(row, rest, kwoking, now);
        const after = decide(row, { ...rest, erasureRequestedAt: asked }, kwoking, now);
        expect(later(after.until, before.until)).toBeFalse();
      }),
    );
  });

  it('finds by the anchor every record whose period is over', () => {
    fc.assert(
      fc.property(record, facts, instants, (row, said, now) => {
        const { erasureRequestedAt: _, minor: __, ...rest } = said;
        // The anchor is the earliest instant at which the period can begin, so no event lies before it.
        const all = [rest.events ?? {}, ...(rest.follows ?? []).map((carrier) => carrier.events)];
        const known = all.flatMap((some) => Object.values(some)).filter((at) => at !== null);
        const first = Math.min(...known, row.anchorAt ?? now);
        const dated = { ...row, anchorAt: first };
        fc.pre(decide(dated, rest, kwoking, now).action !== 'keep');
        expect(first).toBeLessThanOrEqual(dueBefore(row.retentionClass, kwoking, now));
      }),
      { numRuns: 1000 },
    );
  });
});
