import type { Entry } from '@candour/shared/conversations.js';
import { newId } from '@candour/shared/ids.js';
import { leafOf } from '../audit/leaf.js';
import { canonicalJson } from '../audit/canonical-json.js';
import { sha256 } from '../core/vault/sha256.js';
import { entryLeaf } from './entry-leaf.js';
import { forCustomer } from './conversation.rules.js';

const entry = (kind: Entry['kind'], more: Partial<Entry> = {}): Entry => ({
  seq: 4,
  id: newId(),
  kind,
  at: 1,
  by: { role: 'staff', id: newId(), name: 'Rosa' },
  ...more,
});

describe('What a customer is sent of', () => {
  it('a private note is its number alone', () => {
    const note = entry('note', { text: 'Be careful' });
    expect(forCustomer(note)).toEqual({ seq: 4, id: note.id, kind: 'hidden', at: 1, by: { role: 'system' } });
  });

  for (const kind of ['mask', 'removal'] as const) {
    it(`a ${kind} names the messages, and no private note`, () => {
      const sent = forCustomer(entry(kind, { targets: [{ seq: 2 }, { seq: 3, note: true }] }));
      expect([sent.kind, sent.targets]).toEqual([kind, [{ seq: 2 }]]);
    });
  }
});

describe('The leaf of a removal', () => {
  it('says who removed which entry, and holds no digest of what is gone', () => {
    const [id, conversationId, authorId] = [newId(), newId(), newId()];
    const subject = Buffer.alloc(32, 7);
    const detail = { targets: [{ seq: 2 }] };
    const removal = {
      id,
      seq: 3,
      masks: null,
      conversationId,
      authorId,
      kind: 'removal',
      role: 'staff',
      storedAt: 5,
      subject,
      detail,
    } as const;
    expect(entryLeaf({ ...removal, body: null })).toEqual(
      leafOf({
        verb: 'message.removed',
        about: [
          { type: 'conversation', id: conversationId },
          { type: 'entry', id },
        ],
        actor: `staff:${authorId}`,
        at: 5,
        subject,
        digest: sha256(canonicalJson({ detail })),
        seq: 3,
      }),
    );
  });
});
