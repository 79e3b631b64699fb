/** Longest message, in UTF-16 code units; the same as `TEXT_MAX` of the contract, whose module would bring zod along. */
export const TEXT_MAX: typeof import('@candour/shared/conversations.js').TEXT_MAX = 10_000;
