import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { system } from '../core/access/actor.js';
import { canonicalJson } from './canonical-json.js';
import { leafFields, leafOf, leafText, type LeafFields } from './leaf.js';

const bytes = fc.option(fc.uint8Array({ minLength: 32, maxLength: 32 }), { nil: undefined });
const fields: fc.Arbitrary<LeafFields> = fc.record({
  verb: fc.string({ unit: 'grapheme' }),
  about: fc.array(fc.record({ type: fc.string(), id: fc.string({ unit: 'grapheme' }) }), { maxLength: 4 }),
  actor: fc.string({ unit: 'grapheme' }),
  at: fc.nat(Number.MAX_SAFE_INTEGER),
  subject: bytes,
  digest: bytes,
  seq: fc.option(fc.nat(), { nil: undefined }),
});
const word = (value?: Uint8Array | null): string | undefined =>
  value ? Buffer.from(value).toString('base64url') : undefined;

describe('an audit leaf', () => {
  it('is the hash of a zero byte and the canonical JSON of its fields', () => {
    fc.assert(
      fc.property(fields, (leaf) => {
        const { subject, digest, ...rest } = leaf;
        const text = canonicalJson({ ...rest, subject: word(subject), digest: word(digest) });
        expect(leafText(leaf)).toBe(text);
        expect(leafOf(leaf)).toEqual(createHash('sha256').update(Buffer.of(0)).update(text).digest());
      }),
    );
  });

  it('names a member of staff by id, the desk by its part, and never a visitor', () => {
    const by = (actor: Parameters<typeof leafFields>[0]['actor']): string =>
      leafFields({ actor, verb: 'message.stored', about: [] }, 0).actor;
    expect(by({ kind: 'visitor', visitorId: 'c1' })).toBe('visitor');
    expect(by(system('sweep'))).toBe('system:sweep');
    expect(
      by({ kind: 'staff', id: 's1', name: 'N', role: 'agent', skills: { topics: [], languages: [] }, sessionId: 'x' }),
    ).toBe('staff:s1');
  });
});
