import { TestBed } from '@angular/core/testing';
import type { Decision } from '@candour/shared/policy.js';
import type { Language } from '@candour/shared/words.js';
import { Words } from '../core/words';
import { provideTestWords } from '../core/words.testing';
import { WhySentence } from './why-sentence';

const until = new Date(2028, 4, 11, 12).getTime();
const kept: Decision = {
  action: 'keep',
  category: 'C5',
  source: 'provided',
  purpose: 'P5',
  retentionClass: 'conversation-order',
  policyVersion: '1',
  until,
  then: 'delete',
  restricted: false,
  winning: { rule: 'conversation-order', kind: 'purpose', clause: 'R35', verified: false, until },
  reasons: [],
  conflicts: [],
  training: { use: 'redacted', rule: 'training-redacted', clause: 'R10' },
};

describe('The sentence of a decision', () => {
  beforeEach(() => TestBed.configureTestingModule({ providers: [provideTestWords()] }));

  const said: Record<Language, string[]> = {
    en: ['Kept as communications', 'May', '2028', '“Conversation about an order”', 'deleted'],
    de: ['Aufbewahrt als Kommunikation', 'Mai 2028', '„Gespräch zu einer Bestellung“', 'gelöscht'],
    fr: ['Conservé comme communications', 'mai 2028', '« Conversation sur une commande »', 'suppression'],
    es: ['Se conserva como comunicaciones', 'mayo de 2028', '«Conversación sobre un pedido»', 'eliminación'],
  };
  for (const [language, parts] of Object.entries(said) as [Language, string[]][]) {
    it(`says in ${language} what it is, until when, by which rule and what then`, async () => {
      await TestBed.inject(Words).use(language);
      const sentence = TestBed.inject(WhySentence).sentence(kept).replaceAll('\u00a0', ' ');
      for (const part of parts) expect(sentence).toContain(part);
      expect(sentence).not.toMatch(/[{}]|why\.|reason\./);
    });
  }

  describe('in English', () => {
    let why: WhySentence;
    beforeEach(async () => {
      await TestBed.inject(Words).use('en');
      why = TestBed.inject(WhySentence);
    });

    it('names no end while the matter is open', () => {
      const sentence = why.sentence({ ...kept, until: undefined });
      expect(sentence).toContain('The period starts when the matter ends');
    });

    it('names the hold that keeps it', () => {
      const winning = { ...kept.winning, rule: 'hold-legal', kind: 'hold' as const, until: undefined };
      const sentence = why.sentence({ ...kept, until: undefined, winning });
      expect(sentence).toContain('a hold stands on it (legal claim)');
      expect(sentence).toContain('without a fixed end');
    });

    it('says of what is due that nothing keeps it', () => {
      const sentence = why.sentence({ ...kept, action: 'delete' });
      expect(sentence).toContain('the period for “Conversation about an order” is over');
    });

    it('names the unset country of the seller', () => {
      expect(why.reason({ rule: 'bookkeeping-country-unset', kind: 'law' })).toContain(
        'country of the selling company',
      );
    });

    it('lets a rule it does not know stand as it is', () => {
      expect(why.reason({ rule: 'a-new-rule', kind: 'purpose' })).toContain('a-new-rule');
    });

    it('says of training how, why and by which clause', () => {
      expect(why.training(kept)).toContain('blacked out: redacted is the most this desk allows (clause R10)');
    });
  });
});
