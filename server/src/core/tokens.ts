/** Nest's token of the key store; the desk's own database is injected as `Database`. */
export const KEY_DATABASE = Symbol('key database');
