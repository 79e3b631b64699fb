// Runs before any contract is made. The content security policy forbids `eval`, which Zod would otherwise try once.
(globalThis as { __zod_globalConfig?: { jitless: boolean } }).__zod_globalConfig = { jitless: true };

export {};
