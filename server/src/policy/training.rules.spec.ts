import type { Category, MatrixCell, Purpose, RetentionClass } from '@candour/shared/policy.js';
import type { Facts } from './facts.rules.js';
import { mayUse } from './matrix.rules.js';
import { kwoking } from './packs/kwoking/pack.js';
import { decide } from './policy.rules.js';
import { evidenceOf } from './policy.testing.js';

const resolved = Date.parse('2026-01-31T00:00:00Z');
const now = resolved + 86_400_000;

describe('Training use', () => {
  const cases: readonly (readonly [of: RetentionClass, facts: Facts, use: string, rule: string])[] = [
    ['conversation', {}, 'redacted', 'training-redacted'],
    ['conversation', { minor: { stage: 'frozen', at: now } }, 'no', 'minor'],
    ['conversation', { training: { sensitive: true } }, 'no', 'sensitive'],
    ['conversation', { training: { matter: 'financing' } }, 'no', 'financing'],
    ['conversation', { training: { matter: 'privacy' } }, 'no', 'privacy-matter'],
    ['conversation', { training: { matter: 'legal' } }, 'no', 'legal-matter'],
    ['conversation', { training: { matter: 'safety' } }, 'no', 'safety-matter'],
    ['conversation', { training: { unmaskedPayment: true } }, 'no', 'unmasked-payment'],
    ['conversation', { training: { objected: true } }, 'no', 'objection'],
    ['conversation', { erasureRequestedAt: now }, 'no', 'erasure'],
    ['conversation', { holds: [{ kind: 'dispute', from: resolved }] }, 'no', 'hold'],
    ['conversation', { holds: [{ kind: 'dispute', from: resolved, until: now }] }, 'redacted', 'training-redacted'],
    ['recording', {}, 'no', 'recording-consent'],
    ['recording', { training: { recordingConsent: 'announced' } }, 'no', 'recording-consent'],
    ['recording', { training: { recordingConsent: 'announced', oneParty: true } }, 'redacted', 'training-redacted'],
    ['recording', { training: { recordingConsent: 'given' } }, 'redacted', 'training-redacted'],
    ['recording', { training: { recordingConsent: 'withdrawn', oneParty: true } }, 'no', 'recording-consent'],
    ['financing-record', {}, 'no', 'financing'],
    ['never-stored', {}, 'no', 'never-stored'],
    ['payment-token', {}, 'no', 'matrix'],
    ['account', {}, 'no', 'matrix'],
  ];
  for (const [of, facts, use, rule] of cases) {
    it(`is ${use} for ${of} with ${JSON.stringify(facts)}: ${rule}`, () => {
      const { training } = decide(evidenceOf(of, resolved), facts, kwoking, now);
      expect([training.use, training.rule]).toEqual([use, rule]);
    });
  }

  it('is as said only where the shop raised the ceiling', () => {
    const raised = { ...kwoking, training: { ceiling: 'yes' } } as const;
    expect(decide(evidenceOf('conversation', resolved), {}, raised, now).training.use).toBe('yes');
  });

  it('is over with the period', () => {
    const later = Date.parse('2030-01-01T00:00:00Z');
    expect(decide(evidenceOf('conversation', resolved), {}, kwoking, later).training.use).toBe('no');
  });
});

describe('The purposes matrix', () => {
  const cases: readonly (readonly [Category, Purpose, boolean, MatrixCell['by'], string])[] = [
    ['C1', 'P4', true, 'specific', 'contact details may carry account notices'],
    ['C1', 'P7', false, 'broad', 'marketing rests on the broad wording only'],
    ['C3', 'P6', false, 'none', 'payment data trains nobody'],
    ['C4', 'P3', true, 'specific', 'financing data serves the application'],
    ['C4', 'P6', false, 'none', 'and nothing else (R24)'],
    ['C4', 'house', false, 'none', 'not even the house'],
    ['C5', 'P5', true, 'specific', 'communications serve the service'],
    ['C5', 'P6', true, 'specific', 'and training and quality'],
  ];
  for (const [category, purpose, allowed, by, why] of cases) {
    it(`${allowed ? 'allows' : 'denies'} ${category} for ${purpose}: ${why}`, () => {
      const cell = mayUse(category, purpose, kwoking);
      expect([cell.allowed, cell.by]).toEqual([allowed, by]);
    });
  }

  it('names the clause that denies', () => {
    expect(mayUse('C4', 'P7', kwoking).clause).toBe('R24');
  });

  it('switches a broad cell on by configuration, and no other', () => {
    const wider = { ...kwoking, broadUses: ['C1:P7', 'C4:P7'] } as const;
    expect(mayUse('C1', 'P7', wider).allowed).toBeTrue();
    expect(mayUse('C4', 'P7', wider).allowed).toBeFalse();
  });
});
