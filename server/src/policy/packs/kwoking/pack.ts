import type { PolicyPack } from '../../pack.rules.js';
import { clauses } from './clauses.js';
import { matrix, matrixClauses } from './matrix.js';
import { periods } from './periods.js';
import { de } from './texts/de.js';
import { en } from './texts/en.js';
import { es } from './texts/es.js';
import { fr } from './texts/fr.js';
import { topics } from './topics.js';

/** Kwoking's published privacy policy, version 1, as data. */
export const kwoking: PolicyPack = {
  name: 'kwoking',
  number: 1,
  publishedAt: Date.UTC(2026, 0, 15),
  effectiveAt: Date.UTC(2026, 0, 15),
  periods,
  matrix,
  matrixClauses,
  broadUses: [],
  training: { ceiling: 'redacted' },
  coolOff: { hours: 72 },
  parentWait: { days: 14 },
  silence: { answered: { days: 14 }, unanswered: { days: 90 } },
  topics,
  clauses,
  texts: { en, de, fr, es },
};
