import type { Category, Evidence, Purpose, RetentionClass, Source } from '@candour/shared/policy.js';
import { instant, text } from '../core/database/columns.js';

/**
 * The columns of policy evidence. An entity whose rows the policy decides about extends this class and has an
 * index on (`retentionClass`, `anchorAt`, `id`), by which the nightly sweep finds what may be due.
 */
export abstract class WithEvidence implements Evidence {
  @text()
  policyVersion: string;

  @text()
  category: Category;

  @text()
  source: Source;

  @text()
  purpose: Purpose;

  @text()
  retentionClass: RetentionClass;

  /** The earliest instant at which the period can begin; null while the matter is open. */
  @instant({ nullable: true })
  anchorAt: number | null;
}

type SameEvidence = Pick<Evidence, 'category' | 'source' | 'purpose' | 'retentionClass'>;

/** Evidence that every row of a statement has, as columns of constants. */
export const constantEvidence = ({
  category,
  source,
  purpose,
  retentionClass,
}: SameEvidence): Record<string, string> => ({
  category: `'${category}'`,
  source: `'${source}'`,
  purpose: `'${purpose}'`,
  retention_class: `'${retentionClass}'`,
});

/** Names of the evidence columns: evidence about a record is not itself personal. */
export const evidenceColumns = [
  'policyVersion',
  'category',
  'source',
  'purpose',
  'retentionClass',
  'anchorAt',
] as const;
