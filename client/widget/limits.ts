import type { TEXT_MAX as contract } from '@candour/shared/conversations.js';

/** Longest message, in UTF-16 code units; the same as `TEXT_MAX` of the contract, whose module would bring zod along. */
export const TEXT_MAX: typeof contract = 10_000;
