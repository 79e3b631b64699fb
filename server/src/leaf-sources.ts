import { entryLeaves } from './conversations/entry-source.js';
import { auditLeaves, type LeafSource } from './audit/leaf-source.js';

/** Every table whose rows carry an audit leaf: the sequencer numbers them, `npm run audit -- verify` checks them. */
export const leafSources: readonly LeafSource[] = [auditLeaves, entryLeaves];
